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
const ready = [1, 2, 3];

it('shows the first unit to somebody who has chosen and written nothing', () => {
  expect(shownUnits([], [], ready)).toEqual([1]);
});

it('shows the chosen units in order', () => {
  expect(shownUnits([3, 2], [], ready)).toEqual([2, 3]);
});

it('never hides words, also in a unit that was not chosen', () => {
  expect(shownUnits([2], [answer('u03-say-why')], ready)).toEqual([2, 3]);
  expect(shownUnits([], [answer('u13-say-why')], ready)).toEqual([13]);
});

it('leaves out empty answers, practice and what is no question', () => {
  const empty = answer('u03-say-why', { response: { slots: { one: '  ' }, ticks: ['a'] } });
  const practice = answer('u02-sort-it');
  delete practice.questionText;
  const own = answer('self-u03-start');
  expect(shownUnits([], [empty, practice, own], ready)).toEqual([1]);
});

it('shows the unit that an address asks for', () => {
  expect(shownUnits([1], [], ready, 3)).toEqual([1, 3]);
});
