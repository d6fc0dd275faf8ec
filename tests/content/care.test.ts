import { describe, expect, test } from 'vitest';
import { readFiles } from '../../src/course/read';
import { bankOf } from './bank';
import { asksPrivate, brandsIn, opensAccount, unitsWithBrands } from './care';
import { files } from './files';
import { lessonBlocks, sentencesOf } from './prose';
import { textsOf } from './texts';

const { read } = readFiles(files);
const bank = bankOf(read);

interface Said {
  unit: number;
  place: string;
  text: string;
}
const prose: Said[] = read.units.flatMap(({ folder, lessons }) =>
  lessons.flatMap(({ file }) =>
    lessonBlocks(files[`/${file}`] ?? '').map(({ text, line }) => ({
      unit: Number(folder.slice(0, 2)),
      place: `${file}:${line}`,
      text,
    })),
  ),
);
const questions: Said[] = bank.flatMap(({ unit, place, data }) =>
  (data ? textsOf(data) : []).map(({ text }) => ({ unit, place, text })),
);
const asked: Said[] = bank.flatMap(({ unit, place, kind, data }) =>
  (data ? textsOf(data) : [])
    .filter(({ path }) => path[0] === 'ask' || kind === 'written')
    .map(({ text }) => ({ unit, place, text })),
);
const found = (said: Said[], wrong: (sentence: string) => boolean) =>
  said.flatMap(({ place, text }) =>
    sentencesOf(text)
      .filter(wrong)
      .map((sentence) => `${place}  ${sentence}`),
  );

test('nobody is told to open a social media account', () => {
  expect(prose.length).toBeGreaterThan(100);
  expect(found([...prose, ...questions], opensAccount)).toEqual([]);
});

test('nobody is asked for private facts', () => {
  // In a story, staff may ask a customer; so of the questions, only what they ask the learner.
  expect(asked.length).toBeGreaterThan(40);
  expect(found([...prose, ...asked], asksPrivate)).toEqual([]);
});

test('brands are named only where the criteria are about platforms', () => {
  const named = [...prose, ...questions]
    .filter(({ unit }) => !unitsWithBrands.includes(unit))
    .flatMap(({ place, text }) => brandsIn(text).map((brand) => `${place}  ${brand}`));
  expect(named).toEqual([]);
});

describe('the rules themselves', () => {
  test.each([
    'Open an account on Instagram and follow the shop.',
    'You can sign up for a free account.',
    'To see it, create a profile.',
    'Look at the page, then join TikTok.',
  ])('%s', (sentence) => {
    expect(opensAccount(sentence)).toBe(true);
  });

  test.each([
    'Never open an account for this.',
    'You do not need to create an account.',
    'Open a savings account for the customer.',
    'Mina creates an account for the shop.',
  ])('%s (fine)', (sentence) => {
    expect(opensAccount(sentence)).toBe(false);
  });

  test('private facts are missed by nobody', () => {
    expect(asksPrivate('Write your own home address below.')).toBe(true);
    expect(asksPrivate('Think of a shop, and describe your health.')).toBe(true);
    expect(asksPrivate('Do not share your address.')).toBe(false);
    expect(asksPrivate('Describe your dress code.')).toBe(false);
    expect(asksPrivate('Describe how your personality can affect a customer.')).toBe(false);
  });

  test('brands are found by name, plain words are not', () => {
    expect(brandsIn('A post on Facebook or TikTok. Boots, threads and the sky.')).toEqual([
      'Facebook',
      'TikTok',
    ]);
  });
});
