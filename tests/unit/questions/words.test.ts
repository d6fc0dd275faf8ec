import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mix } from '../../../src/questions/mix';
import { resultLine, short, standing } from '../../../src/questions/words';

describe('mix', () => {
  it('keeps every member, changes the order, and is always the same', () => {
    fc.assert(
      fc.property(fc.string(), fc.uniqueArray(fc.string(), { maxLength: 9 }), (seed, list) => {
        const mixed = mix(seed, list);
        expect(mixed.toSorted()).toEqual(list.toSorted());
        expect(mix(seed, list)).toEqual(mixed);
        if (list.length > 1) expect(mixed).not.toEqual(list);
      }),
    );
  });

  it('gives the orders that were ever published', () => {
    // A learner who comes back must find the items where they were.
    expect(mix('u01-bike-shop-story', [1, 2, 3, 4, 5])).toMatchInlineSnapshot(`
      [
        4,
        5,
        2,
        1,
        3,
      ]
    `);
    expect(mix('example-phone-greeting', [1, 2, 3, 4])).toMatchInlineSnapshot(`
      [
        1,
        4,
        2,
        3,
      ]
    `);
  });

  it('starts with any member about equally often', () => {
    const counts = [0, 0, 0, 0];
    for (let i = 0; i < 4000; i += 1) {
      const [at = 0] = mix(`u01-question-${i}`, [0, 1, 2, 3]);
      counts[at] = (counts[at] ?? 0) + 1;
    }
    for (const count of counts) expect(count).toBeGreaterThan(800);
  });
});

describe('the result line', () => {
  const remark = (right: boolean, about = 'a') => ({ about, right, text: 'Why.' });
  const mark = (score: number, outOf: number, ...rights: boolean[]) => ({
    status: 'marked' as const,
    score,
    outOf,
    feedback: rights.map((right, i) => remark(right, String(i))),
  });

  it.each([
    ['one mark', mark(1, 1, true), 1, false, 'Right.'],
    ['one mark', mark(1, 1, true), 2, false, 'Right on your second try.'],
    ['one mark', mark(1, 1, true), 7, false, 'Right on try 7.'],
    ['one mark', mark(1, 1, true), 2, true, 'Right. You saw the answer before.'],
    ['one mark', mark(0, 1, false), 1, false, 'Not this one yet.'],
    [
      'places',
      mark(0, 3, false, false, false),
      1,
      false,
      'None right yet. Change them and check again.',
    ],
    [
      'places',
      mark(2, 4, true, false, true, false),
      1,
      true,
      '2 of 4 right. Change the others and check again.',
    ],
    ['choices', mark(2, 3, true, true), 1, false, 'Right so far. Find 1 more and check again.'],
    [
      'choices',
      mark(1, 3, true, true, false),
      1,
      false,
      '2 of your 3 choices are right. Change the others and check again.',
    ],
    [
      'choices',
      mark(0, 3, true, false),
      1,
      false,
      '1 of your 2 choices is right. Change the others and check again.',
    ],
    [
      'as many choices as there are right ones',
      mark(0, 2, true, false),
      1,
      false,
      '1 of your 2 choices is right. Change the others and check again.',
    ],
    [
      'choices',
      mark(0, 3, false),
      1,
      false,
      'None of these yet. Change your choices and check again.',
    ],
  ] as const)('%s %o, try %i', (_, one, tries, seen, expected) => {
    expect(resultLine({ ...one, feedback: [...one.feedback] }, tries, seen)).toBe(expected);
  });

  it('keeps the remarks that are still true', () => {
    const remarks = [remark(true, 'a'), remark(false, 'b')];
    expect(standing(remarks, 'a', 'b')).toBe(remarks);
    expect(standing(remarks, ['a', 'b'], ['b'])).toBe(remarks);
    expect(standing(remarks, ['a', 'b'], ['a', 'b', 'c'])).toBe(remarks);
    expect(standing(remarks, { a: 'x', b: 'y' }, { a: 'x', b: 'z' })).toEqual([remark(true, 'a')]);
    expect(standing(remarks, ['a', 'b', 'c'], ['a', 'c', 'b'])).toEqual([remark(true, 'a')]);
    expect(standing(undefined, undefined, { a: 'x' })).toBeUndefined();
  });
});

describe('short', () => {
  it.each([
    ['“This shop feels safe,” at the door', 'This shop feels safe'],
    ['A name badge', 'A name badge'],
    [
      'Mei walks past the café for the first time. The window is dirty.',
      'Mei walks past the café for the…',
    ],
  ])('%s', (text, expected) => {
    expect(short(text)).toBe(expected);
  });
});
