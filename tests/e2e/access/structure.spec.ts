import { readFileSync } from 'node:fs';
import type { Locator } from '@playwright/test';
import { expect, test, useTheme } from '../support/test.ts';
import { KINDS, LESSON_1, visit, work } from './states.ts';

for (const [kind, address] of Object.entries(KINDS)) {
  test(`headings, landmarks, skip link and live regions: ${kind}`, async ({ page }) => {
    // What a screen reader hears of must be there before it speaks.
    await page.goto(address, { waitUntil: 'commit' });
    await expect(page.getByRole('banner').getByRole('status')).toBeAttached();
    await visit(page, address);

    const shown = await page
      .locator('[hidden]')
      .evaluateAll((all) =>
        all.filter((each) => each.checkVisibility()).map((one) => one.outerHTML),
      );
    expect.soft(shown, 'what is hidden is not seen').toEqual([]);

    const levels = await page
      .locator('h1, h2, h3, h4, h5, h6')
      .evaluateAll((all) =>
        all.filter((each) => each.checkVisibility()).map((each) => Number(each.tagName[1])),
      );
    expect
      .soft(
        levels.filter((level) => level === 1),
        'one h1',
      )
      .toEqual([1]);
    const jumps = levels.filter((level, i) => level > (levels[i - 1] ?? 0) + 1);
    expect.soft(jumps, `no level is left out: ${levels.join(' ')}`).toEqual([]);

    for (const landmark of ['banner', 'main', 'contentinfo'] as const) {
      await expect.soft(page.getByRole(landmark)).toHaveCount(1);
    }
    await expect.soft(page.getByRole('navigation', { name: 'Site' })).toHaveCount(1);
    const names = await page.getByRole('navigation').evaluateAll((all) =>
      all.map((nav) => {
        const by = nav.getAttribute('aria-labelledby');
        return nav.getAttribute('aria-label') ?? document.getElementById(by ?? '')?.textContent;
      }),
    );
    expect.soft(names.every(Boolean), `each has a name: ${names.join(', ')}`).toBe(true);
    expect.soft(new Set(names).size, `no name twice: ${names.join(', ')}`).toBe(names.length);

    await page.evaluate(() => {
      (document.activeElement as HTMLElement | null)?.blur();
      scrollTo(0, 0);
    });
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'Skip to the page' });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    const inMain = await page.evaluate(
      () => document.querySelector('header')?.contains(document.activeElement) === false,
    );
    expect.soft(inMain, 'the next stop is past the masthead').toBe(true);

    const joined = await page.evaluate(() => {
      const found: string[] = [];
      for (const inline of document.querySelectorAll('main :is(a, b, em, strong, .term)')) {
        const [before, after] = [inline.previousSibling, inline.nextSibling];
        if (getComputedStyle(inline).display !== 'inline') continue;
        const text = inline.textContent ?? '';
        const left = before?.nodeType === 3 ? (before.textContent ?? '') : '';
        const right = after?.nodeType === 3 ? (after.textContent ?? '') : '';
        if (/[\p{L},.;:]$/u.test(left) && /^\p{L}/u.test(text)) found.push(left.slice(-20) + text);
        if (/\p{L}$/u.test(text) && /^\p{L}/u.test(right)) found.push(text + right.slice(0, 20));
      }
      return found;
    });
    expect.soft(joined, 'no word runs into a link').toEqual([]);
  });
}

test('a screen reader hears of checks, moves, places and saving', async ({ page }) => {
  await visit(page, LESSON_1);
  const [choice, groups, , order] = await page.locator('.question').all();
  if (!choice || !groups || !order) throw new Error('the lesson has other questions by now');
  const heard = (part: typeof choice) => part.getByRole('status');
  for (const part of [choice, groups, order]) {
    await expect(heard(part)).toBeAttached();
    await expect(heard(part)).toHaveText('');
  }

  await choice.getByRole('button', { name: 'Check my answer' }).click();
  await expect(heard(choice)).toHaveText('Choose an answer first.');
  await choice.getByRole('radio').first().check();
  await expect(heard(choice)).toHaveText('');
  await choice.getByRole('button', { name: 'Check my answer' }).click();
  await expect(heard(choice)).toHaveText('Not this one yet.');
  await choice.getByRole('button', { name: 'Show the answer' }).click();
  await expect(heard(choice)).toHaveText('This is the answer. It was shown to you.');

  await groups.getByRole('button', { name: /^“This bus is often late/ }).click();
  await groups.getByRole('button', { name: 'Place “This bus is often late” here' }).first().click();
  await expect(heard(groups)).toHaveText(
    '“This bus is often late” is in “A first impression”. 1 of 5 placed.',
  );
  await groups.getByRole('button', { name: /This bus.*Take back/ }).click();
  await expect(heard(groups)).toHaveText(
    '“This bus is often late” is back in the list, and picked.',
  );

  await order.getByRole('button', { name: 'Move down' }).first().click();
  await expect(heard(order)).toHaveText(/^“.+” is now 2 of 5\.$/);
  await order.getByRole('button', { name: 'Move up' }).first().press('Enter');
  await expect(heard(order)).toHaveText(/^“.+” is already first\.$/);

  const docket = page.locator('.docket');
  const saving = page.getByRole('banner').getByRole('status');
  await docket.getByRole('textbox').fill('It is the first thing that people think of you.');
  await expect(saving).toHaveText(/^\s*Saved on this device \d\d:\d\d\s*$/);
  await docket.getByRole('button', { name: 'I am ready to hand this in' }).click();
  await expect(docket.getByRole('status')).toHaveText(
    'You said that this is ready to hand in. You can still change it.',
  );
});

