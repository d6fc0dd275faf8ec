/**
 * Native controls of the views, read and set by hand where that is smaller than a binding.
 * The early ones are choices that a learner made in the page as the server drew it, before its script
 * ran. A view reads them while it starts; on the server there are none.
 */
import { at } from './placing';

/** The values of the ticked inputs of a name, in the order of the page. */
export const earlyTicks = (name: string): string[] =>
  typeof document === 'undefined'
    ? []
    : Array.from(
        document.querySelectorAll<HTMLInputElement>(`input[name="${name}"]:checked`),
        ({ value }) => value,
      );

/** What was chosen or typed in the controls `name-id`: id → value; empty ones are left out. */
export function earlyPlaces(name: string, ids: readonly string[]): Record<string, string> {
  const places: Record<string, string> = {};
  if (typeof document === 'undefined') return places;
  for (const id of ids) {
    const select = document.getElementById(`${name}-${id}`) as HTMLSelectElement | null;
    if (select?.value) places[id] = select.value;
  }
  return places;
}

/** Shows a response in the selects `name-id`. The attribute `selected` no longer counts after use. */
export function showPlaces(name: string, ids: readonly string[], response: unknown): void {
  for (const id of ids) {
    const select = document.getElementById(`${name}-${id}`) as HTMLSelectElement | null;
    if (select) select.value = at(response, id) ?? '';
  }
}
