/** What the fault tests share: one written answer, the database as it is, and a browser to kill. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { chromium, type BrowserContext, type Locator, type Page } from '@playwright/test';
import type { Everything } from '../../../src/learner/everything';
import { DATABASE } from '../../../src/learner/names';
import { findBrowser } from '../../../src/scripts/browser.mjs';
import { addressOf, docketOf, expect, nth, promptsOf, unit } from './journey';
import { test as base, watch } from './test';

export const lesson = nth(unit.lessons, 0);
export const prompt = nth(promptsOf(lesson), 0);
export const slot = nth(prompt.slots, 0);
/** The address of a lesson with one docket. The hash wakes all of its parts at once. */
export const LESSON = `${addressOf(lesson)}#evidence`;

export const docket = (page: Page): Locator => docketOf(page, prompt);
export const box = (page: Page): Locator =>
  docket(page).getByRole('textbox', { name: slot.label, exact: true });
/** What the page says about saving. */
export const status = (page: Page): Locator => page.getByRole('banner').getByRole('status');
/** Where the page tells of trouble. */
export const notice = (page: Page): Locator => page.locator('[data-notice]');
export const SAVED = /^\s*Saved on this device \d\d:\d\d\s*$/;
/**
 * Half a megabyte that no browser can make small: one that compresses what it stores would find
 * room for words that come again and again.
 */
export const TOO_LONG = Array.from({ length: 75_000 }, (_, i) =>
  (Math.imul(i + 1, 2_654_435_761) >>> 0).toString(36),
).join(' ');

/**
 * Puts a text into the answer and waits until the page says that it is saved. The status turns to
 * "Saving…" in the same task as the input, so what is seen here is about this text.
 */
export async function writeSaved(page: Page, text: string): Promise<void> {
  // Focus wakes the docket; what is written into a box that still sleeps comes after what is stored.
  await box(page).focus();
  await expect(page.locator('[data-docket][data-awake]').first()).toBeAttached();
  await box(page).fill(text);
  await expect(status(page)).toHaveText(SAVED);
}

/** Opens the lesson and saves a first text; after this the docket is awake. */
export async function begin(page: Page, text: string, origin = ''): Promise<void> {
  await page.goto(origin + LESSON);
  await writeSaved(page, text);
  await expect(docket(page).getByText(SAVED)).toBeVisible();
}

export type Records = Everything & { meta: unknown[] };

/** Everything in the database, whatever its version; empty where there is none. */
export function records(page: Page): Promise<Records> {
  return page.evaluate(async (name) => {
    const all: Record<string, unknown[]> = {};
    for (const store of ['learners', 'answers', 'revisions', 'forks', 'setAside', 'meta']) {
      all[store] = [];
    }
    if (!(await indexedDB.databases()).some((one) => one.name === name)) return all;
    const settle = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('unknown'));
      });
    const database = await settle(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      all[store] = await settle(database.transaction(store).objectStore(store).getAll());
    }
    database.close();
    return all;
  }, DATABASE) as Promise<unknown> as Promise<Records>;
}

/** The texts of the answer: what is stored, what waits for a choice, and the history, oldest first. */
export async function texts(page: Page): Promise<{ now: string; fork: string; earlier: string[] }> {
  const { answers, forks, revisions } = await records(page);
  const of = (one: { response: unknown } | undefined) =>
    (one?.response as { slots?: Record<string, string> } | undefined)?.slots?.[slot.id] ?? '';
  const mine = <T extends { id: string }>(list: T[]) => list.filter(({ id }) => id === prompt.id);
  return {
    now: of(mine(answers)[0]),
    fork: of(mine(forks)[0]),
    earlier: mine(revisions)
      .sort((a, b) => a.n - b.n)
      .map(of),
  };
}

