/** Two tabs, a wrong clock, pages that come back, and a browser that promises nothing. */
import type { Page } from '@playwright/test';
import { expect } from '../support/journey';
import {
  begin,
  box,
  docket,
  holdDatabase,
  LESSON,
  notice,
  prompt,
  records,
  SAVED,
  status,
  test,
  texts,
  writeSaved,
} from '../support/faults';

test('F10 two tabs that write in turn show each other’s text and keep both', async ({
  page,
  context,
}) => {
  await begin(page, 'From the first tab.');
  const other = await context.newPage();
  await other.goto(LESSON);
  await expect(box(other)).toHaveValue('From the first tab.');
  await writeSaved(other, 'From the second tab.');
  await expect(box(page)).toHaveValue('From the second tab.');
  await writeSaved(page, 'The first tab again.');
  await expect(box(other)).toHaveValue('The first tab again.');
  // each text that another tab wrote over is in the history
  await expect
    .poll(async () => (await texts(page)).earlier)
    .toEqual(['From the first tab.', 'From the second tab.']);
  expect(await texts(page)).toMatchObject({ now: 'The first tab again.', fork: '' });
});

/** Both tabs write before either can hear of the other; the first one comes first. */
async function together(page: Page, other: Page, third: Page, first: string, second: string) {
  await other.goto(LESSON);
  await expect(box(other)).toHaveValue(await box(page).inputValue());
  await third.goto('/about/');
  const release = await holdDatabase(third);
  await box(page).fill(first);
  await expect(status(page)).toHaveText('Saving…');
  await box(other).fill(second);
  await expect(status(other)).toHaveText('Saving…');
  await release();
  for (const one of [page, other]) await expect(status(one)).toHaveText(SAVED);
}
const forkOf = (page: Page) => page.getByRole('region', { name: 'Two versions of this answer' });

test('F10 two tabs that write at once keep both texts until the learner chooses', async ({
  page,
  context,
}) => {
  const [other, third] = [await context.newPage(), await context.newPage()];
  await begin(page, 'Both start here.');
  await together(page, other, third, 'Text of one tab.', 'Text of the other tab.');
  expect(await texts(third)).toMatchObject({
    now: 'Text of one tab.',
    fork: 'Text of the other tab.',
  });
  // the tab that came second goes on showing what its learner sees, beside the other text
  await expect(box(other)).toHaveValue('Text of the other tab.');
  for (const one of [page, other]) {
    await expect(forkOf(one)).toContainText('This answer was changed in two places at once.');
    await expect(forkOf(one)).toContainText('Text of one tab.');
    await expect(forkOf(one)).toContainText('Text of the other tab.');
  }
  // also for a page that is opened later
  await page.reload();
  await expect(forkOf(page)).toContainText('Text of the other tab.');
  await forkOf(page).getByRole('button', { name: 'Keep both, one after the other' }).click();
  for (const one of [page, other]) {
    await expect(forkOf(one)).toHaveCount(0);
    await expect(box(one)).toHaveValue('Text of one tab.\n\nText of the other tab.');
  }
});

test('F10 the text that the learner does not choose stays in the history', async ({
  page,
  context,
}) => {
  const [other, third] = [await context.newPage(), await context.newPage()];
  await begin(page, 'Both start here.');
  await together(page, other, third, 'Text of one tab.', 'Text of the other tab.');
  await expect(forkOf(other)).toBeVisible();
  await forkOf(other).getByRole('button', { name: 'Keep the other tab’s text' }).click();
  for (const one of [page, other]) {
    await expect(forkOf(one)).toHaveCount(0);
    await expect(box(one)).toHaveValue('Text of one tab.');
  }
  const { now, fork, earlier } = await texts(third);
  expect({ now, fork }).toEqual({ now: 'Text of one tab.', fork: '' });
  expect(earlier).toContain('Text of the other tab.');
});

