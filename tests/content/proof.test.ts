/** The content proves itself: marking its own key, nothing at all, and every single wrong answer. */
import { describe, expect, test } from 'vitest';
import { buildCourse } from '../../src/course/course';
import { criteriaOf } from '../../src/course/find';
import { readFiles } from '../../src/course/read';
import { behaviours } from '../../src/questions';
import type { Behaviour, Kind, Mark, Question, QuestionOf, Responses } from '../../src/questions/types';
import { files } from './files';

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
function markOf<K extends Kind>(question: QuestionOf<K> & Question, response?: Responses[K]): Mark {
  const behaviour = behaviours[question.kind] as unknown as Behaviour<K>;
  return behaviour.mark(question, response);
}
function solutionOf(question: Question): Responses[Kind] | null {
  const behaviour = behaviours[question.kind] as unknown as Behaviour<Kind>;
  return behaviour.solution(question);
}

/** Texts that a learner sees side by side and must tell apart, list by list. */
function sideBySide(question: Question): string[][] {
  switch (question.kind) {
    case 'single-choice':
    case 'multiple-choice':
      return [question.options.map((option) => option.text)];
    case 'matching':
      return [
        question.pairs.map((pair) => pair.left),
        [
          ...question.pairs.map((pair) => pair.right),
          ...(question.extras ?? []).map((extra) => extra.text),
        ],
      ];
    case 'ordering':
      return [question.items.map((item) => item.text)];
    case 'grouping':
      return [
        question.groups.map((group) => group.title),
        question.items.map((item) => item.text),
      ];
    case 'gap-fill':
      return question.gaps.map((gap) => gap.options.map((option) => option.text));
    case 'simulation':
      return question.scenes.map(({ choices = [] }) => choices.map(({ text }) => text));
    case 'written':
      return [
        question.slots.map((slot) => slot.label),
        question.checklist.map((line) => line.text),
      ];
  }
}

function feedbackOf(question: Question): string[] {
  switch (question.kind) {
    case 'single-choice':
    case 'multiple-choice':
      return question.options.map((option) => option.feedback);
    case 'matching':
      return question.pairs.map((pair) => pair.feedback);
    case 'ordering':
    case 'grouping':
      return question.items.map((item) => item.feedback);
    case 'gap-fill':
      return question.gaps.flatMap((gap) => gap.options.map((option) => option.feedback));
    case 'simulation':
      return question.scenes.flatMap(({ choices = [] }) => choices.map(({ did }) => did));
    case 'written':
      return [];
  }
}

/** The answer with one thing wrong, in every way that one thing can be wrong. */
function oneWrong(question: Question): Responses[Kind][] {
  switch (question.kind) {
    case 'single-choice':
      return question.options.filter((option) => !option.right).map((option) => option.id);
    case 'multiple-choice': {
      const right = question.options.filter((option) => option.right).map((option) => option.id);
      return [
        ...question.options
          .filter((option) => !option.right)
          .map((option) => [...right, option.id]),
        ...(right.length > 1 ? right.map((id) => right.filter((other) => other !== id)) : []),
      ];
    }
    case 'ordering': {
      const ids = question.items.map((item) => item.id);
      return ids
        .slice(1)
        .map((id, i) => [...ids.slice(0, i), id, ids[i] ?? '', ...ids.slice(i + 2)]);
    }
    case 'matching': {
      const key = Object.fromEntries(question.pairs.map((pair) => [pair.id, pair.id]));
      const answers = [...question.pairs, ...(question.extras ?? [])].map((entry) => entry.id);
      return question.pairs.flatMap((pair) =>
        answers.filter((id) => id !== pair.id).map((id) => ({ ...key, [pair.id]: id })),
      );
    }
    case 'grouping': {
      const key = Object.fromEntries(question.items.map((item) => [item.id, item.group]));
      return question.items.flatMap((item) =>
        question.groups
          .filter((group) => group.id !== item.group)
          .map((group) => ({ ...key, [item.id]: group.id })),
      );
    }
    case 'gap-fill': {
      const key = Object.fromEntries(
        question.gaps.map((gap) => [gap.id, gap.options.find((option) => option.right)?.id ?? '']),
      );
      return question.gaps.flatMap((gap) =>
        gap.options
          .filter((option) => !option.right)
          .map((option) => ({ ...key, [gap.id]: option.id })),
      );
    }
    case 'simulation':
      return leastHelpful(question);
    case 'written':
      return [];
  }
}

/** The ways through a conversation on which nothing helps wherever something else can be said. */
function leastHelpful({ scenes }: QuestionOf<'simulation'>): Responses['simulation'][] {
  const walk = (id: string | undefined): string[][] => {
    const choices = scenes.find((scene) => scene.id === id)?.choices ?? [];
    const other = choices.filter(({ effect }) => effect !== 'helps');
    if (choices.length === 0) return [[]];
    return (other.length > 0 ? other : choices).flatMap((choice) =>
      walk(choice.to).map((rest) => [choice.id, ...rest]),
    );
  };
  return walk(scenes[0]?.id).map((path) => ({ path, before: [] }));
}

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
    const key = solutionOf(question);
    expect(key).not.toBeNull();
    const full = markOf(question, key ?? undefined);
    expect(full.status === 'marked' && full.score === full.outOf && full.outOf > 0).toBe(true);
    expect(markOf(question).status).toBe('blank');
    const wrong = oneWrong(question);
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
  const counted = questions.flatMap((question) => {
    if (question.kind !== 'multiple-choice') return [];
    const word = /\bchoose (one|two|three|four|five|six)\b/i.exec(question.ask)?.[1];
    const right = question.options.filter((option) => option.right).length;
    return word === undefined ? [] : [{ id: question.id, said: word.toLowerCase(), right }];
  });
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
