/** What the kinds share whose response is a list of chosen ids: options, parts, places. */
import type { Mark } from './types';

interface Choice {
  id: string;
  right?: true | undefined;
  feedback: string;
}

/** The chosen ones, in the order of the page. Takes any value; never throws. */
export const chosenOf = <C extends { id: string }>(
  choices: readonly C[],
  response: unknown,
): C[] => (Array.isArray(response) ? choices.filter(({ id }) => response.includes(id)) : []);

/** True when a value is a list of ids of these choices, each at most once. */
export const isChoosing = (choices: readonly { id: string }[], value: unknown): value is string[] =>
  Array.isArray(value) &&
  new Set(value).size === value.length &&
  chosenOf(choices, value).length === value.length;

/**
 * One mark for each right choice; each wrong one takes one off, never below none, so that choosing
 * everything earns nothing. What was left out is not given away.
 * @param missing what to say when nothing is chosen
 */
export function markChoices(choices: readonly Choice[], response: unknown, missing: string): Mark {
  const chosen = chosenOf(choices, response);
  if (chosen.length === 0) return { status: 'blank', say: missing };
  const hits = chosen.filter(({ right }) => right).length;
  return {
    status: 'marked',
    score: Math.max(0, hits - (chosen.length - hits)),
    outOf: choices.filter(({ right }) => right).length,
    feedback: chosen.map(({ id, right, feedback }) => ({
      about: id,
      right: right === true,
      text: feedback,
    })),
  };
}

/** Choices that were kept, and those made before they were read. */
export const both = (kept: string[], early: string[]): string[] => [
  ...new Set([...kept, ...early]),
];

/** The ids of the right choices. */
export const rightOnes = (choices: readonly Choice[]): string[] =>
  choices.filter(({ right }) => right).map(({ id }) => id);

/** The chosen ids in the order of the page, with one switched. */
export const switched = (
  choices: readonly { id: string }[],
  response: readonly string[] | undefined,
  id: string,
): string[] =>
  choices
    .map((choice) => choice.id)
    .filter((one) => (response?.includes(one) ?? false) !== (one === id));
