/**
 * PURE: from the answers to what to practise again, when, and why. `now` is passed in; the same
 * answers and the same moment always give the same set. Nothing here counts days that were missed.
 */
import { chance, practised, type Grade, type Memory } from './spacing';
import { spread } from './spread';

/** What is read of an answer. Old records have no `sure`; `outOf: 0` is practised, not marked. */
export interface Tried {
  id: string;
  attempts: readonly { at: string; score: number; outOf: number; sure?: string | undefined }[];
  /** the answer was shown at some time */
  revealed: boolean;
  /** when the answer last changed */
  at: string;
}

/** Why a question comes now. */
export type Reason = 'wrong' | 'shown' | 'guessed' | 'unmarked' | 'time';

export interface Planned {
  id: string;
  /** milliseconds: when it is worth another look */
  due: number;
  reason: Reason;
  /** whole days since it was last practised */
  days: number;
  /** the chance to still know it, 0 to 1: the lowest comes first */
  chance: number;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/**
 * Tries this close together are one sitting. Its first marked try says what the learner knew: the
 * later ones have seen the feedback.
 */
const SITTING = 8 * HOUR;
/** A set is for a day: what falls due within the next half day is in it, whatever the hour. */
const EARLY = 12 * HOUR;

type Try = Tried['attempts'][number];

/**
 * What one sitting says: wrong or shown is `again`; right, but guessed, is `hard`; right is `good`;
 * right and sure is `easy`. A try that nobody marks says only that it was practised: `hard`, so
 * that it comes back soon.
 */
export function gradeOf({ score, outOf, sure }: Try): Grade {
  if (outOf === 0) return 'hard';
  if (score < outOf) return 'again';
  return sure === 'guess' ? 'hard' : sure === 'sure' ? 'easy' : 'good';
}

/** The moment of a date-time; one that cannot be read or lies ahead counts as now. */
function moment(at: string, now: number): number {
  const time = Date.parse(at);
  return time <= now ? time : now;
}

/** The same tries, oldest first. Records keep them so; a file from elsewhere may not. */
function inOrder(tries: readonly Try[]): readonly Try[] {
  let before = '';
  for (const { at } of tries) {
    if (at < before) return [...tries].sort((a, b) => (a.at < b.at ? -1 : 1));
    before = at;
  }
  return tries;
}

/**
 * What is planned for one question; undefined where it was never practised. Never throws.
 * One pass that makes no lists: a page does this for each answer of the record, once.
 * @param now milliseconds
 */
export function plan({ id, attempts, revealed, at }: Tried, now: number): Planned | undefined {
  if (attempts.length === 0 && !revealed) return undefined;
  let memory: Memory | undefined;
  /** of the sitting that is being read: its start, its last moment, the try that decides */
  let start = 0;
  let end = 0;
  let told: Try | undefined;
  let last: Try | undefined;
  /** when the sitting before it ended */
  let ended = 0;
  for (const one of inOrder(attempts)) {
    const time = moment(one.at, now);
    if (!told || time - end >= SITTING) {
      if (told) memory = practised(memory, (start - ended) / DAY, gradeOf(told));
      ended = end;
      start = time;
      told = one;
    } else if (told.outOf === 0) told = one;
    end = time;
    last = one;
  }
  if (told) memory = practised(memory, (start - ended) / DAY, gradeOf(told));
  else end = moment(at, now);
  // A record keeps that the answer was shown, not when. Where the last try was not right, it was
  // shown after that; a right answer since then has been planned as one.
  const shown = revealed && (!last || last.score < last.outOf);
  if (!memory || (shown && told && gradeOf(told) !== 'again')) {
    memory = practised(memory, 0, 'again');
  }
  const age = (now - end) / DAY;
  return {
    id,
    due: end + memory.wait * DAY - EARLY,
    reason: shown ? 'shown' : told ? reasonOf(told) : 'wrong',
    days: Math.round(age),
    chance: chance(memory, age),
  };
}

const reasonOf = ({ score, outOf, sure }: Try): Reason =>
  outOf === 0 ? 'unmarked' : score < outOf ? 'wrong' : sure === 'guess' ? 'guessed' : 'time';

/** Everything that was practised, what is most at risk first; equal ones as they were given. */
export function planAll(answers: Iterable<Tried>, now: number): Planned[] {
  const all: Planned[] = [];
  for (const answer of answers) {
    const planned = plan(answer, now);
    if (planned) all.push(planned);
  }
  return all.sort((a, b) => a.chance - b.chance);
}

/** What is due at a moment, in the order of `planAll`. */
export const dueOf = (planned: readonly Planned[], now: number): Planned[] =>
  planned.filter(({ due }) => due <= now);

/** How much a learner wants to do: so many questions, or so many seconds. */
export type Size = { questions: number } | { seconds: number };

/**
 * The set of a round: as many as fit, what is most at risk first, then mixed so that neighbours
 * come from different units (or are of different kinds where all are from one unit). At least one,
 * if there is any.
 * @param planned in the order of `planAll`; those without an entry in `about` are passed over
 */
export function reviewSet<A extends { unit: string; kind: string; seconds: number }>(
  planned: readonly Planned[],
  about: ReadonlyMap<string, A>,
  size: Size,
): (Planned & A)[] {
  const chosen: (Planned & A)[] = [];
  let seconds = 0;
  for (const each of planned) {
    const more = about.get(each.id);
    if (!more) continue;
    seconds += more.seconds;
    const fits = 'questions' in size ? chosen.length < size.questions : seconds <= size.seconds;
    if (chosen.length > 0 && !fits) break;
    chosen.push({ ...each, ...more });
  }
  const units = new Set(chosen.map(({ unit }) => unit));
  return spread(chosen, ({ unit, kind }) => (units.size > 1 ? unit : kind));
}
