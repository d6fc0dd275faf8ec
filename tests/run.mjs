// @ts-check
/**
 * `npm test`: installs what is missing, runs every check, and prints at the end what passed and
 * failed. Nothing stops early, so that one run shows every fault. `npm test -- e2e` runs the steps
 * whose names hold that word, and what they need.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from '../src/scripts/browser.mjs';
import { build } from '../src/scripts/build.mjs';
import { ensureOffice } from '../src/scripts/office.mjs';
import {
  command,
  ensureInstalled,
  Fault,
  isBuilt,
  nodeProgram,
  run,
  runTool,
} from '../src/scripts/project.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */
/** @typedef {{ ok: boolean, output: string, counts?: Counts, skipped?: string[] }} Result */
/**
 * @typedef {{ name: string, needs?: string[], alone?: boolean, run: () => Promise<Result> }} Step
 *   needs: steps that must have succeeded before; alone: nothing else runs meanwhile
 */

const reports = mkdtempSync(join(tmpdir(), 'frontline-one-'));

/** @param {string} file @returns {any} a report, or undefined when the tool did not write one */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * A step that is one program: it succeeds when the program ends with 0.
 * @param {string} name @param {string} script @param {string[]} args @param {string[]} [needs]
 * @returns {Step}
 */
const tool = (name, script, args, needs = []) => ({
  name,
  needs,
  run: async () => {
    const { code, output } = await runTool(script, args, { quiet: true });
    return { ok: code === 0, output };
  },
});

/**
 * @param {string} name @param {string} config @param {Pick<Step, 'needs' | 'alone'>} how
 * @returns {Step}
 */
const vitest = (name, config, how) => ({
  name,
  ...how,
  run: async () => {
    const file = join(reports, `${config.replaceAll('/', '-')}.json`);
    const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
    const args = ['run', '-c', config, '--root', '.', ...reporters];
    const { code, output } = await runTool('vitest/vitest.mjs', args, { quiet: true });
    const report = readReport(file);
    if (!report) return { ok: false, output };
    /** @type {string[]} */
    const skipped = report.testResults.flatMap((/** @type {any} */ { assertionResults }) =>
      assertionResults
        .filter((/** @type {any} */ { status }) => ['pending', 'skipped', 'todo'].includes(status))
        .map((/** @type {any} */ { fullName }) => fullName),
    );
    const counts = {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: skipped.length,
    };
    return { ok: code === 0, output, counts, skipped };
  },
});

/** @type {Step} */
const playwright = {
  name: 'playwright',
  needs: ['build'],
  alone: true,
  run: async () => {
    const file = join(reports, 'playwright.json');
    const env = {
      CHROME_PATH: await ensureBrowser(),
      PLAYWRIGHT_JSON_OUTPUT_NAME: file,
      FORCE_COLOR: '0',
    };
    const args = ['test', '-c', 'tests/playwright.config.ts', '--reporter=list,json'];
    const { code, output } = await runTool('@playwright/test/cli.js', args, { quiet: true, env });
    const report = readReport(file);
    if (!report) return { ok: false, output };
    const { expected, unexpected, flaky, skipped } = report.stats;
    /** @type {string[]} */
    const names = [];
    const walk = (/** @type {any} */ suite) => {
      for (const spec of suite.specs ?? []) {
        if (spec.tests.some((/** @type {any} */ test) => test.status === 'skipped')) {
          names.push(`${suite.file} › ${spec.title}`);
        }
      }
      (suite.suites ?? []).forEach(walk);
    };
    report.suites.forEach(walk);
    // Only a build server has a second try; Playwright's own lines name what needed it.
    const counts = { passed: expected + flaky, failed: unexpected, skipped };
    return { ok: code === 0, output, counts, skipped: names };
  },
};

/**
 * In the order in which they start: the long ones first, so that neither of two cores waits at the
 * end, and those that use both of them last.
 * @type {Step[]}
 */
