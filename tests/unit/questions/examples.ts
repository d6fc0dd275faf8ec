import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { behaviours } from '../../../src/questions';
import type { Behaviour, Kind, Mark, QuestionOf } from '../../../src/questions/types';

export interface Example<K extends Kind> {
  name: string;
  question: QuestionOf<K>;
  answers: {
    response?: unknown;
    expect: { status: Mark['status']; score?: number; outOf?: number };
  }[];
}

export const kinds = Object.keys(behaviours) as Kind[];

/** The examples of a kind, as its folder has them; their shape is checked in a test of its own. */
export const examplesOf = <K extends Kind>(kind: K): Example<K>[] =>
  parse(readFileSync(`src/questions/${kind}/examples.yaml`, 'utf8')) as Example<K>[];

/** The behaviour of a kind, for loops over kinds: there a question and its kind always agree. */
export const behaviourOf = (kind: Kind) => behaviours[kind] as Behaviour<Kind>;

export const first = <T>(list: readonly T[]): T => {
  const [item] = list;
  if (item === undefined) throw new Error('the list is empty');
  return item;
};
