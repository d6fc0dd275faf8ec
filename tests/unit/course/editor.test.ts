/** What editors are told about the authors' files is what the build checks. */
import { readdirSync, readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { editorSchemas, jsonOfKind, type Json } from '../../../src/course/editor';
import { kinds } from '../questions/examples';

const list = editorSchemas();
const ajv = new Ajv({ strict: false, allErrors: true });
const validators = new Map(list.map(({ name, schema }) => [name, ajv.compile(schema)]));
const validatorOf = (name: string): ValidateFunction => {
  const found = validators.get(name);
  if (!found) throw new Error(name);
  return found;
};

const all = ['content', 'src/questions'].flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' }).map(
    (file) => `${root}/${file.replaceAll('\\', '/')}`,
  ),
);
const matching = (pattern: string) => {
  const regex = new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '[^/]*')}$`);
  return all.filter((file) => regex.test(file));
};
const yaml = (file: string): unknown => parse(readFileSync(file, 'utf8'));
/** What an editor would underline: where, and what about it. */
const faults = (name: string, value: unknown): string[] => {
  const validate = validatorOf(name);
  validate(value);
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath}: ${message} ${JSON.stringify(params)}`,
  );
};

describe.each(list.map((schema) => [schema.name, schema] as const))('%s', (name, { files }) => {
  it('fits every file that it is for, and there are some', () => {
    const found = matching(files);
    expect(found.length).toBeGreaterThan(0);
    for (const file of found) expect(faults(name, yaml(file)), file).toEqual([]);
  });

  it('is used by Visual Studio Code, from where the build puts it', () => {
    const settings = JSON.parse(readFileSync('.vscode/settings.json', 'utf8')) as {
      'yaml.schemas': Record<string, string>;
    };
    expect(settings['yaml.schemas'][`./dist/schemas/${name}.json`]).toBe(files);
  });
});

it('leaves no YAML of the authors without a schema', () => {
  const covered = new Set(list.flatMap(({ files }) => matching(files)));
  const bare = all.filter((file) => file.endsWith('.yaml') && !covered.has(file));
  expect(bare).toEqual([]);
});

it('asks for the extension that reads the schemas', () => {
  const { recommendations } = JSON.parse(readFileSync('.vscode/extensions.json', 'utf8')) as {
    recommendations: string[];
  };
  expect(recommendations).toContain('redhat.vscode-yaml');
});

describe('a planted fault is underlined, and nothing else', () => {
  const file = matching('content/units/*/01-*.questions.yaml')[0] ?? '';
  const planted = (change: (question: Record<string, unknown>) => void) => {
    const questions = yaml(file) as Record<string, unknown>[];
    const question = questions.find(({ kind }) => kind === 'single-choice');
    if (!question) throw new Error('a single choice is there');
    change(question);
    return faults('questions', questions);
  };

  it('a misspelt field', () => {
    const found = planted((question) => {
      question['aks'] = question['ask'];
      delete question['ask'];
    });
    expect(found.filter((fault) => !fault.includes('match "then" schema'))).toEqual([
      expect.stringMatching(/must have required property 'ask'/),
      expect.stringMatching(/must NOT have additional properties {"additionalProperty":"aks"}/),
    ]);
  });

  it('a kind that does not exist', () => {
    const found = planted((question) => {
      question['kind'] = 'single-choise';
    });
    expect(found).toEqual([expect.stringMatching(/\/kind: must be equal to one of the allowed/)]);
  });

  it('a bare criterion number', () => {
    const found = planted((question) => {
      question['criteria'] = [1.1];
    });
    expect(found.filter((fault) => !fault.includes('match "then" schema'))).toEqual([
      expect.stringMatching(/\/criteria\/0: must be string/),
    ]);
  });
});

it.each(kinds)('%s: every field says what it is', (kind) => {
  const bare: string[] = [];
  const visit = ({ properties = {} }: Json, before: string) => {
    for (const [name, field] of Object.entries(properties)) {
      if (!field.description) bare.push(before + name);
      visit(field, `${before}${name}.`);
      visit(field.items ?? {}, `${before}${name}.`);
    }
  };
  visit(jsonOfKind(kind), '');
  expect(bare, 'add .describe("…") in its schema.ts').toEqual([]);
});
