/** A database that is slow, full, dead, cleared, newer than the page, or holds what it should not. */
import type { CDPSession, Page } from '@playwright/test';
import type { Answer } from '../../../src/learner/types';
import { openBackup } from '../../../src/learner/backup';
import { DATABASE } from '../../../src/learner/names';
import { expect, fileOf, nth } from '../support/journey';
import {
  begin,
  box,
  docket,
  holdDatabase,
  LESSON,
  notice,
  plant,
  prompt,
  records,
  SAVED,
  slot,
  status,
  test,
  texts,
  TOO_LONG,
  writeSaved,
} from '../support/faults';

/** Longer than a page waits for a write, and before it tries again. */
const LONG = 6_000;

/** The backup that the page's own notice gives. */
async function copyOf(page: Page) {
  const download = page.waitForEvent('download');
  await notice(page).getByRole('button', { name: 'Download a copy' }).click();
  const opened = openBackup(new TextDecoder().decode((await fileOf(await download)).bytes));
  if (!opened.ok) throw new Error(opened.reason);
  return opened.data;
}

test('F4 a write that is stuck is told, and the journal rescues the text', async ({
  page,
  context,
}) => {
  await page.clock.install();
  await begin(page, 'Stored.');
  const other = await context.newPage();
  await other.goto('/about/');
  const release = await holdDatabase(other);
  await box(page).fill('Stored. And stuck.');
  await expect(status(page)).toHaveText('Saving…');
  await page.clock.fastForward(LONG);
  await expect(status(page)).toHaveText('Not saved yet');
  await expect(notice(page)).toContainText('The page keeps trying.');
  // the page dies with the write in the queue: only the journal is left
  const session = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  session.send('Page.crash').catch(() => undefined);
  await crashed;
  await release();
  expect((await texts(other)).now).toBe('Stored.');
  const next = await context.newPage();
  await next.goto(LESSON);
  await expect(box(next)).toHaveValue('Stored. And stuck.');
  await expect.poll(() => texts(next)).toMatchObject({ now: 'Stored. And stuck.', fork: '' });
});

test('F4 a write that is slow is saved in the end, with what was typed meanwhile', async ({
  page,
  context,
}) => {
  await begin(page, 'One');
  const other = await context.newPage();
  await other.goto('/about/');
  const release = await holdDatabase(other);
  await box(page).press('End');
  await page.keyboard.type(' two three');
  await expect(status(page)).toHaveText('Saving…');
  await release();
  await expect(status(page)).toHaveText(SAVED);
  expect((await texts(page)).now).toBe('One two three');
});

const quota = async (session: CDPSession, page: Page, quotaSize?: number) =>
  session.send('Storage.overrideQuotaForOrigin', {
    origin: new URL(page.url()).origin,
    ...(quotaSize === undefined ? {} : { quotaSize }),
  });

test('F5 a full device is told, a copy is offered, and the text is saved once there is room', async ({
  page,
  context,
}) => {
  await page.clock.install();
  await page.goto('/about/');
  const session = await context.newCDPSession(page);
  // the browser remembers how much room there is, so the quota comes before the first write
  await quota(session, page, 200_000);
  await begin(page, 'Fits.');
  await box(page).fill(TOO_LONG);
  await expect(status(page)).toHaveText('Not saved: storage is full');
  await expect(notice(page)).toContainText('This device has no room left');
  expect((await texts(page)).now).toBe('Fits.');
  const copy = await copyOf(page);
  expect(copy.answers.map(({ response }) => response)).toEqual([
    { slots: { [slot.id]: TOO_LONG }, ticks: [] },
  ]);
  await quota(session, page);
  await page.clock.fastForward(LONG);
  await expect(status(page)).toHaveText(SAVED);
  await expect(notice(page)).toBeHidden();
  expect((await texts(page)).now).toBe(TOO_LONG);
});

