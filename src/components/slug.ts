/**
 * The id of a heading: lower-case words joined by hyphens, as Astro makes them for Markdown.
 * @example slug('It can be wrong, and it can change') // 'it-can-be-wrong-and-it-can-change'
 */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replace(/\s+/g, '-');
}
