/** Files that did not arrive, and files that come back: whole, damaged, old, somebody else's. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Everything } from '../../../src/learner/everything';
import { JOURNAL } from '../../../src/learner/names';
import type { Answer, Journal } from '../../../src/learner/types';
import { ROOT } from '../../../src/scripts/project.mjs';
import { expect, fileOf, handIn, nth } from '../support/journey';
import {
  begin,
  box,
  docket,
  holdDatabase,
  LESSON,
  plant,
  prompt,
  records,
  test,
  writeSaved,
  type Records,
} from '../support/faults';

const main = (page: Page) => page.getByRole('main');
const learnerOf = async (page: Page) => nth((await records(page)).learners, 0);

/** Opens the settings; the part about backups answers once it knows when the last one was made. */
async function settings(page: Page): Promise<void> {
  await page.goto('/settings/');
  await expect(main(page)).toContainText(/You have no backup file yet|Last backup file/);
}

test.describe('a download that is cut short', () => {
  test.use({ acceptDownloads: false });

  /** Presses the button; the file that it makes does not arrive. */
  async function cutShort(page: Page, press: () => Promise<void>): Promise<string> {
    const event = page.waitForEvent('download');
    await press();
    const download = await event;
    expect(await download.failure()).toBeTruthy();
    return download.suggestedFilename();
  }

  test('F21 a backup that did not arrive does not count as one', async ({ page }) => {
    await begin(page, 'Not in any file yet.');
    await settings(page);
    const save = page.getByRole('button', { name: 'Save a backup file' });
    await cutShort(page, () => save.click());
    await expect(main(page)).toContainText('Can you see it in your downloads?');
    await cutShort(page, () => page.getByRole('button', { name: 'No, try again' }).click());
    await expect(main(page)).toContainText('Can you see it in your downloads?');
    expect((await learnerOf(page)).lastBackupAt).toBeUndefined();
    await settings(page);
    await expect(main(page)).toContainText('You have no backup file yet.');

    // a browser that cannot make the file at all
    await page.evaluate(() => {
      URL.createObjectURL = () => {
        throw new Error('the disk is full');
      };
    });
    await save.click();
    await expect(main(page)).toContainText('The file could not be made.');
    expect((await learnerOf(page)).lastBackupAt).toBeUndefined();

    // only the learner's word counts
    await settings(page);
    await cutShort(page, () => save.click());
    await page.getByRole('button', { name: 'Yes, I have it' }).click();
    await expect.poll(async () => (await learnerOf(page)).lastBackupAt).toBeTruthy();
  });

  test('F21 a bundle that did not arrive does not count as handed in', async ({ page }) => {
    await begin(page, 'Not handed in yet.');
    await page.goto('/portfolio/');
    const first = await cutShort(page, async () => {
      // it fails where it reads the file
      await expect(handIn(page)).rejects.toThrow();
    });
    await expect(main(page)).toContainText('Can you see the file in your downloads?');
    const again = page.getByRole('button', { name: 'No, make it again' });
    expect(await cutShort(page, () => again.click())).toBe(first);
    // the second one is the first one again: nothing was handed in
    expect(first).toMatch(/_r1\.zip$/);
    expect((await learnerOf(page)).lastBundle).toBeUndefined();
  });
});

