/** Holds one file against its zod schema, and says in plain words what does not fit. */
import { z } from 'zod';
import { mendName, nearest } from './nearest';
import type { Path, Source } from './source';
import type { Problem } from './types';

/**
 * Takes a source, a schema, and the path of the part to check (the whole file unless told).
 * Gives the checked data, or every problem of that part.
 */
export function checkShape<T>(
  source: Source,
  schema: z.ZodType<T>,
  base: Path = [],
): { data: T | undefined; problems: Problem[] } {
  const result = schema.safeParse(valueAt(source.value, base));
  if (result.success) return { data: result.data, problems: [] };

  const issues = result.error.issues.flatMap((issue) => bestOfUnion(issue));
  const unknown = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => ({ key, path: issue.path })) : [],
  );
  const problems: Problem[] = [];

  for (const { key, path } of unknown) {
    const fields = fieldsAt(schema, path);
    const whole = [...base, ...path];
    problems.push({
      file: source.file,
      line: source.lineOf([...whole, key]),
      message: `${where(source, whole)}“${key}” is not a field here.`,
      mend: mendName(key, fields, `Take it out. The fields here are: ${fields.join(', ')}.`),
    });
  }

  for (const issue of issues) {
    if (issue.code === 'unrecognized_keys') continue;
    const path = [...base, ...issue.path];
    const missing = valueAt(source.value, path) === undefined;
    // A misspelt field is one fault, not two: its right name is not reported as missing as well.
    const misspelt = unknown.some(
      (other) =>
        String(other.path) === String(issue.path.slice(0, -1)) &&
        nearest(other.key, fieldsAt(schema, other.path)) === issue.path.at(-1),
    );
    if (missing && misspelt) continue;
    problems.push({
      file: source.file,
      line: source.lineOf(path),
      ...explain(source, schema, issue, path, missing),
    });
  }
  return { data: undefined, problems };
}

function explain(
  source: Source,
  schema: z.ZodType,
  issue: z.core.$ZodIssue,
  path: Path,
  missing: boolean,
): { message: string; mend: string } {
  const field = path.length > 0 ? String(path.at(-1)) : 'file';
  const named = typeof path.at(-1) === 'number' ? `item ${Number(path.at(-1)) + 1}` : `“${field}”`;
  const place = where(source, path.slice(0, -1));
  const hint = descriptionAt(schema, issue.path);
  const because = hint ? ` ${hint}` : '';

  if (issue.code === 'custom' && typeof issue.params?.['mend'] === 'string') {
    const whole = where(source, path.slice(0, path.length - issue.path.length));
    return { message: `${whole}${issue.message}`, mend: issue.params['mend'] };
  }
  if (missing) {
    return {
      message: `${place}${named} is missing.`,
      mend: `Add “${field}:”.${because}`,
    };
  }
  switch (issue.code) {
    case 'invalid_type': {
      const value = valueAt(source.value, path);
      if (issue.expected === 'string' && typeof value === 'number') {
        const typed = source.typed(path) ?? String(value);
        return {
          message: `${place}${named} is the bare number ${typed}${typed === String(value) ? '' : `, which YAML reads as ${value}`}. It must be text.`,
          mend: `Put it in quotes: "${typed}".${because}`,
        };
      }
      return {
        message: `${place}${named} must be ${kindWord(issue.expected)}, but it is ${kindOf(value)}.`,
        mend: `Write ${kindWord(issue.expected)} here.${because}`,
      };
    }
    case 'invalid_value': {
      const allowed = issue.values.map(String);
      const found = String(valueAt(source.value, path));
      return {
        message: `${place}${named} is “${found}”, which is not one of: ${allowed.join(', ')}.`,
        mend: mendName(found, allowed, 'Choose one of them.'),
      };
    }
    case 'invalid_format':
      return {
        message: `${place}${named} is “${String(valueAt(source.value, path))}”: ${issue.message}.`,
        mend: `Write it in that form.${because}`,
      };
    case 'too_small':
    case 'too_big': {
      const least = issue.code === 'too_small';
      const limit = Number(least ? issue.minimum : issue.maximum);
      const value = valueAt(source.value, path);
      if (typeof value === 'string') {
        return {
          message: `${place}${named} is empty.`,
          mend: `Write the text, or take the field out.${because}`,
        };
      }
      const found = Array.isArray(value) ? `it has ${value.length}` : `it is ${String(value)}`;
      const unit = Array.isArray(value) ? (limit === 1 ? ' entry' : ' entries') : '';
      return {
        message: `${place}${named} must ${Array.isArray(value) ? 'have' : 'be'} at ${least ? 'least' : 'most'} ${limit}${unit}, but ${found}.`,
        mend: `${Array.isArray(value) ? (least ? 'Add to it.' : 'Take some away.') : `Write a ${least ? 'greater' : 'smaller'} number.`}${because}`,
      };
    }
    default:
      return {
        message: `${place}${named}: ${issue.message}.`,
        mend: issue.message.includes('right: true')
          ? 'Put “right: true” on each right option, and take it away from the others.'
          : `Change it so that it fits.${because}`,
      };
  }
}

