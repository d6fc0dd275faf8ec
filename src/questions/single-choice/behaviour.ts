import type { Behaviour } from '../types';

/** One right option, one mark. A wrong choice does not give the right one away. */
export const behaviour: Behaviour<'single-choice'> = {
  isResponse: (question, value): value is string => question.options.some(({ id }) => id === value),

  mark: (question, response) => {
    const chosen = question.options.find(({ id }) => id === response);
    if (!chosen) return { status: 'blank', say: 'Choose an answer first.' };
    const right = chosen.right === true;
    const feedback = [{ about: chosen.id, right, text: chosen.feedback }];
    return { status: 'marked', score: right ? 1 : 0, outOf: 1, feedback };
  },

  solution: (question) => question.options.find(({ right }) => right)?.id ?? null,

  toText: (question, response) => question.options.find(({ id }) => id === response)?.text ?? '',
};
