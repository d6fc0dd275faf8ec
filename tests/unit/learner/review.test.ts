import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueOf, gradeOf, plan, planAll, reviewSet, type Tried } from '../../../src/learner/review';
import { chance, practised } from '../../../src/learner/spacing';
import { spread } from '../../../src/learner/spread';

const DAY = 86_400_000;
const START = Date.parse('2026-11-22T10:00:00.000Z');
/** Tries by day since the start: [0, 1, 'sure'] is right and sure on the first day. */
type Try = [day: number, score: number, sure?: string, outOf?: number];
const answer = (id: string, tries: Try[], revealed = false): Tried => ({
  id,
  revealed,
  at: new Date(START).toISOString(),
  attempts: tries.map(([day, score, sure, outOf = 1]) => ({
    at: new Date(START + day * DAY).toISOString(),
    score,
    outOf,
    ...(sure && { sure }),
  })),
});
const on = (day: number) => START + day * DAY;
const planned = (tries: Try[], day: number, revealed = false) => {
  const found = plan(answer('p', tries, revealed), on(day));
  if (!found) throw new Error('not planned');
  return found;
};
/** Whole days from the last try until it is due. */
const wait = (tries: Try[], revealed = false) => {
  const last = Math.max(...tries.map(([day]) => day));
  return Math.ceil((planned(tries, last, revealed).due - on(last)) / DAY);
};

describe('a grade', () => {
  it.each([
    [{ score: 0, outOf: 1 }, 'again'],
    [{ score: 2, outOf: 3, sure: 'sure' }, 'again'],
    [{ score: 1, outOf: 1, sure: 'guess' }, 'hard'],
    [{ score: 1, outOf: 1, sure: 'think' }, 'good'],
    [{ score: 1, outOf: 1 }, 'good'],
    [{ score: 1, outOf: 1, sure: 'sure' }, 'easy'],
    [{ score: 0, outOf: 0 }, 'hard'],
  ])('%j is %s', (one, grade) => {
    expect(gradeOf({ at: '', ...one })).toBe(grade);
  });
});