/** A union reports every branch: keep the branch with the fewest faults. */
function bestOfUnion(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const best = issue.errors.toSorted((a, b) => a.length - b.length)[0];
  return (best ?? []).map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** `In u01-greeting › options › warm: `, by the names that authors gave; empty at the top. */
function where(source: Source, path: Path): string {
  const names = path.map((step, index) =>
    typeof step === 'number'
      ? nameOf(valueAt(source.value, path.slice(0, index + 1)), step)
      : String(step),
  );
  return names.length > 0 ? `In ${names.join(' › ')}: ` : '';
}

function nameOf(value: unknown, index: number): string {
  for (const field of ['id', 'prompt', 'number', 'kind', 'verb', 'topic', 'code']) {
    const name = valueAt(value, [field]);
    if (typeof name === 'string' || typeof name === 'number') return String(name);
  }
  return `item ${index + 1}`;
}

function valueAt(value: unknown, path: Path): unknown {
  let now = value;
  for (const step of path) {
    if (typeof now !== 'object' || now === null || !Object.hasOwn(now, step)) return undefined;
    now = (now as Record<PropertyKey, unknown>)[step];
  }
  return now;
}

/** The schema that stands at a path, with optional and default taken off; undefined where none does. */
export function schemaAt(schema: unknown, path: Path): unknown {
  let now = bare(schema);
  for (const step of path) {
    if (now instanceof z.ZodObject) now = bare((now.shape as Record<PropertyKey, unknown>)[step]);
    else if (now instanceof z.ZodArray) now = bare(now.element);
    else return undefined;
  }
  return now;
}

function bare(schema: unknown): unknown {
  let now = schema;
  while (
    now instanceof z.ZodOptional ||
    now instanceof z.ZodExactOptional ||
    now instanceof z.ZodDefault
  ) {
    now = now.unwrap();
  }
  return now;
}

function fieldsAt(schema: z.ZodType, path: Path): string[] {
  const here = schemaAt(schema, path);
  const shapes = here instanceof z.ZodUnion ? here.options : [here];
  return shapes.flatMap((each) => (each instanceof z.ZodObject ? Object.keys(each.shape) : []));
}

function descriptionAt(schema: z.ZodType, path: Path): string | undefined {
  const here = schemaAt(schema, path);
  return here instanceof z.ZodType ? here.description : undefined;
}

function kindWord(expected: string): string {
  const words: Record<string, string> = {
    string: 'text',
    array: 'a list',
    object: 'a set of fields',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
  };
  return words[expected] ?? expected;
}

function kindOf(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a set of fields';
  if (typeof value === 'string') return 'text';
  return typeof value === 'number' ? `the number ${value}` : String(value);
}
