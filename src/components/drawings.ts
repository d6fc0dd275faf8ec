/**
 * The drawings in the units' `images` folders, and those of a kind's examples, put into pages so that
 * they follow the theme.
 */
const drawings = import.meta.glob<string>(
  ['/content/units/*/images/*.svg', '/src/questions/*/*.svg'],
  { query: '?raw', import: 'default', eager: true },
);

/**
 * The text of a drawing: one `<svg viewBox="…">`, held to the content rules.
 * @param image its file name, which is unique among all units
 * @param user what asks for it, for the message
 * @throws when no images folder has it; the content rules stop that before
 */
export function drawing(image: string, user: string): string {
  const found = Object.entries(drawings).find(([path]) => path.endsWith(`/${image}`));
  if (!found) throw new Error(`${user}: no images folder has “${image}”`);
  return found[1];
}

/** The drawing as a symbol that views draw with <use>; it has the viewBox of the drawing. */
export const asSymbol = (svg: string, id: string): string =>
  svg.replace('<svg', `<symbol id="${id}"`).replace(/<\/svg>\s*$/, '</symbol>');
