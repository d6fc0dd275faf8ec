/** What the authors' pages show of each kind: what its folder says, and the fields of its schema. */
import { parse, stringify } from 'yaml';
import { course } from '../course';
import { jsonOfKind, type Json } from '../course/editor';
import type { Lesson, Unit } from '../course/types';
import { aboutFile, exampleFile, type About } from '../questions/about';
import { schemas } from '../questions/schemas';
import type { Kind, Question, QuestionOf } from '../questions/types';

const abouts = import.meta.glob<string>('/src/questions/*/about.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const examples = import.meta.glob<string>('/src/questions/*/examples.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Every kind of question, in the order of the registry. */
export const kinds = Object.keys(schemas) as Kind[];

function textOf(files: Record<string, string>, kind: Kind, name: string): string {
  const text = files[`/src/questions/${kind}/${name}`];
  if (text === undefined) throw new Error(`src/questions/${kind} has no ${name}`);
  return text;
}

/** @throws when the folder has no about.yaml, or one of another shape */
export const aboutOf = (kind: Kind): About =>
  aboutFile.parse(parse(textOf(abouts, kind, 'about.yaml')));

/** Good questions of a kind, each with the YAML that an author would write. */
export const examplesOf = (kind: Kind): { name: string; question: Question; yaml: string }[] =>
  exampleFile.parse(parse(textOf(examples, kind, 'examples.yaml'))).map(({ name, question }) => ({
    name,
    question: schemas[kind].parse(question),
    yaml: stringify([question], { lineWidth: 88 }),
  }));

/** The fields of a kind, as rows of a table: path, what it holds, whether it is needed, what for. */
export function fieldsOf(kind: Kind): string[][] {
  const rows: string[][] = [];
  const visit = ({ properties = {}, required = [] }: Json, before: string) => {
    for (const [name, field] of Object.entries(properties)) {
      const path = before + name;
      const needed = required.includes(name) ? 'needed' : 'if wanted';
      rows.push([path, holds(field), needed, field.description ?? '']);
      visit(field, `${path}.`);
      visit(field.items ?? {}, `${path}.`);
    }
  };
  visit(jsonOfKind(kind), '');
  return rows;
}

/** What a field holds, in words. */
function holds(field: Json): string {
  if (field.const !== undefined) return `“${String(field.const)}”`;
  if (field.enum) return `one of: ${field.enum.join(', ')}`;
  const range = (least: number | undefined, most: number | undefined) =>
    least === undefined && most === undefined
      ? ''
      : most === undefined
        ? `, ${least} or more`
        : `, ${least ?? 0} to ${most}`;
  switch (field.type) {
    case 'string':
      return 'text';
    case 'boolean':
      return 'true or false';
    case 'number':
    case 'integer':
      return `a number${range(field.minimum, field.maximum)}`;
    case 'array': {
      const what = field.items?.type === 'string' ? 'a list of texts' : 'a list';
      return what + range(field.minItems, field.maxItems);
    }
    default:
      return 'fields of its own';
  }
}

/** Every conversation of the course, with where it stands. */
export const conversations: {
  unit: Unit;
  lesson: Lesson;
  question: QuestionOf<'simulation'>;
}[] = course.units.flatMap((unit) =>
  unit.lessons.flatMap((lesson) =>
    lesson.questions.flatMap((question) =>
      question.kind === 'simulation' ? [{ unit, lesson, question }] : [],
    ),
  ),
);
