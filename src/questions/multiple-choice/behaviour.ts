import { both, chosenOf, isChoosing, markChoices, rightOnes } from '../choosing';
import type { Behaviour } from '../types';

/** One mark for each right option, less one for each wrong one. */
export const behaviour: Behaviour<'multiple-choice'> = {
  isResponse: (question, value): value is string[] => isChoosing(question.options, value),

  mark: (question, response) =>
    markChoices(question.options, response, 'Choose at least one answer first.'),

  solution: (question) => rightOnes(question.options),

  join: both,

  toText: (question, response) =>
    chosenOf(question.options, response)
      .map(({ text }) => text)
      .join('\n'),
};
