/** What reads alike: questions that ask the same, and words that two lessons share. */

/** Lower-case words with their apostrophes; marks, numbers and gap markers are left out. */
const wordsIn = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/\{\{[^}]*\}\}/g, ' ')
    .replaceAll('’', "'")
    .match(/\p{L}[\p{L}']*/gu) ?? [];

/** Words that any two questions share. */
const common = new Set(
  "a about after all also an and are as at be because been before but by can choose customer customers do does first for from had has have he her him his how if in is it its like most next not of on one or out says she should so some that the their them then there these they this three to two up was what when where which who why will with work would you your".split(
    ' ',
  ),
);

/**
 * Two questions count as near-duplicates when more than this part of all their content words is
 * the same. The two most alike that authors wrote, and meant to differ, share a quarter.
 */
const nearlyTheSame = 0.4;
/** Shorter questions share words by chance. */
const fewestWords = 6;

interface Words {
  id: string;
  words: Set<string>;
}

/**
 * Pairs of questions whose content words overlap (Jaccard: shared words / words of both).
 * @param questions their texts before an answer: what is asked and what to choose from
 * @returns the pairs over `limit`, the most alike first
 */
export function alike(
  questions: readonly { id: string; texts: readonly string[] }[],
  limit: number = nearlyTheSame,
): { a: string; b: string; overlap: number }[] {
  const bags = questions
    .map(({ id, texts }): Words => ({
      id,
      words: new Set(texts.flatMap(wordsIn).filter((word) => !common.has(word))),
    }))
    .filter(({ words }) => words.size >= fewestWords);
  // Pairs are found by the words they share, so that most pairs are never looked at.
  const holders = new Map<string, number[]>();
  const found: { a: string; b: string; overlap: number }[] = [];
  for (const [n, { id, words }] of bags.entries()) {
    const shared = new Map<number, number>();
    for (const word of words) {
      const before = holders.get(word) ?? [];
      for (const other of before) shared.set(other, (shared.get(other) ?? 0) + 1);
      before.push(n);
      holders.set(word, before);
    }
    for (const [other, both] of shared) {
      const bag = bags[other];
      if (!bag) continue;
      const overlap = both / (words.size + bag.words.size - both);
      if (overlap > limit) found.push({ a: bag.id, b: id, overlap });
    }
  }
  return found.toSorted((a, b) => b.overlap - a.overlap);
}

export interface Passage {
  lesson: string;
  text: string;
}

/**
 * Runs of words that stand in two lessons.
 * @param passages paragraphs, feedback and the like; runs do not go over their ends
 * @param free texts whose words anyone may repeat, such as the specification's
 * @returns each run once, at the first lesson that repeats it
 */
export function sharedRuns(
  passages: readonly Passage[],
  free: readonly string[],
  length = 12,
): { first: string; again: string; words: string }[] {
  const runs = (text: string) => {
    const words = wordsIn(text);
    return Array.from({ length: Math.max(0, words.length - length + 1) }, (_, i) =>
      words.slice(i, i + length).join(' '),
    );
  };
  const allowed = new Set(free.flatMap(runs));
  const owner = new Map<string, string>();
  const found: { first: string; again: string; words: string }[] = [];
  for (const { lesson, text } of passages) {
    let skip = 0;
    for (const words of runs(text)) {
      const first = owner.get(words);
      owner.set(words, first ?? lesson);
      skip -= 1;
      if (skip > 0 || first === undefined || first === lesson || allowed.has(words)) continue;
      found.push({ first, again: lesson, words });
      // The next ones are the same run, one word further on.
      skip = length;
    }
  }
  return found;
}
