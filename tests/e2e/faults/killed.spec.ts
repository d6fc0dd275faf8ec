/** Browsers that are killed, tabs that crash, pages that are left, storage that is blocked. */
import type { Page } from '@playwright/test';
import { openBackup } from '../../../src/learner/backup';
import { STORES } from '../../../src/learner/names';
import { expect, fileOf, nth } from '../support/journey';
import {
  begin,
  blockStorage,
  box,
  docket,
  LESSON,
  notice,
  records,
  SAVED,
  slot,
  status,
  test,
  texts,
  writeSaved,
} from '../support/faults';

test('F1 a browser that is killed after “Saved” keeps the text', async ({ device, baseURL }) => {
  const address = new URL(LESSON, baseURL).href;
  let before = '';
  for (const text of ['Said before the first kill.', 'Said before the second kill.', '']) {
    const { page, kill } = await device.start();
    await page.goto(address);
    await expect(box(page)).toHaveValue(before);
    if (text) await writeSaved(page, text);
    // nothing in between: the status was on the page a moment ago
    await kill();
    before = text;
  }
});

test('F2 a tab that crashes keeps the text', async ({ page, context }) => {
  await begin(page, 'Before the crash.');
  await writeSaved(page, 'Before the crash, and a bit more.');
  const crashed = page.waitForEvent('crash');
  const session = await context.newCDPSession(page);
  session.send('Page.crash').catch(() => undefined);
  await crashed;
  const next = await context.newPage();
  await next.goto(LESSON);
  await expect(box(next)).toHaveValue('Before the crash, and a bit more.');
});

const WAYS: [string, (page: Page) => Promise<unknown>][] = [
  ['by a link', (page) => page.getByRole('link', { name: 'My portfolio' }).first().click()],
  ['for another address', (page) => page.goto('/about/')],
  ['by a reload', (page) => page.reload()],
  [
    'by closing the tab',
    async (page) => {
      const closed = page.waitForEvent('close');
      await page.close({ runBeforeUnload: true });
      await closed;
    },
  ],
];
for (const [way, leave] of WAYS) {
  test(`F3 a page that is left ${way} right after a key keeps that key`, async ({
    page,
    context,
  }) => {
    await begin(page, 'Smile');
    await box(page).press('End');
    await page.keyboard.type(' and greet them!');
    await leave(page);
    const next = await context.newPage();
    await next.goto(LESSON);
    await expect(box(next)).toHaveValue('Smile and greet them!');
  });
}

test('F7 where storage is blocked the page says so, works, and gives a copy', async ({
  device,
  baseURL,
}) => {
  blockStorage(device);
  const { page, kill } = await device.start();
  await page.goto(new URL(LESSON, baseURL).href);
  await expect(status(page)).toHaveText(/Cannot save here/);
  await expect(notice(page)).toContainText('your words go when you close the page');
  const text = 'Kept in mind only.';
  await box(page).fill(text);
  await docket(page).getByRole('button', { name: 'I am ready to hand this in' }).click();
  await expect(docket(page).getByText('Ready to hand in', { exact: true })).toBeVisible();
  await expect(page.getByText(SAVED)).toHaveCount(0);

  const download = page.waitForEvent('download');
  await notice(page).getByRole('button', { name: 'Download a copy' }).click();
  const opened = openBackup(new TextDecoder().decode((await fileOf(await download)).bytes));
  if (!opened.ok) throw new Error(opened.reason);
  expect(opened.data.answers).toEqual([
    expect.objectContaining({
      state: 'ready',
      response: { slots: { [slot.id]: text }, ticks: [] },
    }),
  ]);
  // every other kind of page opens, and says what holds
  for (const path of ['/', '/units/', '/portfolio/', '/settings/', '/open/', '/about/']) {
    await page.goto(new URL(path, baseURL).href);
    await expect(status(page)).toHaveText(/Cannot save here/);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  await kill();
});

test('F12 a browser killed while it makes the database leaves all of it or nothing', async ({
  device,
  baseURL,
}) => {
  test.slow();
  const address = new URL(LESSON, baseURL).href;
  const stores = Object.keys(STORES);
  // after the first store, in the middle, and with all of them made but not kept yet
  for (const made of [1, 3, stores.length]) {
    const { page, context, kill } = await device.start();
    const stuck = new Promise<void>((resolve) => {
      void context.exposeBinding('reachedStep', () => resolve());
    });
    await page.addInitScript((step) => {
      const make = IDBDatabase.prototype.createObjectStore;
      let held: IDBObjectStore | undefined;
      let n = 0;
      IDBDatabase.prototype.createObjectStore = function (...given) {
        // the upgrade got no further than the step
        if (held) return held;
        const store = make.apply(this, given);
        n += 1;
        if (n < step) return store;
        held = store;
        (globalThis as unknown as { reachedStep: () => void }).reachedStep();
        // for as long as something is asked the upgrade does not end
        const ask = () => (store.get('nothing').onsuccess = ask);
        ask();
        return store;
      };
    }, made);
    await page.goto(address);
    await box(page).fill(`Typed at step ${made}.`);
    await stuck;
    await kill();
  }
  const { page } = await device.start();
  await page.goto(address);
  await writeSaved(page, 'Typed when all was well.');
  await page.reload();
  await expect(box(page)).toHaveValue('Typed when all was well.');
  expect(Object.keys(await records(page)).sort()).toEqual([...stores].sort());
  expect((await texts(page)).now).toBe('Typed when all was well.');
  expect(nth((await records(page)).learners, 0).id).toBeTruthy();
});
