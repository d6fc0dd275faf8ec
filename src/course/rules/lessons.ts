/** Rules about lessons: what they place, teach and cover. */
import { mendName } from '../nearest';
import type { Read } from '../read';
import type { Problem } from '../types';
import { criterionKeysOf, rangePartsOf } from './keys';

const practiceForEach = 4;
const kindsInEach = 3;

/** Practice questions stand in their own lesson exactly once; written prompts are not placed. */
export function questionsPlacedOnce(read: Read): Problem[] {
  const problems: Problem[] = [];
  const all = read.units.flatMap((unit) =>
    unit.lessons.flatMap((lesson) =>
      (lesson.questions ?? []).map((question) => ({ lesson, question })),
    ),
  );
  const ids = all.flatMap(({ question }) => question.id ?? []);
  const unread = read.units.some((unit) => unit.lessons.some((lesson) => !lesson.questions));

  for (const lesson of read.units.flatMap((unit) => unit.lessons)) {
    const seen = new Map<string, number>();
    for (const tag of lesson.mdx.tags) {
      if (tag.name !== 'Question') continue;
      const { id } = tag.attributes;
      const at = { file: lesson.file, line: tag.line };
      const owner = all.find(({ question }) => question.id === id);
      const before = id === undefined ? undefined : seen.get(id);
      if (id === undefined) {
        problems.push({
          ...at,
          message: '<Question> does not say which question.',
          mend: 'Write <Question id="…" /> with the id of a practice question.',
        });
      } else if (!owner) {
        // It may be in the file that could not be read, which is reported by itself.
        if (unread) continue;
        problems.push({
          ...at,
          message: `There is no question “${id}”.`,
          mend: mendName(id, ids, `Add it to ${lesson.questionsFile}, or take this line out.`),
        });
      } else if (owner.question.kind === 'written') {
        problems.push({
          ...at,
          message: `“${id}” is a written prompt. The page places written prompts by itself.`,
          mend: 'Take this line out.',
        });
      } else if (owner.lesson !== lesson) {
        problems.push({
          ...at,
          message: `The question “${id}” belongs to another lesson: it is in ${owner.lesson.questionsFile}.`,
          mend: 'Place it in that lesson, or move it to the questions of this one.',
        });
      } else if (before !== undefined) {
        problems.push({
          ...at,
          message: `The question “${id}” is placed twice: it is on line ${before} already.`,
          mend: 'Take one of the two out.',
        });
      }
      if (id !== undefined && before === undefined) seen.set(id, tag.line);
    }
    for (const { source, index, id, kind } of lesson.questions ?? []) {
      if (id === undefined || kind === 'written' || seen.has(id)) continue;
      problems.push({
        file: source.file,
        line: source.lineOf([index, 'id']),
        message: `The question “${id}” is not placed in its lesson.`,
        mend: `Put <Question id="${id}" /> into a <Practice> block of ${lesson.file}.`,
      });
    }
  }
  return problems;
}

/** In a unit with lessons, each criterion has a lesson, four practice questions and one prompt. */
export function criteriaCovered(read: Read): Problem[] {
  const problems: Problem[] = [];
  for (const { unit, lessons } of read.units) {
    if (!unit?.data || lessons.length === 0) continue;
    const questions = lessons.flatMap((lesson) => lesson.questions ?? []);
    const known = questions.flatMap((question) => question.data ?? []);
    // A question that cannot be read is reported by itself; counting without it would mislead.
    const countable =
      known.length === questions.length &&
      lessons.every((lesson) => lesson.front?.data && lesson.questions);
    if (!countable) continue;
    const keys = criterionKeysOf(unit.data);
    const lines = unit.data.outcomes.flatMap((outcome, o) =>
      outcome.criteria.map((_, c) => unit.source.lineOf(['outcomes', o, 'criteria', c])),
    );
    for (const [i, key] of keys.entries()) {
      const at = { file: unit.source.file, line: lines[i] ?? 1 };
      const about = known.filter((question) => question.criteria.includes(key));
      const prompts = about.filter((question) => question.kind === 'written');
      const practice = about.length - prompts.length;
      if (!lessons.some((lesson) => lesson.front?.data?.criteria.includes(key))) {
        problems.push({
          ...at,
          message: `No lesson teaches criterion ${key}.`,
          mend: `Name "${key}" in the criteria of the lesson that teaches it.`,
        });
      }
      if (practice < practiceForEach) {
        problems.push({
          ...at,
          message: `Criterion ${key} needs at least ${practiceForEach} practice questions, but has ${practice}.`,
          mend: `Write ${practiceForEach - practice} more, or name "${key}" in the criteria of questions that practise it.`,
        });
      }
      if (prompts.length !== 1) {
        problems.push({
          ...at,
          message: `Criterion ${key} needs exactly one written prompt, but has ${prompts.length === 0 ? 'none' : prompts.map((prompt) => prompt.id).join(', ')}.`,
          mend:
            prompts.length === 0
              ? 'Add a question of kind “written” to its lesson.'
              : 'Keep one of them.',
        });
      }
    }
  }
  return problems;
}

