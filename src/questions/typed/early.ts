/** Words that a learner typed in the page as the server drew it, before its script ran. */

/** What was typed into the boxes `name-id`: id → words; empty ones are left out. Empty on the server. */
export function earlyTexts(name: string, ids: readonly string[]): Record<string, string> {
  const texts: Record<string, string> = {};
  if (typeof document === 'undefined') return texts;
  for (const id of ids) {
    const box = document.getElementById(`${name}-${id}`) as HTMLInputElement | null;
    if (box?.value) texts[id] = box.value;
  }
  return texts;
}
