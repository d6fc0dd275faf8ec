import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pathway } from '../../../src/course/pathway';
import frozen from '../../fixtures/qualification.json';

const units = frozen.units;
const award = { rule: { minimumGlh: 45 } };
const certificate = { rule: { minimumGlh: 101 } };
const diploma = { rule: { allUnits: true } } as const;
const all = units.map((unit) => unit.number);

test('these are the rules of the specification', () => {
  expect(frozen.qualifications.map((qualification) => qualification.rule)).toEqual(
    [award, certificate, diploma].map(({ rule }) => rule),
  );
});

test('an Award needs 45 hours', () => {
  expect(pathway(award, units, [1, 2])).toEqual({ low: 38, high: 38, needed: 45, enough: 'no' });
  expect(pathway(award, units, [1, 3])).toEqual({ low: 52, high: 52, needed: 45, enough: 'yes' });
});

test('where the two printings disagree, it depends', () => {
  // Unit 7 has 16 hours in Appendix 1 and 22 in Appendix 2.
  expect(pathway(award, units, [2, 7])).toEqual({ low: 38, high: 44, needed: 45, enough: 'no' });
  expect(pathway({ rule: { minimumGlh: 40 } }, units, [2, 7])).toEqual({
    low: 38,
    high: 44,
    needed: 40,
    enough: 'depends',
  });
  expect(pathway(award, units, [1, 4, 7])).toEqual({
    low: 48,
    high: 54,
    needed: 45,
    enough: 'yes',
  });
});

test('with both Units 7 and 9 the printings agree: each is added up by itself', () => {
  expect(pathway(award, units, [7, 9])).toMatchObject({ low: 38, high: 38 });
});

test('a Certificate needs 101 hours', () => {
  expect(pathway(certificate, units, [3, 6])).toMatchObject({ low: 72, enough: 'no' });
  expect(pathway(certificate, units, [3, 6, 1, 4])).toMatchObject({ low: 104, enough: 'yes' });
  expect(pathway(certificate, units, [3, 6, 2, 9])).toMatchObject({ low: 110, high: 116 });
});

test('some real choice depends on the printing', () => {
  const chosen = fc.subarray(all);
  const found = fc.sample(chosen, { numRuns: 2000, seed: 1 });
  expect(found.some((numbers) => pathway(certificate, units, numbers).enough === 'depends')).toBe(
    true,
  );
});

test('a Diploma needs every unit, whatever the hours', () => {
  expect(pathway(diploma, units, all)).toEqual({ low: 296, high: 296, needed: 296, enough: 'yes' });
  expect(pathway(diploma, units, all.slice(1)).enough).toBe('no');
  expect(pathway(diploma, units, [...all.slice(1), 2, 2]).enough).toBe('no');
});

test('numbers of no unit and repeats do not count, and more units never make it worse', () => {
  expect(pathway(award, units, [1, 1, 1, 99])).toMatchObject({ low: 16, high: 16 });
  const rank = { no: 0, depends: 1, yes: 2 };
  fc.assert(
    fc.property(fc.subarray(all), fc.constantFrom(...all), (numbers, more) => {
      const before = pathway(certificate, units, numbers);
      const after = pathway(certificate, units, [...numbers, more]);
      expect(before.low).toBeLessThanOrEqual(before.high);
      expect(rank[after.enough]).toBeGreaterThanOrEqual(rank[before.enough]);
    }),
  );
});
