/** The pages for authors: examples that work and keep nothing. No link leads to them (links.test.ts). */
import type { Page } from '@playwright/test';
import { behaviours } from '../../src/questions/index';
import { expect, test } from './support/test';

const KINDS = Object.keys(behaviours);

/** Every record of the learner's database and every entry beside it. */
const stored = (page: Page) =>
  page.evaluate(async () => {
    const entries: string[] = Object.keys(localStorage);
    for (const { name = '' } of await indexedDB.databases()) {
      const open = indexedDB.open(name);
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        open.onsuccess = () => resolve(open.result);
        open.onerror = () => reject(open.error ?? new Error('cannot open'));
      });
      for (const store of [...db.objectStoreNames].filter((one) => one === 'answers')) {
        const all = db.transaction(store).objectStore(store).getAllKeys();
        await new Promise((resolve) => (all.onsuccess = resolve));
        entries.push(...all.result.map(String));
      }
      db.close();
    }
    return entries;
  });

test('the index leads to every kind, and each of its schemas is there', async ({ page }) => {
  await page.goto('/authors/');
  for (const kind of KINDS) {
    await expect(page.locator(`main a[href$="/authors/${kind}/"]`)).toBeVisible();
  }
  const schemas = page.locator('main a[href$=".json"]');
  await expect(schemas).not.toHaveCount(0);
  for (const link of await schemas.all()) {
    const reply = await page.request.get((await link.getAttribute('href')) ?? '');
    expect(await reply.json()).toMatchObject({ $schema: expect.stringContaining('draft-07') });
  }
});

for (const kind of KINDS) {
  test(`${kind}: examples, their YAML and every field`, async ({ page }) => {
    await page.goto(`/authors/${kind}/`);
    await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', 'noindex');
    const examples = page.locator('[data-try]');
    expect(await examples.count()).toBeGreaterThanOrEqual(2);
    for (const code of await page.getByText('Its YAML').all()) await code.click();
    await expect(page.locator('pre').first()).toContainText(`kind: ${kind}`);
    await expect(page.getByRole('rowgroup').last()).toContainText('criteria');
  });
}

test('an example works as in a lesson, and keeps nothing', async ({ page }) => {
  await page.goto('/authors/single-choice/');
  const example = page.locator('[data-try][data-awake]').first();
  await example.getByRole('radio', { name: 'He has formed a first impression.' }).check();
  await example.getByRole('button', { name: 'Check my answer' }).click();
  await expect(example.getByRole('status')).toHaveText(/^Right\./);
  expect(await stored(page)).toEqual([]);
  await page.reload();
  await expect(page.locator('[data-try][data-awake]')).not.toHaveCount(0);
  await expect(example.getByRole('radio', { checked: true })).toHaveCount(0);
});