/** Saves a backup on the settings page. */
async function backup(page: Page): Promise<string> {
  await settings(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save a backup file' }).click();
  return new TextDecoder().decode((await fileOf(await download)).bytes);
}

/** Chooses a file to restore from on the settings page. */
async function choose(page: Page, text: string): Promise<void> {
  await settings(page);
  await page.getByLabel('Choose your backup file').setInputFiles({
    name: 'backup.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
}

async function restore(page: Page, text: string): Promise<void> {
  await choose(page, text);
  await expect(page.getByRole('heading', { name: 'What is in this file' })).toBeFocused();
  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(page.getByText(/answers? restored\.|The file was restored\./)).toBeVisible();
}

async function wipe(page: Page): Promise<void> {
  await settings(page);
  await page.getByRole('button', { name: 'I am finished on this computer' }).click();
  await page.getByRole('button', { name: 'Clear this device' }).click();
  await expect(page.getByText('This device is clear.')).toBeVisible();
}

/** All kinds of records: two tries at a question, an answer with a history, a fork, a junk record. */
async function fill(page: Page): Promise<void> {
  const other = await page.context().newPage();
  await begin(page, 'The first text.');
  await other.goto(LESSON);
  await expect(box(other)).toHaveValue('The first text.');
  const third = await page.context().newPage();
  await third.goto('/about/');
  const release = await holdDatabase(third);
  await box(page).fill('Text of one tab.');
  await box(other).fill('Text of the other tab.');
  await release();
  await expect(page.getByRole('region', { name: 'Two versions of this answer' })).toBeVisible();
  await other.close();
  await third.close();
  await page.getByRole('radio').first().check();
  await page.getByRole('button', { name: 'Check my answer' }).first().click();
  await expect
    .poll(async () => (await records(page)).answers.flatMap(({ attempts }) => attempts))
    .toHaveLength(1);
  const { id } = await learnerOf(page);
  await page.goto('/settings/');
  await plant(page, { answers: [{ learner: id, id: 'a-question-of-later', v: 7 }] });
}

const readable = ({ answers }: Records): Answer[] => answers.filter(({ v }) => v === 1);

test('F22 backup, wipe, restore: everything is as it was', async ({ page }) => {
  await fill(page);
  const text = await backup(page);
  const before = await records(page);
  await wipe(page);
  expect(Object.values(await records(page)).flat()).toEqual([]);
  await restore(page, text);
  const after = await records(page);
  // what could not be read comes back as the file holds it, set aside
  expect(after).toEqual({ ...before, answers: readable(before) });
  expect(readable(before)).toHaveLength(2);
  expect([before.forks.length, before.setAside.length]).toEqual([1, 1]);
  expect(before.revisions.length).toBeGreaterThan(0);
  await page.goto(LESSON);
  await expect(page.getByRole('region', { name: 'Two versions of this answer' })).toBeVisible();

  // twice is as good as once
  await choose(page, text);
  await expect(main(page)).toContainText('There is nothing to restore.');
  expect(await records(page)).toEqual(after);
});

test('F22 a damaged backup is refused with a reason, and nothing changes', async ({ page }) => {
  await begin(page, 'In the file.');
  const text = await backup(page);
  await page.goto(LESSON);
  await writeSaved(page, 'Written since.');
  await page.goto('/settings/');
  const before = await records(page);
  const cut = 'This file is damaged or cut short.';
  const changed = 'This backup was changed or damaged after it was made.';
  const foreign = 'This file is not a backup of Frontline One.';
  const bad: [string, string, string][] = [
    ['cut short', text.slice(0, text.length / 2), cut],
    ['one byte less', text.slice(0, -1), cut],
    ['empty', '', cut],
    ['a letter changed', text.replace('In the file.', 'In the fils.'), changed],
    ['a later version', text.replace('"v":1', '"v":2'), 'made by a newer version'],
    ['another program’s', '{"format":"notes","v":1}', foreign],
    ['deeper than any answer', '['.repeat(100_000), foreign],
  ];
  for (const [what, file, reason] of bad) {
    await test.step(what, async () => {
      await choose(page, file);
      await expect(main(page).getByRole('alert')).toContainText(reason);
      await expect(page.getByRole('button', { name: 'Restore', exact: true })).toHaveCount(0);
      expect(await records(page)).toEqual(before);
    });
  }
});

test('F22 another learner’s backup is added beside this one, never mixed', async ({ page }) => {
  await begin(page, 'Of the learner before.');
  const text = await backup(page);
  const theirs = await learnerOf(page);
  await wipe(page);
  await begin(page, 'Of the learner now.');
  const mine = await learnerOf(page);
  expect(mine.id).not.toBe(theirs.id);
  const before = readable(await records(page));
  await choose(page, text);
  await expect(main(page)).toContainText('This file has work of another learner');
  await restore(page, text);
  await expect(main(page)).toContainText('They belong to another learner on this device.');
  const after = await records(page);
  expect(after.learners.map(({ id }) => id).sort()).toEqual([mine.id, theirs.id].sort());
  expect(after.meta).toEqual([{ key: 'current', learner: mine.id }]);
  expect(after.answers.filter(({ learner }) => learner === mine.id)).toEqual(before);
  await page.goto(LESSON);
  await expect(box(page)).toHaveValue('Of the learner now.');
});

const fixture = (name: string): string =>
  readFileSync(join(ROOT, 'tests', 'fixtures', 'learner', name), 'utf8');

test('F22 files and records of version 1 stay readable', async ({ page }) => {
  await test.step('backup', async () => {
    await restore(page, fixture('v1-backup.json'));
    const { data } = JSON.parse(fixture('v1-backup.json')) as { data: Everything };
    expect(await records(page)).toEqual({ ...data, meta: [expect.objectContaining({})] });
    await wipe(page);
  });

  await test.step('database', async () => {
    // the stores are made by the first answer
    await begin(page, 'In the way.');
    const first = await learnerOf(page);
    await page.goto('/settings/');
    const stores = JSON.parse(fixture('v1-database.json')) as Records;
    await plant(page, stores as unknown as Record<string, unknown[]>);
    await page.reload();
    const now = nth(stores.meta as { learner: string }[], 0).learner;
    const name = nth(
      stores.learners.filter(({ id }) => id === now),
      0,
    ).name;
    await expect(main(page).getByRole('heading', { name: `${name} Learning now` })).toBeVisible();
    await expect(main(page)).toContainText('could not be read');
    const found = await records(page);
    expect(found.learners.map(({ id }) => id)).toContain(first.id);
    expect(found.answers).toEqual(expect.arrayContaining(stores.answers));
    expect(found.revisions).toEqual(expect.arrayContaining(stores.revisions));
    await wipe(page);
  });

  await test.step('journal', async () => {
    // made for a question that this course has
    const journal = JSON.parse(fixture('v1-journal.json')) as Journal;
    for (const { answer } of journal.entries) {
      answer.id = prompt.id;
      answer.response = { slots: { [nth(prompt.slots, 0).id]: 'Out of a journal.' }, ticks: [] };
    }
    await page.goto('/about/');
    await page.evaluate(([key, text]) => localStorage.setItem(key, text), [
      JOURNAL + journal.tab,
      JSON.stringify(journal),
    ] as const);
    await page.goto(LESSON);
    await expect(box(page)).toHaveValue('Out of a journal.');
    await expect(docket(page).getByText('Draft', { exact: true })).toBeVisible();
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  });
});