test('F6 answers are saved while localStorage is full', async ({ page }) => {
  await page.goto('/about/');
  await page.evaluate(() => {
    for (let size = 2 ** 23; size >= 1; size /= 2) {
      try {
        for (let n = 0; ; n += 1) localStorage.setItem(`filler-${size}-${n}`, 'x'.repeat(size));
      } catch {
        // a smaller piece may still fit
      }
    }
  });
  await begin(page, 'Saved beside a full store.');
  await page.reload();
  await expect(box(page)).toHaveValue('Saved beside a full store.');
  await box(page).press('End');
  await page.keyboard.type(' And left.');
  await expect(docket(page).getByText(SAVED)).toBeVisible();
  await page.reload();
  await expect(box(page)).toHaveValue('Saved beside a full store. And left.');
});

test('F8 data that is cleared under the page is written again from the page', async ({
  page,
  context,
}) => {
  await begin(page, 'Cleared from outside.');
  const session = await context.newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', {
    origin: new URL(page.url()).origin,
    storageTypes: 'all',
  });
  await expect(notice(page)).toContainText('What is on this page was saved again.');
  await expect(status(page)).toHaveText(SAVED);
  expect((await texts(page)).now).toBe('Cleared from outside.');
  await writeSaved(page, 'Written after it.');
  await page.reload();
  await expect(box(page)).toHaveValue('Written after it.');
  expect((await records(page)).learners).toHaveLength(1);
});

/** The next transactions of the page fail as they do when the connection has died. */
const dead = (page: Page, times: number) =>
  page.evaluate((n) => {
    const transaction = IDBDatabase.prototype.transaction;
    let left = n;
    IDBDatabase.prototype.transaction = function (...given) {
      if ((left -= 1) >= 0) {
        throw new DOMException('Connection to Indexed Database server lost', 'UnknownError');
      }
      return transaction.apply(this, given);
    };
  }, times);

test('F9 a dead connection is dropped, opened again and tried again', async ({ page }) => {
  await begin(page, 'Alive.');
  await dead(page, 3);
  await writeSaved(page, 'Saved at the fourth try.');
  expect((await texts(page)).now).toBe('Saved at the fourth try.');
});

test('F9 a connection that stays dead is told, and what is on the page is saved later', async ({
  page,
}) => {
  await page.clock.install();
  await begin(page, 'Alive.');
  await dead(page, 4);
  await box(page).fill('Saved later.');
  await expect(status(page)).toHaveText('Not saved yet');
  expect((await texts(page)).now).toBe('Alive.');
  await page.clock.fastForward(LONG);
  await expect(status(page)).toHaveText(SAVED);
  await expect(notice(page)).toBeHidden();
  expect((await texts(page)).now).toBe('Saved later.');
});

/** Opens the database as a newer version of the site would; resolves when that has succeeded. */
const upgrade = (page: Page, version: number) =>
  page.evaluate(
    async ([name, to]) => {
      const request = indexedDB.open(name, to);
      await new Promise((resolve, reject) => {
        request.onsuccess = resolve;
        request.onblocked = () => reject(new Error('an open page blocks the newer version'));
      });
      request.result.close();
    },
    [DATABASE, version] as const,
  );

test('F11 a database of a newer version stays as it is, and typed words can be taken away', async ({
  page,
}) => {
  await begin(page, 'Written before the newer version.');
  await page.goto('/about/');
  await upgrade(page, 99);
  const before = await records(page);
  await page.goto(LESSON);
  await expect(status(page)).toHaveText('Cannot save here');
  await expect(notice(page)).toContainText('A newer version of this site has used this device.');
  await box(page).fill('Typed in the old version.');
  const copy = await copyOf(page);
  expect(JSON.stringify(copy.answers)).toContain('Typed in the old version.');
  await expect(page.getByText(SAVED)).toHaveCount(0);
  expect(await records(page)).toEqual(before);
  expect((await texts(page)).now).toBe('Written before the newer version.');
});

test('F11 an open page does not stop a newer version, and what is typed after it is not lost', async ({
  page,
  context,
}) => {
  await begin(page, 'Open while the new version came.');
  const other = await context.newPage();
  await other.goto('/about/');
  await upgrade(other, 2);
  await box(page).fill('Typed after the new version came.');
  await expect(status(page)).toHaveText('Cannot save here');
  const copy = await copyOf(page);
  expect(JSON.stringify(copy.answers)).toContain('Typed after the new version came.');
  expect((await texts(other)).now).toBe('Open while the new version came.');
});

