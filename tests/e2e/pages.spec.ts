import type { Page } from '@playwright/test';
import { expect, test } from './support/test.ts';
import { KINDS, makeBundle, visit, work, type Kind } from './access/states.ts';

/**
 * The watch of `test` fails when a page prints an error, breaks its policy (Trusted Types
 * included), asks another host or sets a cookie. So each test here has only to use every control
 * of its page once. Controls that leave the page by clearing or removing are used in the journeys.
 */
test.slow();

/** Uses every visible control, those that appear on the way included. Gives how many there were. */
const useAll = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const used = new Set<string>();
    const frame = () => new Promise((resolve) => setTimeout(resolve));
    const next = () =>
      [...document.querySelectorAll<HTMLElement>('button, input, select, textarea, summary')].find(
        (control) => {
          const leaves = control.matches('.ask .button:not(.button--plain), [type=file]');
          if (leaves || control.matches(':disabled') || !control.checkVisibility()) return false;
          // loads the page anew for the other learner
          if (control.textContent?.trim().startsWith('Switch to ')) return false;
          const around = control.closest('label')?.textContent ?? control.textContent ?? '';
          const place = control.closest('[id]')?.id ?? '';
          const key = [control.localName, place, control.getAttribute('value'), around.trim()];
          if (used.has(key.join('|'))) return false;
          used.add(key.join('|'));
          return true;
        },
      );
    for (let control = next(); control; control = next()) {
      if (control instanceof HTMLSelectElement) {
        control.selectedIndex = control.options.length - 1;
        control.dispatchEvent(new Event('change', { bubbles: true }));
      } else if (
        control instanceof HTMLTextAreaElement ||
        (control instanceof HTMLInputElement && /text|search/.test(control.type))
      ) {
        control.focus();
        control.value += '<b>words</b>';
        control.dispatchEvent(new Event('input', { bubbles: true }));
      } else control.click();
      await frame();
    }
    return used.size;
  });

/** How many controls each page has at the least, so that a page that shows none is noticed. */
const LEAST: Partial<Record<Kind, number>> = {
  units: 16,
  'the first lesson': 60,
  'the last lesson': 150,
  // 27 of them are the learner's own words; the question of the check differs.
  'the end of a unit': 28,
  review: 3,
  progress: 3,
  portfolio: 10,
  search: 2,
  settings: 15,
};

for (const [kind, address] of Object.entries(KINDS) as [Kind, string][]) {
  test(`every control can be used without a fault: ${kind}`, async ({ page }) => {
    await work(page);
    await visit(page, address);
    expect(await useAll(page)).toBeGreaterThanOrEqual(LEAST[kind] ?? 0);
    // What the last control began, a save or a download, may still find a fault.
    await page.waitForLoadState('networkidle');
  });
}

test('every control can be used without a fault: an opened bundle', async ({ page }) => {
  await work(page);
  const bundle = await makeBundle(page);
  const path = await bundle.path();
  await visit(page, KINDS.open);
  await page.getByLabel('Choose a bundle').setInputFiles(path);
  await expect(page.getByRole('heading', { name: 'Jodie Marsh' })).toBeVisible();
  for (const slip of await page.locator('a.slip').all()) {
    await slip.click();
    await expect(page.locator('.docket--torn')).toBeVisible();
  }
  expect(await useAll(page)).toBeGreaterThan(2);
  await expect(page.getByRole('heading', { name: 'Open a bundle' })).toBeVisible();
});
