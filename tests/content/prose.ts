/** What a learner reads, as plain sentences, and how hard it is to read. */
import readability from 'text-readability';
import { endOfTag, scanMdx } from '../../src/course/mdx';

/** A paragraph, list item, heading, cell or other text that stands by itself. */
export interface Block {
  text: string;
  line: number;
}

/** Attributes of components that learners read; `place` and `image` are labels, not sentences. */
const readAttributes = ['title', 'caption', 'head', 'rows', 'items'];

/** Takes the text of an MDX lesson; gives its blocks, without marks and tags. */
export function lessonBlocks(mdx: string): Block[] {
  const { body, bodyLine } = scanMdx(mdx);
  const blocks: Block[] = [];
  const lineAt = (place: number) => bodyLine + body.slice(0, place).split('\n').length - 1;

  // Tags are taken out of the running text; what learners read in their attributes is kept apart.
  let running = '';
  let at = 0;
  for (const found of body.matchAll(/<\/?[A-Z]\w*/g)) {
    if (found.index < at) continue;
    const end = endOfTag(body, found.index + found[0].length);
    const tag = body.slice(found.index, end);
    running += body.slice(at, found.index) + tag.replace(/[^\n]/g, '');
    at = end;
    for (const name of readAttributes) {
      for (const text of stringsOf(tag, name)) blocks.push({ text, line: lineAt(found.index) });
    }
  }
  running += body.slice(at);

  let line = bodyLine;
  let block: Block | undefined;
  for (const raw of running.split('\n')) {
    const starts = /^\s*(?:[-*]|\d+\.|#{1,6}|>)\s+/.exec(raw);
    const text = (starts ? raw.slice(starts[0].length) : raw)
      .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/\*\*|__|[*`]/g, '')
      .trim();
    if (text === '') block = undefined;
    else if (block && !starts) block.text += ` ${text}`;
    else {
      block = { text, line };
      blocks.push(block);
    }
    if (raw.trimStart().startsWith('#')) block = undefined;
    line += 1;
  }
  return blocks.toSorted((a, b) => a.line - b.line);
}

/** The strings of one attribute: `title="…"`, or every quoted string in `rows={[…]}`. */
function stringsOf(tag: string, name: string): string[] {
  const start = new RegExp(`\\s${name}=(["{])`).exec(tag);
  if (!start) return [];
  const from = start.index + start[0].length;
  if (start[1] === '"') return [tag.slice(from, tag.indexOf('"', from))];
  let depth = 1;
  let end = from;
  for (; end < tag.length && depth > 0; end += 1) {
    if (tag[end] === '{') depth += 1;
    if (tag[end] === '}') depth -= 1;
  }
  const strings = tag.slice(from, end).matchAll(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/g);
  return [...strings].map((found) => (found[1] ?? found[2] ?? '').replace(/\\(.)/g, '$1'));
}

/** A block cut at the ends of its sentences. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.?!…]['”’)"]*)\s+(?=[“‘"'(]?[\p{Lu}\d£])/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => wordsOf(sentence).length > 0);
}

/** The words of a text: what stands between spaces and dashes and has a letter or digit. */
export const wordsOf = (text: string): string[] =>
  text.split(/[\s–—/]+/).filter((word) => /[\p{L}\d]/u.test(word));

/**
 * Flesch-Kincaid grade of the sentences: 0.39 × words a sentence + 11.8 × syllables a word − 15.59
 * (Kincaid and others, 1975). Terms of the glossary are left out: the lesson explains them. It
 * is worked out here from the package's syllables, because the package rounds them to one decimal
 * place, which moves the grade by up to 0.6.
 */
export function gradeOf(sentences: readonly string[], terms: readonly string[]): number {
  const longestFirst = terms.toSorted((a, b) => b.length - a.length);
  const pattern = new RegExp(
    `(?<!\\p{L})(?:${longestFirst.map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})s?(?!\\p{L})`,
    'giu',
  );
  const kept = sentences
    .map((sentence) => (terms.length === 0 ? sentence : sentence.replace(pattern, ' ')))
    .map(wordsOf)
    .filter((words) => words.length > 0);
  const words = kept.flat();
  const syllables = words.reduce((sum, word) => sum + readability.syllableCount(word), 0);
  return 0.39 * (words.length / kept.length) + 11.8 * (syllables / words.length) - 15.59;
}

/** American spellings and words → what we write. A short list of what slips in most. */
const american: [RegExp, string][] = [
  [/\b(?:colors?|colored|colorful)\b/i, 'colour'],
  [/\bbehaviors?\b/i, 'behaviour'],
  [/\b(?:favorites?|favors?|favorable)\b/i, 'favour'],
  [/\b(?:honor|labor|neighbor|humor|rumor)s?\b/i, '-our'],
  [/\b(?:centers?|theaters?|liters?|meters)\b/i, '-re'],
  [
    /\b(?:organi|recogni|apologi|reali|summari|priorit?i|emphasi|minimi|customi|speciali|sociali|famili|personali|criticis?i|utili|standardi)z(?:es?|ed|ing|ations?)\b/i,
    '-ise',
  ],
  [/\banalyz(?:es?|ed|ing)\b/i, 'analyse'],
  [/\b(?:travel|cancel|label|model|signal|counsel)(?:ed|ing|er|ers)\b/i, 'two l’s'],
  [/\b(?:jewelry|gray|plow|skeptical|catalog|aluminum)\b/i, 'UK spelling'],
  [/\b(?:fulfill|enroll|skillful|installment)s?\b/i, 'one l'],
  [/\b(?:defense|offense|pretense)s?\b/i, '-ce'],
  [/\b(?:gotten|math|mom|vacation|trash|restroom|sidewalk|elevator|zip code|parking lot)\b/i, 'UK word'],
];

/** Each American spelling in a text, with what to write: `color (colour)`. */
export const americanIn = (text: string): string[] =>
  american.flatMap(([pattern, ours]) => {
    const found = pattern.exec(text)?.[0];
    return found === undefined ? [] : [`${found} (${ours})`];
  });
