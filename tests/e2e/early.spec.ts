/** What is pressed before a part of a page is awake: it waits, and nothing that is kept is lost by it. */
import type { Page } from '@playwright/test';
import { expect, nth, unit } from './support/journey';
import { plant, records, test, writeSaved, LESSON } from './support/faults';

/** Holds back the code of a part, as a slow connection does. @returns lets it come */
async function hold(page: Page, part: string): Promise<() => void> {
  let come: () => void = () => undefined;
  const wait = new Promise<void>((resolve) => (come = resolve));
  await page.route(new RegExp(`/_astro/${part}\\.[^/]+\\.js$`), async (route) => {
    await wait;
    await route.continue();
  });
  return () => come();
}
const asleep = (page: Page) => page.locator('astro-island[ssr]');

test('a look that is chosen before the settings are awake counts', async ({ page }) => {
  const come = await hold(page, 'Settings');
  await page.goto('/settings/', { waitUntil: 'commit' });
  await page.getByRole('radio', { name: 'Large', exact: true }).check();
  await page.getByRole('radio', { name: 'Dark', exact: true }).check();
  await page.getByRole('radio', { name: 'Largest', exact: true }).check();
  await expect(page.locator('html')).not.toHaveAttribute('data-text');
  come();
  await expect(page.locator('html')).toHaveAttribute('data-text', 'largest');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await expect(page.getByRole('radio', { name: 'Largest', exact: true })).toBeChecked();
  await expect(page.getByRole('radio', { name: 'Dark', exact: true })).toBeChecked();
});

test('buttons and files of the settings wait for their parts, and a part that does not come says so', async ({
  page,
}) => {
  await page.clock.install();
  const come = await hold(page, 'KeepCopy');
  await page.goto('/settings/', { waitUntil: 'commit' });
  await page.getByRole('button', { name: 'I am finished on this computer' }).click();
  await page.getByLabel('Choose your backup file').setInputFiles({
    name: 'notes.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"format":"notes","v":1}'),
  });
  await expect(asleep(page)).toHaveCount(1);
  await page.clock.fastForward(5_000);
  const late = page.getByText('This part has not loaded.');
  await expect(late).toHaveCount(1);
  come();
  await expect(page.getByRole('dialog', { name: 'Clear this device?' })).toBeVisible();
  await page.getByRole('button', { name: 'Keep my work here' }).click();
  await expect(page.getByRole('alert')).toContainText('not a backup of Frontline One');
  await expect(late).toHaveCount(0);
});

test('units that are ticked early come to those that were chosen before', async ({ page }) => {
  await page.goto('/units/');
  await page.getByRole('checkbox', { name: /^1\. / }).check();
  await page.getByRole('radio', { name: /^Certificate/ }).check();
  await expect
    .poll(async () => (await records(page)).learners)
    .toMatchObject([{ aim: 'Certificate', units: [1] }]);
  const come = await hold(page, 'ChooseUnits');
  await page.reload({ waitUntil: 'commit' });
  await page.getByRole('checkbox', { name: /^3\. / }).check();
  come();
  await expect
    .poll(async () => (await records(page)).learners)
    .toMatchObject([{ aim: 'Certificate', units: [1, 3] }]);
  await expect(page.getByRole('checkbox', { name: /^1\. / })).toBeChecked();
  await expect(page.getByRole('radio', { name: /^Certificate/ })).toBeChecked();
});

test('a check that was begun goes on, also where its button is pressed early', async ({ page }) => {
  await page.goto(LESSON);
  await writeSaved(page, 'Somebody was here.');
  const { id: learner } = nth((await records(page)).learners, 0);
  const ids = unit.lessons
    .flatMap(({ questions }) => questions)
    .filter(({ kind }) => kind === 'single-choice')
    .map(({ id }) => id);
  const response = { round: 2, ids: ids.slice(0, 3), first: { [nth(ids, 0)]: 'right' } };
  const answer = { v: 1, learner, id: 'check-u01', rev: 1, parentRev: 0, tab: 't', response };
  const at = new Date().toISOString();
  await plant(page, { answers: [{ ...answer, at, attempts: [], revealed: false }] });
  const come = await hold(page, 'UnitCheck');
  await page.goto(`/units/${unit.slug}/end/`, { waitUntil: 'commit' });
  await page.getByRole('button', { name: 'Start the check' }).click();
  come();
  await expect(page.getByText('Question 1 of 2')).toBeVisible();
});

test('a bundle that is chosen early is opened', async ({ page }) => {
  const come = await hold(page, 'Open');
  await page.goto('/open/', { waitUntil: 'commit' });
  await page.getByLabel('Choose a bundle').setInputFiles({
    name: 'holiday.zip',
    mimeType: 'application/zip',
    buffer: Buffer.from('no zip'),
  });
  come();
  await expect(page.getByText('In “holiday.zip”:')).toBeVisible();
});
