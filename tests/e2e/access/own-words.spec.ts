/** Practice in the learner's own words, in each of its states: axe in all looks, and 320 px. */
import type { Page } from '@playwright/test';
import { expect, test, useTheme } from '../support/test.ts';
import { sound, soundInAllLooks } from './sound.ts';
import { visit } from './states.ts';

test.slow();

const UNIT = '/units/creating-first-impressions/';
const LESSON_3 = `${UNIT}what-you-can-do-about-it/`;
const LESSON_5 = `${UNIT}how-you-look-act-and-come-across/`;

const at = (page: Page, id: string) => {
  const frame = page.locator(`.question[id="${id}"]`);
  return {
    frame,
    part: `.question[id="${id}"]`,
    press: (name: string) => frame.getByRole('button', { name, exact: true }).click(),
    type: async (...lines: string[]) => {
      for (const [i, line] of lines.entries()) await frame.getByRole('textbox').nth(i).fill(line);
    },
  };
};

/** What reaches over the edge of a narrow window, and what is too small for a finger. */
async function expectFit(page: Page, part: string): Promise<void> {
  const size = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  const faults = await page.locator(part).evaluate((root) => {
    const found: string[] = [];
    for (const one of root.querySelectorAll('*')) {
      if (one.closest('.unseen, svg') || !one.checkVisibility()) continue;
      const { right, width, height } = one.getBoundingClientRect();
      const name = `${one.tagName} ${one.className}`;
      if (right > document.documentElement.clientWidth + 1) found.push(`${name} ends at ${right}`);
      if (!one.matches('button, summary, label:has(input), input[type=text], textarea')) continue;
      if (width < 43.5 || height < 43.5) found.push(`${name}: ${width} x ${height}`);
    }
    return found;
  });
  expect.soft(faults).toEqual([]);
  if (size) await page.setViewportSize(size);
}

test('axe finds nothing in any state: short answer', async ({ page }) => {
  await visit(page, LESSON_3);
  const { frame, part, press, type } = at(page, 'u01-same-words-different');
  await expect(frame.getByRole('group', { name: 'How sure are you?' })).toBeVisible();
  await soundInAllLooks(page, 'plain', part);
  await expectFit(page, part);
  await type('accent');
  await frame.getByRole('radio', { name: 'Guess' }).check();
  await sound(page, 'answered', part);
  await press('Check my answer');
  await soundInAllLooks(page, 'wrong', part);
  await expectFit(page, part);
  await press('Show the answer');
  await useTheme(page, 'dark');
  await sound(page, 'shown, dark', part);
  await type('the weather outside');
  await press('Check my answer');
  await expect(frame.locator('.typed--own')).toBeVisible();
  await soundInAllLooks(page, 'compare', part);
  await expectFit(page, part);
  await type('tone of voice');
  await press('Check my answer');
  await soundInAllLooks(page, 'right', part);
});

test('axe finds nothing in any state: list it', async ({ page }) => {
  await visit(page, LESSON_3);
  const { frame, part, press, type } = at(page, 'u01-shoe-shop-opening');
  await soundInAllLooks(page, 'plain', part);
  await type('badge', 'uniform', 'tidy up');
  await press('Check my answer');
  await expect(frame.locator('.typed--not')).toHaveCount(1);
  await soundInAllLooks(page, 'wrong', part);
  await expectFit(page, part);
  await type('badge', 'feed the cat', 'tidy up');
  await press('Check my answer');
  await expect(frame.locator('.others')).toBeVisible();
  await soundInAllLooks(page, 'compare', part);
  await expectFit(page, part);
  await type('badge', 'clean the till', 'tidy up');
  await press('Check my answer');
  await expect(frame.locator('.typed--right')).toHaveCount(3);
  await sound(page, 'right', part);
});

test('axe finds nothing in any state: rewrite it', async ({ page }) => {
  await visit(page, LESSON_3);
  const { frame, part, press, type } = at(page, 'u01-bike-shop-email');
  await soundInAllLooks(page, 'plain', part);
  await expectFit(page, part);
  await type(`Good morning Ms Okonkwo. ${'longwordwithoutaspace'.repeat(4)}`);
  await press('Compare');
  await frame.getByRole('checkbox').first().check();
  await soundInAllLooks(page, 'compare', part);
  await expectFit(page, part);
});

test('axe finds nothing in any state: flashcards', async ({ page }) => {
  await visit(page, LESSON_5);
  const { frame, part, press } = at(page, 'u01-key-words');
  await soundInAllLooks(page, 'plain', part);
  await expectFit(page, part);
  await press('Turn the card');
  await soundInAllLooks(page, 'turned', part);
  await expectFit(page, part);
  for (let i = 0; i < 10; i += 1) {
    if (i > 0) await press('Turn the card');
    await press(i < 2 ? 'Not yet' : 'I knew it');
  }
  await sound(page, 'once more', part);
  await frame.getByText('See all 10 cards').click();
  await sound(page, 'all cards', part);
  await expectFit(page, part);
  await press('Stop here');
  await expect(frame.getByText('You knew 8 of 10 at the first look.')).toBeVisible();
  await soundInAllLooks(page, 'done', part);
});

test('forced colours: what a check said is told by borders and marks', async ({ page }) => {
  await useTheme(page, 'forced colours');
  await visit(page, LESSON_3);
  const { frame, press, type } = at(page, 'u01-shoe-shop-opening');
  await type('badge', 'feed the cat', 'uniform');
  await press('Check my answer');
  for (const state of ['right', 'own', 'not']) {
    const line = frame.locator(`.typed--${state}`);
    await expect(line).toHaveCSS('border-top-style', 'solid');
    await expect(line.locator('.feedback .mark')).toBeVisible();
  }
});