describe('a plan', () => {
  it('is for what was practised only', () => {
    expect(plan(answer('p', []), on(1))).toBeUndefined();
    expect(plan(answer('p', [], true), on(1))).toMatchObject({ reason: 'shown' });
  });

  it('brings back sooner what was wrong, shown or guessed', () => {
    expect(wait([[0, 0]])).toBe(1);
    expect(wait([[0, 0]], true)).toBe(1);
    expect(wait([[0, 1, 'guess']])).toBe(1);
    expect(wait([[0, 1]])).toBe(2);
    expect(wait([[0, 1, 'sure']])).toBe(8);
    const risk = (tries: Try[]) => planned(tries, 2).chance;
    expect(risk([[0, 0]])).toBeLessThan(risk([[0, 1, 'guess']]));
    expect(risk([[0, 1, 'guess']])).toBeLessThan(risk([[0, 1]]));
  });

  it('waits longer each time that it was right, and starts again when it was not', () => {
    const right: Try[] = [
      [0, 1],
      [2, 1],
      [9, 1],
    ];
    expect(wait(right.slice(0, 2))).toBeGreaterThan(wait(right.slice(0, 1)));
    expect(wait(right)).toBeGreaterThan(wait(right.slice(0, 2)));
    expect(wait([...right, [30, 0]])).toBeLessThan(wait(right));
  });

  it('believes the first try of a sitting: later ones have seen the feedback', () => {
    const minute = 1 / 1440;
    const again: Try[] = [
      [0, 0],
      [minute, 1, 'sure'],
    ];
    expect(planned(again, 1)).toMatchObject({ reason: 'wrong' });
    expect(wait(again)).toBe(1);
    expect(planned([...again, [2, 1]], 5)).toMatchObject({ reason: 'time', days: 3 });
  });

  it('says why it comes now', () => {
    expect(planned([[0, 0]], 1).reason).toBe('wrong');
    expect(planned([[0, 0]], 1, true).reason).toBe('shown');
    expect(planned([[0, 1, 'guess']], 1).reason).toBe('guessed');
    expect(planned([[0, 0, 'sure', 0]], 1).reason).toBe('unmarked');
    expect(planned([[0, 1]], 6)).toMatchObject({ reason: 'time', days: 6 });
    const shownThenRight: Try[] = [
      [0, 0],
      [2, 1],
    ];
    expect(planned(shownThenRight, 3, true).reason).toBe('time');
  });

  it('is for a day: what falls due within half a day is due', () => {
    const due = ([tries, day]: [Try[], number]) =>
      dueOf(planAll([answer('p', tries)], on(day)), on(day));
    expect(due([[[0, 0]], 0.4])).toHaveLength(0);
    expect(due([[[0, 0]], 0.6])).toHaveLength(1);
    expect(due([[[0, 1]], 1.4])).toHaveLength(0);
    expect(due([[[0, 1]], 1.6])).toHaveLength(1);
  });

  it('copes with any record and any clock, and never waits more than half a year', () => {
    const when = fc.oneof(
      fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
      fc.string(),
    );
    const attempt = fc.record({
      ...{ at: when, score: fc.nat(9), outOf: fc.nat(9) },
      sure: fc.option(fc.constantFrom('sure', 'think', 'guess', 'x'), { nil: undefined }),
    });
    const any = fc.record({
      ...{ id: fc.string(), at: when, revealed: fc.boolean(), attempts: fc.array(attempt) },
    });
    fc.assert(
      fc.property(any, fc.date({ noInvalidDate: true }), (one, date) => {
        const now = date.valueOf();
        const found = plan(one, now);
        expect(found === undefined).toBe(one.attempts.length === 0 && !one.revealed);
        expect(plan(one, now)).toEqual(found);
        if (!found) return;
        expect(found.due).toBeLessThanOrEqual(now + 180 * DAY);
        expect(found.days).toBeGreaterThanOrEqual(0);
        expect(found.chance).toBeGreaterThanOrEqual(0);
        expect(found.chance).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('a set', () => {
  const about = new Map(
    ['a', 'b', 'c', 'd', 'e', 'f'].map((id, i) => [
      id,
      { unit: i < 4 ? 'U01' : 'U02', kind: i % 2 ? 'ordering' : 'single-choice', seconds: 30 },
    ]),
  );
  const all = planAll(
    [...about.keys()].map((id, i) => answer(id, [[0, i % 2, 'guess']])),
    on(3),
  );

  it('holds as many as were asked for, what is most at risk first', () => {
    const ids = (size: { questions: number } | { seconds: number }) =>
      reviewSet(all, about, size).map(({ id }) => id);
    expect(ids({ questions: 3 }).toSorted()).toEqual(['a', 'c', 'e']);
    expect(ids({ seconds: 60 })).toHaveLength(2);
    expect(ids({ seconds: 10 })).toHaveLength(1);
    expect(ids({ questions: 20 })).toHaveLength(6);
    expect(reviewSet([], about, { questions: 20 })).toEqual([]);
  });

  it('passes over what it knows nothing about', () => {
    const left = new Map([...about].filter(([id]) => id !== 'a'));
    expect(reviewSet(all, left, { questions: 20 }).map(({ id }) => id)).not.toContain('a');
  });

  it('mixes units, or kinds where there is one unit', () => {
    const units = reviewSet(all, about, { questions: 20 }).map(({ unit }) => unit);
    expect(units.join(' ')).toBe('U01 U02 U01 U02 U01 U01');
    const one = new Map([...about].filter(([, { unit }]) => unit === 'U01'));
    const kinds = reviewSet(all, one, { questions: 20 }).map(({ kind }) => kind);
    expect(kinds.every((kind, i) => kind !== kinds[i - 1])).toBe(true);
  });
});

describe('spreading', () => {
  it('keeps all members, and parts neighbours wherever that can be', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c')), (list) => {
        const out = spread(list, (one) => one);
        expect(out.toSorted()).toEqual(list.toSorted());
        const most = Math.max(0, ...['a', 'b', 'c'].map((k) => list.filter((x) => x === k).length));
        if (most <= Math.ceil(list.length / 2)) {
          expect(out.filter((one, i) => one === out[i - 1])).toEqual([]);
        }
      }),
    );
  });
});

describe('the memory behind it', () => {
  it('holds longer after more, and fades with time', () => {
    const once = practised(undefined, 0, 'good');
    const twice = practised(once, 3, 'good');
    expect(twice.stability).toBeGreaterThan(once.stability);
    expect(once.wait).toBe(2);
    expect(practised(undefined, 5, 'good')).toBe(once);
    expect(practised(once, 3.2, 'good')).toBe(twice);
    expect(chance(once, 0)).toBe(1);
    expect(chance(once, 9)).toBeLessThan(chance(once, 2));
    expect(chance(twice, 9)).toBeGreaterThan(chance(once, 9));
  });
});
