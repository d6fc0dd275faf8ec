/** Reads what the course needs to know from a lesson's MDX text, without rendering it. */

interface Heading {
  depth: number;
  text: string;
  /** the id that the built page gives it: as GitHub makes it, numbered when it comes again */
  id: string;
  line: number;
}
interface Tag {
  name: string;
  /** attributes that are plain text: `id="…"` */
  attributes: Record<string, string>;
  line: number;
}
export interface Mdx {
  /** YAML between the two lines of ---; undefined where there is none */
  frontmatter: string | undefined;
  headings: Heading[];
  tags: Tag[];
  /** the text below the frontmatter, with code and comments blanked and lines kept */
  body: string;
  /** the line of the file on which `body` starts */
  bodyLine: number;
}

/** Takes the whole text of an MDX file. Never throws: what is not closed reads to its end. */
export function scanMdx(text: string): Mdx {
  const front = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text);
  const start = front?.[0].length ?? 0;
  const bodyLine = countLines(text, start);
  const body = text
    .slice(start)
    .replace(/^([ \t]*)(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^[ \t]*\2[^\n]*$|$(?![\s\S]))/gm, blank)
    .replace(/\{\s*\/\*[\s\S]*?\*\/\s*\}/g, blank)
    .replace(/`[^`\n]+`/g, (code) => code.replace(/[<>{}#]/g, ' '));
  const headings = readHeadings(body, bodyLine);
  return { frontmatter: front?.[1], headings, tags: readTags(body, bodyLine), body, bodyLine };
}

/**
 * The id of a heading as GitHub and Astro make it: lower case, letters, digits, hyphens and
 * underscores only, each space a hyphen.
 */
export function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
}

function readHeadings(body: string, bodyLine: number): Heading[] {
  const used = new Map<string, number>();
  const headings: Heading[] = [];
  for (const [index, line] of body.split('\n').entries()) {
    const found = /^ {0,3}(#{1,6})[ \t]+(.+?)(?:[ \t]+#+)?[ \t]*$/.exec(line);
    if (!found) continue;
    const text = plainText(found[2] ?? '');
    const slug = slugOf(text);
    let id = slug;
    let times = used.get(slug) ?? 0;
    // A second "Practice" becomes practice-1, unless that id is taken as well.
    while (used.has(id)) id = `${slug}-${(times += 1)}`;
    used.set(slug, times);
    used.set(id, used.get(id) ?? 0);
    headings.push({ depth: (found[1] ?? '').length, text, id, line: bodyLine + index });
  }
  return headings;
}

/** Markdown of one line as the reader sees it: no tags, no marks of emphasis, no link targets. */
function plainText(markdown: string): string {
  return markdown
    .replace(/<[^>]*>/g, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__|\*|`)/g, '')
    .trim();
}

function readTags(body: string, bodyLine: number): Tag[] {
  const tags: Tag[] = [];
  const opening = /<([A-Z]\w*)/g;
  for (let found = opening.exec(body); found; found = opening.exec(body)) {
    const end = endOfTag(body, opening.lastIndex);
    tags.push({
      name: found[1] ?? '',
      attributes: readAttributes(body.slice(opening.lastIndex, end)),
      line: bodyLine + countLines(body, found.index) - 1,
    });
    opening.lastIndex = end;
  }
  return tags;
}

/** The place just after the `>` that ends a tag; quotes and braces may hold one that does not. */
export function endOfTag(text: string, from: number): number {
  let depth = 0;
  let quote = '';
  for (let at = from; at < text.length; at += 1) {
    const letter = text[at] ?? '';
    if (quote) {
      if (letter === '\\' && depth > 0) at += 1;
      else if (letter === quote) quote = '';
    } else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === '{') depth += 1;
    else if (letter === '}') depth -= 1;
    else if (letter === '>' && depth === 0) return at + 1;
  }
  return text.length;
}

function readAttributes(text: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  // Values in braces are taken out first: they may hold text that looks like an attribute.
  let plain = '';
  let depth = 0;
  for (const letter of text) {
    if (letter === '{') depth += 1;
    if (depth === 0) plain += letter;
    if (letter === '}') depth -= 1;
  }
  for (const found of plain.matchAll(/([A-Za-z]\w*)=(?:"([^"]*)"|'([^']*)')/g)) {
    attributes[found[1] ?? ''] = found[2] ?? found[3] ?? '';
  }
  return attributes;
}

/** The line (from 1) on which the character at this place stands. */
function countLines(text: string, place: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < place; at = text.indexOf('\n', at + 1)) {
    line += 1;
  }
  return line;
}

const blank = (text: string) => text.replace(/[^\n]/g, ' ');
