/**
 * PURE: the learner's own word on each criterion of a unit, at its start and at its end. Kept as an
 * answer like any other, under an id that no question has, so that it goes into backups, belongs to
 * one learner, and is in no list of practice or evidence.
 */
import type { Answer } from './types';

export const WORDS = ['not-yet', 'getting-there', 'could-explain'] as const;
/** The learner's own word; practice results never change it. */
export type Word = (typeof WORDS)[number];
export type Moment = 'start' | 'end';

/** Id of the answer that holds the words of a unit: `self-u01-end`. */
export const selfId = (unit: string, moment: Moment): string =>
  `self-${unit.toLowerCase()}-${moment}`;

const isWord = (value: unknown): value is Word => WORDS.some((word) => word === value);

/** Criterion key → word, out of a stored answer. Anything else in it is passed over; never throws. */
export function wordsIn(answer: Pick<Answer, 'response'> | undefined): Record<string, Word> {
  const { response } = answer ?? {};
  if (typeof response !== 'object' || response === null || Array.isArray(response)) return {};
  return Object.fromEntries(
    Object.entries(response).filter((entry): entry is [string, Word] => isWord(entry[1])),
  );
}

/** What the learner said of a criterion, and when: the word of the end counts before the start's. */
export function wordOn(
  answers: ReadonlyMap<string, Pick<Answer, 'response'>>,
  unit: string,
  criterion: string,
): { word: Word; moment: Moment } | undefined {
  for (const moment of ['end', 'start'] as const) {
    const words = wordsIn(answers.get(selfId(unit, moment)));
    const word = Object.hasOwn(words, criterion) ? words[criterion] : undefined;
    if (word) return { word, moment };
  }
  return undefined;
}
