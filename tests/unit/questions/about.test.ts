import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { aboutFile, exampleFile } from '../../../src/questions/about';
import { kinds } from './examples';

const folders = readdirSync('src/questions', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const read = (path: string): unknown => parse(readFileSync(path, 'utf8'));

it.each(folders)('%s says what it is for, what a good one is like and how it is marked', (kind) => {
  const path = `src/questions/${kind}/about.yaml`;
  expect(existsSync(path), `${path} is missing: the authors’ page is made from it`).toBe(true);
  const about = aboutFile.parse(read(path));
  const lines = [about.purpose, about.marking, ...about.good, ...about.access];
  for (const line of lines) expect(line).toMatch(/^[A-Z“].*[.”]$/);
});

it.each(kinds)('%s has examples that the authors’ page can show', (kind) => {
  const examples = exampleFile.parse(read(`src/questions/${kind}/examples.yaml`));
  for (const { question } of examples) expect(question.kind).toBe(kind);
  const names = examples.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});
