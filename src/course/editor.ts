/**
 * JSON Schemas of the authors' files, for editors: YAML then completes and underlines while it is
 * written. They are made from the schemas that the build checks with, and from nothing else. What
 * lies between fields or files (ids that must exist, a graph without a loop) only the build checks.
 */
import { z } from 'zod';
import { aboutFile, exampleFile } from '../questions/about';
import { schemas } from '../questions/schemas';
import type { Kind } from '../questions/types';
import { assessorEntry, glossaryFile, qualificationFile, unitFile, verbsFile } from './schema';

export interface EditorSchema {
  /** file name without its end: `questions` */
  name: string;
  /** the files that it is for, as a pattern from the project's folder */
  files: string;
  /** what those files hold */
  title: string;
  /** draft 7 of JSON Schema, which editors know best */
  schema: Record<string, unknown>;
}

const KINDS = Object.keys(schemas) as Kind[];

/** A JSON Schema, as far as the authors' files need one. */
export interface Json {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  description?: string;
  properties?: Record<string, Json>;
  required?: string[];
  items?: Json;
  anyOf?: Json[];
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
}

/** What fields mean that most kinds have, where their schema has no words of its own for them. */
const COMMON: Record<string, string> = {
  kind: 'The kind of question. It decides on the other fields.',
  id: 'A short name for it, used once in this list. A stored answer is found by it.',
  text: 'The words, as the learner reads them.',
  title: 'A few words, as the learner reads them.',
  options: 'What there is to choose from.',
  pairs: 'The lines, each with what belongs to it.',
  items: 'What there is to sort, or to put in order.',
  groups: 'Where the items can go.',
  gaps: 'The gaps of the text.',
  parts: 'The parts of the text that can be chosen.',
  places: 'The places in the picture that can be chosen.',
  reasons: 'The reasons to choose from.',
  answers: 'Answers that learners really give.',
  points: 'The points that others would name.',
  right: 'On each right one only.',
  feedback: 'Why it is right, or why not. It teaches.',
  slots: 'The boxes to write in.',
  lines: 'How many lines a box has at first.',
  checklist: 'The lines of the checklist.',
};

/** Gives each field its common meaning, if it has none of its own. Changes what it is given. */
function explain(json: Json): void {
  for (const [name, field] of Object.entries(json.properties ?? {})) {
    const common = COMMON[name];
    if (field.description === undefined && common) field.description = common;
    explain(field);
  }
  if (json.items) explain(json.items);
  json.anyOf?.forEach(explain);
}

/** A zod schema as an author writes it: fields with a default may be left out. */
function jsonOf(schema: z.ZodType): Record<string, unknown> {
  const json: Record<string, unknown> = z.toJSONSchema(schema, { target: 'draft-7', io: 'input' });
  // The whole file says it once.
  delete json['$schema'];
  explain(json);
  return json;
}

/** The JSON Schema of one kind of question, every field with its meaning. */
export const jsonOfKind = (kind: Kind): Json => jsonOf(schemas[kind]);

/** A question of any kind: its kind decides on the rest, so that an editor speaks of that one alone. */
function anyQuestion(): Record<string, unknown> {
  return {
    type: 'object',
    required: ['kind'],
    properties: {
      kind: { enum: KINDS, description: 'The kind of question. It decides on the other fields.' },
    },
    allOf: KINDS.map((kind) => ({
      if: { properties: { kind: { const: kind } }, required: ['kind'] },
      then: { $ref: `#/definitions/${kind}` },
    })),
  };
}
const definitions = () => Object.fromEntries(KINDS.map((kind) => [kind, jsonOfKind(kind)]));

/** Every schema, in the order of the course's files. Pure; takes nothing. */
export function editorSchemas(): EditorSchema[] {
  const list: EditorSchema[] = [];
  const add = (name: string, files: string, title: string, schema: Record<string, unknown>) =>
    list.push({
      name,
      files,
      title,
      schema: { $schema: 'http://json-schema.org/draft-07/schema#', title, ...schema },
    });
  add('qualification', 'content/qualification.yaml', 'Qualification', jsonOf(qualificationFile));
  add('glossary', 'content/glossary.yaml', 'Key words', jsonOf(glossaryFile));
  add('verbs', 'content/verbs.yaml', 'Command verbs', jsonOf(verbsFile));
  add('unit', 'content/units/*/unit.yaml', 'Unit', jsonOf(unitFile));
  add('questions', 'content/units/*/*.questions.yaml', 'Questions of a lesson', {
    type: 'array',
    items: anyQuestion(),
    definitions: definitions(),
  });
  add(
    'assessor',
    'content/units/*/*.assessor.yaml',
    'Notes for assessors',
    jsonOf(z.array(assessorEntry)),
  );
  const { items, ...examples } = jsonOf(exampleFile) as { items: { properties: object } };
  add('examples', 'src/questions/*/examples.yaml', 'Examples of a kind of question', {
    ...examples,
    items: { ...items, properties: { ...items.properties, question: anyQuestion() } },
    definitions: definitions(),
  });
  add('about', 'src/questions/*/about.yaml', 'About a kind of question', jsonOf(aboutFile));
  return list;
}
