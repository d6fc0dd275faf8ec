import { describe, expect, test } from 'vitest';
import { readFiles } from '../../src/course/read';
import { files } from './files';
import { americanIn, gradeOf, lessonBlocks, sentencesOf, wordsOf, type Block } from './prose';
import { textsOf } from './texts';

const longestSentence = 25;
const highestGrade = 6.5;

const highestMedian = 5.5;

const { read } = readFiles(files);
const glossary = read.glossary?.data ?? [];
const lessons = read.units.flatMap((unit) => unit.lessons);
type Lesson = (typeof lessons)[number];

/**
 * The terms that a lesson opens in place. Only these are left out of its grade: the glossary has
 * many plain words too, and would make every lesson look easy.
 */
const termsOf = ({ mdx }: Lesson) => {
  const opened = mdx.tags.flatMap((tag) => (tag.name === 'Term' ? (tag.attributes['id'] ?? []) : []));
  return glossary.filter(({ id }) => opened.includes(id)).map(({ term }) => term);
};
const whole = (from: readonly { text: string }[]) =>
  from.flatMap(({ text }) => sentencesOf(text)).filter((text) => /[.?!]['”’)"]*$/.test(text));
/** A gap of a text is read as one word. */
const textsIn = ({ questions }: Lesson): Block[] =>
  (questions ?? []).flatMap(({ source, index, data }) =>
    data
      ? textsOf(data).map(({ text }) => ({
          text: text.replace(/\{\{[^}]*\}\}/g, 'word'),
          line: source.lineOf([index]),
        }))
      : [],
  );
const grades = (from: (lesson: Lesson) => Block[]) =>
  lessons.map((lesson) => gradeOf(whole(from(lesson)), termsOf(lesson))).toSorted((a, b) => a - b);
const blocksOf = ({ file }: Lesson) => lessonBlocks(files[`/${file}`] ?? '');

/** Fields of the glossary, the verbs and the sources that learners read. */
const readByLearners = new Set(['meaning', 'example', 'means', 'about', 'note']);

/** Every text of a value, whatever its field. */
const everything = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(everything)
      : [];

function strings(value: unknown, field = ''): string[] {
  if (typeof value === 'string') return readByLearners.has(field) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((entry) => strings(entry, field));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => strings(entry, key));
}

const tooLong = (file: string, blocks: Block[]) =>
  blocks.flatMap(({ text, line }) =>
    sentencesOf(text)
      .filter((sentence) => wordsOf(sentence).length > longestSentence)
      .map((sentence) => `${file}:${line}  ${wordsOf(sentence).length} words: ${sentence}`),
  );

test('there are lessons to read', () => {
  expect(lessons.length).toBeGreaterThan(0);
  expect(glossary.length).toBeGreaterThan(0);
});

describe.each(lessons.map((lesson) => [lesson.file, lesson] as const))('%s', (file, lesson) => {
  const blocks = blocksOf(lesson);
  const questions = textsIn(lesson);

  test('no sentence is over 25 words', () => {
    expect(blocks.length).toBeGreaterThan(10);
    expect([...tooLong(file, blocks), ...tooLong(lesson.questionsFile, questions)]).toEqual([]);
  });

  test('the text is at grade 6.5 or below, and so are its questions', () => {
    const terms = termsOf(lesson);
    expect(gradeOf(whole(blocks), terms)).toBeLessThanOrEqual(highestGrade);
    expect(gradeOf(whole(questions), terms)).toBeLessThanOrEqual(highestGrade);
  });
});

test('the lesson in the middle is at grade 5.5 or below, and so are its questions', () => {
  for (const from of [blocksOf, textsIn]) {
    const all = grades(from);
    expect(all[Math.floor(all.length / 2)]).toBeLessThanOrEqual(highestMedian);
  }
});

test('the organisations that we made up are as plain as a lesson', () => {
  for (const [id, brief] of read.briefs) {
    const texts = everything(brief?.data).map((text) => ({ text, line: 0 }));
    expect(texts.length).toBeGreaterThan(20);
    expect(tooLong(`content/briefs/${id}.yaml`, texts)).toEqual([]);
    expect(gradeOf(whole(texts), []), id).toBeLessThanOrEqual(highestGrade);
  }
});

test('unit pages, the glossary, the sources and the verbs have no sentence over 25 words', () => {
  const texts: Block[] = [
    ...read.units.flatMap(({ unit }) => [unit?.data?.lead ?? '', ...(unit?.data?.able ?? []), ...(unit?.data?.helps ?? [])]),
    ...strings(read.glossary?.data),
    ...strings(read.verbs?.data),
    ...strings(read.sources?.data),
  ].map((text) => ({ text, line: 0 }));
  expect(texts.length).toBeGreaterThan(60);
  expect(tooLong('content', texts)).toEqual([]);
});

test('spelling is British in every file', () => {
  const found = Object.entries(files)
    .filter(([file]) => !file.endsWith('.svg'))
    .flatMap(([file, text]) =>
      text
        .split('\n')
        .flatMap((line, i) => americanIn(line).map((word) => `${file}:${i + 1}  ${word}`)),
    );
  expect(found).toEqual([]);
});

describe('the rules themselves', () => {
  test('a sentence ends at its full stop, also inside quotation marks', () => {
    expect(sentencesOf('He said, “Wait.” She did. At 2.30 pm? Yes!')).toEqual([
      'He said, “Wait.”',
      'She did.',
      'At 2.30 pm?',
      'Yes!',
    ]);
  });

  test('a long sentence is found, with its line', () => {
    const long = `${'word '.repeat(25)}end.`;
    expect(tooLong('a.mdx', lessonBlocks(`---\ntitle: A\n---\n\nShort.\n\n${long}\n`))).toEqual([
      `a.mdx:7  26 words: ${long}`,
    ]);
  });

  test('words in the attributes of components are read, and tags are not', () => {
    const mdx =
      '<Table head={["A > b"]} rows={[[\'It’s 1.\', "Two {x}."]]} />\n\nA <Term id="t">term</Term>.\n\n- one\n- two\n';
    expect(lessonBlocks(mdx).map((block) => block.text)).toEqual([
      'A > b',
      'It’s 1.',
      'Two {x}.',
      'A term.',
      'one',
      'two',
    ]);
  });

  test('hard words raise the grade, and glossary terms do not', () => {
    const easy = gradeOf(['We help you.'], []);
    const hard = gradeOf(['We help communication.'], []);
    expect(hard).toBeGreaterThan(easy + 5);
    expect(gradeOf(['We help your communication.'], ['Communication'])).toBeLessThan(easy + 1);
  });

  test('American spellings are found, British ones are not', () => {
    expect(americanIn('The color of an organization')).toEqual([
      'color (colour)',
      'organization (-ise)',
    ]);
    expect(americanIn('The colour of an organisation; she travelled, realised, metered')).toEqual(
      [],
    );
  });
});
