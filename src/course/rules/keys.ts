import type { z } from 'zod';
import type { unitFile } from '../schema';

type UnitData = z.infer<typeof unitFile>;

/** `U07` for unit 7. */
export const unitKey = (number: number): string => `U${String(number).padStart(2, '0')}`;

/**
 * The keys of all criteria of a unit, in order: `U07.1.1`, `U07.1.2`… They are taken from the
 * places, not from the written numbers: one wrong number is then one problem and not many.
 */
export const criterionKeysOf = (unit: UnitData): string[] =>
  unit.outcomes.flatMap((outcome, o) =>
    outcome.criteria.map((_, c) => `${unitKey(unit.number)}.${o + 1}.${c + 1}`),
  );

/** The ids of all range parts of a unit, in order. */
export const rangePartsOf = (unit: UnitData): string[] =>
  unit.range.flatMap((topic) => topic.points.flatMap((point) => point.parts));
