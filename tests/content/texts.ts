/** The texts of a question, found through the schema of its kind, so that no kind is named here. */
import { z } from 'zod';
import { schemaAt } from '../../src/course/shape';
import { schemas } from '../../src/questions/schemas';
import type { Question } from '../../src/questions/types';

interface Text {
  text: string;
  /** where it stands: ['options', 2, 'feedback'] */
  path: (string | number)[];
  /** feedback: the schema marks it so */
  teaches: boolean;
}

/** Every text that the schema leaves to the author: no ids, no keys, no words from a fixed list. */
export function textsOf(question: Question): Text[] {
  const walk = (value: unknown, path: (string | number)[]): Text[] => {
    if (typeof value === 'string') {
      const schema = schemaAt(schemas[question.kind], path);
      if (!(schema instanceof z.ZodString) || schema._zod.def.checks?.some(hasForm)) return [];
      return [{ text: value, path, teaches: schema.meta()?.['teaches'] === true }];
    }
    if (typeof value !== 'object' || value === null) return [];
    return Array.isArray(value)
      ? value.flatMap((entry, i) => walk(entry, [...path, i]))
      : Object.entries(value).flatMap(([field, entry]) => walk(entry, [...path, field]));
  };
  return walk(question, []);
}

const hasForm = (check: z.core.$ZodCheck) => check._zod.def.check === 'string_format';

/** The feedback of a question. */
export const feedbackOf = (question: Question): string[] =>
  textsOf(question).flatMap(({ text, teaches }) => (teaches ? text : []));

/** What a learner sees side by side and must tell apart: the same field of the entries of a list. */
export function sideBySide(question: Question): string[][] {
  const lists = new Map<string, string[]>();
  for (const { text, path, teaches } of textsOf(question)) {
    const [list, place, field] = [path.slice(0, -2), path.at(-2), path.at(-1)];
    // Who speaks may speak again.
    if (teaches || typeof place !== 'number' || field === 'who') continue;
    const name = [...list, field].join();
    lists.set(name, [...(lists.get(name) ?? []), text]);
  }
  return [...lists.values()];
}

/** Each way to put something else at one place of a response: of the text, of a list, of a record. */
function places(response: unknown): { now: unknown; put: (value: unknown) => unknown }[] {
  if (Array.isArray(response)) {
    return response.map((now: unknown, i) => ({ now, put: (value) => response.with(i, value) }));
  }
  if (typeof response !== 'object' || response === null) {
    return [{ now: response, put: (value) => value }];
  }
  return Object.entries(response).map(([place, now]) => ({
    now,
    put: (value) => ({ ...response, [place]: value }),
  }));
}

/** Whether a learner answers in words of their own, so that nobody can list what is wrong. */
export const takesWords = (solution: unknown, isResponse: (value: unknown) => boolean): boolean =>
  places(solution).some(({ put }) => isResponse(put('words that stand in no question')));

/**
 * A solution with one thing wrong, in every way that one thing can be wrong: another id at its
 * place, one too many, one too few, or two neighbours changed over.
 * @param isResponse whether a value is a response of this question
 */
export function oneWrong(
  question: Question,
  solution: unknown,
  isResponse: (value: unknown) => boolean,
): unknown[] {
  const found = [...JSON.stringify(question).matchAll(/"id":"([^"]+)"/g)];
  // Whether something is true has no entry, and so no id.
  const ids = [...new Set(['true', 'false', ...found.map(([, id]) => id ?? '')])];
  if (!Array.isArray(solution)) {
    return places(solution).flatMap(({ now, put }) =>
      ids.filter((id) => id !== now && isResponse(put(id))).map(put),
    );
  }
  const key: unknown[] = solution;
  const more = ids.map((id) => [...key, id]).filter(isResponse);
  const less = key.length > 1 ? key.map((_, i) => key.toSpliced(i, 1)) : [];
  const swapped = key.slice(1).map((id, i) => key.with(i, id).with(i + 1, key[i]));
  // Where one more can be chosen, the order of the chosen ones does not count.
  return more.length > 0 ? [...more, ...less] : swapped;
}
