import { both, chosenOf, isChoosing, markChoices, rightOnes } from '../choosing';
import type { Behaviour } from '../types';

/** One mark for each place that should be chosen, less one for each that should not. */
export const behaviour: Behaviour<'hotspot'> = {
  isResponse: (question, value): value is string[] => isChoosing(question.places, value),

  mark: (question, response) =>
    markChoices(question.places, response, 'Choose at least one place first.'),

  solution: (question) => rightOnes(question.places),

  join: both,

  toText: (question, response) =>
    chosenOf(question.places, response)
      .map(({ label }) => `- ${label}`)
      .join('\n'),
};
