/** Settings: how pages look, who is learning, clearing the device, backup and restore. */
import { PREFIX } from '../../src/learner/names';
import { CHOICES, type Preference } from '../../src/learner/preferences';
import {
  addressOf,
  awake,
  docketOf,
  evidenceOf,
  expect,
  fileOf,
  nth,
  promptsOf,
  saved,
  test,
  unit,
  wordsFor,
  write,
} from './support/journey';
import type { Page } from '@playwright/test';

test.describe.configure({ timeout: 90_000 });

const lesson = nth(unit.lessons, 0);
const prompt = nth(promptsOf(lesson), 0);
const box = (page: Page) => docketOf(page, prompt).getByRole('textbox').first();

/** What this site keeps in the browser, by kind of store. */
const kept = (page: Page) =>
  page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name),
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    caches: await caches.keys(),
  }));

/** Stores what the html element says at the end of parsing, before anything else ran. */
const early = (page: Page) =>
  page.addInitScript(() => {
    document.addEventListener('DOMContentLoaded', () => {
      const { dataset } = document.documentElement;
      (globalThis as { early?: Record<string, string | undefined> }).early = { ...dataset };
    });
  });
const seenEarly = (page: Page) =>
  page.evaluate(() => (globalThis as { early?: Record<string, string | undefined> }).early);

test('each choice of looks shows at once, stays, and is there before the first paint', async ({
  page,
}) => {
  await early(page);
  await page.goto('/settings/');
  const html = page.locator('html');
  const wanted: Record<string, string> = {};
  for (const [name, values] of Object.entries(CHOICES)) {
    for (const value of [...values.slice(1), values[0]]) {
      const radio = page.locator(`input[name="${name}"][value="${value}"]`);
      await expect(async () => {
        // until the page is awake, a choice shows nothing
        await radio.check();
        const shown = await html.getAttribute(`data-${name}`);
        expect(shown).toBe(value === values[0] ? null : value);
      }).toPass();
    }
    const last = nth<string>(values, values.length - 1);
    await page.locator(`input[name="${name}"][value="${last}"]`).check();
    await expect(html).toHaveAttribute(`data-${name as Preference}`, last);
    wanted[name] = last;
  }
  await expect(
    page.getByRole('status').filter({ hasText: 'Movement: Less movement.' }),
  ).toBeVisible();

  for (const address of ['/settings/', addressOf(lesson), '/portfolio/', '/']) {
    await page.goto(address);
    expect(await seenEarly(page)).toEqual(wanted);
    for (const [name, value] of Object.entries(wanted)) {
      await expect(html).toHaveAttribute(`data-${name}`, value);
    }
  }
  await page.goto('/settings/');
  for (const [name, value] of Object.entries(wanted)) {
    await expect(page.locator(`input[name="${name}"][value="${value}"]`)).toBeChecked();
  }
  const size = () =>
    page
      .locator('main p')
      .first()
      .evaluate((line) => Number.parseFloat(getComputedStyle(line).fontSize));
  const largest = await size();
  await page.getByRole('radio', { name: 'Normal' }).first().check();
  expect(await size()).toBeLessThan(largest);
});

