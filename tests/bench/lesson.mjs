// @ts-check
/**
 * A lesson page against the plain page of bare.mjs, in turns, on a slowed machine and network:
 * 4x CPU throttling, 1.6 Mbit/s, 150 ms for each request, an empty cache, a phone's screen.
 *
 * How each figure is taken:
 * - Answerable: a script in the page tries at every frame to choose the right option of the first
 *   single-choice question and to press "Check my answer", until the page says "Right". The figure
 *   is the time of that frame, from the start of navigation.
 * - Check to feedback: when all is quiet, the same is done once on another single-choice question
 *   (the same one if there is no other). From the press to the first task after the frame that
 *   shows the feedback: then it is painted.
 * - Long tasks: the browser's own `longtask` entries from the start of navigation until all is
 *   quiet, in visits of their own, in which no script tries or presses anything. An empty page is
 *   opened too: its longest task is the browser's own work for any page.
 */
import { chromium, devices } from '@playwright/test';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from '../../src/scripts/browser.mjs';
import { DIST } from '../../src/scripts/project.mjs';
import { startServer } from '../../src/scripts/serve.mjs';
import { barePage } from './bare.mjs';
import { median, range, row } from './print.mjs';

const CPU_SLOWDOWN = 4;
const NETWORK = {
  offline: false,
  latency: 150,
  downloadThroughput: 1.6e6 / 8,
  uploadThroughput: 0.75e6 / 8,
};
const BARS = { answerable: 2, feedback: 1.5, longTask: 50 };

/** @typedef {{ answerable: number, feedback: number, longest: number, bytes: number }} Visit */

const EMPTY =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Empty</title></head><body></body></html>';

/** Runs in the page, before its own scripts: notes how long its longest task took. */
function watch() {
  /** @type {any} */
  const shared = globalThis;
  shared.longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      shared.longest = Math.max(shared.longest, duration);
    }
  }).observe({ type: 'longtask', buffered: true });
}

/** Runs in the page, before its own scripts: answers its first question as soon as that is possible. */
function probe() {
  /** @type {any} */
  const shared = globalThis;
  /** Chooses the option and presses the button. @param {Element} question @param {string} right */
  shared.press = (question, right) => {
    const input = question.querySelector(`input[value="${right}"]`);
    const button = [...question.querySelectorAll('button')].find(
      (each) => each.textContent.trim() === 'Check my answer',
    );
    if (!(input instanceof HTMLInputElement) || !button) return;
    input.checked = false;
    input.click();
    button.click();
  };
  shared.answered = (/** @type {Element} */ question) =>
    /^Right/.test(question.querySelector('[role="status"]')?.textContent.trim() ?? '');

  shared.answerable = new Promise((done) => {
    const attempt = () => {
      const question = document.querySelector('[data-kind="single-choice"]');
      if (question && shared.answered(question)) return done(performance.now());
      const right = shared.rightOptions?.[question?.getAttribute('data-question') ?? ''];
      if (question && right) shared.press(question, right);
      requestAnimationFrame(attempt);
    };
    requestAnimationFrame(attempt);
  });
}

/** Runs in the page. @returns {Promise<number>} milliseconds from the press to the painted feedback */
async function checkToFeedback() {
  /** @type {any} */
  const shared = globalThis;
  const all = [...document.querySelectorAll('[data-kind="single-choice"]')];
  const question = all[1] ?? all[0];
  if (!question) throw new Error('no question');
  const again = [...question.querySelectorAll('button')].find(
    (each) => each.textContent?.trim() === 'Try again',
  );
  again?.click();
  question.querySelector('[role="status"]')?.scrollIntoView({ block: 'center' });
  const frame = () => new Promise((next) => requestAnimationFrame(next));
  await frame();
  await frame();
  const start = performance.now();
  shared.press(question, shared.rightOptions[question.getAttribute('data-question') ?? '']);
  do await frame();
  while (!shared.answered(question));
  await new Promise((painted) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = painted;
    port2.postMessage(undefined);
  });
  return performance.now() - start;
}

/**
 * Opens a page as on a first visit, on the slowed machine and network.
 * @template T
 * @param {import('@playwright/test').Browser} browser
 * @param {string} url
 * @param {(page: import('@playwright/test').Page) => Promise<unknown>} before before it is opened
 * @param {(page: import('@playwright/test').Page) => Promise<T>} read what to find out
 * @returns {Promise<T & { bytes: number }>} and how much was sent
 */
async function open(browser, url, before, read) {
  const context = await browser.newContext(devices['Pixel 7']);
  try {
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    let bytes = 0;
    cdp.on('Network.loadingFinished', (event) => (bytes += event.encodedDataLength));
    await cdp.send('Network.enable');
    await cdp.send('Network.emulateNetworkConditions', NETWORK);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
    await before(page);
    await page.goto(url, { waitUntil: 'commit' });
    return { ...(await read(page)), bytes };
  } finally {
    await context.close();
  }
}

/**
 * A first visit that only looks.
 * @param {import('@playwright/test').Browser} browser
 * @param {string} url
 * @returns {Promise<{ longest: number }>} the longest task while loading, in ms; 0: none over 50
 */
const look = (browser, url) =>
  open(
    browser,
    url,
    (page) => page.addInitScript(watch),
    async (page) => {
      await page.waitForLoadState('networkidle');
      return { longest: await page.evaluate(() => /** @type {any} */ (globalThis).longest) };
    },
  );

/**
 * Two first visits: one that answers, and one that only looks.
 * @param {import('@playwright/test').Browser} browser
 * @param {string} url
 * @param {Record<string, string>} rightOptions question id → id of its right option
 * @returns {Promise<Visit>} times in milliseconds, bytes as sent
 */
