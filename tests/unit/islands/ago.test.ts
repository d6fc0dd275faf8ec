import { describe, expect, it } from 'vitest';
import { ago } from '../../../src/islands/ago';

describe('ago', () => {
  // Local times, as a learner's clock shows them.
  const now = new Date(2026, 10, 22, 9, 0);
  const at = (...parts: [number, number, number, number, number]) =>
    new Date(...parts).toISOString();

  it.each([
    ['today', at(2026, 10, 22, 8, 59)],
    ['yesterday', at(2026, 10, 21, 23, 59)],
    ['3 days ago', at(2026, 10, 19, 10, 0)],
    ['13 days ago', at(2026, 10, 9, 10, 0)],
    ['2 weeks ago', at(2026, 10, 8, 10, 0)],
    ['8 weeks ago', at(2026, 8, 23, 10, 0)],
  ])('says "%s"', (words, iso) => {
    expect(ago(iso, now)).toBe(words);
  });

  it('counts calendar days across the change of the clocks', () => {
    expect(ago(at(2026, 9, 24, 23, 30), new Date(2026, 9, 25, 23, 30))).toBe('yesterday');
  });

  it('gives a date when it is long ago or lies ahead', () => {
    expect(ago(at(2026, 2, 4, 23, 59), now)).toBe('4 March 2026');
    expect(ago(at(2026, 10, 23, 0, 1), now)).toBe('23 November 2026');
  });

  it('gives nothing for what is not a date', () => {
    expect(ago('soon', now)).toBe('');
  });
});