const STEPS = [
  {
    name: 'build',
    run: async () => {
      if (isBuilt()) return { ok: true, output: 'up to date' };
      await build({ quiet: true });
      return { ok: true, output: '' };
    },
  },
  tool('eslint', 'eslint/bin/eslint.js', ['.', '--max-warnings', '0']),
  vitest('built site', 'tests/dist/vitest.config.ts', { needs: ['build'] }),
  // After the build: both write the folder .astro.
  tool(
    'astro check',
    'astro/bin/astro.mjs',
    ['check', '--minimumFailingSeverity', 'warning'],
    ['build'],
  ),
  tool(
    'svelte-check',
    'svelte-check/bin/svelte-check',
    ['--fail-on-warnings', '--output', 'human'],
    ['build'],
  ),
  {
    name: 'canary',
    run: async () => {
      const { code, output } = await run(nodeProgram(), ['tests/canary.mjs'], { quiet: true });
      return { ok: code === 0, output };
    },
  },
  tool('prettier', 'prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
  tool('html-validate', 'html-validate/bin/html-validate.mjs', ['dist/**/*.html'], ['build']),
  tool('markdownlint', 'markdownlint-cli2/markdownlint-cli2-bin.mjs', []),
  tool('knip', 'knip/bin/knip.js', ['--no-progress']),
  vitest('vitest', 'tests/vitest.config.ts', { alone: true }),
  playwright,
];

/**
 * @param {Step} step
 * @returns {Promise<Result & { seconds: number }>} never throws: a fault is a failed result
 */
async function timed(step) {
  const start = performance.now();
  /** @type {Result} */
  let result;
  try {
    result = await step.run();
  } catch (error) {
    const text = error instanceof Fault ? error.message : String(Object(error).stack ?? error);
    result = { ok: false, output: text };
  }
  return { ...result, seconds: (performance.now() - start) / 1000 };
}

/**
 * Runs the steps, two at a time where they allow it, and prints each as it ends.
 * @param {Step[]} steps
 * @returns {Promise<Map<string, Result>>} results by name
 */
async function runAll(steps) {
  /** @type {Map<string, Result>} */
  const results = new Map();
  const waiting = [...steps];
  /** @type {Map<string, Promise<void>>} */
  const running = new Map();
  const lanes = Math.min(2, availableParallelism());
  const print = (/** @type {Step} */ step, /** @type {Result & { seconds: number }} */ result) => {
    results.set(step.name, result);
    const { ok, output, counts, seconds } = result;
    const numbers = counts ? `  ${counts.passed} passed, ${counts.failed} failed` : '';
    console.log(
      `${ok ? 'ok    ' : 'FAILED'}  ${step.name.padEnd(14)} ${seconds.toFixed(1).padStart(6)} s${numbers}`,
    );
    if (!ok) console.log(`${output.trim().replace(/^/gm, '    ')}\n`);
    for (const name of result.skipped ?? []) console.log(`    skipped: ${name}`);
  };
  while (waiting.length > 0 || running.size > 0) {
    const ready = waiting.find(
      (step) =>
        (step.needs ?? []).every((name) => results.has(name)) &&
        (!step.alone || running.size === 0),
    );
    const mayStart = ready && running.size < lanes && ![...running.keys()].some(isAlone);
    if (!ready || !mayStart) {
      await Promise.race(running.values());
      continue;
    }
    waiting.splice(waiting.indexOf(ready), 1);
    const missing = (ready.needs ?? []).find((name) => !results.get(name)?.ok);
    if (missing) {
      print(ready, { ok: false, output: `Not run: "${missing}" failed.`, seconds: 0 });
      continue;
    }
    const end = timed(ready).then((result) => {
      running.delete(ready.name);
      print(ready, result);
    });
    running.set(ready.name, end);
  }
  return results;
}

/** @param {string} name */
const isAlone = (name) => STEPS.find((step) => step.name === name)?.alone === true;

/** @param {Iterable<Result>} results @returns {Counts} a step without tests of its own counts as one */
function sum(results) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { ok, counts } of results) {
    total.passed += counts?.passed ?? (ok ? 1 : 0);
    total.skipped += counts?.skipped ?? 0;
    // A tool can fail without a failed test, for example when a file does not load.
    total.failed += counts?.failed || (ok ? 0 : 1);
  }
  return total;
}

await command(async () => {
  const start = performance.now();
  await ensureInstalled();
  const words = process.argv.slice(2);
  const chosen = STEPS.filter(
    ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
  );
  if (chosen.length === 0) {
    throw new Fault(`No step is called that. The steps: ${STEPS.map((s) => s.name).join(', ')}`);
  }
  const needed = new Set(chosen.flatMap(({ name, needs = [] }) => [name, ...needs]));
  if (needed.has('vitest')) {
    const missing = await ensureOffice();
    if (missing.length > 0) {
      console.log(
        `Not on this machine: ${missing.join(', ')}. The tests that need them are skipped.`,
      );
    }
  }
  const results = await runAll(STEPS.filter(({ name }) => needed.has(name)));
  rmSync(reports, { recursive: true, force: true });
  const { passed, failed, skipped } = sum(results.values());
  console.log(`\n${((performance.now() - start) / 1000).toFixed(0)} s`);
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  process.exitCode = failed > 0 ? 1 : 0;
});
