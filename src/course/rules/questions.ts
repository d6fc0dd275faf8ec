/** Rules about what stands inside questions and their ids. */
import { nearest } from '../nearest';
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
    for (const { path, ids } of innerIds(data)) {
      for (const [place, inner] of ids.entries()) {
        if (ids.indexOf(inner) === place) continue;
        problems.push({
          file: source.file,
          line: source.lineOf([index, ...path(place), 'id']),
          message: `In ${data.id}: the id “${inner}” is used twice.`,
          mend: 'Give each one an id of its own. A stored answer is found by it.',
        });
      }
    }
  }
  return problems;
}

/** The lists of ids within a question that must not repeat, and where each id stands. */
function innerIds(
  question: NonNullable<ReadQuestion['data']>,
): { ids: string[]; path: (place: number) => (string | number)[] }[] {
  const list = (name: string, entries: { id: string }[]) => ({
    ids: entries.map((entry) => entry.id),
    path: (place: number) => [name, place],
  });
  switch (question.kind) {
    case 'single-choice':
    case 'multiple-choice':
      return [list('options', question.options)];
    case 'ordering':
      return [list('items', question.items)];
    case 'grouping':
      return [list('groups', question.groups), list('items', question.items)];
    case 'gap-fill':
      return [
        list('gaps', question.gaps),
        ...question.gaps.map((gap, g) => ({
          ids: gap.options.map((option) => option.id),
          path: (place: number) => ['gaps', g, 'options', place],
        })),
      ];
    case 'matching': {
      // Answers that belong to no pair stand in one list with those of the pairs.
      const pairs = question.pairs.length;
      return [
        {
          ids: [...question.pairs, ...(question.extras ?? [])].map((entry) => entry.id),
          path: (place) => (place < pairs ? ['pairs', place] : ['extras', place - pairs]),
        },
      ];
    }
    case 'simulation':
      return [
        list('scenes', question.scenes),
        ...question.scenes.map(({ choices = [] }, s) => ({
          ids: choices.map((choice) => choice.id),
          path: (place: number) => ['scenes', s, 'choices', place],
        })),
      ];
    case 'written':
      return [list('slots', question.slots), list('checklist', question.checklist)];
  }
}

/** Each criterion that a question or lesson names exists in its unit; a question fits its lesson. */
export function criteriaKnown(read: Read): Problem[] {
  const problems: Problem[] = [];
  for (const unit of read.units) {
    if (!unit.unit?.data) continue;
    const keys = criterionKeysOf(unit.unit.data);
    const unknown = (key: string, file: string, line: number, name: string) => {
      const guess = nearest(key, keys);
      problems.push({
        file,
        line,
        message: `${name}there is no criterion “${key}” in this unit.`,
        mend: guess
          ? `Write “${guess}” if that is what you mean.`
          : `Name one of: ${keys.join(', ')}.`,
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

/** Every {{gap}} of a text has its gap, and every gap stands in the text once. */
export function gapsMatchText(read: Read): Problem[] {
  const problems: Problem[] = [];
  for (const { question } of each(read)) {
    const { source, index, data } = question;
    if (data?.kind !== 'gap-fill') continue;
    const inText = [...data.text.matchAll(/\{\{([^}]*)\}\}/g)].map((found) => found[1] ?? '');
    const ids = data.gaps.map((gap) => gap.id);
    for (const name of inText) {
      if (ids.includes(name)) continue;
      problems.push({
        file: source.file,
        line: source.lineOf([index, 'text']),
        message: `In ${data.id}: the text has {{${name}}}, but no gap has the id “${name}”.`,
        mend: `Add that gap, or take {{${name}}} out. The gaps are: ${ids.join(', ')}.`,
      });
    }
    for (const [g, id] of ids.entries()) {
      const times = inText.filter((name) => name === id).length;
      if (times === 1) continue;
      problems.push({
        file: source.file,
        line: source.lineOf([index, 'gaps', g, 'id']),
        message: `In ${data.id}: {{${id}}} stands ${times === 0 ? 'nowhere' : `${times} times`} in the text.`,
        mend: `Put {{${id}}} into the text once.`,
      });
    }
  }
  return problems;
}

/** Every item of a grouping belongs to a group that exists, and every group has an item. */
export function groupsExist(read: Read): Problem[] {
  const problems: Problem[] = [];
  for (const { question } of each(read)) {
    const { source, index, data } = question;
    if (data?.kind !== 'grouping') continue;
    const groups = data.groups.map((group) => group.id);
    for (const [i, item] of data.items.entries()) {
      if (groups.includes(item.group)) continue;
      problems.push({
        file: source.file,
        line: source.lineOf([index, 'items', i, 'group']),
        message: `In ${data.id}: “${item.id}” belongs to the group “${item.group}”, which does not exist.`,
        mend: `Name one of: ${groups.join(', ')}.`,
      });
    }
    for (const [g, id] of groups.entries()) {
      if (data.items.some((item) => item.group === id)) continue;
      problems.push({
        file: source.file,
        line: source.lineOf([index, 'groups', g]),
        message: `In ${data.id}: nothing belongs to the group “${id}”.`,
        mend: 'Give it an item, or take the group out.',
      });
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
