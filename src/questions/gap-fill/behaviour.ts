import { at, isPlacing, markPlaces } from '../placing';
import type { Behaviour, QuestionOf } from '../types';

/** The passage cut at its gaps: text, gap id, text, gap id, text… */
export const partsOf = (question: QuestionOf<'gap-fill'>): string[] =>
  question.text.split(/\{\{([a-z0-9-]+)\}\}/);

/** One mark for each gap. Each option has its own reason, so a wrong one gives nothing away. */
export const behaviour: Behaviour<'gap-fill'> = {
  isResponse: (question, value): value is Record<string, string> =>
    isPlacing(value, (place, answer) =>
      question.gaps.some(
        ({ id, options }) => id === place && options.some((option) => option.id === answer),
      ),
    ),

  mark: (question, response) =>
    markPlaces(
      question.gaps,
      ({ id, options }) => {
        const put = at(response, id);
        const chosen = options.find((option) => option.id === put);
        return chosen && { about: id, right: chosen.right === true, text: chosen.feedback };
      },
      (left) => `Fill ${left} more ${left === 1 ? 'gap' : 'gaps'} first.`,
    ),

  solution: (question) =>
    Object.fromEntries(
      question.gaps.map(({ id, options }) => [id, options.find(({ right }) => right)?.id ?? '']),
    ),

  join: (kept, early) => ({ ...kept, ...early }),

  toText: (question, response) =>
    partsOf(question)
      .map((part, i) => {
        if (i % 2 === 0) return part;
        const put = at(response, part);
        const gap = question.gaps.find(({ id }) => id === part);
        return `[${gap?.options.find(({ id }) => id === put)?.text ?? 'blank'}]`;
      })
      .join(''),
};
