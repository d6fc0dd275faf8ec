import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkIn,
  checkSet,
  outcomeOf,
  rightAtLast,
  type CheckQuestion,
} from '../../../src/learner/check';
import { selfId, wordOn, wordsIn } from '../../../src/learner/self';
import { tried } from './sample';

const KINDS = ['single-choice', 'matching', 'ordering', 'gap-fill'];
const LEVELS = ['recall', 'understand', 'apply'];
/** `criteria` criteria with `each` questions for every one. */
const bank = (criteria: number, each: number): CheckQuestion[] =>
  Array.from({ length: criteria * each }, (_, i) => ({
    id: `p${i}`,
    kind: KINDS[i % KINDS.length] ?? '',
    level: LEVELS[i % LEVELS.length] ?? '',
    criteria: [`U01.1.${(i % criteria) + 1}`],
  }));
const none = new Map();
const ids = (set: CheckQuestion[]) => set.map(({ id }) => id);

describe('the check of a unit', () => {
  it.each([
    [5, 12],
    [9, 12],
    [13, 13],
    [19, 15],
  ])('of %i criteria has %i questions', (criteria, size) => {
    expect(checkSet(bank(criteria, 4), none, 'L:1')).toHaveLength(size);
  });

  it('is the same for the same learner and round, and another in the next round', () => {
    const first = ids(checkSet(bank(9, 6), none, 'L:1'));
    expect(ids(checkSet(bank(9, 6), none, 'L:1'))).toEqual(first);
    expect(ids(checkSet(bank(9, 6), none, 'L:2'))).not.toEqual(first);
    expect(ids(checkSet(bank(9, 6), none, 'M:1'))).not.toEqual(first);
  });

  it('takes each criterion at least once, mixes kinds and levels, and repeats nothing', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 15 }),
        fc.integer({ min: 2, max: 6 }),
        fc.string(),
        (criteria, each, seed) => {
          const all = bank(criteria, each);
          const set = checkSet(all, none, seed);
          expect(new Set(ids(set)).size).toBe(set.length);
          expect(set.length).toBe(Math.min(all.length, Math.max(12, criteria)));
          expect(new Set(set.flatMap((one) => one.criteria)).size).toBe(criteria);
          const kinds = new Set(all.map(({ kind }) => kind)).size;
          if (criteria <= 9)
            expect(new Set(set.map(({ kind }) => kind)).size).toBe(Math.min(kinds, set.length));
        },
      ),
    );
  });

  it('prefers what was not right yet', () => {
    const all = bank(3, 8);
    const right = new Map(all.slice(0, 12).map(({ id }) => [id, tried(id, 'a', [0, 1])]));
    const set = checkSet(all, right, 'L:1');
    expect(set.filter(({ id }) => right.has(id))).toEqual([]);
  });

  it('goes by the last marked try', () => {
    expect(rightAtLast(undefined)).toBe(false);
    expect(rightAtLast(tried('p', 'a', [1, 0]))).toBe(false);
    expect(rightAtLast(tried('p', 'a', [0, 1]))).toBe(true);
    const unmarked = { at: '', score: 0, outOf: 0 };
    const right = tried('p', 'a', [1]);
    expect(rightAtLast({ attempts: [...right.attempts, unmarked] })).toBe(true);
    expect(rightAtLast({ attempts: [unmarked] })).toBe(false);
    expect([
      outcomeOf({ score: 1, outOf: 1 }),
      outcomeOf({ score: 1, outOf: 2 }),
      outcomeOf(unmarked),
    ]).toEqual(['right', 'not', 'unmarked']);
  });

  it('reads back what it kept, and nothing else', () => {
    const kept = { round: 2, ids: ['p1', 'p2'], first: { p1: 'right' } };
    expect(checkIn({ response: kept })).toEqual(kept);
    expect(
      checkIn({ response: { ...kept, ids: ['p1', 3], first: { p1: 'x', p2: 'not' } } }),
    ).toEqual({
      ...{ round: 2, ids: ['p1'], first: { p2: 'not' } },
    });
    fc.assert(fc.property(fc.jsonValue(), (response) => void checkIn({ response })));
  });
});

describe('the own word', () => {
  it('has an id of its own for each unit and moment', () => {
    expect(selfId('U01', 'start')).toBe('self-u01-start');
    expect(selfId('U13', 'end')).toBe('self-u13-end');
  });

  it('reads words, and passes over anything else', () => {
    expect(wordsIn({ response: { 'U01.1.1': 'not-yet', 'U01.1.2': 'met' } })).toEqual({
      'U01.1.1': 'not-yet',
    });
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), (response, key) => {
        expect(Object.values(wordsIn({ response }))).toEqual([]);
        expect(wordOn(new Map([['self-u01-end', { response }]]), 'U01', key)).toBeUndefined();
      }),
    );
  });
});
