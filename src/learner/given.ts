/** PURE: comparing and joining what learners gave. */
import type { Answer, Attempt } from './types';

/** No response is nested this deep; a damaged record can even hold itself. */
const DEEP = 99;

/** True when two plain JSON values say the same, whatever the order of their keys. */
export function same(a: unknown, b: unknown, depth = 0): boolean {
  if (a === b || depth > DEEP) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  return (
    Array.isArray(a) === Array.isArray(b) &&
    keys.length === Object.keys(b).length &&
    keys.every(
      (key) =>
        Object.hasOwn(b, key) &&
        same((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key], depth + 1),
    )
  );
}

/** True when a response holds the learner's own words: `{ slots, ticks }`. */
export const isWritten = (response: unknown): boolean =>
  typeof response === 'object' && response !== null && 'slots' in response;

/** True when two answers hold the same, apart from who wrote them when. */
export const sameAnswer = (a: Answer, b: Answer): boolean =>
  same(a.response, b.response) &&
  same(a.attempts, b.attempts) &&
  a.revealed === b.revealed &&
  a.state === b.state &&
  a.questionText === b.questionText;

/** All tries of both, each once, oldest first. */
export function joinAttempts(a: Attempt[], b: Attempt[]): Attempt[] {
  const joined = [...a, ...b.filter((attempt) => !a.some((other) => same(attempt, other)))];
  return joined.sort((x, y) => (x.at < y.at ? -1 : x.at > y.at ? 1 : x.score - y.score));
}
