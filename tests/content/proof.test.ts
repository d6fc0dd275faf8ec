/** The content proves itself: marking its own key, nothing at all, and every single wrong answer. */
import { describe, expect, test } from 'vitest';
import { buildCourse } from '../../src/course/course';
import { criteriaOf } from '../../src/course/find';
import { readFiles } from '../../src/course/read';
import { behaviours } from '../../src/questions';
import type { Behaviour, Kind, Mark, Question, Responses } from '../../src/questions/types';
import { files } from './files';
import { feedbackOf, oneWrong, sideBySide, takesWords } from './texts';

const questions = readFiles(files).read.units.flatMap((unit) =>
  unit.lessons.flatMap((lesson) =>
    (lesson.questions ?? []).flatMap((question) => question.data ?? []),
  ),
);
/** Criterion key → its command verb. */
const verbOf = new Map(
  buildCourse(files)
    .course?.units.flatMap(criteriaOf)
    .map((criterion) => [criterion.key, criterion.verb]),
);
const practice = questions.filter((question) => question.kind !== 'written');
const written = questions.filter((question) => question.kind === 'written');

/** The behaviour that belongs to a question, whatever its kind. */
const behaviourOf = (question: Question) => behaviours[question.kind] as Behaviour<Kind>;
const markOf = (question: Question, response?: unknown): Mark =>
  behaviourOf(question).mark(question, response as Responses[Kind] | undefined);
const solutionOf = (question: Question) => behaviourOf(question).solution(question);

const repeated = (texts: string[]) => {
  const read = texts.map((text) => text.toLowerCase().replace(/[^\p{L}\d]+/gu, ' ').trim());
  return texts.filter((_, i) => read.indexOf(read[i] ?? '') !== i);
};

test('there is something to prove', () => {
  expect(practice.length).toBeGreaterThan(0);
  expect(written.length).toBeGreaterThan(0);
});

describe.each(practice.map((question) => [question.id, question] as const))('%s', (_, question) => {
  test('its key marks full, nothing marks blank, and one thing wrong marks less', () => {
    expect(markOf(question).status).toBe('blank');
    const key = solutionOf(question);
    // A kind without a key says so for all its questions: the learner compares, or a person marks.
    if (key === null) return;
    const full = markOf(question, key);
    expect(full.status === 'marked' && full.score === full.outOf && full.outOf > 0).toBe(true);
    const isResponse = (value: unknown) => behaviourOf(question).isResponse(question, value);
    // A way through a conversation cannot be changed at one place: its examples prove its marks.
    if (behaviourOf(question).atOnce || takesWords(key, isResponse)) return;
    const wrong = oneWrong(question, key, isResponse);
    expect(wrong.length).toBeGreaterThan(0);
    for (const response of wrong) {
      const mark = markOf(question, response);
      expect(mark.status, JSON.stringify(response)).toBe('marked');
      expect(mark.status === 'marked' && mark.score < mark.outOf, JSON.stringify(response)).toBe(
        true,
      );
    }
  });

  test('no two of its options read the same', () => {
    expect(sideBySide(question).flatMap(repeated)).toEqual([]);
  });

  test('each feedback teaches something of its own', () => {
    const feedback = feedbackOf(question);
    if (solutionOf(question) !== null) expect(feedback.length).toBeGreaterThan(0);
    expect(repeated(feedback)).toEqual([]);
    // The page itself says “Yes.” or “Not this one.” before it.
    expect(feedback.filter((text) => /^(?:yes|no|right|wrong|correct)\b[.,!:]/i.test(text))).toEqual(
      [],
    );
    expect(feedback.filter((text) => text.split(' ').length < 3)).toEqual([]);
  });
});

describe.each(written.map((question) => [question.id, question] as const))('%s', (_, question) => {
  test('a person marks it, and nothing of it reads twice', () => {
    expect(markOf(question, { slots: {}, ticks: [] }).status).not.toBe('marked');
    expect(solutionOf(question)).toBeNull();
    expect(sideBySide(question).flatMap(repeated)).toEqual([]);
  });

  test('it asks with the verb of its criterion, and asks no more than that level', () => {
    const verb = verbOf.get(question.criteria[0] ?? '');
    expect(verb).toBeDefined();
    expect(question.ask.startsWith(`${verb ?? ''} `)).toBe(true);
    expect(question.ask).not.toMatch(/\b(?:explain|evaluate|analyse|justify|compare|discuss)\b/i);
  });
});

test('a question that says how many to choose has that many right options', () => {
  const numbers = ['zero', 'one', 'two', 'three', 'four', 'five', 'six'];
  const counted = practice.flatMap((question) => {
    const word = /\b(?:choose|find|mark) (one|two|three|four|five|six)\b/i.exec(question.ask)?.[1];
    const key = solutionOf(question);
    return word && Array.isArray(key)
      ? [{ id: question.id, said: word.toLowerCase(), right: key.length }]
      : [];
  });
  expect(counted.length).toBeGreaterThan(0);
  expect(counted).toEqual(counted.map((each) => ({ ...each, said: numbers[each.right] })));
});

test('the right option of a single choice is not told by its place or its length', () => {
  const choices = questions.filter((question) => question.kind === 'single-choice');
  const places = new Set<number>();
  let longest = 0;
  for (const { options } of choices) {
    const right = options.findIndex((option) => option.right);
    places.add(right);
    const lengths = options.map((option) => option.text.length);
    if (lengths[right] === Math.max(...lengths)) longest += 1;
  }
  expect(places.size).toBeGreaterThanOrEqual(3);
  expect(longest / choices.length).toBeLessThanOrEqual(0.4);
});
