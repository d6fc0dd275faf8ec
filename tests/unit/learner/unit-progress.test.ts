import { describe, expect, it } from 'vitest';
import type { UnitFile, UnitPrompt } from '../../../src/course/types';
import type { Answer } from '../../../src/learner/types';
import { selfId, type Word } from '../../../src/learner/self';
import { summaryOf, unitProgress } from '../../../src/learner/unit-progress';
import { tried, written } from './sample';

const prompt = (id: string, criterion: string, lesson: string) =>
  ({
    id,
    kind: 'written',
    criteria: [criterion],
    ref: id.toUpperCase(),
    href: `${lesson}#${id}`,
  }) as unknown as UnitPrompt;
const criterion = (key: string) => ({ key, number: key.slice(4), printed: '', text: '', verb: '' });
const file = {
  unit: {
    key: 'U01',
    outcomes: [
      { number: 1, title: '', criteria: [criterion('U01.1.1'), criterion('U01.1.2')] },
      { number: 2, title: '', criteria: [criterion('U01.2.1')] },
    ],
  },
  lessons: [
    { title: 'One', href: 'one/', criteria: ['U01.1.1', 'U01.1.2'], practice: ['p1', 'p2', 'p3'] },
    { title: 'Two', href: 'two/', criteria: ['U01.2.1'], practice: ['p4'] },
  ],
  prompts: [
    prompt('q1', 'U01.1.1', 'one/'),
    prompt('q2', 'U01.1.2', 'one/'),
    prompt('q3', 'U01.2.1', 'two/'),
    prompt('q4', 'U01.2.1', 'two/'),
  ],
  practice: [
    { id: 'p1', criteria: ['U01.1.1'] },
    { id: 'p2', criteria: ['U01.1.1'] },
    { id: 'p3', criteria: ['U01.1.2', 'U01.2.1'] },
    { id: 'p4', criteria: ['U01.2.1'] },
  ],
} as unknown as UnitFile;
const given = (...answers: Answer[]) => new Map(answers.map((answer) => [answer.id, answer]));
const ready = { state: 'ready' } as const;
const self = (moment: 'start' | 'end', response: Record<string, Word>) =>
  ({ ...tried(selfId('U01', moment), response, []) }) satisfies Answer;
/** Tried, and nobody can mark it. */
const unmarked = (id: string): Answer => {
  const answer = tried(id, 'a', [0]);
  return { ...answer, attempts: answer.attempts.map((one) => ({ ...one, outOf: 0 })) };
};
/** What is said of one criterion. */
const at = (key: string, ...answers: Answer[]) => {
  const found = unitProgress(file, given(...answers)).find((one) => one.criterion.key === key);
  if (!found) throw new Error(key);
  return found;
};

describe('a lesson', () => {
  it('is not started, started with its first answer, and worked through with its last', () => {
    expect(at('U01.1.1').lesson).toEqual({ state: 'none', title: 'One', href: 'one/' });
    expect(at('U01.1.2', tried('p1', 'a', [0])).lesson?.state).toBe('begun');
    expect(at('U01.1.1', written('q2', 'x')).lesson?.state).toBe('begun');
    expect(at('U01.2.1', written('q2', 'x')).lesson?.state).toBe('none');
    const all = ['p1', 'p2', 'p3'].map((id) => tried(id, 'a', [1]));
    expect(at('U01.1.1', ...all).lesson?.state).toBe('done');
  });
});

describe('practice', () => {
  it('goes by the last try of each question', () => {
    expect(at('U01.1.1').practice).toEqual({
      ...{ state: 'none', right: 0, again: 0, total: 2, next: 'p1' },
    });
    expect(at('U01.1.1', tried('p1', 'a', [0, 1])).practice).toEqual({
      ...{ state: 'part', right: 1, again: 0, total: 2, next: 'p2' },
    });
    expect(at('U01.1.1', tried('p1', 'a', [1]), tried('p2', 'a', [1, 0])).practice).toEqual({
      ...{ state: 'again', right: 1, again: 1, total: 2, next: 'p2' },
    });
    expect(at('U01.1.1', tried('p1', 'a', [1]), tried('p2', 'a', [1])).practice).toEqual({
      ...{ state: 'right', right: 2, again: 0, total: 2, next: undefined },
    });
  });

  it('takes an answer that was only shown as one to look at again', () => {
    const shown = { ...tried('p1', 'a', []), revealed: true };
    expect(at('U01.1.1', shown).practice).toMatchObject({ state: 'again', again: 1, next: 'p1' });
  });

  it('counts what nobody can mark as done, and neither right nor wrong', () => {
    expect(at('U01.1.1', unmarked('p1')).practice).toEqual({
      ...{ state: 'part', right: 0, again: 0, total: 1, next: 'p2' },
    });
    expect(at('U01.1.1', unmarked('p1'), unmarked('p2')).practice).toEqual({
      ...{ state: 'right', right: 0, again: 0, total: 0, next: undefined },
    });
  });
});

