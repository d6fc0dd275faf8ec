import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { behaviours } from '../../../src/questions';
import type { Behaviour, Kind, Mark, QuestionOf, Responses } from '../../../src/questions/types';

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

/** The first answer of a kind's first example of which something is marked wrong. */
export function wrongOf(kind: Kind): Responses[Kind] {
  const { question, answers } = first(examplesOf(kind));
  const { mark } = behaviourOf(kind);
  const found = answers.find(({ response }) => {
    const given = mark(question, response as Responses[Kind]);
    return given.status === 'marked' && given.feedback.some(({ right }) => !right);
  });
  if (!found) throw new Error(`no wrong answer in the first example of ${kind}`);
  return found.response as Responses[Kind];
}
