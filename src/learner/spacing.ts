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
  stability: number;
  /** 1 to 10 */
  difficulty: number;
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
 * The memory after one more sitting.
 * @param before undefined at the first one
 * @param days since the sitting before, 0 or more
 */
export function practised(before: Memory | undefined, days: number, grade: Grade): Memory {
  return algorithm.next_state(before ?? null, Math.max(0, days), GRADES[grade]);
}

/** Whole days until the next time, 1 to 180. */
export const daysUntil = ({ stability }: Memory, days: number): number =>
  algorithm.next_interval(stability, days);

/** The chance to still know it after some days, 0 to 1. */
export const chance = ({ stability }: Memory, days: number): number =>
  algorithm.forgetting_curve(Math.max(0, days), stability);
