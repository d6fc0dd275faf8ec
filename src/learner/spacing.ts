/**
 * PURE: when to practise something again. The only file that names the spacing library (`ts-fsrs`,
 * FSRS-6 with its published default weights), so that another one could take its place.
 */
import { FSRSAlgorithm } from 'ts-fsrs';

/** How well something was known: not, with effort, well, with ease. */
export type Grade = 'again' | 'hard' | 'good' | 'easy';
const GRADES = { again: 1, hard: 2, good: 3, easy: 4 } as const;

/** What is left of something after it was practised. */
export interface Memory {
  /** days until the chance to know it has fallen to nine in ten */
  readonly stability: number;
  /** 1 to 10 */
  readonly difficulty: number;
  /** whole days until the next time, 1 to 180 */
  readonly wait: number;
}

/**
 * No fuzz: the same answers always give the same day. No steps of minutes: a set is made once a
 * day. Nothing waits longer than half a year, as a course seldom lasts longer.
 */
const algorithm = new FSRSAlgorithm({
  request_retention: 0.9,
  maximum_interval: 180,
  enable_fuzz: false,
  enable_short_term: false,
});

/**
 * Results by what led to them. The questions of a lesson are mostly tried on the same days, so a
 * thousand questions share a few dozen memories, and the sums are done once for all of them.
 */
interface Known extends Memory {
  after: (Known | undefined)[];
  chances: (number | undefined)[];
}
const first: (Known | undefined)[] = [];
/** Whole days, as the library counts them; at most two years, which no record of ours reaches. */
const whole = (days: number): number => Math.min(Math.max(0, Math.round(days)), 730) || 0;

/**
 * The memory after one more sitting.
 * @param before undefined at the first one
 * @param days since the sitting before
 */
export function practised(before: Memory | undefined, days: number, grade: Grade): Memory {
  const after = before ? (before as Known).after : first;
  const elapsed = before ? whole(days) : 0;
  const key = elapsed * 4 + GRADES[grade];
  const found = after[key];
  if (found) return found;
  const state = algorithm.next_state(before ?? null, elapsed, GRADES[grade]);
  const wait = algorithm.next_interval(state.stability, 0);
  const memory: Known = { ...state, wait, after: [], chances: [] };
  return (after[key] = memory);
}

/** The chance to still know it after some days, 0 to 1. */
export function chance(memory: Memory, days: number): number {
  const elapsed = whole(days);
  const { chances } = memory as Known;
  return (chances[elapsed] ??= algorithm.forgetting_curve(elapsed, memory.stability));
}
