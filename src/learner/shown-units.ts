/** PURE: which unit an answer belongs to, and which units a learner's portfolio shows. */
import { stateOf } from './progress';
import type { Answer } from './types';

/** Key of the unit that a question belongs to: its id starts with it. `u07-…` gives `U07`. */
export const unitOf = (id: string): string => id.slice(0, 3).toUpperCase();

/**
 * The chosen units and those in which evidence was begun, so that no words are ever hidden. A learner
 * who has neither sees the first unit that has lessons, and not the whole qualification.
 * @param units all units, in order; `ready`: it has lessons
 * @param chosen numbers of the units that the learner has chosen
 * @param answers of the learner; only written ones with words count
 * @param linked key of the unit of the evidence that an address asks for
 * @returns the units to show, in order
 */
export function shownUnits<U extends { number: number; key: string; ready: boolean }>(
  units: readonly U[],
  chosen: readonly number[],
  answers: Iterable<Answer>,
  linked?: string,
): U[] {
  const begun = new Set([linked]);
  for (const answer of answers) {
    if (answer.questionText !== undefined && stateOf(answer) !== 'none')
      begun.add(unitOf(answer.id));
  }
  const shown = units.filter(({ number, key }) => chosen.includes(number) || begun.has(key));
  return shown.length > 0 ? shown : units.filter(({ ready }) => ready).slice(0, 1);
}
