import type { Page } from '@playwright/test';
import { expect, test } from './support/test';

/** Where a learner is on a long page, and where its links lead. */
const LESSON = 'units/communication-methods/emails-and-posts-to-customers/';

/** Which part of the lesson stands at the top of the screen, and how far from it, in px. */
const atTop = (page: Page) =>
  page.evaluate(() => {
    const parts = [...document.querySelectorAll('.prose > *, [data-question], [data-docket]')];
    const at = parts.findIndex((part) => part.getBoundingClientRect().bottom > 0);
    return { at, top: Math.round(parts[at]?.getBoundingClientRect().top ?? NaN) };
  });
const topOf = (page: Page, id: string) =>
  page.evaluate((key) => document.getElementById(key)?.getBoundingClientRect().top, id);

for (const viewport of [
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
]) {
  test.describe(`${viewport.width} px wide`, () => {
    test.use({ viewport });

    test('a reload shows the same place, and so does the way back', async ({ page }) => {
      await page.goto(LESSON);
      for (let step = 0; step < 8; step += 1) await page.mouse.wheel(0, 500);
      await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(2000);
      // a busy computer scrolls on after that: until two looks see the same place
      let seen: unknown;
      await expect
        .poll(async () => {
          const last = seen;
          seen = await atTop(page);
          return JSON.stringify(seen) === JSON.stringify(last);
        })
        .toBe(true);
      const before = await atTop(page);
      await page.reload();
      await expect.poll(() => atTop(page)).toEqual(before);
      await page.goto('about/');
      await page.goBack();
      await expect.poll(() => atTop(page)).toEqual(before);
    });

    test('links inside a lesson, and to a part of it, lead to the place itself', async ({
      page,
    }) => {
      await page.goto(LESSON);
      await page.locator('[data-awake]').first().waitFor();
      const link = page.locator('a[href="#evidence"]:visible').first();
      await link.focus();
      await expect(link).toBeInViewport();
      await page.keyboard.press('Enter');
      await expect.poll(() => topOf(page, 'evidence')).toBeLessThan(80);
      await page.goto('about/');
      await page.goto(`${LESSON}#u06-vacuum-email-faults`);
      await expect.poll(() => topOf(page, 'u06-vacuum-email-faults')).toBeLessThan(160);
    });
  });
}