const JUNK: [string, (good: Answer) => object][] = [
  ['wrong types', (good) => ({ ...good, rev: 'three', attempts: 'many' })],
  ['a version to come', (good) => ({ ...good, v: 7, response: { words: 'from v7' } })],
  ['nothing but its key', ({ learner, id }) => ({ learner, id })],
  ['what JSON cannot say', ({ learner, id }) => ({ learner, id, size: 12n, when: new Date(0) })],
];

test('F13 an answer that cannot be read is set aside, said, and in the backup', async ({
  page,
}) => {
  await begin(page, 'Sound.');
  const good = nth((await records(page)).answers, 0);
  const bad = JUNK.map(([, spoil]) => spoil(good));
  for (const [i, [what]] of JUNK.entries()) {
    await test.step(what, async () => {
      await page.goto('/about/');
      await plant(page, { answers: [bad[i]] });
      await page.goto(LESSON);
      await expect(notice(page)).toContainText('It was set aside, not deleted.');
      await expect(box(page)).toHaveValue('');
      await writeSaved(page, 'Written in its place.');
      const { setAside, answers } = await records(page);
      expect(setAside.map(({ raw }) => raw)).toEqual(bad.slice(0, i + 1));
      expect(answers).toEqual([expect.objectContaining({ v: 1, rev: 1 })]);
    });
  }
  await page.goto('/settings/');
  await expect(page.getByText('You have no backup file yet.')).toBeVisible();
  await expect(page.getByText('4 pieces of work on this device could not be read.')).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save what could not be read' }).click();
  expect(new TextDecoder().decode((await fileOf(await download)).bytes)).toContain('from v7');
  const backup = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save a backup file' }).click();
  const opened = openBackup(new TextDecoder().decode((await fileOf(await backup)).bytes));
  if (!opened.ok) throw new Error(opened.reason);
  expect(opened.data.setAside).toHaveLength(JUNK.length);
  expect(JSON.stringify(opened.data.setAside)).toContain('from v7');
});

test('F13 a learner that cannot be read keeps the work, and the record is set aside', async ({
  page,
}) => {
  await begin(page, 'Mine.');
  const learner = nth((await records(page)).learners, 0);
  const bad = { ...learner, v: 2, units: 'all' };
  await page.goto('/about/');
  await plant(page, { learners: [bad] });
  await page.goto(LESSON);
  await expect(box(page)).toHaveValue('Mine.');
  await writeSaved(page, 'Still mine.');
  await expect
    .poll(() => records(page))
    .toMatchObject({
      learners: [{ v: 1, id: learner.id, code: learner.code }],
      answers: [{ learner: learner.id }],
      setAside: [{ store: 'learners', raw: bad }],
    });
  await page.goto('/settings/');
  await expect(page.getByText('1 piece of work on this device could not be read.')).toBeVisible();
  await expect(page.getByText('You have no backup file yet.')).toBeVisible();
  const backup = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save a backup file' }).click();
  const opened = openBackup(new TextDecoder().decode((await fileOf(await backup)).bytes));
  expect(opened).toMatchObject({ ok: true, data: { answers: [{ id: prompt.id }] } });
});

test('F13 a fork that cannot be read does not keep the answer from the learner', async ({
  page,
}) => {
  await begin(page, 'Sound.');
  const { learner, id } = nth((await records(page)).answers, 0);
  await page.goto('/about/');
  await plant(page, { forks: [{ learner, id, baseRev: -1 }] });
  await page.goto(LESSON);
  await expect(box(page)).toHaveValue('Sound.');
  await expect(notice(page)).toContainText('It was set aside, not deleted.');
  await expect(docket(page).getByRole('alert')).toHaveCount(0);
  await writeSaved(page, 'Still sound.');
  expect((await texts(page)).now).toBe('Still sound.');
});
