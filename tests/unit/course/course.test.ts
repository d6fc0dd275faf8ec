import { expect, test } from 'vitest';
import { buildCourse } from '../../../src/course/course';
import { lessonHref, practiceFile, unitFile } from '../../../src/course/find';
import type { Course, Unit } from '../../../src/course/types';
import { blocks, paths, planted, sample } from './sample';

function built(files: Record<string, string> = sample): { course: Course; unit: Unit } {
  const { course, problems } = buildCourse(files);
  expect(problems).toEqual([]);
  const unit = course?.units[0];
  if (!course || !unit) throw new Error('The sample gives no course');
  return { course, unit };
}

test('the sample gives a course with keys, slugs and verbs', () => {
  const { unit } = built();
  expect(unit).toMatchObject({ key: 'U01', slug: 'greeting-people', number: 1 });
  expect(unit.outcomes[0]?.criteria).toEqual([
    {
      key: 'U01.1.1',
      number: '1.1',
      printed: '1.1',
      text: 'State what a greeting is',
      verb: 'State',
    },
  ]);
});

test('a lesson has its questions in the order of the page, prompts last', () => {
  const moved = planted(paths.lesson, '<Question id="u01-pick" />\n', '');
  moved[paths.lesson] = (moved[paths.lesson] ?? '').replace(
    '</Practice>',
    '<Question id="u01-pick" />\n\n</Practice>',
  );
  const lesson = built(moved).unit.lessons[0];
  expect(lesson?.questions.map((question) => question.id)).toEqual([
    'u01-tick',
    'u01-sort',
    'u01-gap',
    'u01-pick',
    'u01-say-what',
  ]);
  expect(lesson).toMatchObject({
    file: '/content/units/01-greeting-people/01-hello.mdx',
    slug: 'hello',
    number: 1,
    headings: [
      { id: 'what-it-is', text: 'What it is' },
      { id: 'practice', text: 'Practice' },
    ],
    range: ['words', 'nods'],
  });
});

test('a unit without lessons is whole', () => {
  const { unit } = built(
    Object.fromEntries(Object.entries(sample).filter(([path]) => !path.includes('01-hello'))),
  );
  expect(unit.lessons).toEqual([]);
});

test('the file of a unit has what the portfolio needs, and no lesson text', () => {
  const { course, unit } = built();
  const file = unitFile(course, unit);
  expect(Object.keys(file.unit)).not.toContain('lessons');
  expect(file).toMatchObject({
    courseVersion: '1.0.0',
    specVersion: '1.3 September 2020',
    practice: [
      { id: 'u01-pick', criteria: ['U01.1.1'], ask: 'Which one is a greeting?' },
      { id: 'u01-tick', criteria: ['U01.1.1'], ask: 'Which of these are greetings?' },
      { id: 'u01-sort', criteria: ['U01.1.1'], ask: 'Sort these.' },
      { id: 'u01-gap', criteria: ['U01.1.1'], ask: 'Fill the gap.' },
    ],
  });
  expect(file.prompts).toEqual([
    {
      kind: 'written',
      id: 'u01-say-what',
      criteria: ['U01.1.1'],
      ask: 'State what a greeting is.',
      ref: 'U01-01',
      slots: [{ id: 'answer', label: 'Your answer', lines: 3 }],
      checklist: [{ id: 'when', text: 'when you say it?' }],
      href: 'units/greeting-people/hello/#u01-say-what',
      lesson: 'Hello',
      verbMeans: 'say it in a sentence.',
    },
  ]);
  expect(lessonHref({ slug: 'a' }, { slug: 'b' })).toBe('units/a/b/');
});

test('it gives the same for paths without a leading slash, and in any order', () => {
  const turned = Object.fromEntries(
    Object.entries(sample)
      .toReversed()
      .map(([path, text]) => [path.slice(1), text]),
  );
  expect(built(turned).course).toEqual(built().course);
});

test('it never throws, whatever the files hold', () => {
  for (const path of Object.values(paths)) {
    for (const text of [
      '',
      '\0',
      '---\n',
      '- [',
      '{}',
      '[]',
      '[[]]',
      'null',
      '- 1',
      '<Question',
      '- &a [*a]',
      '*a',
    ]) {
      const { course, problems } = buildCourse({ ...sample, [path]: text });
      expect(course === undefined).toBe(problems.length > 0);
    }
  }
  expect(buildCourse({}).problems).toHaveLength(4);
});

test('flashcards get their cards from the glossary', () => {
  const terms = ['greeting', 'nod', 'wave', 'smile'];
  const { unit } = built({
    ...sample,
    [paths.glossary]: terms
      .map((id) => `- { id: ${id}, term: The ${id}, meaning: A way to greet. }\n`)
      .join(''),
    [paths.questions]: (sample[paths.questions] ?? '').replace(
      blocks.sort,
      `- kind: flashcards
  id: u01-sort
  criteria: ['U01.1.1']
  level: recall
  ask: Do you know these words?
  terms: [smile, greeting, wave, nod]
`,
    ),
  });
  const question = unit.lessons[0]?.questions.find(({ kind }) => kind === 'flashcards');
  if (question?.kind !== 'flashcards') throw new Error('no flashcards');
  expect(question.cards.map(({ id, term }) => [id, term])).toEqual([
    ['smile', 'The smile'],
    ['greeting', 'The greeting'],
    ['wave', 'The wave'],
    ['nod', 'The nod'],
  ]);
});

test('what a page loads on use names the lesson of each practice question', () => {
  const { course, unit } = built();
  const [lesson] = unit.lessons;
  const practice = lesson?.questions.filter(({ kind }) => kind !== 'written') ?? [];
  expect(unitFile(course, unit).lessons).toEqual([
    {
      title: lesson?.title,
      href: 'units/greeting-people/hello/',
      criteria: lesson?.criteria,
      practice: practice.map(({ id }) => id),
    },
  ]);
  const file = practiceFile(unit);
  expect(file.unit).toEqual({ key: 'U01', number: 1, title: unit.title });
  expect(file.lessons).toEqual([{ title: lesson?.title, href: 'units/greeting-people/hello/' }]);
  expect(file.questions).toEqual(practice.map((question) => ({ lesson: 0, question })));
});
