import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from '../../src/scripts/project.mjs';
import { files, read } from './site.mjs';

/** A shorter text may stand in a lesson by chance. */
const SHORTEST = 40;

/**
 * Letters and digits alone, in lower case, so that HTML entities, JSON escapes and line breaks make
 * no difference.
 */
function bare(text: string): string {
  return text
    .replace(/&(?:#x?[0-9a-f]+|[a-z]+);|\\u[0-9a-f]{4}|\\[nrt]/gi, '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(strings);
}

/** Text of a built file; the search index is gzipped. */
function text(file: string): string {
  const data = read(file);
  return (data[0] === 0x1f && data[1] === 0x8b ? gunzipSync(data) : data).toString('utf8');
}

/** Texts of the authors' files of one sort. */
const sources = (wanted: (file: string) => boolean): string[] =>
  readdirSync(join(ROOT, 'content'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(yaml|mdx)$/.test(file) && wanted(file))
    .map((file) => readFileSync(join(ROOT, 'content', file), 'utf8'));
const forAssessors = (file: string) => file.endsWith('.assessor.yaml');

it('carries no guidance for assessors in any file that learners could load', () => {
  // Guidance quotes the specification and the lessons: what learners' files say is no secret.
  const open = sources((file) => !forAssessors(file))
    .map((source) => bare(source.replace(/<[^>]*>/g, '')))
    .join('\n');
  const secrets = sources(forAssessors)
    .flatMap((source) => strings(parse(source)))
    .map((secret) => ({ secret, key: bare(secret) }))
    .filter(({ secret, key }) => secret.length >= SHORTEST && !open.includes(key));
  expect(secrets.length, 'texts for assessors in content').toBeGreaterThan(20);
  // Each secret is looked up by its first letters, so that a whole course takes seconds.
  const start = Math.min(...secrets.map(({ key }) => key.length));
  const byStart = new Map<string, typeof secrets>();
  for (const each of secrets) {
    const first = each.key.slice(0, start);
    byStart.set(first, [...(byStart.get(first) ?? []), each]);
  }
  const leaks = [...files]
    .filter((file) => !/\.(woff2?|png|jpg|webp|avif|ico|wasm)$/.test(file))
    .flatMap((file) => {
      const hay = bare(text(file));
      const found: string[] = [];
      for (let at = 0; at + start <= hay.length; at += 1) {
        for (const { secret, key } of byStart.get(hay.slice(at, at + start)) ?? []) {
          if (hay.startsWith(key, at)) found.push(`${file}: ${secret}`);
        }
      }
      return found;
    });
  expect(leaks).toEqual([]);
});
