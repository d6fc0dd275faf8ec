/**
 * PURE: the mixed check at the end of a unit: which questions it has, and what is kept of it. It is
 * practice; its tries are kept with the questions, like all others.
 */
import { mix } from '../questions/mix';
import { spread } from './spread';
import type { Answer } from './types';

/** A check has as many questions as the unit has criteria, but at least 12 and at most 15. */
const LEAST = 12;
const MOST = 15;

export interface CheckQuestion {
  id: string;
  kind: string;
  level: string;
  criteria: readonly string[];
}

/** True when the last marked try was right. A try that nobody marks is neither right nor wrong. */
export const rightAtLast = (answer: Pick<Answer, 'attempts'> | undefined): boolean => {
  const last = answer?.attempts.findLast(({ outOf }) => outOf > 0);
  return last !== undefined && last.score >= last.outOf;
};

/**
 * The questions of a check, in its order. Each criterion comes at least once where that can be;
 * questions that were not right yet come first, then kinds and levels that are rare in the set.
 * @param questions of the unit, only those that fit a quick round
 * @param seed the same seed gives the same set: the learner and the number of the round
 */
export function checkSet<Q extends CheckQuestion>(
  questions: readonly Q[],
  answers: ReadonlyMap<string, Pick<Answer, 'attempts'>>,
  seed: string,
): Q[] {
  // The hash behind `mix` needs some letters after those that differ before all places move.
  const own = `${seed} in the check`;
  const left = mix(own, questions);
  const open = new Set(questions.flatMap(({ criteria }) => criteria));
  const size = Math.min(Math.max(open.size, LEAST), MOST);
  const taken: Q[] = [];
  const met = new Map<string, number>();
  const times = (name: string) => met.get(name) ?? 0;
  while (taken.length < size && left.length > 0) {
    // The criteria first, then what was not right yet, then variety; then as the seed mixed them.
    const rank = ({ id, kind, level, criteria }: Q): number[] => [
      -criteria.filter((key) => open.has(key)).length,
      Math.min(...criteria.map(times)),
      rightAtLast(answers.get(id)) ? 1 : 0,
      times(kind),
      times(level),
    ];
    const ranked = left.map((question, place) => ({ place, rank: rank(question) }));
    const best = ranked.reduce((a, b) => (before(b.rank, a.rank) ? b : a));
    const [next] = left.splice(best.place, 1);
    if (!next) break;
    taken.push(next);
    for (const name of [next.kind, next.level, ...next.criteria]) met.set(name, times(name) + 1);
    for (const key of next.criteria) open.delete(key);
  }
  return spread(mix(own, taken), ({ kind }) => kind);
}

const before = (a: readonly number[], b: readonly number[]): boolean => {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0);
};

/** How the first try of a round went; `unmarked`: nobody can say. */
export type Outcome = 'right' | 'not' | 'unmarked';
const OUTCOMES: readonly unknown[] = ['right', 'not', 'unmarked'] satisfies Outcome[];

/** The outcome of a try. */
export const outcomeOf = ({ score, outOf }: { score: number; outOf: number }): Outcome =>
  outOf === 0 ? 'unmarked' : score < outOf ? 'not' : 'right';

/** What is kept of a unit's check, so that a learner can stop and carry on. */
export interface CheckState {
  /** 1, 2, 3… */
  round: number;
  /** its questions, in order */
  ids: string[];
  /** question id → how the first try went; absent: not answered yet */
  first: Record<string, Outcome>;
}

/** Id of the answer that holds the check of a unit. */
export const checkId = (unit: string): string => `check-${unit.toLowerCase()}`;

/** The check out of a stored answer; undefined where there is none. Never throws. */
export function checkIn(answer: Pick<Answer, 'response'> | undefined): CheckState | undefined {
  const state = answer?.response as Partial<Record<keyof CheckState, unknown>> | null | undefined;
  if (typeof state !== 'object' || state === null) return undefined;
  const { round, ids, first } = state;
  if (typeof round !== 'number' || !Array.isArray(ids)) return undefined;
  const known = typeof first === 'object' && first !== null ? Object.entries(first) : [];
  return {
    round,
    ids: ids.filter((id) => typeof id === 'string'),
    first: Object.fromEntries(
      known.filter((entry): entry is [string, Outcome] => OUTCOMES.includes(entry[1])),
    ),
  };
}
