import { at } from '../placing';
import type { Behaviour, QuestionOf, Responses } from '../types';

type Question = QuestionOf<'flashcards'>;
const PILES = ['known', 'later', 'again'] as const;

/** True when every card was looked at once. */
export const allSeen = (question: Question, response: Responses['flashcards']): boolean =>
  PILES.flatMap((pile) => response[pile]).length === question.cards.length;

/** Each card lies in one pile at most, and every card of a pile is one of the question's. */
function isRound(question: Question, value: unknown): value is Responses['flashcards'] {
  if (!['term', 'meaning'].includes(at(value, 'from') ?? '')) return false;
  const piles = PILES.map((pile) => (value as Record<string, unknown>)[pile]);
  if (!piles.every(Array.isArray)) return false;
  const lying: unknown[] = piles.flat();
  return (
    new Set(lying).size === lying.length &&
    lying.every((one) => question.cards.some(({ id }) => id === one))
  );
}

/** Never marked here: what the learner knew is their own word. */
export const behaviour: Behaviour<'flashcards'> = {
  isResponse: isRound,

  mark: (question, response) => {
    if (!isRound(question, response) || !allSeen(question, response)) {
      return { status: 'blank', say: 'Go through the cards first.' };
    }
    return {
      ...{ status: 'compare', score: 0, outOf: 0 },
      say: `You knew ${response.known.length} of ${question.cards.length} at the first look.`,
      feedback: [],
    };
  },

  solution: () => null,

  join: (kept) => kept,

  toText: (question, response) => {
    const terms = (ids: readonly string[]): string =>
      question.cards
        .filter(({ id }) => ids.includes(id))
        .map(({ term }) => term)
        .join(', ') || 'none';
    return [
      `Known at the first look: ${terms(response.known)}`,
      `Known later: ${terms(response.later)}`,
      `Not yet: ${terms(response.again)}`,
    ].join('\n');
  },

  own: { check: '', again: 'Go through them again', clear: true },
};
