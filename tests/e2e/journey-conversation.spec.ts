/** A conversation that branches, from its first line to its end and back, by keyboard and by touch. */
import type { Locator, Page } from '@playwright/test';
import { behaviours } from '../../src/questions/index';
import { follow, type Talk } from '../../src/questions/simulation/behaviour';
import type { QuestionOf } from '../../src/questions/types';
import { sound } from './access/sound';
import { keyboard, touch, type Hands } from './support/journey-hands';
import { addressOf, awake, expect, nth, saved, test, unit } from './support/journey';
import { THEMES, useTheme, type Theme } from './support/test';

test.describe.configure({ timeout: 120_000 });

type Simulation = QuestionOf<'simulation'>;
const conversations = unit.lessons.flatMap((lesson) =>
  lesson.questions
    .filter((question): question is Simulation => question.kind === 'simulation')
    .map((question) => ({ lesson, question })),
);
const { lesson, question } = nth(conversations, 1);
/** The helpful way, but for one choice in the middle; it joins again. */
const helpful = behaviours.simulation.solution(question)?.path ?? [];
const talkOf = (path: string[]): Talk => {
  const talk = follow(question, path);
  if (!talk) throw new Error('the way leads through the conversation');
  return talk;
};
const last = talkOf(helpful.slice(0, -1)).now;
const other = nth(
  (last.choices ?? []).filter(({ effect }) => effect !== 'helps'),
  0,
);

const frameOf = (page: Page): Locator =>
  page.getByRole('group', { name: question.ask, exact: true });
const open = async (page: Page) => {
  await page.goto(`${addressOf(lesson)}#${question.id}`);
  await awake(page);
};

/** Makes choices, and checks after each what a learner reads, hears and stands on. */
async function choose(page: Page, hands: Hands, from: string[], path: string[]): Promise<void> {
  const frame = frameOf(page);
  for (const [i, id] of path.entries()) {
    const before = talkOf([...from, ...path.slice(0, i)]);
    const choice = nth(
      (before.now.choices ?? []).filter((one) => one.id === id),
      0,
    );
    await hands.press(frame.getByRole('button', { name: choice.text }));
    const { now } = talkOf([...from, ...path.slice(0, i + 1)]);
    const status = frame.getByRole('status');
    await expect(status).toContainText(`${now.who ?? question.customer}, ${now.mood}: `);
    await expect(status).toContainText(now.says);
    await expect(frame.locator(':focus')).toContainText(
      now.end ? now.end.title : `Choice ${from.length + i + 2}.`,
    );
    const newest = frame.locator(`[id="${question.id}-newest"]`);
    await expect(newest).toContainText(now.says);
    await expect(newest).toBeInViewport();
  }
}

async function journey(page: Page, hands: Hands) {
  const frame = frameOf(page);
  await test.step('half of it, and a reload', async () => {
    await open(page);
    await expect(frame.getByRole('button')).toHaveCount(question.scenes[0]?.choices?.length ?? 0);
    await choose(page, hands, [], helpful.slice(0, 4));
    await saved(page);
    await page.reload();
    await awake(page);
    const { now, taken } = talkOf(helpful.slice(0, 4));
    await expect(frame.getByText('Choice 5.')).toBeVisible();
    await expect(frame.getByRole('status')).toHaveText('');
    const lines = frame.getByRole('list', { name: 'The conversation so far' });
    await expect(lines.getByRole('listitem')).toHaveCount(2 * taken.length + 1);
    await expect(lines.getByRole('listitem').last()).toContainText(now.says);
  });

  await test.step('to an end, and the debrief', async () => {
    await choose(page, hands, helpful.slice(0, 4), helpful.slice(4, -1));
    await choose(page, hands, helpful.slice(0, -1), [other.id]);
    const talk = talkOf([...helpful.slice(0, -1), other.id]);
    const count = talk.taken.length;
    await expect(
      frame.getByText(`${count - 1} of your ${count} choices helped.`).first(),
    ).toBeVisible();
    await expect(frame.getByText(talk.now.end?.text ?? '')).toBeVisible();
    const steps = frame.getByRole('list', { name: 'Look back at your choices' });
    await expect(steps.getByRole('listitem')).toHaveCount(count);
    for (const [i, { scene, choice }] of talk.taken.entries()) {
      const step = steps.getByRole('listitem').nth(i);
      for (const words of [scene.says, choice.text, choice.did]) {
        await expect(step).toContainText(words);
      }
      await expect(step).toContainText(
        choice.effect === 'helps' ? 'This helped.' : /in part|harder/,
      );
      await expect(step).toContainText(/criteri(a|on) \d\.\d/);
    }
  });

  await test.step('back to the last choice, and a better end', async () => {
    const before = helpful.slice(0, -1);
    const back = frame.getByRole('button', { name: /^Go back to here and choose again/ });
    await hands.press(back.last());
    await expect(frame.locator(':focus')).toContainText(`Choice ${helpful.length}.`);
    await expect(frame.getByRole('button', { name: other.text })).toContainText('Tried before');
    await choose(page, hands, before, helpful.slice(-1));
    await expect(frame.getByText('Every choice that you made helped.').first()).toBeVisible();
    await expect(frame.getByText('You have found 2 of the 3 ways')).toBeVisible();
  });

  await test.step('the end stays after a reload, and what was tried stays after a new start', async () => {
    await saved(page);
    await page.reload();
    await awake(page);
    await expect(frame.getByText('You have found 2 of the 3 ways')).toBeVisible();
    await expect(frame.getByRole('status')).toHaveText('');
    await hands.press(frame.getByRole('button', { name: 'Start again' }));
    await expect(frame.locator(':focus')).toContainText('Choice 1.');
    await expect(frame.getByText('Tried before')).toHaveCount(1);
  });
}

