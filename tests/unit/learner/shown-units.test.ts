import { expect, it } from 'vitest';
import { shownUnits } from '../../../src/learner/shown-units';
import type { Answer } from '../../../src/learner/types';

const answer = (id: string, more: Partial<Answer> = {}): Answer => ({
  v: 1,
  learner: 'a',
  id,
  rev: 1,
  parentRev: 0,
  tab: 't',
  at: '2026-11-22T10:00:00.000Z',
  response: { slots: { one: 'My words.' }, ticks: [] },
  attempts: [],
  revealed: false,
  questionText: 'State it.',
  ...more,
});
const units = [1, 2, 3, 13].map((number) => ({
  number,
  key: `U${String(number).padStart(2, '0')}`,
  ready: number > 0,
}));
const shown = (chosen: number[], answers: Answer[], linked?: string) =>
  shownUnits(units, chosen, answers, linked).map(({ number }) => number);

it('shows the first unit to somebody who has chosen and written nothing', () => {
  expect(shown([], [])).toEqual([1]);
});

it('shows the chosen units in order', () => {
  expect(shown([3, 2], [])).toEqual([2, 3]);
});

it('never hides words, also in a unit that was not chosen', () => {
  expect(shown([2], [answer('u03-say-why')])).toEqual([2, 3]);
  expect(shown([], [answer('u13-say-why')])).toEqual([13]);
});

it('leaves out empty answers, practice and what is no question', () => {
  const empty = answer('u03-say-why', { response: { slots: { one: '  ' }, ticks: ['a'] } });
  const practice = answer('u02-sort-it');
  delete practice.questionText;
  const own = answer('self-u03-start');
  expect(shown([], [empty, practice, own])).toEqual([1]);
});

it('shows the unit that an address asks for', () => {
  expect(shown([1], [], 'U03')).toEqual([1, 3]);
});
