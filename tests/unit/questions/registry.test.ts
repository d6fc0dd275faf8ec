/** A new kind of question is one folder and one line in each registry: nothing else names a kind. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { kinds } from './examples';

const REGISTRIES = ['types', 'schemas', 'index', 'views', 'quick'].map(
  (name) => `src/questions/${name}.ts`,
);
/**
 * What the site does for one kind besides, which a new kind does not need: the roles of a group of
 * radio buttons, what a lesson marks before its scripts have come, cards from the glossary, and
 * drawings of conversations. `single-choice` also stands
 * in where a page shows any kind, since types cannot say "a kind and its own question".
 */
const MORE: Record<string, string[]> = {
  'single-choice': [
    'src/components/Question.astro',
    'src/islands/Question.svelte',
    'src/islands/Round.svelte',
    'src/islands/lesson-early.ts',
    'src/pages/authors/[kind].astro',
  ],
  flashcards: ['src/course/course.ts', 'src/course/rules/text.ts'],
  simulation: [
    'src/components/Conversation.astro',
    'src/components/authors.ts',
    'src/course/rules/conversations.ts',
    'src/pages/authors/[kind].astro',
    'src/pages/units/[unit]/[lesson].astro',
  ],
};

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((path) => `src/${path.replaceAll('\\', '/')}`)
  .filter((path) => /\.(ts|svelte|astro|mjs)$/.test(path))
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }));

// `written` is no practice: the portfolio and the bundle are made of it.
it.each(kinds.filter((kind) => kind !== 'written'))(
  '%s is named in its registries alone',
  (kind) => {
    const naming = files
      .filter(({ path, text }) => {
        const own = path.startsWith(`src/questions/${kind}/`);
        return !own && new RegExp(`['"\`]${kind}['"\`]`).test(text);
      })
      .map(({ path }) => path)
      .filter((path) => !REGISTRIES.includes(path));
    expect(naming.toSorted()).toEqual((MORE[kind] ?? []).toSorted());
  },
);

it('finds every registry', () => {
  for (const registry of REGISTRIES) expect(files.map(({ path }) => path)).toContain(registry);
});
