/**
 * Is a stored value what its store should hold? Written by hand because every lesson page loads
 * them: a schema library would weigh more than all the rest of this folder.
 */
import type { Answer, Fork, Journal, Learner, Revision } from './types';

type Fields = Record<string, unknown>;

const text = (value: unknown): value is string => typeof value === 'string';
const count = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0;
const maybe = (value: unknown, guard: (value: unknown) => boolean): boolean =>
  value === undefined || guard(value);

/** A record of version 1 that has these text fields. */
const record = (value: unknown, ...texts: string[]): value is Fields =>
  typeof value === 'object' &&
  value !== null &&
  (value as Fields)['v'] === 1 &&
  texts.every((name) => text((value as Fields)[name]));

/** True when `value` is an answer that this version can show. Never throws. */
export const isAnswer = (value: unknown): value is Answer =>
  record(value, 'learner', 'id', 'tab', 'at') &&
  count(value['rev']) &&
  count(value['parentRev']) &&
  'response' in value &&
  typeof value['revealed'] === 'boolean' &&
  Array.isArray(value['attempts']) &&
  value['attempts'].every(
    (attempt: Fields | null) =>
      attempt && text(attempt['at']) && count(attempt['score']) && count(attempt['outOf']),
  ) &&
  maybe(value['questionText'], text) &&
  maybe(value['state'], (state) => state === 'draft' || state === 'ready');

/** True when `value` is a fork that this version can show. Never throws. */
export const isFork = (value: unknown): value is Fork =>
  record(value, 'learner', 'id', 'tab', 'at') && count(value['baseRev']) && 'response' in value;

/** True when `value` is a revision that this version can show. Never throws. */
export const isRevision = (value: unknown): value is Revision =>
  record(value, 'learner', 'id', 'at', 'why') && count(value['n']) && 'response' in value;

/** True when `value` is a learner that this version can show. Never throws. */
export const isLearner = (value: unknown): value is Learner =>
  record(value, 'id', 'code', 'name', 'createdAt', 'aim') &&
  count(value['colour']) &&
  Array.isArray(value['units']) &&
  value['units'].every(count);

const isBase = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  count((value as Fields)['rev']) &&
  text((value as Fields)['tab']);

/** True when `value` is a journal that can be replayed. Never throws. */
export const isJournal = (value: unknown): value is Journal =>
  record(value, 'tab') &&
  maybe(value['learner'], isLearner) &&
  Array.isArray(value['entries']) &&
  value['entries'].every(
    (entry: Fields | null) => entry && maybe(entry['base'], isBase) && isAnswer(entry['answer']),
  );
