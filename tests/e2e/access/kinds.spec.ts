/** Each kind of question in each of its states: axe, narrow windows, targets, forced colours. */
import type { PracticeKind, Question } from '../../../src/questions/types';
import { firstOfEach, frameOf, give, solutionOf, touch, wrongFor } from '../support/journey-hands';
import { addressOf } from '../support/journey';
import { expect, test, useTheme } from '../support/test.ts';
import { sound, soundInAllLooks } from './sound.ts';
import { visit } from './states.ts';

test.slow();
test.use({ hasTouch: true });

const firsts = firstOfEach();
const at = (kind: PracticeKind) => {
  const found = firsts.get(kind);
  if (!found) throw new Error(`Unit 1 has no ${kind}`);
  return { ...found, address: `${addressOf(found.lesson)}#${found.question.id}` };
};
const within = ({ id }: Question) => `.question[id="${id}"]`;

for (const kind of firsts.keys()) {
  test(`axe finds nothing in any state: ${kind}`, async ({ page }) => {
    const { address, question } = at(kind);
    const hands = touch();
    const frame = frameOf(page, question);
    const part = within(question);
    const press = (name: string) => hands.press(frame.getByRole('button', { name }));
    await visit(page, address);
    await soundInAllLooks(page, 'plain', part);
    await give(hands, frame, question, wrongFor(question));
    await sound(page, 'answered', part);
    await press('Check my answer');
    await expect(frame.locator('.feedback').first()).toBeVisible();
    await soundInAllLooks(page, 'wrong', part);
    await press('Try again');
    await expect(frame.getByText('Your earlier try:').first()).toBeVisible();
    await sound(page, 'tried again', part);
    await press('Show the answer');
    await expect(frame.getByRole('status')).toContainText('It was shown to you.');
    await useTheme(page, 'dark');
    await sound(page, 'shown, dark', part);
    await press('Try again');
    await give(hands, frame, question, solutionOf(question));
    await press('Check my answer');
    await expect(frame.getByRole('status')).toContainText('Right.');
    await sound(page, 'right, dark', part);
  });

  test(`fits 320 px and a finger, before and after a check: ${kind}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    const { address, question } = at(kind);
    const frame = frameOf(page, question);
    const faults = () =>
      frame.evaluate((root) => {
        const found: string[] = [];
        const name = (one: Element) => `${one.tagName} .${one.getAttribute('class') ?? ''}`;
        for (const one of root.querySelectorAll('*')) {
          if (one.closest('.unseen, option, svg')) continue;
          const { right, width } = one.getBoundingClientRect();
          if (width > 0 && right > document.documentElement.clientWidth + 1) {
            found.push(`${name(one)} ends at ${right}`);
          }
        }
        for (const one of root.querySelectorAll('button, select, label:has(input), .scene__mark')) {
          const { width, height } = one.getBoundingClientRect();
          if (width < 43.5 || height < 43.5) found.push(`${name(one)}: ${width} x ${height}`);
        }
        const marks = [...root.querySelectorAll('.scene__mark')].map((one) =>
          one.getBoundingClientRect(),
        );
        for (const [i, a] of marks.entries()) {
          for (const b of marks.slice(0, i)) {
            if (Math.hypot(a.x - b.x, a.y - b.y) < 44) found.push('two markers overlap');
          }
        }
        return found;
      });
    await visit(page, address);
    expect.soft(await faults(), 'plain').toEqual([]);
    await give(touch(), frame, question, wrongFor(question));
    await frame.getByRole('button', { name: 'Check my answer' }).tap();
    await expect(frame.locator('.feedback').first()).toBeVisible();
    expect.soft(await faults(), 'checked').toEqual([]);
  });
}

test('hotspot: a tap on the picture ticks the list, and the list marks the picture', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const { address, question } = at('hotspot');
  await visit(page, address);
  const frame = frameOf(page, question);
  const boxes = frame.getByRole('checkbox');
  const marks = frame.locator('.scene__mark');
  for (let i = 0; i < (await boxes.count()); i += 1) {
    await marks.nth(i).locator('.scene__number').tap();
    await expect(boxes.nth(i)).toBeChecked();
    await expect(marks.nth(i)).toHaveClass(/scene__mark--on/);
  }
  await boxes.first().tap();
  await expect(marks.first()).not.toHaveClass(/scene__mark--on/);
  const drawn = await frame
    .locator('.scene__picture use')
    .evaluate((use) => document.querySelector(use.getAttribute('href') ?? '')?.tagName);
  expect(drawn).toBe('symbol');
});

test('spot it: a part on two lines is ticked by a tap on either of them', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const { address, question } = at('spot-it');
  await visit(page, address);
  const parts = frameOf(page, question).locator('.spot');
  let broken = 0;
  for (const part of await parts.all()) {
    const lines = await part
      .locator('.spot__words')
      .evaluate((words) => words.getClientRects().length);
    if (lines < 2) continue;
    broken += 1;
    for (const on of [true, false]) {
      await part.scrollIntoViewIfNeeded();
      const rects = await part.locator('.spot__words').evaluate((words) =>
        [...words.getClientRects()].map(({ x, y, width, height }) => ({
          x: x + width / 2,
          y: y + height / 2,
        })),
      );
      const rect = rects[on ? 0 : rects.length - 1];
      if (rect) await page.touchscreen.tap(rect.x, rect.y);
      await expect(part.getByRole('checkbox')).toBeChecked({ checked: on });
    }
  }
  expect(broken, 'parts that are broken over two lines').toBeGreaterThan(0);
});

test('forced colours: what is ticked, and what a check said, is told by shapes and borders', async ({
  page,
}) => {
  await useTheme(page, 'forced colours');
  for (const kind of ['true-false-reason', 'spot-it', 'hotspot'] as const) {
    const { address, question } = at(kind);
    await visit(page, address);
    const frame = frameOf(page, question);
    await give(touch(), frame, question, wrongFor(question));
    await frame.getByRole('button', { name: 'Check my answer' }).tap();
    const bordered = frame.locator('[class*="--not"]:not(svg)').first();
    const shows = kind === 'spot-it' ? bordered.locator('.spot__words') : bordered;
    await expect(shows).toHaveCSS('border-top-style', 'solid');
    await expect(frame.locator('.feedback .mark').first()).toBeVisible();
  }
  const fills = await page.locator('.scene__mark').evaluateAll((marks) =>
    marks.map((mark) => ({
      on: mark.classList.contains('scene__mark--on'),
      fill: getComputedStyle(mark.querySelector('.scene__disc') ?? mark).fill,
    })),
  );
  const of = (on: boolean) => new Set(fills.filter((one) => one.on === on).map(({ fill }) => fill));
  expect(of(true).size).toBe(1);
  expect([...of(true)].filter((fill) => of(false).has(fill))).toEqual([]);
});
