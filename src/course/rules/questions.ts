/** Rules about what stands inside questions and their ids. */
import { mendName } from '../nearest';
import type { Read, ReadLesson, ReadQuestion } from '../read';
import type { Problem } from '../types';
import { criterionKeysOf } from './keys';

const each = (read: Read): { folder: string; lesson: ReadLesson; question: ReadQuestion }[] =>
  read.units.flatMap(({ folder, lessons }) =>
    lessons.flatMap((lesson) =>
      (lesson.questions ?? []).map((question) => ({ folder, lesson, question })),
    ),
  );

/** A question id is used once in the whole course; ids within a question are used once in it. */
export function questionIdsOnce(read: Read): Problem[] {
  const problems: Problem[] = [];
  const first = new Map<string, string>();
  for (const { question } of each(read)) {
    const { source, index, id, data } = question;
    if (id !== undefined) {
      const line = source.lineOf([index, 'id']);
      const before = first.get(id);
      if (before === undefined) first.set(id, `${source.file}:${line}`);
      else {
        problems.push({
          file: source.file,
          line,
          message: `The question id “${id}” is used already, in ${before}.`,
          mend: 'Give this question an id of its own. A stored answer is found by it.',
        });
      }
    }
    if (!data) continue;
    for (const { path, ids } of listsWithin(data)) {
      for (const [place, inner] of ids.entries()) {
        if (ids.indexOf(inner) === place) continue;
        problems.push({
          file: source.file,
          line: source.lineOf([index, ...path, place, 'id']),
          message: `In ${data.id}: the id “${inner}” is used twice.`,
          mend: 'Give each one an id of its own. A stored answer is found by it.',
        });
      }
    }
  }
  return problems;
}

/** Every list of entries with an id, at any depth of a question, and where it stands. */
function listsWithin(
  value: unknown,
  path: (string | number)[] = [],
): { ids: string[]; path: (string | number)[] }[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Array.isArray(value)
    ? value.flatMap((entry, i) => listsWithin(entry, [...path, i]))
    : Object.entries(value).flatMap(([field, entry]) => listsWithin(entry, [...path, field]));
  const ids = Array.isArray(value)
    ? value.map((entry: unknown) => (entry as { id?: unknown } | null)?.id)
    : [];
  const isList = ids.length > 0 && ids.every((id) => typeof id === 'string');
  return isList ? [{ ids, path }, ...inner] : inner;
}

/** Each criterion that a question or lesson names exists in its unit; a question fits its lesson. */
export function criteriaKnown(read: Read): Problem[] {
  const problems: Problem[] = [];
  for (const unit of read.units) {
    if (!unit.unit?.data) continue;
    const keys = criterionKeysOf(unit.unit.data);
    const unknown = (key: string, file: string, line: number, name: string) => {
      problems.push({
        file,
        line,
        message: `${name}there is no criterion “${key}” in this unit.`,
        mend: mendName(key, keys, `Name one of: ${keys.join(', ')}.`),
      });
    };
    for (const lesson of unit.lessons) {
      const taught = lesson.front?.data?.criteria;
      for (const [i, key] of (taught ?? []).entries()) {
        if (keys.includes(key)) continue;
        unknown(
          key,
          lesson.file,
          lesson.front?.source.lineOf(['criteria', i]) ?? 1,
          'In the lesson: ',
        );
      }
      for (const { source, index, data } of lesson.questions ?? []) {
        if (!data) continue;
        for (const [i, key] of data.criteria.entries()) {
          if (keys.includes(key)) continue;
          unknown(key, source.file, source.lineOf([index, 'criteria', i]), `In ${data.id}: `);
        }
        if (taught && !data.criteria.some((key) => taught.includes(key))) {
          problems.push({
            file: source.file,
            line: source.lineOf([index, 'criteria']),
            message: `In ${data.id}: the lesson teaches ${taught.join(', ')}, and the question is about none of them.`,
            mend: 'Move the question to the lesson of its criterion, or change its criteria.',
          });
        }
      }
    }
  }
  return problems;
}

/** An evidence reference is used once and starts with the key of its unit. */
export function evidenceReferences(read: Read): Problem[] {
  const problems: Problem[] = [];
  const first = new Map<string, string>();
  for (const { folder, question } of each(read)) {
    const { source, index, data } = question;
    if (data?.kind !== 'written') continue;
    const at = { file: source.file, line: source.lineOf([index, 'ref']) };
    const prefix = `U${folder.slice(0, 2)}-`;
    if (!data.ref.startsWith(prefix)) {
      problems.push({
        ...at,
        message: `In ${data.id}: the evidence reference is “${data.ref}”, but references of this unit start with “${prefix}”.`,
        mend: `Use the next free number after ${prefix}.`,
      });
    }
    const before = first.get(data.ref);
    if (before === undefined) first.set(data.ref, data.id);
    else {
      problems.push({
        ...at,
        message: `In ${data.id}: the evidence reference “${data.ref}” belongs to “${before}” already.`,
        mend: 'Use the next free number. A reference is for one prompt, and is never used again.',
      });
    }
  }
  return problems;
}
