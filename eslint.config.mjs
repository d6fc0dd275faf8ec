// @ts-check
import astro from 'eslint-plugin-astro';
import jsxA11y from 'eslint-plugin-jsx-a11y-x';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';

/**
 * The rules that hold the architecture: who may import what, and who may name the browser. Each
 * block below that sets `no-restricted-imports` replaces the one before it for its files, so each
 * lists all that is forbidden there.
 */

/** @param {string[]} folders of src @param {string} message */
const noFolders = (folders, message) => ({
  group: folders.flatMap((folder) => [`**/${folder}/**`, `**/${folder}`]),
  caseSensitive: true,
  message,
});

const ZOD = {
  regex: '^(zod|astro/zod)(/|$)',
  message: 'Zod stays out of the browser: check in schema.ts at build time, or use valibot.',
};
/** Schemas of content hold zod; their types alone may be imported anywhere. */
const SCHEMA_MESSAGE = 'This would load zod in the browser. Import the type alone.';
const SCHEMAS = {
  group: ['**/questions/**/schema*', '**/questions/base*', '**/course/schema*'],
  allowTypeImports: true,
  message: SCHEMA_MESSAGE,
};
const OWN_SCHEMA = { ...SCHEMAS, group: ['**/schema*', '**/base'] };
const FRAMEWORKS = {
  regex: '^(svelte|nanostores|@nanostores|astro|astro:.*)(/|$)',
  message: 'This file is pure: text and data in, data out.',
};
const UPWARD = {
  questions: noFolders(
    ['course', 'learner', 'evidence', 'islands', 'components', 'layouts', 'pages'],
    'Questions import nothing else from src.',
  ),
  course: noFolders(
    ['learner', 'evidence', 'islands', 'components', 'layouts', 'pages'],
    'The course imports questions alone.',
  ),
  learner: noFolders(
    ['evidence', 'islands', 'components', 'layouts', 'pages'],
    'The learner’s record imports questions, and types of the course.',
  ),
  evidence: noFolders(
    ['islands', 'components', 'layouts', 'pages'],
    'Evidence imports the learner’s record, questions, and types of the course.',
  ),
  islands: {
    ...noFolders(
      ['components', 'layouts', 'pages'],
      'Islands import questions, course, learner and evidence; of components, types alone.',
    ),
    allowTypeImports: true,
  },
};
const COURSE_CODE = {
  group: ['**/course/**'],
  allowTypeImports: true,
  message: 'The course is made at build time: import its types alone.',
};
/** Pure readers of the course's data, which the browser may load. */
const COURSE_PURE = { ...COURSE_CODE, group: ['**/course/**', '!**/course/pathway*'] };

/**
 * @param {string[]} files
 * @param {object[]} patterns
 * @param {string[]} [ignores]
 * @returns {import('eslint').Linter.Config}
 */
const imports = (files, patterns, ignores = []) => ({
  files,
  ignores,
  rules: {
    'no-restricted-imports': 'off',
    '@typescript-eslint/no-restricted-imports': ['error', { patterns }],
  },
});

const STORAGE = ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore'];
const BROWSER = ['window', 'document', 'navigator', 'location', 'globalThis', 'self', 'history'];
/** @param {string[]} names @param {string} message */
const noNames = (names, message) => names.map((name) => ({ name, message }));
/** `window.localStorage` and its like. @param {string} message */
const noStorageProperties = (message) =>
  [...STORAGE, 'cookie'].flatMap((property) =>
    ['window', 'globalThis', 'self', 'document', 'navigator'].map((object) => ({
      object,
      property,
      message,
    })),
  );
const STORAGE_MESSAGE = 'Only src/learner/storage.ts names a browser storage API.';
const PURE_MESSAGE = 'This file is pure: it must not name the browser.';

