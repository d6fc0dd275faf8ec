import type { Behaviour, QuestionOf } from '../types';

const chosenOf = (question: QuestionOf<'multiple-choice'>, response: unknown) =>
  Array.isArray(response) ? question.options.filter(({ id }) => response.includes(id)) : [];

/**
 * One mark for each right option; each wrong choice takes one off, never below none, so that
 * choosing everything earns nothing. Options left out are not given away.
 */
export const behaviour: Behaviour<'multiple-choice'> = {
  isResponse: (question, value): value is string[] =>
    Array.isArray(value) &&
    new Set(value).size === value.length &&
    chosenOf(question, value).length === value.length,

  mark: (question, response) => {
    const chosen = chosenOf(question, response);
    if (chosen.length === 0) return { status: 'blank', say: 'Choose at least one answer first.' };
    const hits = chosen.filter(({ right }) => right).length;
    return {
      status: 'marked',
      score: Math.max(0, hits - (chosen.length - hits)),
      outOf: question.options.filter(({ right }) => right).length,
      feedback: chosen.map(({ id, right, feedback }) => ({
        about: id,
        right: right === true,
        text: feedback,
      })),
    };
  },

  solution: (question) => question.options.filter(({ right }) => right).map(({ id }) => id),

  toText: (question, response) =>
    chosenOf(question, response)
      .map(({ text }) => text)
      .join('\n'),
};
