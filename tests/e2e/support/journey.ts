/** What the journeys share: Unit 1 as data, and a learner who has written all of it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { BrowserContext, Download, Page } from '@playwright/test';
import { buildCourse } from '../../../src/course/course';
import type { Course, Lesson, Unit } from '../../../src/course/types';
import type { Question, QuestionOf } from '../../../src/questions/types';
import { ROOT } from '../../../src/scripts/project.mjs';
import { expect as plain, test as base, watch } from './test';

/** A slow computer gets more time to reach a state; a state that is reached costs none. */
export const expect = plain.configure({ timeout: 20_000 });

/** The course as the build makes it. */
export const course: Course = (() => {
  const files: Record<string, string> = {};
  for (const path of readdirSync(join(ROOT, 'content'), { recursive: true, encoding: 'utf8' })) {
    if (!/\.(yaml|mdx|svg)$/.test(path)) continue;
    const name = `/content/${path.replaceAll('\\', '/')}`;
    files[name] = readFileSync(join(ROOT, 'content', path), 'utf8');
  }
  const built = buildCourse(files).course;
  if (!built) throw new Error('The course has problems: build the site to read them.');
  return built;
})();

/** The n-th of a list, which must be there: 0, 1, 2… */
export function nth<T>(list: readonly T[], n: number): T {
  const found = list[n];
  if (found === undefined) throw new Error(`There is no number ${n + 1}.`);
  return found;
}

export const unit: Unit = nth(course.units, 0);
export const criteria = unit.outcomes.flatMap((outcome) => outcome.criteria);
export const isWritten = (question: Question): question is QuestionOf<'written'> =>
  question.kind === 'written';
export const promptsOf = (lesson: Lesson) => lesson.questions.filter(isWritten);
export const addressOf = (lesson: Lesson): string => `/units/${unit.slug}/${lesson.slug}/`;
/** Straight to the learner's own words; all parts of the lesson wake at once. */
export const evidenceOf = (lesson: Lesson): string => `${addressOf(lesson)}#evidence`;

/** What the learner of these journeys writes into one box: different words in each. */
export const wordsFor = (ref: string, slot: string): string => `My words for ${ref}, ${slot}.`;

/**
 * Waits until a lesson has read the learner's record. Its parts wake one by one after that; what is
 * typed, chosen or pressed meanwhile must count, so no journey waits for more.
 */
export async function awake(page: Page): Promise<void> {
  await expect(page.locator('[data-bar-words]')).toHaveText(/parts done/);
}

/** Waits until the page says that everything on it is stored. */
export async function saved(page: Page): Promise<void> {
  await expect(page.getByRole('banner').getByRole('status')).toHaveText(
    /Saved on this device \d\d:\d\d/,
  );
}

/** The docket of a written prompt. */
export const docketOf = (page: Page, prompt: QuestionOf<'written'>) =>
  page.locator('.docket').filter({ hasText: prompt.ref });

/** Writes words into every box of a prompt; `ready` says that it is ready to hand in. */
export async function write(
  page: Page,
  prompt: QuestionOf<'written'>,
  ready: boolean,
  words = wordsFor,
): Promise<void> {
  const docket = docketOf(page, prompt);
  for (const { id, label } of prompt.slots) {
    await docket.getByRole('textbox', { name: label, exact: true }).fill(words(prompt.ref, id));
  }
  if (ready) {
    await docket.getByRole('button', { name: 'I am ready to hand this in' }).click();
    await expect(docket.getByText('Ready to hand in', { exact: true })).toBeVisible();
  }
  await saved(page);
}

/** The file of a download, and its name. */
export async function fileOf(download: Download): Promise<{ name: string; bytes: Uint8Array }> {
  const bytes = new Uint8Array(readFileSync(await download.path()));
  return { name: download.suggestedFilename(), bytes };
}

/** Fills in details and declaration of "Hand in", and takes the bundle. */
export async function handIn(page: Page): Promise<{ name: string; bytes: Uint8Array }> {
  await page.getByLabel('Your name').fill('Sam Ward');
  await page.getByLabel('Your centre').fill('Hill College');
  await page.getByRole('radio', { name: 'No', exact: true }).check();
  await page.getByRole('checkbox', { name: /^This is my own work/ }).check();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Make my bundle' }).click();
  return fileOf(await download);
}

/** Every file of a zip as text, by its path below the one folder that a bundle has. */
export function unzipped(bytes: Uint8Array): { folder: string; files: Record<string, Uint8Array> } {
  const entries = Object.entries(unzipSync(bytes));
  const folder = nth(nth(entries, 0)[0].split('/'), 0);
  return {
    folder,
    files: Object.fromEntries(entries.map(([p, b]) => [p.slice(folder.length + 1), b])),
  };
}

/** The words of a Word file, without its marks. */
export const docxText = (bytes: Uint8Array): string =>
  strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
    .replace(/<[^>]+>/g, '')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

interface Work {
  /** storage of a device with all nine answers of Unit 1, each ready */
  state: Awaited<ReturnType<BrowserContext['storageState']>>;
  /** the bundle made there */
  bundle: { name: string; bytes: Uint8Array };
}

/**
 * The journeys' `test`: `work` is made once for each worker, through the pages as a learner would.
 * A file that starts from it says so: `test.use({ storageState: ({ work }, use) => use(work.state) })`.
 */
export const test = base.extend<object, { work: Work }>({
  work: [
    async ({ browser }, use, { project }) => {
      const { baseURL, locale, timezoneId } = project.use;
      if (!baseURL || !locale || !timezoneId) throw new Error('The configuration names all three.');
      const context = await browser.newContext({ baseURL, locale, timezoneId });
      const faults = await watch(context, new URL(baseURL).origin);
      const page = await context.newPage();
      for (const lesson of unit.lessons) {
        await page.goto(evidenceOf(lesson));
        await awake(page);
        for (const prompt of promptsOf(lesson)) await write(page, prompt, true);
      }
      await page.goto('/portfolio/');
      const bundle = await handIn(page);
      const state = await context.storageState({ indexedDB: true });
      await context.close();
      expect(faults, 'what no page may do').toEqual([]);
      await use({ state, bundle });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});