async function visit(browser, url, rightOptions) {
  const answering = await open(
    browser,
    url,
    async (page) => {
      await page.addInitScript((options) => {
        Object.assign(globalThis, { rightOptions: options });
      }, rightOptions);
      await page.addInitScript(probe);
    },
    async (page) => {
      const answerable = await page.evaluate(() => /** @type {any} */ (globalThis).answerable);
      await page.waitForLoadState('networkidle');
      // Ours draws what is far below the screen last (lesson.ts).
      await page.waitForFunction(
        () =>
          !document.querySelector('[data-lesson]') || 'whole' in document.documentElement.dataset,
      );
      return { answerable, feedback: await page.evaluate(checkToFeedback) };
    },
  );
  return { ...(await look(browser, url)), ...answering };
}

/**
 * @param {string} html a built lesson page
 * @returns {Record<string, string>} question id → id of its right option
 */
function rightOptionsOf(html) {
  const data = html.matchAll(/<script type="application\/json">(.*?)<\/script>/gs);
  return Object.fromEntries(
    [...data]
      .map((match) => JSON.parse(match[1] ?? '').question)
      .filter((question) => question?.kind === 'single-choice')
      .map(({ id, options }) => [
        id,
        options.find((/** @type {{ right?: boolean }} */ option) => option.right).id,
      ]),
  );
}

/**
 * The bar is set for a page with 5 practice questions and 2 written prompts.
 * @returns {string} path of the lesson nearest to that, `units/…/…/`
 */
function measuredLesson() {
  const count = (/** @type {string} */ html, /** @type {string} */ what) =>
    html.split(`<div data-${what}=`).length - 1;
  const [lesson] = readdirSync(DIST, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /^units\/[^/]+\/[^/]+\/index\.html$/.test(file))
    .map((file) => ({ file, html: readFileSync(join(DIST, file), 'utf8') }))
    .filter(({ html }) => html.includes('data-kind="single-choice"'))
    .map(({ file, html }) => ({
      file,
      off: Math.abs(count(html, 'question') - 5) + Math.abs(count(html, 'docket') - 2),
    }))
    .sort((a, b) => a.off - b.off || a.file.localeCompare(b.file));
  if (!lesson) throw new Error('No lesson page in dist has a single-choice question.');
  return lesson.file.replace(/index\.html$/, '');
}

/**
 * Measures and prints.
 * @param {number} pairs how many visits to each of the two pages, in turns
 */
export async function benchLesson(pairs) {
  const lesson = measuredLesson();
  const html = readFileSync(join(DIST, lesson, 'index.html'), 'utf8');
  const folder = mkdtempSync(join(tmpdir(), 'frontline-one-'));
  writeFileSync(join(folder, 'index.html'), barePage(html));
  writeFileSync(join(folder, 'empty.html'), EMPTY);
  const site = await startServer({ root: DIST, port: 0 });
  const plain = await startServer({ root: folder, port: 0 });
  const browser = await chromium.launch({
    executablePath: await ensureBrowser(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  });
  /** @type {{ ours: Visit[], bare: Visit[] }} */
  const visits = { ours: [], bare: [] };
  const right = rightOptionsOf(html);
  /** @type {number[]} */
  const empty = [];
  try {
    const go = {
      ours: () => visit(browser, site.url + lesson, right),
      bare: () => visit(browser, plain.url, right),
    };
    // One visit each that does not count: the servers compress, the browser warms up.
    await go.ours();
    await go.bare();
    for (let pair = 0; pair < pairs; pair += 1) {
      const order =
        pair % 2 === 0
          ? /** @type {const} */ (['bare', 'ours'])
          : /** @type {const} */ (['ours', 'bare']);
      for (const which of order) visits[which].push(await go[which]());
      empty.push((await look(browser, `${plain.url}empty.html`)).longest);
    }
  } finally {
    await browser.close();
    await Promise.all([site.close(), plain.close()]);
    rmSync(folder, { recursive: true, force: true });
  }

  console.log(`\nLesson page ${lesson} against a plain HTML file with the same text and questions`);
  console.log(
    `${pairs} visits each, in turns; 4x CPU throttling, 1.6 Mbit/s, 150 ms; medians (range)\n`,
  );
  for (const [name, key, bar] of /** @type {const} */ ([
    ['first question answerable', 'answerable', BARS.answerable],
    ['check to painted feedback', 'feedback', BARS.feedback],
  ])) {
    const ours = visits.ours.map((each) => each[key]);
    const bare = visits.bare.map((each) => each[key]);
    const ratio = median(ours) / median(bare);
    console.log(`${name}: ${range(ours, 'ms')}; plain ${range(bare, 'ms')}`);
    row(
      '  ratio of the medians',
      `${ratio.toFixed(2)} times`,
      ratio <= bar,
      `at most ${bar} times`,
    );
  }
  const worstOf = (/** @type {Visit[]} */ list) => list.map(({ longest }) => longest);
  const worst = worstOf(visits.ours);
  console.log(
    `longest task while loading: ${range(worst, 'ms')}; plain ${range(worstOf(visits.bare), 'ms')}; an empty page ${range(empty, 'ms')} (0: none over 50 ms)`,
  );
  const longest = median(worst);
  row(
    '  median of the longest',
    `${longest.toFixed(0)} ms`,
    longest <= BARS.longTask,
    `at most ${BARS.longTask} ms`,
  );
  const kB = (/** @type {Visit[]} */ list) =>
    `${(median(list.map(({ bytes }) => bytes)) / 1024).toFixed(1)} kB`;
  console.log(
    `sent over the network, fonts and headers included: ${kB(visits.ours)}; plain ${kB(visits.bare)}`,
  );
}
