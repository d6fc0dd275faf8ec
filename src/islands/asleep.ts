/** What the scripts that wake drawn parts share. */

/**
 * The data that stands beside a part: what the server drew it from (Data.astro).
 * @returns undefined where a part has none
 * @throws when it is not JSON
 */
export function propsOf(place: HTMLElement): Record<string, unknown> | undefined {
  const data = place.querySelector(':scope > script[type="application/json"]');
  return data ? (JSON.parse(data.textContent) as Record<string, unknown>) : undefined;
}

/** Says below a part that could not be woken what that means for the learner. */
export function sayAsleep(place: HTMLElement, text: string): void {
  const notice = document.createElement('p');
  notice.className = 'notice small';
  notice.setAttribute('role', 'status');
  notice.textContent = text;
  place.append(notice);
}
