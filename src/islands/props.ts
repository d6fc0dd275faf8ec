/**
 * The data that stands beside a part: what the server drew it from (Data.astro).
 * @returns undefined where a part has none
 * @throws when it is not JSON
 */
export function propsOf(place: HTMLElement): Record<string, unknown> | undefined {
  const data = place.querySelector(':scope > script');
  return data ? (JSON.parse(data.textContent) as Record<string, unknown>) : undefined;
}
