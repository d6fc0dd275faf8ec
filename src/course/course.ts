/** Builds the course from the authors' files. Pure: text in, course or problems out. */
import type { Question } from '../questions/types';
import { readFiles, type Read, type ReadLesson, type ReadUnit } from './read';
import { rules } from './rules';
import { rangePartsOf, unitKey } from './rules/keys';
import type { Course, Lesson, Problem, Term, Unit } from './types';

/**
 * Takes path → text of every file in content, with paths such as
 * `/content/units/01-…/01-….mdx`. Gives the course, or every problem of all files, sorted by file
 * and line; the course is undefined when there is any. Assessor files are checked, but nothing of
 * them is in the course. Never throws.
 */
export function buildCourse(files: Record<string, string>): {
  course: Course | undefined;
  problems: Problem[];
} {
  const { read, problems: single } = readFiles(files);
  const problems = [...single, ...rules.flatMap((rule) => rule(read))].toSorted(
    (a, b) => compare(a.file, b.file) || a.line - b.line || compare(a.message, b.message),
  );
  return { course: problems.length === 0 ? assemble(read) : undefined, problems };
}

/**
 * Problems as an author reads them in the terminal: `file:line  message`, and how to mend it on
 * the next line.
 */
export function printProblems(problems: readonly Problem[]): string {
  return problems
    .map(({ file, line, message, mend }) => `${file}:${line}  ${message}\n  Mend: ${mend}`)
    .join('\n\n');
}

/** Plain order by code unit: the same on every machine. */
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function assemble(read: Read): Course | undefined {
  const { qualification, glossary, sources, briefs, verbs } = read;
  if (!qualification?.data || !glossary?.data || !sources?.data || !verbs?.data) return undefined;
  const names = verbs.data.map((verb) => verb.verb);
  return {
    ...qualification.data,
    units: read.units.flatMap((unit) => assembleUnit(unit, names, glossary.data ?? []) ?? []),
    glossary: glossary.data,
    sources: sources.data,
    briefs: [...briefs].flatMap(([id, brief]) => (brief?.data ? [{ id, ...brief.data }] : [])),
    verbs: verbs.data,
  };
}

function assembleUnit(
  { folder, unit, lessons }: ReadUnit,
  verbs: string[],
  glossary: Term[],
): Unit | undefined {
  if (!unit?.data) return undefined;
  const { data } = unit;
  const key = unitKey(data.number);
  const parts = rangePartsOf(data);
  return {
    ...data,
    key,
    slug: folder.replace(/^\d+-/, ''),
    outcomes: data.outcomes.map((outcome) => ({
      ...outcome,
      criteria: outcome.criteria.map((criterion) => ({
        ...criterion,
        key: `${key}.${criterion.number}`,
        verb: verbs.find((verb) => criterion.text.startsWith(`${verb} `)) ?? '',
      })),
    })),
    lessons: lessons.flatMap((lesson) => assembleLesson(lesson, parts, glossary) ?? []),
  };
}

function assembleLesson(lesson: ReadLesson, parts: string[], glossary: Term[]): Lesson | undefined {
  const front = lesson.front?.data;
  if (!front) return undefined;
  const { tags, headings } = lesson.mdx;
  const ids = (name: string) =>
    tags.flatMap((tag) => (tag.name === name ? (tag.attributes['id'] ?? []) : []));
  const questions =
    lesson.questions?.flatMap(({ data }) => (data ? withCards(data, glossary) : [])) ?? [];
  const placed = ids('Question').flatMap((id): Question[] =>
    questions.filter((question) => question.id === id),
  );
  const tagged = ids('Range');
  return {
    ...front,
    file: `/${lesson.file}`,
    slug: lesson.slug,
    number: lesson.number,
    questions: [...placed, ...questions.filter((question) => question.kind === 'written')],
    headings: headings
      .filter((heading) => heading.depth === 2)
      .map(({ id, text }) => ({ id, text })),
    range: parts.filter((part) => tagged.includes(part)),
    sources: [...new Set(ids('Source'))],
  };
}

/** Flashcards name terms; the cards with their texts come from the glossary. */
const withCards = (question: Question, glossary: Term[]): Question =>
  question.kind === 'flashcards'
    ? {
        ...question,
        cards: question.terms.flatMap((id) => glossary.filter((term) => term.id === id)),
      }
    : question;
