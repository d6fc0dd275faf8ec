/** One of everything that is kept, as version 1 writes it. */
import type { Everything } from '../../../src/learner/everything';
import type { Answer, Revision } from '../../../src/learner/types';
import { words } from './device';

export const written = (id: string, text: string, more: Partial<Answer> = {}): Answer => ({
  ...{ v: 1, learner: 'l1', id, rev: 3, parentRev: 2, tab: 't1', at: '2026-11-22T10:00:00.000Z' },
  ...{
    response: words(text),
    attempts: [],
    revealed: false,
    questionText: 'Say why.',
    state: 'draft',
  },
  ...more,
});

export const tried = (id: string, response: unknown, scores: number[]): Answer => ({
  ...{ v: 1, learner: 'l1', id, rev: scores.length, parentRev: 0, tab: 't1', revealed: false },
  ...{ at: `2026-11-22T11:00:0${scores.length}.000Z`, response },
  attempts: scores.map((score, n) => ({ at: `2026-11-22T11:00:0${n}.000Z`, score, outOf: 1 })),
});

export const revision = (id: string, n: number, text: string, why: Revision['why']): Revision => ({
  ...{ v: 1, learner: 'l1', id, n, at: `2026-11-22T09:00:0${n}.000Z`, response: words(text), why },
});

export const sample = (): Everything => ({
  learners: [
    {
      ...{ v: 1, id: 'l1', code: 'L7Q4X', name: 'Ana', colour: 3, aim: 'Award', units: [1] },
      createdAt: '2026-11-20T09:00:00.000Z',
      details: { name: 'Ana A', centre: 'The Centre' },
    },
  ],
  answers: [
    written('q1', 'all of it'),
    written('q2', 'ready', { state: 'ready' }),
    tried('p1', 'a', [0, 1]),
  ],
  revisions: [revision('q1', 1, 'all', 'pause'), revision('q1', 4, 'all of', 'leave')],
  forks: [
    {
      ...{ v: 1, learner: 'l1', id: 'q2', tab: 't2', at: '2026-11-22T10:00:00.000Z', baseRev: 1 },
      response: words('the other text'),
    },
  ],
  setAside: [
    {
      ...{ key: 'answers/l1/q9', store: 'answers', at: '2026-11-22T08:00:00.000Z' },
      ...{ reason: 'This version cannot read the record.', raw: { learner: 'l1', id: 'q9', v: 7 } },
    },
  ],
});
