import { markPlaces } from '../placing';
import type { Behaviour, QuestionOf } from '../types';

const isOrder = (question: QuestionOf<'ordering'>, value: unknown): value is string[] =>
  Array.isArray(value) &&
  value.length === question.items.length &&
  question.items.every(({ id }) => value.includes(id));

/**
 * One mark for each item at its own place. A misplaced item is told which way it goes, not why:
 * the reason comes with the right place.
 */
export const behaviour: Behaviour<'ordering'> = {
  isResponse: isOrder,

  mark: (question, response) => {
    if (!isOrder(question, response)) {
      return { status: 'blank', say: 'Move them into order first.' };
    }
    return markPlaces(
      question.items,
      ({ id, feedback }) => {
        const place = question.items.findIndex((item) => item.id === id);
        const put = response.indexOf(id);
        if (put === place) return { about: id, right: true, text: feedback };
        return {
          about: id,
          right: false,
          text: put < place ? 'It comes later.' : 'It comes earlier.',
        };
      },
      () => '',
    );
  },

  solution: (question) => question.items.map(({ id }) => id),

  // An early move was made in the list as it was mixed, which is not there any more.
  join: (kept) => kept,

  toText: (question, response) =>
    response
      .flatMap((id) => question.items.filter((item) => item.id === id))
      .map(({ text }, i) => `${i + 1}. ${text}`)
      .join('\n'),
};
