/** Which chosen units make an Award, a Certificate or a Diploma. Pure; safe in the browser. */
import type { Qualification, Unit } from './types';

export interface Pathway {
  /** guided learning hours of the chosen units, by the appendix that gives fewer */
  low: number;
  /** the same, by the appendix that gives more */
  high: number;
  /** guided learning hours that the rule asks for */
  needed: number;
  /** `depends`: enough by one printing and not by the other, so the centre must say */
  enough: 'yes' | 'no' | 'depends';
}

/**
 * Takes a qualification's rule, all units, and the numbers of the chosen ones; numbers of no unit
 * and repeats do not count. Gives hours (GLH) and whether the choice is enough.
 *
 * Highfield's specification, version 1.3, September 2020, Appendix 1: the Award needs at least 45
 * and the Certificate at least 101 guided learning hours from any of the 13 units; the Diploma
 * needs all of them. Appendix 1 and Appendix 2 print the hours of Units 7 and 9 the other way
 * round (16 and 22, 22 and 16), so a choice is added up once by each appendix.
 */
export function pathway(
  qualification: Pick<Qualification, 'rule'>,
  units: readonly Pick<Unit, 'number' | 'glh'>[],
  chosen: readonly number[],
): Pathway {
  const taken = units.filter((unit) => chosen.includes(unit.number));
  const first = sum(taken.map((unit) => unit.glh.appendix1));
  const second = sum(taken.map((unit) => unit.glh.appendix2));
  const low = Math.min(first, second);
  const high = Math.max(first, second);

  if ('allUnits' in qualification.rule) {
    const needed = sum(units.map((unit) => unit.glh.appendix1));
    return { low, high, needed, enough: taken.length === units.length ? 'yes' : 'no' };
  }
  const needed = qualification.rule.minimumGlh;
  const enough = low >= needed ? 'yes' : high < needed ? 'no' : 'depends';
  return { low, high, needed, enough };
}

const sum = (hours: number[]) => hours.reduce((total, each) => total + each, 0);
