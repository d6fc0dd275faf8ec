import { describe, expect, test } from 'vitest';
import { readFiles } from '../../src/course/read';
import { criterionKeysOf } from '../../src/course/rules/keys';
import { bankOf } from './bank';
import { files } from './files';
import { lessonBlocks, wordsOf } from './prose';
import {
  compounds,
  conversationsLack,
  lessonLacks,
  numberIn,
  slotsLack,
  type Conversation,
} from './whole';

const { read } = readFiles(files);
const lessons = read.units.flatMap((unit) => unit.lessons);
/** Criterion key → the words of the specification. */
const criteria = new Map(
  read.units.flatMap(({ unit }) =>
    unit?.data
      ? criterionKeysOf(unit.data).map(
          (key, i) =>
            [key, unit.data?.outcomes.flatMap((outcome) => outcome.criteria)[i]?.text ?? ''] as const,
        )
      : [],
  ),
);

test('each lesson has a figure, an example, and words and minutes enough', () => {
  expect(lessons.length).toBeGreaterThan(0);
  expect(
    lessons.flatMap(({ file, mdx, front, questions = [] }) =>
      lessonLacks({
        file,
        words: lessonBlocks(files[`/${file}`] ?? '').flatMap(({ text }) => wordsOf(text)).length,
        criteria: front?.data?.criteria.length ?? 1,
        figures: mdx.tags.filter(({ name }) => name === 'Figure').length,
        examples: mdx.tags.filter(({ name }) => name === 'Example').length,
        minutes: front?.data?.minutes ?? 0,
        practice: questions.filter(({ kind }) => kind !== 'written').length,
        prompts: questions.filter(({ kind }) => kind === 'written').length,
      }),
    ),
  ).toEqual([]);
});

test('each prompt has a box for each thing that its criterion asks for', () => {
  const prompts = lessons.flatMap(({ questions = [] }) =>
    questions.flatMap(({ data }) => (data?.kind === 'written' ? [data] : [])),
  );
  expect(prompts.length).toBeGreaterThan(0);
  expect(
    prompts.flatMap(({ criteria: [key = ''], slots }) =>
      slotsLack(
        key,
        criteria.get(key) ?? '',
        slots.map(({ label }) => label),
      ),
    ),
  ).toEqual([]);
});

test('each unit has two simulations or more, in different channels', () => {
  const units = read.units.flatMap(({ folder, lessons: own }) =>
    own.length > 0 ? [Number(folder.slice(0, 2))] : [],
  );
  const conversations = bankOf(read)
    .filter(({ kind }) => kind === 'simulation')
    .map(({ unit, fields }): Conversation => ({ unit, channel: String(fields['channel']) }));
  expect(conversationsLack(units, conversations)).toEqual([]);
});

test('the criteria with several parts are criteria', () => {
  expect(Object.keys(compounds).filter((key) => !criteria.has(key))).toEqual([]);
});

describe('the rules themselves', () => {
  const good = {
    file: 'a.mdx',
    words: 600,
    criteria: 2,
    figures: 1,
    examples: 1,
    minutes: 20,
    practice: 8,
    prompts: 2,
  };

  test('a lesson that lacks something is found', () => {
    expect(lessonLacks(good)).toEqual([]);
    expect(lessonLacks({ ...good, figures: 0, examples: 0 })).toEqual([
      'a.mdx has no <Figure>.',
      'a.mdx has no <Example>.',
    ]);
    expect(lessonLacks({ ...good, words: 280 })).toEqual([
      'a.mdx has 140 words for each criterion (at least 150).',
    ]);
    expect(lessonLacks({ ...good, minutes: 5 })).toEqual([
      'a.mdx says 5 minutes; for a slow reader it is about 20.',
    ]);
    expect(lessonLacks({ ...good, minutes: 60 })).toHaveLength(1);
  });

  test('a number in a criterion is its number of boxes', () => {
    expect(numberIn('List two duties of Employees')).toBe(2);
    expect(numberIn('Identify 3 pieces of legislation')).toBe(3);
    expect(numberIn('Outline advantages and disadvantages of one communication model')).toBe(
      undefined,
    );
    expect(slotsLack('U09.1.2', 'List two duties', ['Duty 1', 'Duty 2'])).toEqual([]);
    expect(slotsLack('U09.1.2', 'List two duties', ['Duty 1'])).toEqual([
      'U09.1.2 asks for 2. Boxes of its prompt: 1.',
    ]);
  });

  test('too few simulations, or all of them alike, are found', () => {
    const talk = (unit: number, channel: string) => ({ unit, channel });
    expect(conversationsLack([1, 2], [talk(1, 'phone'), talk(1, 'chat'), talk(2, 'chat')])).toEqual([
      'Unit 2 has too few simulations: 1 (at least 2).',
    ]);
    expect(conversationsLack([1], [talk(1, 'phone'), talk(1, 'phone')])).toEqual([
      'The simulations of unit 1 use one channel.',
    ]);
    const three = ['phone', 'chat', 'email'].flatMap((channel) => [
      talk(1, channel),
      talk(2, channel),
    ]);
    expect(conversationsLack([1, 2], three)).toEqual([
      'All simulations together use 3 channels (at least 4).',
    ]);
    expect(conversationsLack([1, 2], [...three, talk(2, 'face-to-face')])).toEqual([]);
  });

  test('a part that no box names is found', () => {
    const parts = ['How the organisation uses it', 'How a team uses it'];
    expect(slotsLack('U12.2.1', 'State how', [...parts, 'How an individual uses it'])).toEqual([]);
    expect(slotsLack('U12.2.1', 'State how', parts)).toEqual([
      'U12.2.1 has 3 parts. Boxes of its prompt: 2.',
      'U12.2.1: no box names the part /individual|person|yourself/i.',
    ]);
  });
});