/** Compares what the browser tells a screen reader with the text that a person has read through. */
async function reads(part: Locator, name: string): Promise<void> {
  const reviewed = readFileSync(new URL(`snapshots/${name}.txt`, import.meta.url), 'utf8');
  await expect.poll(() => part.ariaSnapshot(), name).toBe(reviewed.trimEnd());
}

test('what a screen reader reads: the first question and a docket', async ({ page }) => {
  await visit(page, LESSON_1);
  const question = page.getByRole('radiogroup').first();
  await reads(page.locator('.docket'), 'docket');
  await reads(question, 'question');
  await question.getByRole('radio').first().check();
  await question.getByRole('button', { name: 'Check my answer' }).click();
  await reads(question, 'question-wrong');
});

test('forced colours: states, choices and dockets are told by shapes and borders', async ({
  page,
}) => {
  await work(page);
  await useTheme(page, 'forced colours');
  await visit(page, LESSON_1);
  const question = page.getByRole('radiogroup').first();
  await question.getByRole('radio').first().check();
  await question.getByRole('button', { name: 'Check my answer' }).click();
  const groups = page.locator('.question').nth(1);
  await groups.getByRole('list', { name: 'To place' }).getByRole('button').first().click();
  const seen = await page.evaluate(() => {
    const line = (selector: string) => {
      const element = document.querySelector(selector);
      if (!element) return `${selector}: not there`;
      const { borderTopStyle, borderTopWidth, borderTopColor } = getComputedStyle(element);
      const clear = /, 0\)$|transparent/.test(borderTopColor);
      return borderTopStyle === 'none' || borderTopWidth === '0px' || clear
        ? 'no border'
        : 'border';
    };
    const fill = (selector: string) => {
      const mark = document.querySelector(selector);
      return mark ? getComputedStyle(mark).fill : 'not there';
    };
    return {
      chosen: line('.option--not'),
      picked: line('.pick__item[aria-pressed=true]'),
      docket: line('.docket'),
      field: line('.docket textarea'),
      button: line('.question .button'),
      mark: fill('.docket .state .mark'),
      feedback: fill('.feedback .mark'),
      ink: getComputedStyle(document.body).color,
    };
  });
  const { ink, mark, feedback, ...lines } = seen;
  expect(Object.entries(lines).filter(([, is]) => is !== 'border')).toEqual([]);
  expect([mark, feedback]).toEqual([ink, ink]);
  await visit(page, KINDS.progress);
  const shapes = await page
    .locator('.chart .mark')
    .evaluateAll((marks) => [
      ...new Set(marks.map((mark) => `${getComputedStyle(mark).fill} ${mark.checkVisibility()}`)),
    ]);
  expect(shapes).toEqual([`${ink} true`]);
  await visit(page, KINDS.portfolio);
  await expect(page.locator('.pad').first()).toHaveCSS('border-top-style', 'solid');
});

for (const how of ['the system', 'the settings'] as const) {
  test(`less movement, asked for by ${how}: nothing moves`, async ({ page }) => {
    if (how === 'the system') await page.emulateMedia({ reducedMotion: 'reduce' });
    else {
      await visit(page, KINDS.settings);
      await page.getByLabel('Less movement').check();
    }
    for (const address of [KINDS.home, LESSON_1, KINDS.portfolio, KINDS.settings]) {
      await visit(page, address);
      const moving = await page.evaluate(() =>
        [...document.querySelectorAll('*')]
          .filter((element) => {
            const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
            const slow = transitionDuration.split(',').some((part) => Number.parseFloat(part) > 0);
            return slow || animationName !== 'none' || scrollBehavior === 'smooth';
          })
          .map((element) => `${element.tagName} .${element.className}`),
      );
      expect.soft(moving, address).toEqual([]);
    }
  });
}
