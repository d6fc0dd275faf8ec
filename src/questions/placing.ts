/** What the kinds share whose response puts an answer at each place (pair, item or gap). */
import type { Feedback, Mark } from './types';

/**
 * True when a value is a plain object of texts and each of its places may hold its answer.
 * Takes any value; never throws.
 */
export function isPlacing(
  value: unknown,
  fits: (place: string, answer: string) => boolean,
): value is Record<string, string> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.entries(value).every(
      ([place, answer]) => typeof answer === 'string' && fits(place, answer),
    )
  );
}

/** The answer at a place. Own properties only: a place may be called `constructor`. */
export function at(response: unknown, place: string): string | undefined {
  if (typeof response !== 'object' || response === null || !Object.hasOwn(response, place)) {
    return undefined;
  }
  const answer: unknown = (response as Record<string, unknown>)[place];
  return typeof answer === 'string' ? answer : undefined;
}

/**
 * Marks place by place: one mark for each right one. `judge` gives undefined for an empty place;
 * while any is empty nothing is marked, and `missing` says how many are left.
 */
export function markPlaces<P>(
  places: readonly P[],
  judge: (place: P) => Feedback | undefined,
  missing: (left: number) => string,
): Mark {
  const feedback = places.map(judge).filter((item) => item !== undefined);
  const left = places.length - feedback.length;
  if (left > 0) return { status: 'blank', say: missing(left) };
  const score = feedback.filter(({ right }) => right).length;
  return { status: 'marked', score, outOf: places.length, feedback };
}
