/** Words that learners type: each phrase that an author lists is recognised as what it stands for. */
import { describe, expect, test } from 'vitest';
import { readFiles } from '../../src/course/read';
import { behaviours } from '../../src/questions';
import { files } from './files';

const questions = readFiles(files).read.units.flatMap((unit) =>
  unit.lessons.flatMap((lesson) =>
    (lesson.questions ?? []).flatMap((question) => question.data ?? []),
  ),
);
const shortAnswers = questions.filter((question) => question.kind === 'short-answer');
const lists = questions.filter((question) => question.kind === 'list-it');

test('there are some of both', () => {
  expect(shortAnswers.length).toBeGreaterThan(0);
  expect(lists.length).toBeGreaterThan(0);
});

describe.each(shortAnswers.map((one) => [one.id, one] as const))('%s', (_, question) => {
  const { mark } = behaviours['short-answer'];
  test('each way to write an answer gets the feedback of that answer', () => {
    for (const { accept, feedback, right } of question.answers) {
      for (const text of accept) {
        const found = mark(question, { text });
        expect(found, text).toMatchObject({
          status: 'marked',
          feedback: [{ right: right === true, text: feedback }],
        });
      }
    }
  });

  test('what there is to compare with is no question, and more than a word', () => {
    expect(question.compare).toMatch(/^[A-Z].* .*\.$/);
  });
});

describe.each(lists.map((one) => [one.id, one] as const))('%s', (_, question) => {
  const { mark } = behaviours['list-it'];
  test('each phrase shows its own point', () => {
    const nothing = Array.from({ length: question.want - 1 }, (_, i) => [String(i + 2), 'zzzz']);
    for (const { accept, text, feedback } of question.points) {
      for (const phrase of [text, ...accept]) {
        const found = mark(question, { ...Object.fromEntries(nothing), '1': phrase });
        const first = found.status === 'compare' ? found.feedback[0]?.text : undefined;
        expect(first, phrase).toBe(`${text} ${feedback}`);
      }
    }
  });
});
