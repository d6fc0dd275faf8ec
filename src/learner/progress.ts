/** PURE: how far the learner's own words on one prompt are. Every lesson loads this: keep it small. */
import type { Answer } from './types';

/** The learner's own word on a criterion; never whether it is good enough. */
export type CriterionState = 'none' | 'draft' | 'ready';

/**
 * True when a response says nothing: null, an empty string or list, or slots with no text. Ticks
 * alone say nothing: they are the learner's notes.
 */
export function isEmptyResponse(response: unknown): boolean {
  if (response === null || response === undefined) return true;
  if (typeof response === 'string') return response.trim() === '';
  if (typeof response !== 'object') return false;
  const held: object = 'slots' in response ? Object(response.slots) : response;
  return Object.values(held).every(
    (value) => value === null || (typeof value === 'string' && value.trim() === ''),
  );
}

/** The learner's own word on one answer; an answer without words is `none`. */
export function stateOf(answer: Answer | undefined): CriterionState {
  if (!answer || isEmptyResponse(answer.response)) return 'none';
  return answer.state === 'ready' ? 'ready' : 'draft';
}
