// @ts-check
/**
 * Checks the checkers: plants one fault for each and expects it to be found. A checker that is set
 * up wrongly is silent, and silence looks like success.
 */
import { ESLint } from 'eslint';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command, Fault, ROOT, runTool } from '../src/scripts/project.mjs';

const TYPE_ERROR = "export const planted: number = 'not a number';";
const PLANTED = {
  'planted.ts': TYPE_ERROR,
  'planted.svelte': `<script lang="ts">\n  ${TYPE_ERROR.replace('export ', '')}\n</script>\n\n{planted}\n`,
  'planted.astro': `---\n${TYPE_ERROR.replace('export ', '')}\n---\n\n<p>{planted}</p>\n`,
};
const TSCONFIG = {
  extends: 'astro/tsconfigs/strictest',
  include: ['src/**/*'],
  compilerOptions: { noEmit: true },
};

/** File that does not exist → a line that must not stand there → the rule that says so. */
const FORBIDDEN = /** @type {const} */ ([
  ['src/islands/X.svelte', '{@html text}', 'svelte/no-at-html-tags'],
  ['src/islands/X.svelte', '{#each [1] as n}{n}{/each}', 'svelte/require-each-key'],
  ['src/islands/X.svelte', '<p style="color: red">x</p>', 'svelte/no-inline-styles'],
  ['src/islands/X.svelte', "<script>import { z } from 'zod'; z;</script>", 'restricted-imports'],
  ['src/components/X.astro', '<img src="x.png" />', 'jsx-a11y-x/alt-text'],
  ['src/questions/mix.ts', "import '../course/course';", 'restricted-imports'],
  ['src/questions/mix.ts', "import 'svelte';", 'restricted-imports'],
  ['src/questions/matching/behaviour.ts', "import { z } from 'zod'; z;", 'restricted-imports'],
  [
    'src/questions/matching/behaviour.ts',
    "import { matching } from './schema'; matching;",
    'restricted-imports',
  ],
  ['src/questions/matching/behaviour.ts', 'document.title;', 'no-restricted-globals'],
  ['src/course/rules.ts', "import '../learner/answers';", 'restricted-imports'],
  ['src/course/rules.ts', 'window.name;', 'no-restricted-globals'],
  ['src/learner/progress.ts', "import 'nanostores';", 'restricted-imports'],
  ['src/learner/answers.ts', "import '../evidence/record';", 'restricted-imports'],
  ['src/learner/answers.ts', "localStorage.getItem('x');", 'no-restricted-globals'],
  ['src/learner/answers.ts', "window.localStorage.getItem('x');", 'no-restricted-properties'],
  ['src/evidence/record.ts', "import '../islands/x';", 'restricted-imports'],
  ['src/evidence/record.ts', 'indexedDB;', 'no-restricted-globals'],
  [
    'src/evidence/open.ts',
    "import { buildCourse } from '../course/course'; buildCourse;",
    'imports',
  ],
  ['src/evidence/open.ts', 'export const a = {} as any;', 'no-explicit-any'],
]);

/** Lines that must stay allowed: a rule that forbids too much is turned off sooner or later. */
const ALLOWED = /** @type {const} */ ([
  ['src/questions/mix.ts', "import type { Matching } from './matching/schema';"],
  ['src/questions/matching/schema.ts', "import { z } from 'zod';\nz;"],
  ['src/learner/progress.ts', "import type { UnitFile } from '../course/types';"],
  ['src/learner/storage.ts', "localStorage.getItem('x');"],
  ['src/evidence/record.ts', "import type { Answer } from '../learner/types';"],
]);

/** @returns {Promise<string[]>} what the type checkers missed */
async function typeCheckers() {
  const folder = mkdtempSync(join(tmpdir(), 'frontline-one-'));
  try {
    mkdirSync(join(folder, 'src'));
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(TSCONFIG));
    for (const [name, text] of Object.entries(PLANTED)) {
      writeFileSync(join(folder, 'src', name), text);
    }
    const quiet = { quiet: true };
    const [astro, svelte] = await Promise.all([
      runTool('astro/bin/astro.mjs', ['check', '--root', folder], quiet),
      runTool(
        'svelte-check/bin/svelte-check',
        ['--workspace', folder, '--output', 'machine'],
        quiet,
      ),
    ]);
    const expected = /** @type {const} */ ([
      ['astro check', astro, 'planted.ts'],
      ['astro check', astro, 'planted.astro'],
      ['svelte-check', svelte, 'planted.svelte'],
    ]);
    return expected
      .filter(([, { code, output }, file]) => code === 0 || !output.includes(file))
      .map(([checker, { output }, file]) => `${checker} missed a type error in ${file}\n${output}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns {Promise<string[]>} what ESLint missed, and what it forbids without need */
async function linter() {
  const eslint = new ESLint({ cwd: ROOT });
  const rules = async (/** @type {string} */ file, /** @type {string} */ line) => {
    const [result] = await eslint.lintText(`${line}\n`, { filePath: join(ROOT, file) });
    return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message);
  };
  const faults = [];
  for (const [file, line, rule] of FORBIDDEN) {
    if (!(await rules(file, line)).some((found) => found.includes(rule))) {
      faults.push(`eslint (${rule}) missed in ${file}: ${line}`);
    }
  }
  for (const [file, line] of ALLOWED) {
    const found = (await rules(file, line)).filter((rule) => rule.includes('restricted'));
    if (found.length > 0) faults.push(`eslint (${found}) forbids in ${file}: ${line}`);
  }
  return faults;
}

await command(async () => {
  const faults = (await Promise.all([typeCheckers(), linter()])).flat();
  if (faults.length > 0) throw new Fault(faults.join('\n'));
  console.log(`${Object.keys(PLANTED).length + FORBIDDEN.length} planted faults were all found.`);
});