/** A lesson practises with at least three kinds of question. */
export function kindsVary(read: Read): Problem[] {
  const problems: Problem[] = [];
  for (const lesson of read.units.flatMap((unit) => unit.lessons)) {
    const practice = (lesson.questions ?? []).filter((question) => question.kind !== 'written');
    const kinds = [...new Set(practice.flatMap((question) => question.kind ?? []))];
    if (kinds.length >= kindsInEach || practice.length === 0) continue;
    problems.push({
      file: lesson.questionsFile,
      line: 1,
      message: `A lesson needs at least ${kindsInEach} kinds of practice question, but this one has: ${kinds.join(', ')}.`,
      mend: 'Turn one or two of them into another kind.',
    });
  }
  return problems;
}

/** Range tags name parts of the unit's range; a unit with lessons teaches every part. */
export function rangeTaught(read: Read): Problem[] {
  const problems: Problem[] = [];
  for (const { unit, lessons } of read.units) {
    if (!unit?.data || lessons.length === 0) continue;
    const parts = rangePartsOf(unit.data);
    const taught = new Set<string>();
    for (const lesson of lessons) {
      for (const tag of lesson.mdx.tags) {
        if (tag.name !== 'Range') continue;
        const id = tag.attributes['id'] ?? '';
        taught.add(id);
        if (parts.includes(id)) continue;
        problems.push({
          file: lesson.file,
          line: tag.line,
          message: `“${id}” is not a part of this unit’s range.`,
          mend: mendName(id, parts, `Name one of: ${parts.join(', ')}.`),
        });
      }
    }
    for (const [t, topic] of unit.data.range.entries()) {
      for (const [p, point] of topic.points.entries()) {
        const path = ['range', t, 'points', p];
        if (point.parts.length === 0) {
          problems.push({
            file: unit.source.file,
            line: unit.source.lineOf([...path, 'parts']),
            message: `The unit has lessons, but this point of its range is not split into parts: “${point.text}”.`,
            mend: 'List the ids of its parts, and tag where lessons teach them with <Range id="…">.',
          });
        }
        for (const [i, part] of point.parts.entries()) {
          if (taught.has(part)) continue;
          problems.push({
            file: unit.source.file,
            line: unit.source.lineOf([...path, 'parts', i]),
            message: `No lesson teaches the range part “${part}”.`,
            mend: `Put <Range id="${part}">…</Range> round the words of a lesson that teach it.`,
          });
        }
      }
    }
  }
  return problems;
}

/** Lessons of a unit are numbered 1, 2, 3… and their slugs differ. */
export function lessonsNumbered(read: Read): Problem[] {
  const problems: Problem[] = [];
  for (const { lessons } of read.units) {
    for (const [i, lesson] of lessons.entries()) {
      if (lesson.number !== i + 1) {
        problems.push({
          file: lesson.file,
          line: 1,
          message: `This is lesson ${i + 1} of its unit, but the name of the file starts with ${String(lesson.number).padStart(2, '0')}.`,
          mend: 'Number the lessons 01, 02, 03… with no gap and no repeat.',
        });
      }
      if (lessons.findIndex((other) => other.slug === lesson.slug) !== i) {
        problems.push({
          file: lesson.file,
          line: 1,
          message: `Another lesson of the unit is called “${lesson.slug}” as well.`,
          mend: 'Give one of them another name after its number.',
        });
      }
    }
  }
  return problems;
}

/** Each written prompt has one entry in the assessor file of its lesson, and each entry a prompt. */
export function assessorFilesMatch(read: Read): Problem[] {
  const problems: Problem[] = [];
  for (const lesson of read.units.flatMap((unit) => unit.lessons)) {
    if (!lesson.questions || !lesson.assessor) continue;
    const { assessor } = lesson;
    const prompts = lesson.questions.filter((question) => question.kind === 'written');
    for (const { source, index, id } of prompts) {
      const times = assessor.filter((entry) => entry.prompt === id).length;
      if (id === undefined || times === 1) continue;
      problems.push({
        file: source.file,
        line: source.lineOf([index, 'id']),
        message: `The prompt “${id}” has ${times === 0 ? 'no entry' : `${times} entries`} in ${lesson.assessorFile}.`,
        mend: `Keep one entry there, with “prompt: ${id}”.`,
      });
    }
    for (const { source, index, prompt, data } of assessor) {
      const owner = prompts.find((question) => question.id === prompt);
      if (prompt !== undefined && !owner) {
        problems.push({
          file: source.file,
          line: source.lineOf([index, 'prompt']),
          message: `“${prompt}” is not a written prompt of this lesson.`,
          mend: `Name one of: ${prompts.flatMap((question) => question.id ?? []).join(', ')}.`,
        });
      }
      const ref = owner?.data?.kind === 'written' ? owner.data.ref : undefined;
      if (data && ref !== undefined && data.ref !== ref) {
        problems.push({
          file: source.file,
          line: source.lineOf([index, 'ref']),
          message: `In ${data.prompt}: the reference is “${data.ref}”, but the prompt has “${ref}”.`,
          mend: `Write “ref: ${ref}”.`,
        });
      }
    }
  }
  return problems;
}
