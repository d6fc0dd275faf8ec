import { at, isPlacing, markPlaces } from '../placing';
import type { Behaviour, QuestionOf } from '../types';

/** All answers that can be put beside a pair, in authored order. An answer has its pair's id. */
export const answersOf = (question: QuestionOf<'matching'>): { id: string; text: string }[] => [
  ...question.pairs.map(({ id, right }) => ({ id, text: right })),
  ...(question.extras ?? []),
];

/** One mark for each pair. A wrong answer gets no reason yet: the reason would name the right one. */
export const behaviour: Behaviour<'matching'> = {
  isResponse: (question, value): value is Record<string, string> =>
    isPlacing(
      value,
      (place, answer) =>
        question.pairs.some(({ id }) => id === place) &&
        answersOf(question).some(({ id }) => id === answer),
    ),

  mark: (question, response) => {
    const answers = answersOf(question);
    return markPlaces(
      question.pairs,
      ({ id, feedback }) => {
        const put = at(response, id);
        if (!answers.some((answer) => answer.id === put)) return undefined;
        const right = put === id;
        return { about: id, right, text: right ? feedback : 'Another answer fits better.' };
      },
      (left) => `Choose an answer for ${left} more first.`,
    );
  },

  solution: (question) => Object.fromEntries(question.pairs.map(({ id }) => [id, id])),

  join: (kept, early) => ({ ...kept, ...early }),

  toText: (question, response) => {
    const answers = answersOf(question);
    return question.pairs
      .map(({ id, left }) => {
        const put = at(response, id);
        return `${left}: ${answers.find((answer) => answer.id === put)?.text ?? '(blank)'}`;
      })
      .join('\n');
  },
};
