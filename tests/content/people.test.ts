import { describe, expect, test } from 'vitest';
import { readFiles } from '../../src/course/read';
import { bankOf, shownTexts } from './bank';
import { files } from './files';
import { crowded, lowerWords, namesIn } from './people';
import { lessonBlocks } from './prose';

const { read } = readFiles(files);

test('no name comes in more than 4 of 100 examples and questions', () => {
  const lessons = read.units.flatMap((unit) => unit.lessons);
  const examples = lessons.flatMap(({ mdx }) =>
    mdx.tags.flatMap((tag) => (tag.name === 'Example' ? (tag.attributes['title'] ?? []) : [])),
  );
  // Prompts start with the verb of their criterion and tell of nobody.
  const questions = bankOf(read)
    .filter(({ kind }) => kind !== 'written')
    .map((entry) => shownTexts(entry).join(' '));
  const prose = lessons.flatMap((lesson) => lessonBlocks(files[`/${lesson.file}`] ?? ''));
  const lower = lowerWords([...questions, ...examples, ...prose.map(({ text }) => text)]);
  const uses = [...questions, ...examples].map((text) => namesIn(text, lower));
  expect(uses.filter((names) => names.size > 0).length).toBeGreaterThan(10);
  expect(crowded(uses)).toEqual([]);
});

describe('the rules themselves', () => {
  const text =
    'Mina asks Mr Osei about Leah’s bill. Then Abdi, who is new, smiles. On Monday the café in Leeds opens.';
  const lower = lowerWords(['then on the mina-like café opens', text]);

  test('people are found by what they do and have', () => {
    expect([...namesIn('Mina asks Mr Osei about Leah’s bill.', lowerWords([text]))]).toEqual([
      'Mina',
      'Osei',
      'Leah',
    ]);
  });

  test('days, and words that stand in lower case elsewhere, are no people', () => {
    expect([...namesIn('On Monday the call comes. Then Mina answers.', lower)]).toEqual([]);
    expect([...namesIn('Then the bus is late. Customers wait.', lowerWords(['then customers']))])
      .toEqual([]);
  });

  test('a crowded name is found once there are enough uses', () => {
    const uses = (n: number) => Array.from({ length: n }, (_, i) => new Set([`N${i}`]));
    const sana = Array.from({ length: 5 }, () => new Set(['Sana']));
    expect(crowded([...uses(95), ...sana])).toEqual(['Sana is in 5 of 100 uses.']);
    expect(crowded([...uses(96), ...sana.slice(1)])).toEqual([]);
    expect(crowded([...uses(20), ...sana])).toEqual([]);
  });
});