test('learners are added, renamed, kept apart and removed', async ({ page }) => {
  await page.goto(evidenceOf(lesson));
  await awake(page);
  await write(page, prompt, true);
  await page.goto('/settings/#learners');
  const people = page.getByRole('region', { name: 'Who is learning on this device' });
  const rowOf = (name: string) => people.getByRole('listitem').filter({ hasText: name });

  await expect(rowOf('Learner 1')).toContainText('Learning now');
  await people.getByRole('button', { name: 'Change nickname or colour' }).click();
  await expect(people.getByRole('textbox', { name: 'Nickname' })).toBeFocused();
  await people.getByRole('textbox', { name: 'Nickname' }).fill('Kit');
  await people.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(rowOf('Kit')).toContainText('Learning now');
  await expect(people.getByRole('button', { name: 'Change nickname or colour' })).toBeFocused();

  await people.getByRole('button', { name: 'Add a learner' }).click();
  await people.getByRole('textbox', { name: 'Nickname' }).fill('Ola');
  await people.getByRole('button', { name: 'Add this learner' }).click();
  await expect(people.getByRole('status')).toHaveText(
    'Ola was added. Kit is still learning now. To work as Ola, choose “Switch to Ola”.',
  );
  await people.getByRole('button', { name: 'Switch to Ola' }).click();
  await expect(rowOf('Ola')).toContainText('Learning now');

  await page.goto(evidenceOf(lesson));
  await awake(page);
  await expect(docketOf(page, prompt).getByText('Nothing yet')).toBeVisible();
  await expect(page.getByRole('banner').getByRole('link', { name: 'Learner: Ola' })).toBeVisible();
  await box(page).fill('The words of Ola.');
  await saved(page);

  await page.goto('/settings/#learners');
  await people.getByRole('button', { name: 'Switch to Kit' }).click();
  await expect(rowOf('Kit')).toContainText('Learning now');
  await page.goto(evidenceOf(lesson));
  await expect(box(page)).toHaveValue(wordsFor(prompt.ref, nth(prompt.slots, 0).id));
  await expect(docketOf(page, prompt)).not.toContainText('Ola');
  await expect(page.getByRole('banner').getByRole('link', { name: 'Learner: Kit' })).toBeVisible();

  // Removing offers a backup first, and takes one learner only.
  await page.goto('/settings/#learners');
  await people.getByRole('button', { name: 'Remove Kit' }).click();
  const ask = page.getByRole('dialog', { name: 'Remove Kit from this device?' });
  await expect(ask).toContainText('1 answer and all their earlier versions go from this device.');
  const download = page.waitForEvent('download');
  await ask.getByRole('button', { name: 'Save a backup file' }).click();
  expect((await fileOf(await download)).name).toMatch(/\.json$/);
  await ask.getByRole('button', { name: 'Keep this learner' }).click();
  await expect(ask).toBeHidden();
  await expect(people.getByRole('button', { name: 'Remove Kit' })).toBeFocused();
  await people.getByRole('button', { name: 'Remove Kit' }).click();
  await ask.getByRole('button', { name: 'Remove this learner' }).click();
  await expect(rowOf('Ola')).toContainText('Learning now');
  await expect(rowOf('Kit')).toHaveCount(0);
  await page.goto(evidenceOf(lesson));
  await expect(box(page)).toHaveValue('The words of Ola.');
});

test.describe('with all of Unit 1 written', () => {
  test.use({ storageState: ({ work }, use) => use(work.state) });

  test('a device is cleared of everything, and a backup brings it all back', async ({ page }) => {
    await page.goto('/settings/');
    await expect(async () => {
      await page.getByRole('radio', { name: 'Dark' }).check();
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark', { timeout: 500 });
    }).toPass();
    const before = await kept(page);
    expect(before.databases).toEqual([PREFIX]);
    expect(before.local).toEqual([`${PREFIX}:theme`]);

    await page.getByRole('button', { name: 'I am finished on this computer' }).click();
    const ask = page.getByRole('dialog', { name: 'Clear this device?' });
    const download = page.waitForEvent('download');
    await ask.getByRole('button', { name: 'Save a backup file' }).click();
    const backup = await fileOf(await download);
    expect(backup.name).not.toMatch(/sam|ward/i);
    await ask.getByRole('button', { name: 'Yes, I have it' }).click();
    await ask.getByRole('button', { name: 'Keep my work here' }).click();
    expect(await kept(page)).toEqual(before);

    await page.getByRole('button', { name: 'I am finished on this computer' }).click();
    await ask.getByRole('button', { name: 'Clear this device' }).click();
    await expect(page.getByText('This device is clear.')).toBeVisible();
    await expect(page.locator('html')).not.toHaveAttribute('data-theme');
    const after = await kept(page);
    expect({ ...after, databases: [] }).toEqual({
      databases: [],
      local: [],
      session: [],
      caches: [],
    });
    // The page may open an empty database again, but there is nothing in it.
    const left = await page.evaluate(async (name) => {
      if (!(await indexedDB.databases()).some((each) => each.name === name)) return 0;
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('no database'));
      });
      let records = 0;
      for (const store of database.objectStoreNames) {
        const request = database.transaction(store).objectStore(store).count();
        await new Promise((resolve) => (request.onsuccess = resolve));
        records += request.result;
      }
      database.close();
      return records;
    }, PREFIX);
    expect(left).toBe(0);
    await page.goto('/portfolio/');
    await expect(page.getByText('9 with nothing yet', { exact: true })).toBeVisible();

    await page.getByLabel(/^Choose your backup file/).setInputFiles({
      name: backup.name,
      mimeType: 'application/json',
      buffer: Buffer.from(backup.bytes),
    });
    await expect(page.getByText('9 answers not on this device: added.')).toBeVisible();
    await page.getByRole('button', { name: 'Restore', exact: true }).click();
    await expect(page.getByRole('status').filter({ hasText: '9 answers restored.' })).toBeFocused();
    await expect(page.getByText('9 ready to hand in', { exact: true })).toBeVisible();
    for (const each of unit.lessons) {
      await page.goto(evidenceOf(each));
      for (const one of promptsOf(each)) {
        for (const { id, label } of one.slots) {
          await expect(
            docketOf(page, one).getByRole('textbox', { name: label, exact: true }),
          ).toHaveValue(wordsFor(one.ref, id));
        }
      }
    }
  });
});
