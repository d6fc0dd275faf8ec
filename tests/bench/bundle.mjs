// @ts-check
/**
 * The export of a bundle in the browser at 6x CPU throttling: a unit like Unit 1, and 156 long
 * answers. Measured from stored answers in memory to the bytes of the finished zip. A first export
 * that does not count loads and compiles the code, as the page does when it opens the form; its own
 * time is printed too.
 */
import { chromium } from '@playwright/test';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { ensureBrowser } from '../../src/scripts/browser.mjs';
import { ROOT } from '../../src/scripts/project.mjs';
import { startServer } from '../../src/scripts/serve.mjs';
import { range, median, row } from './print.mjs';

const CPU_SLOWDOWN = 6;
const RUNS = 5;
const CASES = /** @type {const} */ ([
  ['Unit 1 (9 long answers)', [9], 1000],
  ['13 units (156 long answers)', Array.from({ length: 13 }, () => 12), 3000],
]);

/** Measures and prints. */
export async function benchBundle() {
  const folder = mkdtempSync(join(tmpdir(), 'frontline-one-'));
  await build({
    root: ROOT,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      lib: { entry: join(ROOT, 'tests/bench/bundle.ts'), formats: ['es'], fileName: 'bundle' },
    },
  });
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Export</title>');
  const server = await startServer({ root: folder, port: 0 });
  const browser = await chromium.launch({
    executablePath: await ensureBrowser(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  console.log(`\nExport of a bundle; ${CPU_SLOWDOWN}x CPU throttling; median (range) of ${RUNS}`);
  try {
    for (const [name, counts, bar] of CASES) {
      const page = await browser.newPage();
      await page.goto(server.url);
      const cdp = await page.context().newCDPSession(page);
      await cdp.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
      const { first, times, bytes } = await page.evaluate(
        async ({ sizes, runs }) => {
          const address = '/bundle.js';
          const { makeUnits, exportAll } = await import(address);
          const input = makeUnits(sizes);
          const once = async () => {
            const start = performance.now();
            const made = await exportAll(input);
            return { time: performance.now() - start, bytes: made.bytes.length };
          };
          const cold = await once();
          const list = [];
          for (let run = 0; run < runs; run += 1) list.push((await once()).time);
          return { first: cold.time, times: list, bytes: cold.bytes };
        },
        { sizes: [...counts], runs: RUNS },
      );
      console.log(
        `${name}: ${range(times, 'ms')}; the very first ${first.toFixed(0)} ms; ${(bytes / 1024).toFixed(0)} kB`,
      );
      row('  median', `${median(times).toFixed(0)} ms`, median(times) <= bar, `at most ${bar} ms`);
      row('  first', `${first.toFixed(0)} ms`, first <= bar, `at most ${bar} ms`);
      await page.close();
    }
  } finally {
    await browser.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