test('by keyboard', ({ page }) => journey(page, keyboard(page)));

test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });
  test('the whole way', ({ page }) => {
    let taps = 0;
    // Two taps on one place that come fast are a double tap, and the second of them does not count.
    const press = (control: Locator) => {
      taps += 1;
      return control.tap({ position: { x: taps % 2 === 0 ? 12 : 100, y: 12 } });
    };
    return journey(page, { ...touch(), press });
  });
});

/** Text and controls that stick out, and controls that a thumb would miss. */
const faults = (frame: Locator) =>
  frame.evaluate((root) => {
    const wide = document.documentElement.clientWidth;
    const name = (element: Element) => `${element.tagName} ${element.textContent?.trim()}`;
    const parts = [...root.querySelectorAll<HTMLElement>('*')].filter(
      (element) => element.checkVisibility() && !element.closest('.unseen, svg'),
    );
    const out = parts.filter((element) => element.getBoundingClientRect().right > wide + 1);
    const small = parts
      .filter((element) => element.matches('button'))
      .filter((element) => element.getBoundingClientRect().height < 43.5);
    return [
      ...(document.documentElement.scrollWidth > wide ? ['the page scrolls sideways'] : []),
      ...out.map((element) => `sticks out: ${name(element)}`),
      ...small.map((element) => `too small: ${name(element)}`),
    ];
  });

test('axe finds nothing and nothing sticks out, in each state and look', async ({ page }) => {
  await open(page);
  const frame = frameOf(page);
  const hands: Hands = { ...touch(), press: (control) => control.click() };
  const check = async (state: string) => {
    for (const theme of Object.keys(THEMES) as Theme[]) {
      await useTheme(page, theme);
      await sound(page, `${state}, ${theme}`, `#${question.id}`);
    }
    await useTheme(page, 'light');
    await page.setViewportSize({ width: 320, height: 256 });
    expect.soft(await faults(frame), `${state}, 320 px`).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 720 });
  };
  await check('opening');
  await choose(page, hands, [], helpful.slice(0, 3));
  await check('middle');
  await choose(page, hands, helpful.slice(0, 3), [...helpful.slice(3, -1), other.id]);
  await check('end');
});

test('on paper stands the way that was taken, without buttons to press', async ({ page }) => {
  await open(page);
  const frame = frameOf(page);
  const hands: Hands = { ...touch(), press: (control) => control.click() };
  await choose(page, hands, [], [...helpful.slice(0, -1), other.id]);
  await page.emulateMedia({ media: 'print' });
  for (const { choice } of talkOf([...helpful.slice(0, -1), other.id]).taken) {
    await expect(frame.getByText(choice.did)).toBeVisible();
  }
  await expect(frame.getByRole('button')).toHaveCount(0);
});
