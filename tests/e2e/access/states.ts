/** The kinds of page that the site has, and a device on which a learner has worked. */
import { expect, type Download, type Page } from '@playwright/test';
import type { UnitFile } from '../../../src/course/types';
import { DATABASE, STORES } from '../../../src/learner/names.ts';
import type { Answer, Fork, Learner, Revision } from '../../../src/learner/types';

const UNIT = '/units/creating-first-impressions/';
export const LESSON_1 = `${UNIT}what-is-a-first-impression/`;
export const LESSON_2 = `${UNIT}what-shapes-it-before-you-speak/`;
export const LESSON_5 = `${UNIT}how-you-look-act-and-come-across/`;

/** One page of each kind, as a new visitor finds it: name → address. */
export const KINDS = {
  home: '/',
  units: '/units/',
  'a unit with lessons': UNIT,
  'a unit without lessons': '/units/complaint-resolution/',
  'the first lesson': LESSON_1,
  'the last lesson': LESSON_5,
  'the end of a unit': `${UNIT}end/`,
  review: '/review/',
  progress: '/progress/',
  portfolio: '/portfolio/',
  open: '/open/',
  search: '/search/?q=body+language',
  settings: '/settings/',
  'key words': '/key-words/',
  sources: '/sources/',
  'made-up organisations': '/briefs/',
  'a made-up organisation': '/briefs/wrenfold/',
  about: '/about/',
  accessibility: '/accessibility/',
  'for authors': '/authors/',
  'a kind, for authors': '/authors/simulation/',
  'a conversation, for authors': '/authors/conversations/u01-bike-shop-call/',
  'not found': '/404.html',
} as const;
export type Kind = keyof typeof KINDS;

/** Opens a page and waits until its islands are awake and have read what they need. */
export async function visit(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await settle(page);
}

/** Waits until the islands of the page are awake and show what they read. */
async function settle(page: Page): Promise<void> {
  await expect(page.locator('astro-island[ssr]')).toHaveCount(0);
  const { pathname } = new URL(page.url());
  if (/^\/units\/[^/]+\/(?!end\/)[^/]+\/$/.test(pathname)) await awake(page);
  if (pathname.endsWith('/end/')) {
    await expect(page.locator('[data-self][data-awake]')).toBeAttached();
    await expect(page.locator('.self')).toBeEnabled();
    await expect(page.locator('.steps')).toBeVisible();
  }
  if (pathname === '/review/') await expect(page.locator('#due')).toBeVisible();
  if (pathname === '/progress/') await expect(page.getByLabel('At a glance')).toBeVisible();
  if (pathname === '/portfolio/') {
    await expect(page.getByRole('heading', { name: 'Hand in' })).toBeVisible();
  }
  if (pathname === '/settings/') {
    await expect(page.getByRole('button', { name: 'Add a learner' })).toBeEnabled();
  }
  if (pathname === '/search/' && page.url().includes('?q=')) {
    await expect(page.locator('.search__status')).toHaveText(/result|Nothing found/);
  }
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

/** Wakes all questions and dockets of a lesson, as a first key press does, until all is drawn. */
async function awake(page: Page): Promise<void> {
  await page.keyboard.press('Shift');
  await expect(page.locator('[data-bar-words]')).toHaveText(/parts done/);
  await expect(page.locator('html')).toHaveAttribute('data-whole', '');
}

const AT = '2026-11-20T10:42:00.000Z';
const LEARNER: Learner = {
  v: 1,
  id: 'learner-of-the-tests',
  code: 'L7Q4X',
  name: 'Sam',
  colour: 3,
  createdAt: AT,
  aim: 'Award',
  units: [],
};

/** What one seeded slot says: long enough to wrap, with a line break. */
export const words = (ref: string, slot: number): string =>
  `Answer ${ref}, part ${slot + 1}: people notice how you stand, speak and listen.\nSo I look up first.`;

/**
 * Puts work on the device: U01-01 ready, U01-02 and U01-03 drafts, the others empty; or all ready.
 * U01-03 has a second text, from another tab.
 * Leaves the page on an address that has no islands.
 */
export async function work(page: Page, how: 'some' | 'all' = 'some'): Promise<void> {
  await page.goto('/404.html');
  const reply = await page.request.get('/data/U01.json');
  const { prompts, practice } = (await reply.json()) as UnitFile;
  const base = { v: 1 as const, learner: LEARNER.id, rev: 1, parentRev: 0, tab: 'tests', at: AT };
  const written = prompts
    .filter(({ ref }) => how === 'all' || ['U01-01', 'U01-02', 'U01-03'].includes(ref))
    .map(({ id, ref, ask, slots, checklist }): Answer => {
      const texts = slots.map((slot, i): [string, string] => [slot.id, words(ref, i)]);
      const ticks = checklist.slice(0, 1).map((line) => line.id);
      const state = how === 'all' || ref === 'U01-01' ? 'ready' : 'draft';
      const response = { slots: Object.fromEntries(texts), ticks };
      return { ...base, id, response, attempts: [], revealed: false, questionText: ask, state };
    });
  const tried = practice.slice(0, 3).map(({ id }, i): Answer => {
    const attempts = [{ at: AT, score: i, outOf: 2 }];
    return { ...base, id, response: null, attempts, revealed: i === 2 };
  });
  const earlier = written.slice(0, 1).map(({ id, response }): Revision => {
    return { v: 1, learner: LEARNER.id, id, n: 1, at: AT, response, why: 'pause' };
  });
  const shared = prompts.filter(({ ref }) => ref === 'U01-03');
  const forks = shared.map(({ id, slots }): Fork => {
    const texts = slots.map((slot): [string, string] => [slot.id, 'The text of the other tab.']);
    const response = { slots: Object.fromEntries(texts), ticks: [] };
    return { v: 1, learner: LEARNER.id, id, tab: 'other', at: AT, baseRev: 0, response };
  });
  const records = {
    forks,
    learners: [LEARNER],
    answers: [...written, ...tried],
    revisions: earlier,
    meta: [{ key: 'current', learner: LEARNER.id }],
  };
  await page.evaluate(
    async ([name, stores, records]) => {
      const request = indexedDB.open(name, 1);
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        request.onupgradeneeded = () => {
          for (const [store, keyPath] of Object.entries(stores)) {
            request.result.createObjectStore(store, { keyPath });
          }
        };
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('cannot open'));
      });
      const tx = db.transaction(Object.keys(records), 'readwrite');
      for (const [store, rows] of Object.entries(records)) {
        for (const row of rows) tx.objectStore(store).put(row);
      }
      await new Promise((resolve) => (tx.oncomplete = resolve));
      db.close();
    },
    [DATABASE, STORES, records] as const,
  );
}

/** Makes the bundle in My portfolio, with name, centre and declaration, practice page included. */
export async function makeBundle(page: Page): Promise<Download> {
  await visit(page, KINDS.portfolio);
  await page.getByLabel('Your name').fill('Jodie Marsh');
  await page.getByLabel('Your centre').fill('Millbeck College');
  await page.getByLabel('No', { exact: true }).check();
  await page.getByLabel(/This is my own work/).check();
  await page.getByLabel(/Add a page with my practice results/).check();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Make my bundle' }).click();
  return download;
}
