/** Faults planted in one file: each test holds the whole of what the author reads. */
import { expect, test } from 'vitest';
import { buildCourse, printProblems } from '../../../src/course/course';
import { schemas } from '../../../src/questions/schemas';
import { paths, planted, sample, without } from './sample';

const unit = 'content/units/01-greeting-people';
const report = (files: Record<string, string>) => printProblems(buildCourse(files).problems);

/** A fault and the problems it must give; `found` is written without the folder of the unit. */
const faults: { fault: string; files: Record<string, string>; found: string }[] = [
  {
    fault: 'a misspelt field',
    files: planted(paths.questions, 'ask: Which one is', 'aks: Which one is'),
    found: `01-hello.questions.yaml:5  In u01-pick: “aks” is not a field here.
  Mend: Write “ask” if that is what you mean.`,
  },
  {
    fault: 'a field that does not exist',
    files: planted(paths.questions, 'kind: grouping', 'kind: grouping\n  colour: red'),
    found: `01-hello.questions.yaml:23  In u01-sort: “colour” is not a field here.
  Mend: Take it out. The fields here are: kind, id, criteria, ask, level, groups, items.`,
  },
  {
    fault: 'a bare 1.10',
    files: planted(paths.unit, "- number: '1.1'", '- number: 1.10'),
    found: `unit.yaml:17  In outcomes › 1 › criteria › 1.1: “number” is the bare number 1.10, which YAML reads as 1.1. It must be text.
  Mend: Put it in quotes: "1.10". The number that learners see.`,
  },
  {
    fault: 'a bare number for the criterion of a lesson',
    files: planted(paths.lesson, "criteria: ['U01.1.1']", 'criteria: [1.1]'),
    found: `01-hello.mdx:5  In criteria: item 1 is the bare number 1.1. It must be text.
  Mend: Put it in quotes: "1.1". The key of a criterion, like "U01.1.10".`,
  },
  {
    fault: 'two right options',
    files: planted(paths.questions, 'text: Two pounds\n', 'text: Two pounds\n      right: true\n'),
    found: `01-hello.questions.yaml:6  In u01-pick: “options”: exactly one option must say "right: true", but 2 do.
  Mend: Put “right: true” on each right option, and take it away from the others.`,
  },
  {
    fault: 'a missing feedback',
    files: planted(paths.questions, '\n      feedback: It is a price.', ''),
    found: `01-hello.questions.yaml:9  In u01-pick › options › price: “feedback” is missing.
  Mend: Add “feedback:”. Why it is right, or why not. It teaches.`,
  },
  {
    fault: 'an unknown kind of question',
    files: planted(paths.questions, 'kind: grouping', 'kind: groupings'),
    found: `01-hello.questions.yaml:22  “groupings” is not a kind of question.
  Mend: Write “grouping” if that is what you mean. The kinds are: ${Object.keys(schemas).join(', ')}.`,
  },
  {
    fault: 'a word that is not one of those allowed',
    files: planted(paths.questions, 'level: understand', 'level: understood'),
    found: `01-hello.questions.yaml:25  In u01-sort: “level” is “understood”, which is not one of: recall, understand, apply.
  Mend: Write “understand” if that is what you mean.`,
  },
  {
    fault: 'a number that is too great',
    files: planted(paths.questions, 'lines: 3', 'lines: 30'),
    found: `01-hello.questions.yaml:51  In u01-say-what › slots › answer: “lines” must be at most 12, but it is 30.
  Mend: Write a smaller number.`,
  },
  {
    fault: 'text that is no YAML, and nothing that only follows from it',
    files: planted(paths.questions, 'ask: Fill the gap.', 'ask: Fill: the gap.'),
    found: `01-hello.questions.yaml:38  This is not readable YAML: Nested mappings are not allowed in compact mappings.
  Mend: Check the spaces at the start of the line, and put quotes round a text that holds a colon or starts with a quote mark.`,
  },
  {
    fault: 'a text that starts with a star',
    files: planted(paths.questions, 'ask: Fill the gap.', 'ask: *bold'),
    found: `01-hello.questions.yaml:38  “*bold” starts with a star, which YAML reads as a reference to another place.
  Mend: Put the text in quotes.`,
  },
  {
    fault: 'a lesson without its details',
    files: planted(paths.lesson, '  - nod\n---', '  - nod'),
    found: `01-hello.mdx:1  The lesson does not start with its details between two lines of ---.
  Mend: Start the file with ---, then title, summary, minutes, criteria and able, then ---.`,
  },
  {
    fault: 'a file with a wrong name',
    files: { ...sample, [paths.questions.replace('questions', 'question')]: '' },
    found: `01-hello.question.yaml:1  The course does not know a file of this name at this place.
  Mend: In a unit folder: unit.yaml, NN-name.mdx, NN-name.questions.yaml, NN-name.assessor.yaml and images/name.svg.`,
  },
  {
    fault: 'a missing file of questions, and nothing that only follows from it',
    files: without(paths.questions),
    found: `01-hello.questions.yaml:1  This file is missing: the lesson content/units/01-greeting-people/01-hello.mdx has no questions.
  Mend: Add it, with the questions as a list.`,
  },
];

test.each(faults)('$fault', ({ files, found }) => {
  expect(report(files)).toBe(`${unit}/${found}`);
  expect(buildCourse(files).course).toBeUndefined();
});

test('a rule of a qualification with a misspelt field', () => {
  const files = planted(paths.qualification, 'minimumGlh: 16', 'minimumGhl: 16');
  expect(report(files)).toBe(
    `content/qualification.yaml:21  In qualifications › 603/0000/0 › rule: “minimumGhl” is not a field here.
  Mend: Write “minimumGlh” if that is what you mean.`,
  );
});

test('a missing glossary', () => {
  expect(report(without(paths.glossary))).toBe(
    `content/glossary.yaml:1  This file is missing.
  Mend: Add it: the course cannot be built without it.`,
  );
});

test('all faults of all files come together, sorted by file and line', () => {
  const files = {
    ...planted(paths.lesson, '## Practice', '#### Practice'),
    [paths.questions]: (sample[paths.questions] ?? '')
      .replace('level: recall', 'level: know')
      .replace('group: close', 'group: shut'),
    [paths.picture]: '<svg></svg>',
  };
  const places = buildCourse(files).problems.map(({ file, line }) => `${file}:${line}`);
  expect(places).toEqual([
    `${unit}/01-hello.mdx:19`,
    `${unit}/01-hello.questions.yaml:4`,
    `${unit}/01-hello.questions.yaml:29`,
    `${unit}/01-hello.questions.yaml:33`,
    `${unit}/images/door.svg:1`,
  ]);
});