test('F14 a wrong clock changes no order', async ({ page }) => {
  const ready = docket(page).getByRole('button', { name: 'I am ready to hand this in' });
  const draft = docket(page).getByRole('button', { name: 'Make it a draft again' });
  // forward, far back, and the hour that comes twice when summer time ends
  const times = [
    '2026-11-22T10:00:00Z',
    '2099-12-31T23:59:59Z',
    '2001-01-01T00:00:00Z',
    '2026-10-25T00:30:00Z',
    '2026-10-25T01:30:00Z',
    '2026-10-25T00:40:00Z',
  ];
  await page.clock.setFixedTime(nthTime(times, 0));
  await begin(page, 'Text 0.');
  for (const [i] of times.entries()) {
    await page.clock.setFixedTime(nthTime(times, i));
    await writeSaved(page, `Text ${i}.`);
    await ready.click();
    await expect(draft).toBeVisible();
    await expect.poll(async () => (await texts(page)).earlier.at(-1)).toBe(`Text ${i}.`);
    await draft.click();
    await expect(ready).toBeVisible();
    await expect(status(page)).toHaveText(SAVED);
  }
  const { now, fork, earlier } = await texts(page);
  expect({ now, fork }).toEqual({ now: 'Text 5.', fork: '' });
  expect(earlier).toEqual(times.map((_, i) => `Text ${i}.`));
  await page.reload();
  await expect(box(page)).toHaveValue('Text 5.');
  await docket(page).getByRole('button', { name: 'See earlier versions' }).click();
  const versions = docket(page).getByRole('region', { name: 'Earlier versions' });
  await expect(versions.getByText(/^Version \d/)).toHaveText([
    'Version 6, 25 October 2026 at 01:40',
    'Version 5, 25 October 2026 at 01:30',
    'Version 4, 25 October 2026 at 01:30',
    'Version 3, 1 January 2001 at 00:00',
    'Version 2, 31 December 2099 at 23:59',
    'Version 1, 22 November 2026 at 10:00',
  ]);
  for (const path of ['/', '/portfolio/', '/settings/']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByText(/Invalid Date|NaN/)).toHaveCount(0);
  }
});

const nthTime = (times: readonly string[], i: number): Date => new Date(times[i] ?? '');

test('F18 a page that comes back shows what was written meanwhile', async ({ page, context }) => {
  await begin(page, 'Before.');
  await page.goto('/about/');
  const other = await context.newPage();
  await other.goto(LESSON);
  await writeSaved(other, 'Written meanwhile.');
  await page.goBack();
  await expect(box(page)).toHaveValue('Written meanwhile.');

  // Playwright switches the back/forward cache off: its event, and what a page in it does not hear,
  // are made by hand
  await other.evaluate(() => {
    BroadcastChannel.prototype.postMessage = () => undefined;
  });
  await writeSaved(other, 'Written while the page lay in the cache.');
  expect(await box(page).inputValue()).toBe('Written meanwhile.');
  await page.evaluate(() => {
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  });
  await expect(box(page)).toHaveValue('Written while the page lay in the cache.');
});

test('F18 a duplicated tab is a tab of its own', async ({ page, context }) => {
  await begin(page, 'In the first tab.');
  // a duplicate takes the session with it
  const opened = context.waitForEvent('page');
  await page.evaluate(() => void open(location.href));
  const twin = await opened;
  await expect(box(twin)).toHaveValue('In the first tab.');
  await writeSaved(twin, 'In the twin.');
  await expect(box(page)).toHaveValue('In the twin.');
  await writeSaved(page, 'In the first tab again.');
  await expect(box(twin)).toHaveValue('In the first tab again.');
  expect(await texts(page)).toMatchObject({ now: 'In the first tab again.', fork: '' });
});

test('F23 a browser that may throw data away is not called safe', async ({ page }) => {
  await page.addInitScript(() => {
    const asked = globalThis as { askedToPersist?: number };
    StorageManager.prototype.persist = () => {
      asked.askedToPersist = (asked.askedToPersist ?? 0) + 1;
      return Promise.resolve(false);
    };
  });
  await page.goto(LESSON);
  expect(await page.evaluate(() => 'askedToPersist' in globalThis), 'asked too early').toBe(false);
  await writeSaved(page, 'On this device only.');
  await expect
    .poll(() => page.evaluate(() => (globalThis as { askedToPersist?: number }).askedToPersist))
    .toBe(1);
  expect((await records(page)).answers).toEqual([expect.objectContaining({ id: prompt.id })]);
  await expect(notice(page)).toBeHidden();
  await page.goto('/settings/');
  const keep = page.getByRole('region', { name: 'Your work on this device' });
  await expect(keep).toContainText('Your work is on this device only.');
  await expect(keep).toContainText('You have no backup file yet.');
  await expect(page.getByText(/\b(safe|secure|permanent|forever)\b.*\bdevice\b/i)).toHaveCount(0);
});
