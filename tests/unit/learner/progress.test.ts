import { describe, expect, it } from 'vitest';
import { isEmptyResponse, stateOf } from '../../../src/learner/progress';
import { words } from './device';
import { written } from './sample';

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

it('takes the word of the learner, but not for an empty text', () => {
  expect(stateOf(undefined)).toBe('none');
  expect(stateOf(written('q1', 'x'))).toBe('draft');
  expect(stateOf(written('q1', 'x', { state: 'ready' }))).toBe('ready');
  expect(stateOf(written('q1', ' ', { state: 'ready' }))).toBe('none');
});
