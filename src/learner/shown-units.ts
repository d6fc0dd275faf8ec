/** PURE: which units a learner's portfolio shows. */
import { stateOf } from './progress';
import type { Answer } from './types';

/** The unit of a question, by its id: `u07-…`; undefined where the id is none of a question. */
const unitOf = (id: string): number | undefined => {
  const number = /^u(\d\d)-/.exec(id)?.[1];
  return number === undefined ? undefined : Number(number);
};

/**
 * The chosen units and those in which evidence was begun, so that no words are ever hidden. A learner
 * who has neither sees the first unit that has lessons, and not the whole qualification.
 * @param chosen numbers of the units that the learner has chosen
 * @param answers of the learner; only written ones with words count
 * @param ready numbers of the units with lessons, in order
 * @param linked the unit of the evidence that an address asks for
 * @returns numbers of units, in order
 */
export function shownUnits(
  chosen: readonly number[],
  answers: Iterable<Answer>,
  ready: readonly number[],
  linked?: number,
): number[] {
  const shown = new Set([...chosen, ...(linked === undefined ? [] : [linked])]);
  for (const answer of answers) {
    const unit = unitOf(answer.id);
    if (unit === undefined || answer.questionText === undefined) continue;
    if (stateOf(answer) !== 'none') shown.add(unit);
  }
  if (shown.size === 0) return ready.slice(0, 1);
  return [...shown].toSorted((a, b) => a - b);
}
