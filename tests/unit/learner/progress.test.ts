import { describe, expect, it } from 'vitest';
import type { UnitFile, UnitPrompt } from '../../../src/course/types';
import { isEmptyResponse, unitProgress } from '../../../src/learner/progress';
import type { Answer } from '../../../src/learner/types';
import { words } from './device';
import { tried, written } from './sample';

describe('an empty response', () => {
  it.each([
    [null, true],
    [undefined, true],
    ['', true],
    [[], true],
    [{}, true],
    [words(' \n'), true],
    [{ slots: {}, ticks: ['x'] }, true],
    [{ slots: { a: '', b: 'x' }, ticks: [] }, false],
    ['a', false],
    [['a'], false],
    [{ gap: 'a' }, false],
  ])('%j: %s', (response, empty) => {
    expect(isEmptyResponse(response)).toBe(empty);
  });
});

const prompt = (id: string, criterion: string) =>
  ({ id, kind: 'written', criteria: [criterion] }) as unknown as UnitPrompt;
const criterion = (key: string) => ({ key, number: '', printed: '', text: '', verb: '' });
const file = {
  unit: {
    outcomes: [
      { number: 1, title: '', criteria: [criterion('U01.1.1'), criterion('U01.1.2')] },
      { number: 2, title: '', criteria: [criterion('U01.2.1')] },
    ],
  },
  prompts: [
    prompt('q1', 'U01.1.1'),
    prompt('q2', 'U01.1.2'),
    prompt('q3', 'U01.2.1'),
    prompt('q4', 'U01.2.1'),
  ],
  practice: [
    { id: 'p1', criteria: ['U01.1.1'] },
    { id: 'p2', criteria: ['U01.1.1'] },
  ],
} as unknown as Pick<UnitFile, 'unit' | 'prompts' | 'practice'>;
const given = (...answers: Answer[]) => new Map(answers.map((answer) => [answer.id, answer]));
const ready = { state: 'ready' } as const;

describe('progress in a unit', () => {
  it('starts with nothing, and names the first thing to do', () => {
    expect(unitProgress(file, given())).toEqual({
      criteria: { 'U01.1.1': 'none', 'U01.1.2': 'none', 'U01.2.1': 'none' },
      ...{ none: 3, draft: 0, ready: 0, practice: { done: 0, total: 2 } },
      next: { kind: 'start', criterion: 'U01.1.1', prompt: file.prompts[0] },
    });
  });

  it('takes the word of the learner, but not for an empty text', () => {
    const { criteria, next } = unitProgress(
      file,
      given(written('q1', 'x', ready), written('q2', ' ', ready), written('q3', 'x', ready)),
    );
    expect(criteria).toEqual({ 'U01.1.1': 'ready', 'U01.1.2': 'none', 'U01.2.1': 'draft' });
    expect(next).toMatchObject({ kind: 'start', prompt: { id: 'q2' } });
  });

  it('goes on with drafts when nothing is empty, also inside one criterion', () => {
    const answers = [
      written('q1', 'x', ready),
      written('q2', 'x', ready),
      written('q3', 'x', ready),
    ];
    expect(unitProgress(file, given(...answers)).next).toMatchObject({
      kind: 'finish',
      prompt: { id: 'q4' },
    });
    expect(unitProgress(file, given(...answers, written('q4', 'x'))).next).toMatchObject({
      kind: 'finish',
      criterion: 'U01.2.1',
      prompt: { id: 'q4' },
    });
    const all = unitProgress(file, given(...answers, written('q4', 'x', ready)));
    expect(all).toMatchObject({ none: 0, draft: 0, ready: 3, next: undefined });
  });

  it('counts practice by tries, not by answers that were only shown', () => {
    const shown = { ...tried('p2', 'a', []), revealed: true };
    expect(unitProgress(file, given(tried('p1', 'a', [0]), shown)).practice).toEqual({
      done: 1,
      total: 2,
    });
  });

  it('copes with a unit that has no lessons', () => {
    const bare = { ...file, prompts: [], practice: [] };
    expect(unitProgress(bare, given())).toMatchObject({ none: 3, ready: 0, next: undefined });
  });
});
