import { describe, expect, test } from 'vitest';
import { readFiles } from '../../src/course/read';
import { alike, sharedRuns, type Passage } from './alike';
import { bankOf, shownTexts } from './bank';
import { files } from './files';
import { lessonBlocks } from './prose';
import { textsOf } from './texts';

const { read } = readFiles(files);
const bank = bankOf(read);

test('no two questions ask nearly the same', () => {
  // Prompts follow the criteria, and some criteria are nearly the same.
  const practice = bank.filter(({ kind }) => kind !== 'written');
  expect(practice.length).toBeGreaterThan(20);
  const pairs = alike(practice.map((entry) => ({ id: entry.id, texts: shownTexts(entry) })));
  expect(pairs.map(({ a, b, overlap }) => `${a} and ${b}: ${overlap.toFixed(2)}`)).toEqual([]);
});

test('no 12 words in a row stand in two lessons', () => {
  const passages = read.units
    .flatMap((unit) => unit.lessons)
    .flatMap((lesson): Passage[] => [
      ...lessonBlocks(files[`/${lesson.file}`] ?? '').map(({ text }) => ({
        lesson: lesson.file,
        text,
      })),
      // What a prompt asks is the specification's wording, with the same hint about where to look.
      ...bank
        .filter((entry) => entry.lesson === lesson.file && entry.kind !== 'written')
        .flatMap(({ data }) => (data ? textsOf(data) : []))
        .map(({ text }) => ({ lesson: lesson.file, text })),
    ]);
  const specification = read.units.flatMap(({ unit }) => [
    ...(unit?.data?.outcomes ?? []).flatMap(({ title, criteria }) => [
      title,
      ...criteria.map(({ text }) => text),
    ]),
    ...(unit?.data?.range ?? []).flatMap(({ topic, points }) => [
      topic,
      ...points.map(({ text }) => text),
    ]),
  ]);
  expect(passages.length).toBeGreaterThan(200);
  expect(
    sharedRuns(passages, specification).map(
      ({ first, again, words }) => `${first} and ${again}: ${words}`,
    ),
  ).toEqual([]);
});

describe('the rules themselves', () => {
  const asks = (id: string, ...texts: string[]) => ({ id, texts });

  test('the same question in other words for one place is found', () => {
    const pairs = alike([
      asks('gym', 'Mina drops her towel at the gym door. What helps best?', 'Smile', 'Hide'),
      asks('bank', 'A bank sends a letter late. Why does it matter?', 'Trust falls', 'Paper costs'),
      asks('pool', 'Mina drops her towel at the pool door. What helps best?', 'Smile', 'Hide'),
    ]);
    expect(pairs.map(({ a, b }) => [a, b])).toEqual([['gym', 'pool']]);
    expect(pairs[0]?.overlap).toBeCloseTo(8 / 10);
  });

  test('short questions, and words that all questions share, do not count', () => {
    expect(alike([asks('a', 'Greet them', 'Hello'), asks('b', 'Greet them', 'Hello')])).toEqual([]);
    const filler = 'What should you do first for the customer when they are with you at work?';
    expect(alike([asks('a', filler), asks('b', filler)])).toEqual([]);
  });

  const run = 'one two three four five six seven eight nine ten eleven twelve';
  const in2 = (text: string): Passage[] => [
    { lesson: 'a', text: `Before: ${text}, after.` },
    { lesson: 'b', text: `So ${text.toUpperCase()}. Then more.` },
  ];

  test('twelve shared words are found once, eleven are not', () => {
    expect(sharedRuns(in2(`${run} thirteen`), [])).toEqual([
      { first: 'a', again: 'b', words: run },
    ]);
    expect(sharedRuns(in2(run.replace('one ', '')), [])).toEqual([]);
  });

  test('a lesson may repeat itself, and the specification', () => {
    expect(sharedRuns([{ lesson: 'a', text: run }, { lesson: 'a', text: run }], [])).toEqual([]);
    expect(sharedRuns(in2(run), [run])).toEqual([]);
  });
});
