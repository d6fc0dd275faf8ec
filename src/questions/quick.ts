/** Which kinds of question fit a quick round (review, the check of a unit), and how long each takes. */
import type { Kind } from './types';

/**
 * About how many seconds a question of a kind takes; null: it does not fit a quick round, because
 * it is long, because the learner marks it, or because a person does.
 * Every kind that this build knows must stand here: the compiler names a missing one.
 */
const SECONDS: Readonly<Record<string, number | null>> & { readonly [K in Kind]: number | null } = {
  'single-choice': 20,
  'true-false-reason': 20,
  'multiple-choice': 30,
  'short-answer': 30,
  'gap-fill': 35,
  'spot-it': 40,
  hotspot: 40,
  ordering: 45,
  grouping: 45,
  matching: 45,
  'list-it': 45,
  'rewrite-it': null,
  simulation: null,
  flashcards: null,
  written: null,
};

/** Seconds that a question of this kind takes, or null where it does not fit. Takes any text. */
export const secondsOf = (kind: string): number | null =>
  (Object.hasOwn(SECONDS, kind) ? SECONDS[kind] : null) ?? null;
