import { isLearner } from './guards';
import type { Learner } from './types';

// No vowels, so that no code is a word; no 0/O, 1/I, 2/Z, 5/S, 6/G, 8/B side by side.
const LETTERS = 'CDFHJKLMNPQRTVWX';
const SIGNS = `${LETTERS}23456789`;

const random = (below: number): number => {
  const [value = 0] = crypto.getRandomValues(new Uint32Array(1));
  return value % below;
};

/** 16 random characters, 0 to 9 and a to f: ids of learners and tabs. */
export const randomId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');

/** Five characters that are easy to read out, the first one a letter: `L7Q4X`. */
export const randomCode = (): string =>
  [LETTERS, SIGNS, SIGNS, SIGNS, SIGNS].map((signs) => signs.charAt(random(signs.length))).join('');

/** A learner who gave nothing but what is passed in. */
export const newLearner = (
  given: Partial<Pick<Learner, 'name' | 'colour' | 'code'>> = {},
): Learner => ({
  v: 1,
  id: randomId(),
  code: randomCode(),
  name: '',
  colour: 1,
  createdAt: new Date().toISOString(),
  aim: 'Award',
  units: [],
  ...given,
});

/**
 * The learners of stored records. One that this version cannot read still has an id, and the work
 * that belongs to it must stay in reach: the rest of it is made new (F13).
 */
export const learnersIn = (stored: readonly unknown[]): Learner[] =>
  stored.flatMap((one) => {
    if (isLearner(one)) return one;
    const { id, code } = (one ?? {}) as Record<string, unknown>;
    if (typeof id !== 'string') return [];
    return { ...newLearner(typeof code === 'string' ? { code } : {}), id };
  });
