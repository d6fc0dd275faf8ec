import { at, isPlacing, markPlaces } from '../placing';
import type { Behaviour } from '../types';

/** One mark for each item in its own group. The reason comes with the right group. */
export const behaviour: Behaviour<'grouping'> = {
  isResponse: (question, value): value is Record<string, string> =>
    isPlacing(
      value,
      (place, answer) =>
        question.items.some(({ id }) => id === place) &&
        question.groups.some(({ id }) => id === answer),
    ),

  mark: (question, response) =>
    markPlaces(
      question.items,
      ({ id, group, feedback }) => {
        const put = at(response, id);
        if (!question.groups.some((one) => one.id === put)) return undefined;
        const right = put === group;
        return { about: id, right, text: right ? feedback : 'It fits better in another group.' };
      },
      (left) => `Place ${left} more first.`,
    ),

  solution: (question) => Object.fromEntries(question.items.map(({ id, group }) => [id, group])),

  join: (kept, early) => ({ ...kept, ...early }),

  toText: (question, response) =>
    question.groups
      .flatMap((group) => [
        `${group.title}:`,
        ...question.items
          .filter(({ id }) => at(response, id) === group.id)
          .map(({ text }) => `- ${text}`),
      ])
      .join('\n'),
};
