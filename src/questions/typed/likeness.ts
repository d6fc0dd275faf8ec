/**
 * Tells whether typed words are words that an author listed: case, spacing, punctuation, accents,
 * articles, plurals and small slips of spelling are forgiven. PURE: text in, numbers out.
 */
import { distance } from './distance';

/** Longer texts are cut: nobody types more into one line, and a pasted page must not stop the page. */
const MOST_LETTERS = 200;
const ARTICLES = ['a', 'an', 'the'];
/** Turns the meaning of what follows round. Apostrophes are gone by then: "don't" is "dont". */
const NEGATIONS =
  /^(?:not?|never|none|nobody|nothing|without|avoid|cannot|less|(?:are|ca|could|did|do|does|had|has|have|is|might|must|need|should|was|were|wo|would)nt)$/;

/**
 * Everyday words that are one slip away from another everyday word. Who types one of them has spelt
 * it rightly and means it: "great" is no slip of "greet".
 */
const REAL = new Set(
  `about after again anger angry being board bored brain brief broad called caller choice could
  count crowd every final find first found front great greed greet group hearing horse house
  large later learn leave leaving letter light listed listen loose lose manager manner master
  matter night other place plain plane please police polite praise price prize quick quiet quite
  right round shall share shore short sight small smart sorry sound stand stare start state
  still stole store story taking talking thank there these thing think those three today tone
  train trust truth under until voice waiting watch wearing where which while white whole whose
  word work world worse would write writing wrong`.split(/\s+/),
);

/** The words of a text in the form in which they are compared: lower case, singular, bare. */
export function wordsOf(text: string): string[] {
  return text
    .slice(0, MOST_LETTERS)
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\p{M}'’]/gu, '')
    .replaceAll('&', ' and ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !ARTICLES.includes(word))
    .map(singular);
}

/** Near enough to compare by: the same for "queue" and "queues", whatever the word really is. */
function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word;
  if (/ies$/.test(word)) return `${word.slice(0, -3)}y`;
  return word.replace(/(?<=s|x|z|ch|sh)es$|s$/, '');
}

/** How many slips turn a typed word into a listed one; undefined where it is another word. */
function slipsOfWord(typed: string, listed: string): number | undefined {
  if (typed === listed) return 0;
  // A first letter is seldom wrong, and often turns the meaning: "patient", "impatient".
  if (typed[0] !== listed[0] || REAL.has(typed)) return undefined;
  const shorter = Math.min(typed.length, listed.length);
  const forgiven = shorter >= 9 ? 2 : shorter >= 5 ? 1 : 0;
  if (forgiven === 0 || Math.abs(typed.length - listed.length) > forgiven) return undefined;
  const slips = distance(typed, listed);
  return slips <= forgiven ? slips : undefined;
}

/**
 * How many slips lie between typed words and a listed phrase, both from `wordsOf`: 0 for the same.
 * Undefined where they are not the same phrase.
 */
export function slips(typed: readonly string[], phrase: readonly string[]): number | undefined {
  if (typed.join('') === phrase.join('')) return phrase.length > 0 ? 0 : undefined;
  if (typed.length !== phrase.length) return undefined;
  let all = 0;
  for (const [i, word] of typed.entries()) {
    const some = slipsOfWord(word, phrase[i] ?? '');
    if (some === undefined) return undefined;
    all += some;
  }
  return all;
}

/**
 * The same for a phrase that may stand anywhere within the typed words. A typed "not" that the
 * phrase does not have turns the meaning round, so the phrase is not found then.
 */
export function slipsWithin(
  typed: readonly string[],
  phrase: readonly string[],
): number | undefined {
  const negations = (words: readonly string[]) =>
    words.filter((word) => NEGATIONS.test(word)).length;
  if (negations(typed) > negations(phrase)) return undefined;
  let least = slips(typed, phrase);
  for (let at = 0; at + phrase.length <= typed.length; at += 1) {
    const some = slips(typed.slice(at, at + phrase.length), phrase);
    if (some !== undefined && (least === undefined || some < least)) least = some;
  }
  return least;
}

/** Words that were kept, then those typed before they were read: none of them go. */
export const after = (kept = '', early = ''): string =>
  kept.includes(early) ? kept : `${kept} ${early}`.trim();