/** Puts records into the database as they are, as a fault or an older version would have. */
export function plant(page: Page, stores: Record<string, unknown[]>): Promise<void> {
  return page.evaluate(
    async ([name, all]) => {
      const request = indexedDB.open(name);
      await new Promise((resolve) => (request.onsuccess = resolve));
      const tx = request.result.transaction(Object.keys(all), 'readwrite');
      for (const [store, list] of Object.entries(all)) {
        for (const one of list) tx.objectStore(store).put(one);
      }
      await new Promise((resolve) => (tx.oncomplete = resolve));
      request.result.close();
    },
    [DATABASE, stores] as const,
  );
}

/**
 * Holds the database from another page: a transaction over all stores that does not end, so that
 * every write waits in its queue.
 * @returns lets go; resolves when the transaction has ended
 */
export async function holdDatabase(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(async (name) => {
    const request = indexedDB.open(name);
    await new Promise((resolve) => (request.onsuccess = resolve));
    const database = request.result;
    const tx = database.transaction(database.objectStoreNames, 'readwrite');
    const state = globalThis as { letGo?: () => Promise<void> };
    let held = true;
    const ended = new Promise<void>((resolve) => (tx.oncomplete = () => resolve()));
    state.letGo = () => {
      held = false;
      return ended.then(() => database.close());
    };
    await new Promise<void>((resolve) => {
      // a transaction lives for as long as it is asked for something
      const ask = () => {
        const asked = tx.objectStore('meta').get('nothing');
        asked.onsuccess = () => {
          resolve();
          if (held) ask();
        };
      };
      ask();
    });
  }, DATABASE);
  return () => page.evaluate(() => (globalThis as { letGo?: () => Promise<void> }).letGo?.());
}

/** A browser of its own on the profile of a device. */
export interface Started {
  context: BrowserContext;
  page: Page;
  /** stops all its processes at once, with nothing to clean up (SIGKILL) */
  kill: () => Promise<void>;
}
export interface Device {
  /** the folder of the profile */
  folder: string;
  /** starts a browser on the profile as the one before left it */
  start: () => Promise<Started>;
}

async function startBrowser(folder: string, args: readonly string[]): Promise<Started> {
  const program = findBrowser() ?? chromium.executablePath();
  const own = ['--headless', '--remote-debugging-port=0', `--user-data-dir=${folder}`];
  // a group of its own on Unix, so that every process of this browser can be stopped by its id
  const group = process.platform !== 'win32';
  const child = spawn(program, [...args, ...own, 'about:blank'], {
    detached: group,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(child, 'exit');
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (found) resolve(found);
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`The browser did not start.\n${said}`)));
  });
  const browser = await chromium.connectOverCDP(address);
  const context = nth(browser.contexts(), 0);
  const page = context.pages()[0] ?? (await context.newPage());
  return {
    context,
    page,
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null || !child.pid) return;
      if (group) process.kill(-child.pid, 'SIGKILL');
      else child.kill('SIGKILL');
      await ended;
      // the note of a browser that is gone would keep the next one from starting
      for (const name of ['SingletonLock', 'SingletonSocket', 'SingletonCookie']) {
        rmSync(join(folder, name), { force: true });
      }
    },
  };
}

/** `device` is a profile on disk, watched like every other context. */
export const test = base.extend<{ device: Device }>({
  device: async ({ baseURL, launchOptions, expected }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'frontline-one-profile-'));
    const started: Started[] = [];
    const faults: string[][] = [];
    await use({
      folder,
      start: async () => {
        const one = await startBrowser(folder, launchOptions.args ?? []);
        started.push(one);
        faults.push(await watch(one.context, new URL(baseURL ?? '').origin));
        return one;
      },
    });
    for (const { kill } of started) await kill();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    const unexpected = faults.flat().filter((fault) => !expected.some((one) => one.test(fault)));
    expect(unexpected, 'what no page may do').toEqual([]);
  },
});

/** Sets the profile so that no site may keep anything, as "block all cookies" does. */
export function blockStorage({ folder }: Device): void {
  const file = join(folder, 'Default', 'Preferences');
  mkdirSync(dirname(file), { recursive: true });
  const profile = { default_content_setting_values: { cookies: 2 } };
  writeFileSync(file, JSON.stringify({ profile }));
}
