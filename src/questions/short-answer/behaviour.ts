import { at } from '../placing';
import { after, slips, wordsOf } from '../typed/likeness';
import type { Behaviour, QuestionOf } from '../types';

/** Words before the answer that add nothing: "I think it is…". */
const LEAD = /^(?:i think |maybe |perhaps )?(?:(?:its|it is|they are|that is|thats|this is) )?/i;

/**
 * The listed answer that the words mean: the one with the fewest slips. Undefined where none is near
 * enough, and where a right one and a wrong one are equally near.
 */
function recognised(question: QuestionOf<'short-answer'>, text: string) {
  const typed = [wordsOf(text), wordsOf(text.trim().replace(/['’]/g, '').replace(LEAD, ''))];
  let least = Infinity;
  let found: (typeof question.answers)[number][] = [];
  for (const answer of question.answers) {
    for (const phrase of answer.accept) {
      for (const words of typed) {
        const some = slips(words, wordsOf(phrase)) ?? Infinity;
        if (some < least) found = [];
        if (some < Infinity && some <= least) found.push(answer);
        least = Math.min(least, some);
      }
    }
  }
  const [first] = found;
  return found.every((answer) => answer.right === first?.right) ? first : undefined;
}

/**
 * One mark for an answer that is listed as right, none for one that is listed as wrong. Any other
 * words may be right as well, so they are compared, never called wrong.
 */
export const behaviour: Behaviour<'short-answer'> = {
  isResponse: (_question, value): value is { text: string } => at(value, 'text') !== undefined,

  mark: (question, response) => {
    const text = at(response, 'text') ?? '';
    if (!text.trim()) return { status: 'blank', say: 'Write your answer first.' };
    const answer = recognised(question, text);
    if (!answer) {
      return {
        ...{ status: 'compare', score: 0, outOf: 0 },
        say: 'Not recognised, so it is not marked. Compare it with the answer here.',
        feedback: [{ about: 'text', right: null, text: question.compare }],
      };
    }
    const right = answer.right === true;
    const feedback = [{ about: 'text', right, text: answer.feedback }];
    return { status: 'marked', score: right ? 1 : 0, outOf: 1, feedback };
  },

  solution: (question) => ({
    text: question.answers.find(({ right }) => right)?.accept[0] ?? '',
  }),

  join: (kept, early) => ({ text: after(kept.text, early.text) }),

  toText: (_question, response) => response.text,
};
