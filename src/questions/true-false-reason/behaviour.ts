import { at, isPlacing } from '../placing';
import type { Behaviour, Responses } from '../types';

/** True or false is one mark, and the reason is one: who only guessed the truth has half. */
export const behaviour: Behaviour<'true-false-reason'> = {
  isResponse: (question, value): value is Responses['true-false-reason'] =>
    isPlacing(value, (place, answer) =>
      place === 'truth'
        ? answer === 'true' || answer === 'false'
        : place === 'reason' && question.reasons.some(({ id }) => id === answer),
    ),

  mark: (question, response) => {
    const truth = at(response, 'truth');
    const reason = question.reasons.find(({ id }) => id === at(response, 'reason'));
    if (truth !== 'true' && truth !== 'false') {
      return {
        status: 'blank',
        say: reason ? 'Choose “True” or “False” first.' : 'Choose “True” or “False”, then say why.',
      };
    }
    if (!reason) return { status: 'blank', say: 'Now choose why.' };
    const right = truth === String(question.truth);
    const why = reason.right === true;
    return {
      status: 'marked',
      score: Number(right) + Number(why),
      outOf: 2,
      feedback: [
        { about: 'truth', right, text: truth === 'true' ? question.ifTrue : question.ifFalse },
        { about: 'reason', right: why, text: reason.feedback },
      ],
    };
  },

  solution: (question) => ({
    truth: question.truth ? 'true' : 'false',
    reason: question.reasons.find(({ right }) => right)?.id ?? '',
  }),

  join: (kept, early) => ({ ...kept, ...early }),

  toText: (question, { truth, reason }) => {
    const why = question.reasons.find(({ id }) => id === reason)?.text;
    const said = truth === undefined ? '(blank)' : truth === 'true' ? 'True' : 'False';
    return `“${question.statement}”\n${said}\nWhy: ${why ?? '(blank)'}`;
  },
};
