/** Which people the lessons tell of. Names are not listed anywhere: they are found by their use. */

/** Capitalised words that are no people. */
const notPeople = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december christmas easter english welsh british act law wrenfold tarnwave aldermarsh level unit mr mrs ms miss mx dr'.split(
    ' ',
  ),
);
/** Below this number of uses a share says nothing. */
const enoughUses = 100;

const startOf = /(?:^|[.?!:;]["'”’)]*\s+|[“‘("]\s*)$/u;

/**
 * Names of people in a text: a capitalised word that no text of the course has in lower case, and
 * that someone does something after (“Mina asks”), that something belongs to (“Mina’s”), or that
 * comes after Mr, Mrs, Ms, Miss, Mx or Dr. It misses a name now and then, which does no harm to a
 * share; a sentence that starts with a rare word and a verb is the usual mistake the other way.
 * @param lower every lower-case word of the course
 */
export function namesIn(text: string, lower: ReadonlySet<string>): Set<string> {
  const names = new Set<string>();
  for (const found of text.matchAll(/(?<title>\b(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.?\s+)?\b(?<name>\p{Lu}\p{Ll}+)(?!\p{L})(?<after>’s|\s+\p{Ll}+)?/gu)) {
    const { title, name = '', after = '' } = found.groups ?? {};
    const word = name.toLowerCase();
    if (lower.has(word) || notPeople.has(word)) continue;
    const acts = after === '’s' || /(?:s|d|has|is|was|and|who|in|at)$/.test(after);
    const inside = !startOf.test(text.slice(0, found.index));
    if (title !== undefined || acts || inside) names.add(name);
  }
  return names;
}

/** Every word of the texts that stands in lower case somewhere. */
export const lowerWords = (texts: readonly string[]): Set<string> =>
  new Set(texts.flatMap((text) => text.match(/(?<!\p{L})\p{Ll}+/gu) ?? []));

/**
 * Names that come too often. A use is one question or one example, however often it says the name.
 * @param share the largest part of all uses that one name may have
 */
export function crowded(uses: readonly ReadonlySet<string>[], share = 0.04): string[] {
  const counts = new Map<string, number>();
  for (const names of uses) for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (all < enoughUses) return [];
  return [...counts]
    .filter(([, count]) => count > share * all)
    .map(([name, count]) => `${name} is in ${count} of ${all} uses.`);
}