describe('evidence', () => {
  it('is ready when all its prompts are, and a draft when any holds text', () => {
    expect(at('U01.2.1').evidence).toBe('none');
    expect(at('U01.2.1', written('q3', 'x', ready)).evidence).toBe('draft');
    expect(at('U01.2.1', written('q3', 'x', ready), written('q4', 'x', ready)).evidence).toBe(
      'ready',
    );
  });
});

describe('the own word', () => {
  it('is the one of the end, else the one of the start', () => {
    const start = self('start', { 'U01.1.1': 'not-yet', 'U01.1.2': 'not-yet' });
    const end = self('end', { 'U01.1.1': 'could-explain' });
    expect(at('U01.1.1', start, end).said).toEqual({ word: 'could-explain', moment: 'end' });
    expect(at('U01.1.2', start, end).said).toEqual({ word: 'not-yet', moment: 'start' });
    expect(at('U01.2.1', start, end).said).toBeUndefined();
  });
});

describe('the next step', () => {
  const right = ['p1', 'p2', 'p3'].map((id) => tried(id, 'a', [1]));

  it('goes from the lesson over its practice to the own words', () => {
    expect(at('U01.1.1').next).toEqual({ kind: 'start-lesson', href: 'one/', at: 'One' });
    expect(at('U01.1.1', tried('p1', 'a', [1])).next).toEqual({
      ...{ kind: 'practise', href: 'one/#p2', at: 'One' },
    });
    expect(at('U01.1.1', ...right).next).toEqual({ kind: 'write', href: 'one/#q1', at: 'Q1' });
    expect(at('U01.1.1', ...right, written('q1', 'x')).next?.kind).toBe('finish');
    expect(at('U01.1.1', ...right, written('q1', 'x', ready)).next).toBeUndefined();
  });

  it('puts what was not right first, in the lesson where the question stands', () => {
    const answers = [tried('p3', 'a', [0]), written('q3', 'x', ready), written('q4', 'x', ready)];
    expect(at('U01.2.1', ...answers).next).toEqual({
      ...{ kind: 'look-again', href: 'one/#p3', at: 'One' },
    });
  });

  it('finishes a criterion whose second prompt is empty', () => {
    expect(at('U01.2.1', written('q3', 'x', ready)).next).toMatchObject({
      ...{ kind: 'finish', href: 'two/#q4' },
    });
  });

  it('asks for nothing once the evidence is ready, unless the learner says “not yet” at the end', () => {
    const done = written('q1', 'x', ready);
    expect(at('U01.1.1', done).next).toBeUndefined();
    expect(at('U01.1.1', done, self('start', { 'U01.1.1': 'not-yet' })).next).toBeUndefined();
    expect(at('U01.1.1', done, self('end', { 'U01.1.1': 'not-yet' })).next).toEqual({
      ...{ kind: 'read-again', href: 'one/#q1', at: 'Q1' },
    });
  });
});

it('copes with a unit that has no lessons', () => {
  const bare = { ...file, lessons: [], prompts: [], practice: [] };
  const [first] = unitProgress(bare, given());
  expect(first).toMatchObject({ lesson: undefined, evidence: 'none', next: undefined });
  expect(first?.practice).toEqual({
    ...{ state: 'none', right: 0, again: 0, total: 0, next: undefined },
  });
});

it('sums up a unit', () => {
  const answers = given(
    tried('p1', 'a', [0]),
    written('q1', 'x', ready),
    self('end', { 'U01.2.1': 'getting-there' }),
  );
  expect(summaryOf(unitProgress(file, answers))).toEqual({
    criteria: 3,
    lesson: { none: 1, begun: 2, done: 0 },
    practice: { none: 2, again: 1, part: 0, right: 0 },
    said: { nothing: 2, 'not-yet': 0, 'getting-there': 1, 'could-explain': 0 },
    evidence: { none: 2, draft: 0, ready: 1 },
    todo: 3,
  });
});
