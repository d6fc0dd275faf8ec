import { describe, expect, test } from 'vitest';
import { readFiles } from '../../src/course/read';
import { bankOf } from './bank';
import { files } from './files';
import { guessing, truthTold, type Choice } from './guessing';

const bank = bankOf(readFiles(files).read);

test('guessing does not work: not by length, not by place, not by a word', () => {
  const choices = bank.flatMap(({ data }) => (data?.kind === 'single-choice' ? [data] : []));
  expect(choices.length).toBeGreaterThan(10);
  expect(guessing(choices)).toEqual([]);
});

test('about half of the statements are true', () => {
  const truths = bank
    .filter(({ kind }) => kind === 'true-false-reason')
    .map(({ fields }) => fields['truth'] === true);
  expect(truthTold(truths)).toBeUndefined();
});

/** Forty choices; what is right stands at each place ten times, and is as long as the others. */
const fair = (change: (options: { text: string; right?: true }[], n: number) => void): Choice[] =>
  Array.from({ length: 40 }, (_, n) => {
    const options: { text: string; right?: true }[] = ['one.', 'two.', 'six.', 'ten.'].map(
      (text, place) => (place === n % 4 ? { text, right: true } : { text }),
    );
    // The shortest is right in a quarter, as chance would have it.
    const right = options[n % 4];
    if (right && n % 8 < 2) right.text = 'a.';
    change(options, n);
    return { id: `q${n}`, options };
  });

describe('the rules themselves', () => {
  test('a fair bank passes', () => {
    expect(guessing(fair(() => undefined))).toEqual([]);
  });

  test('a right option that is long, or never short, is found', () => {
    const long = fair((options) => {
      const right = options.find((option) => option.right);
      if (right) right.text += ' and a reason why';
    });
    expect(guessing(long)).toEqual([
      'The right option is the longest in 100 % (at most 30 %).',
      'The right option is the shortest in 0 % (at least 15 %).',
    ]);
  });

  test('a right option that likes one place is found', () => {
    const first = fair(() => undefined).map(({ id, options }) => ({
      id,
      options: options.toSorted((a, b) => Number(b.right ?? false) - Number(a.right ?? false)),
    }));
    expect(guessing(first)).toEqual([
      'Of 4 options, the right one stands first, second… in 40, 0, 0, 0: not spread evenly.',
    ]);
  });

  test('absolute words in wrong options only are found', () => {
    const sure = fair((options) => {
      for (const option of options) option.text = option.right ? option.text : `always ${option.text}`;
    });
    expect(guessing(sure).at(-1)).toBe(
      '“Always”, “never”, “only”… stand in 0 % of right and 100 % of wrong options (at most 6 apart).',
    );
  });

  test('“all of the above” is found even in a small bank', () => {
    const options = [{ text: 'All of the above', right: true }, { text: 'One' }];
    expect(guessing([{ id: 'q', options }])).toEqual([
      'q: “All of the above” makes the others worthless.',
    ]);
  });

  test('statements that are mostly false are found, and few say nothing', () => {
    expect(truthTold([true, ...Array<boolean>(9).fill(false)])).toBe(
      '10 % of 10 statements are true (40 to 60 %).',
    );
    expect(truthTold([false, false])).toBeUndefined();
    expect(truthTold([true, false, true, false, true, false, true, false, true, false])).toBe(
      undefined,
    );
  });
});
