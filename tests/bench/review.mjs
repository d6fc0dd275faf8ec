// @ts-check
/**
 * The daily set of the review in the browser at 6x CPU throttling, from 1,000 answered questions in
 * memory to the questions of the set. A page makes it once, so the very first run counts: it stands
 * beside the median, each on a page of its own.
 */
import { chromium } from '@playwright/test';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { ensureBrowser } from '../../src/scripts/browser.mjs';
import { ROOT } from '../../src/scripts/project.mjs';
import { startServer } from '../../src/scripts/serve.mjs';
import { median, range, row } from './print.mjs';

const CPU_SLOWDOWN = 6;
const QUESTIONS = 1000;
const RUNS = 7;
const BAR = 50;

/** Measures and prints. */
export async function benchReview() {
  const folder = mkdtempSync(join(tmpdir(), 'frontline-one-'));
  await build({
    root: ROOT,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      lib: { entry: join(ROOT, 'tests/bench/review.ts'), formats: ['es'], fileName: 'review' },
    },
  });
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Review</title>');
  const server = await startServer({ root: folder, port: 0 });
  const browser = await chromium.launch({
    executablePath: await ensureBrowser(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  console.log(
    `\nThe set of a review from ${QUESTIONS} answered questions; ${CPU_SLOWDOWN}x CPU throttling; median (range) of ${RUNS} pages`,
  );
  const first = [];
  const later = [];
  try {
    for (let run = 0; run < RUNS; run += 1) {
      const page = await browser.newPage();
      await page.goto(server.url);
      const cdp = await page.context().newCDPSession(page);
      await cdp.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
      const times = await page.evaluate(async (questions) => {
        const address = '/review.js';
        const { makeAnswers, makeSet } = await import(address);
        const input = makeAnswers(questions);
        // What making them up left behind is not the set's to tidy away.
        await new Promise((resolve) => setTimeout(resolve, 500));
        return Array.from({ length: 5 }, () => {
          const start = performance.now();
          if (makeSet(input) !== 20) throw new Error('no set');
          return performance.now() - start;
        });
      }, QUESTIONS);
      first.push(times[0] ?? 0);
      later.push(median(times.slice(1)));
      await page.close();
    }
  } finally {
    await browser.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(`first: ${range(first, 'ms')}; after that: ${range(later, 'ms')}`);
  row('  first', `${median(first).toFixed(0)} ms`, median(first) <= BAR, `at most ${BAR} ms`);
}