export default defineConfig(
  {
    ignores: [
      'dist/',
      '.astro/',
      '.vitest/',
      'node_modules/',
      'test-results/',
      'playwright-report/',
    ],
  },
  ...ts.configs.strict,
  ...svelte.configs['flat/recommended'],
  ...astro.configs['flat/recommended'],
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      // The compiler knows what exists, types included.
      'no-undef': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-async-promise-executor': 'error',
      'no-cond-assign': 'error',
      'no-constant-condition': ['error', { checkLoops: false }],
      'no-control-regex': 'error',
      'no-debugger': 'error',
      'no-dupe-else-if': 'error',
      'no-empty': 'error',
      'no-misleading-character-class': 'error',
      'no-prototype-builtins': 'error',
      'no-self-assign': 'error',
      'no-unsafe-finally': 'error',
      'no-unsafe-optional-chaining': 'error',
      'no-useless-escape': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', caughtErrors: 'none' },
      ],
      // `Promise<void | Thing>` is plain enough.
      '@typescript-eslint/no-invalid-void-type': 'off',
      // Maps of plain JSON lose a key this way, and that is what is meant.
      '@typescript-eslint/no-dynamic-delete': 'off',
      'no-restricted-globals': ['error', ...noNames(STORAGE, STORAGE_MESSAGE)],
      'no-restricted-properties': ['error', ...noStorageProperties(STORAGE_MESSAGE)],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'TSEnumDeclaration',
          message: 'Use a union of strings.',
        },
        {
          selector:
            "AssignmentExpression[left.type='MemberExpression'][left.property.name=/^(innerHTML|outerHTML)$/]",
          message: 'Text only: set textContent, or let Svelte render it.',
        },
      ],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: {
      'svelte/no-at-html-tags': 'error',
      'svelte/require-each-key': 'error',
      'svelte/no-inline-styles': 'error',
      'svelte/button-has-type': 'error',
      'svelte/no-target-blank': 'error',
      // Addresses come from the site's own address helper; there is no SvelteKit router here.
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  {
    files: ['**/*.astro'],
    plugins: { 'jsx-a11y-x': /** @type {any} */ (jsxA11y) },
    rules: {
      ...jsxA11y.configs.strict.rules,
      // Runs at build time on authors' own drawings and text: no learner's text can be in it.
      'astro/no-set-html-directive': 'off',
      'astro/no-unused-css-selector': 'error',
    },
  },

  // Who may import what.
  imports(['src/questions/**/*.{ts,svelte}'], [UPWARD.questions]),
  imports(
    [
      'src/questions/**/behaviour.ts',
      'src/questions/mix.ts',
      'src/questions/index.ts',
      'src/questions/**/*.svelte',
      'src/questions/views.ts',
      'src/questions/**/page.ts',
    ],
    [UPWARD.questions, ZOD, OWN_SCHEMA],
  ),
  imports(
    ['src/questions/**/behaviour.ts', 'src/questions/mix.ts'],
    [UPWARD.questions, ZOD, OWN_SCHEMA, FRAMEWORKS],
  ),
  imports(['src/course/**/*.ts'], [UPWARD.course, FRAMEWORKS]),
  imports(['src/learner/**/*.ts'], [UPWARD.learner, COURSE_CODE, ZOD, SCHEMAS]),
  imports(
    ['src/learner/{progress,unit-progress,review,spacing,spread,self,check}.ts'],
    [UPWARD.learner, COURSE_PURE, ZOD, SCHEMAS, FRAMEWORKS],
  ),
  imports(['src/evidence/**/*.ts'], [UPWARD.evidence, COURSE_CODE, ZOD, SCHEMAS]),
  imports(['src/evidence/record.ts'], [UPWARD.evidence, COURSE_CODE, ZOD, SCHEMAS, FRAMEWORKS]),
  imports(['src/islands/**/*.{ts,svelte}'], [UPWARD.islands, COURSE_PURE, ZOD, SCHEMAS]),

  // Who may name the browser.
  {
    files: [
      'src/course/**/*.ts',
      'src/questions/**/behaviour.ts',
      'src/questions/mix.ts',
      'src/learner/{progress,unit-progress,review,spacing,spread,self,check}.ts',
      'src/evidence/record.ts',
    ],
    rules: {
      'no-restricted-globals': ['error', ...noNames([...BROWSER, ...STORAGE], PURE_MESSAGE)],
    },
  },
  {
    // The one place for the learner's data; theme.js reads the preferences before the first paint.
    files: ['src/learner/storage.ts', 'src/build/theme.js', 'tests/**'],
    rules: { 'no-restricted-globals': 'off', 'no-restricted-properties': 'off' },
  },
  {
    files: ['**/*.{js,mjs}'],
    rules: { '@typescript-eslint/no-restricted-imports': 'off' },
  },
);
