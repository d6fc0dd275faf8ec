/** PURE: what happens when an answer from a file meets the one on this device. */
import { isWritten, joinAttempts, same, sameAnswer } from './given';
import type { Answer, Fork, Revision } from './types';

/**
 * - `new`: not on this device · `same`: nothing to do
 * - `newer`: the file goes on from the text here · `older`: the text here goes on from the file
 * - `joined`: practice; the tries of both are kept
 * - `both`: both changed; the learner chooses
 */
export type Meeting = 'new' | 'same' | 'newer' | 'older' | 'joined' | 'both';

/** One answer and its history, on one side. */
export interface Side {
  answer: Answer;
  fork?: Fork | undefined;
  revisions: readonly Revision[];
}

/** True when this side holds the text already: as an earlier text or as the one to choose from. */
const knows = ({ fork, revisions }: Side, response: unknown): boolean =>
  same(fork?.response, response) || revisions.some((one) => same(one.response, response));

/** What to do with an answer from a file. Symmetric: with the sides swapped, newer is older. */
export function meet(here: Side | undefined, there: Side): Meeting {
  if (!here) return 'new';
  if (sameAnswer(here.answer, there.answer)) return 'same';
  if (!isWritten(here.answer.response) && !isWritten(there.answer.response)) {
    return sameAnswer(here.answer, join(here.answer, there.answer)) ? 'older' : 'joined';
  }
  if (same(here.answer.response, there.answer.response)) {
    // the same words: the word "ready" is the learner's own, the side with the higher rev has it
    return ahead(there.answer, here.answer) ? 'newer' : 'older';
  }
  const older = knows(here, there.answer.response);
  const newer = knows(there, here.answer.response);
  return older === newer ? 'both' : older ? 'older' : 'newer';
}

/** A fixed order between two answers, the same whichever device asks. */
function ahead(a: Answer, b: Answer): boolean {
  const order = (one: Answer) => [one.rev, one.at, one.tab, JSON.stringify(one.response)] as const;
  const [x, y] = [order(a), order(b)];
  const at = x.findIndex((value, index) => value !== y[index]);
  return at >= 0 && (x[at] ?? 0) > (y[at] ?? 0);
}

/** Two answers to one practice question: all tries, the response of the one that is ahead. */
export function join(here: Answer, there: Answer): Answer {
  const winner = ahead(there, here) ? there : here;
  return {
    ...winner,
    attempts: joinAttempts(here.attempts, there.attempts),
    revealed: here.revealed || there.revealed,
    rev: Math.max(here.rev, there.rev) + 1,
    parentRev: here.rev,
  };
}
