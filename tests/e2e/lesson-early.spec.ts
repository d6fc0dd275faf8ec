/** A lesson before its scripts have come: what stands in the page itself answers. */
import type { Page } from '@playwright/test';
import { begin, holdDatabase, records } from './support/faults';
import { frameOf } from './support/journey-hands';
import { addressOf, docketOf, expect, nth, promptsOf, saved, test, unit } from './support/journey';
import type { Lesson } from '../../src/course/types';
import type { QuestionOf } from '../../src/questions/types';

const { lesson, question } = singleChoice();
const right = nth(
  question.options.filter((option) => option.right),
  0,
);
const wrong = nth(
  question.options.filter((option) => !option.right),
  0,
);
const frame = (page: Page) => frameOf(page, question);
const option = (page: Page, text: string) => frame(page).locator('label', { hasText: text });
const check = (page: Page) => frame(page).getByRole('button', { name: 'Check my answer' });
const status = (page: Page) => frame(page).getByRole('status');
function singleChoice(): { lesson: Lesson; question: QuestionOf<'single-choice'> } {
  for (const lesson of unit.lessons) {
    for (const question of lesson.questions) {
      if (question.kind === 'single-choice') return { lesson, question };
    }
  }
  throw new Error('Unit 1 has no single choice.');
}

/** What a learner sees and hears of an option, whatever the order of its attributes. */
const look = (page: Page, text: string) =>
  option(page, text).evaluate((label) => {
    const drawn = [label, ...label.querySelectorAll('.feedback, .feedback *')].map((element) => [
      element.localName,
      element.getAttribute('class')?.trim(),
      element.getAttribute('href'),
    ]);
    return { drawn, words: label.textContent.replace(/\s+/g, ' ').trim() };
  });

/** Holds back every script file until `release` is called. */
async function holdScripts(page: Page): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/*.js', async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

/** Address of the file of the lesson's first kind of question, the single choice. */
async function firstKind(page: Page): Promise<string> {
  const html = await (await page.request.get(addressOf(lesson))).text();
  const [, address] =
    /<template data-later><link rel="modulepreload" href="([^"]+)"/.exec(html) ?? [];
  if (!address) throw new Error('The lesson names no parts that come later.');
  return `**${address}`;
}

test('a single choice is marked while no script has come, and again', async ({ page }) => {
  await holdScripts(page);
  await page.goto(addressOf(lesson), { waitUntil: 'commit' });
  await check(page).click();
  await expect(status(page)).toHaveText('Choose an answer first.');
  await option(page, wrong.text).click();
  await check(page).click();
  await expect(status(page)).toHaveText('Not this one yet.');
  await expect(option(page, wrong.text)).toContainText(`Not this one. ${wrong.feedback}`);
  await option(page, right.text).click();
  await check(page).click();
  await expect(status(page)).toHaveText('Right.');
  await expect(option(page, right.text)).toContainText(`Yes. ${right.feedback}`);
  await expect(frame(page).locator('.feedback')).toHaveCount(1);
});

test('the awake question says the same, and keeps the try', async ({ page }) => {
  const release = await holdScripts(page);
  await page.goto(addressOf(lesson), { waitUntil: 'commit' });
  await option(page, wrong.text).click();
  await check(page).click();
  await expect(status(page)).toHaveText('Not this one yet.');
  const before = await look(page, wrong.text);
  release();
  await expect(frame(page).getByRole('button', { name: 'Try again' })).toBeVisible();
  await expect(status(page)).toHaveText('Not this one yet.');
  expect(await look(page, wrong.text)).toEqual(before);
  await expect(frame(page).locator('.feedback')).toHaveCount(1);
  await expect
    .poll(async () =>
      (await records(page)).answers.map(({ id, response, attempts }) => [
        id,
        response,
        attempts.length,
      ]),
    )
    .toEqual([[question.id, wrong.id, 1]]);
  // from here on it is the awake question alone that speaks
  await frame(page).getByRole('button', { name: 'Try again' }).click();
  await option(page, right.text).click();
  await check(page).click();
  await expect(status(page)).toHaveText('Right on your second try.');
  await expect(option(page, right.text)).toContainText(`Yes. ${right.feedback}`);
});

test('a press before the record was read does nothing else to it afterwards', async ({ page }) => {
  await page.goto(`${addressOf(lesson)}#${question.id}`);
  await option(page, right.text).click();
  await check(page).click();
  await saved(page);
  const before = await records(page);
  const release = await holdScripts(page);
  await page.reload({ waitUntil: 'commit' });
  await check(page).click();
  await expect(status(page)).toHaveText('Choose an answer first.');
  release();
  await expect(frame(page).getByRole('button', { name: 'Try again' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-whole', '');
  expect((await records(page)).answers).toEqual(before.answers);
});

test('another choice takes the early mark away, and is not checked by itself', async ({ page }) => {
  const release = await holdScripts(page);
  await page.goto(addressOf(lesson), { waitUntil: 'commit' });
  await option(page, wrong.text).click();
  await check(page).click();
  await option(page, right.text).click();
  await expect(status(page)).toHaveText('');
  await expect(frame(page).locator('.feedback')).toHaveCount(0);
  release();
  await saved(page);
  await expect(check(page)).toBeVisible();
  const [answer] = (await records(page)).answers;
  expect([answer?.response, answer?.attempts.length]).toEqual([right.id, 0]);
});

test('a part that wakes leaves the focus and the place to who writes elsewhere', async ({
  page,
}) => {
  const release = await holdScripts(page);
  await page.goto(addressOf(lesson), { waitUntil: 'commit' });
  await option(page, wrong.text).click();
  await check(page).click();
  const box = docketOf(page, nth(promptsOf(lesson), 0))
    .getByRole('textbox')
    .first();
  await box.pressSequentially('First ');
  release();
  await expect(frame(page).getByRole('button', { name: 'Try again' })).toBeAttached();
  await expect(page.locator('[data-docket][data-awake]').first()).toBeAttached();
  await expect(box).toBeFocused();
  await expect(box).toBeInViewport();
  await page.keyboard.type('second.');
  await expect(box).toHaveValue('First second.');
  await saved(page);
});

test('a part whose file never comes keeps no other asleep, and says so', async ({ page }) => {
  await page.clock.install();
  await page.route(await firstKind(page), () => new Promise<void>(() => {}));
  await page.goto(addressOf(lesson));
  const box = docketOf(page, nth(promptsOf(lesson), 0))
    .getByRole('textbox')
    .first();
  await option(page, wrong.text).click();
  await box.fill('Saved all the same.');
  await saved(page);
  await expect(frame(page)).toBeVisible();
  await page.clock.fastForward(5000);
  await expect(page.getByText('This question has not loaded.')).toBeVisible();
});

test('practice goes on while the record cannot be read, and the try is kept in the end', async ({
  page,
}) => {
  await page.goto('/about/');
  const other = await page.context().newPage();
  await begin(other, 'The record is there.');
  const release = await holdDatabase(other);
  await page.goto(addressOf(lesson), { waitUntil: 'commit' });
  await option(page, wrong.text).click();
  await check(page).click();
  await expect(frame(page).getByRole('button', { name: 'Try again' })).toBeVisible();
  await expect(status(page)).toHaveText('Not this one yet.');
  await release();
  await saved(page);
  await expect
    .poll(async () => {
      const { answers } = await records(page);
      return answers.find(({ id }) => id === question.id)?.attempts.length;
    })
    .toBe(1);
});

test('words and ticks in a docket that sleeps are taken up, and the browser asks before they go', async ({
  page,
}) => {
  const release = await holdScripts(page);
  await page.goto(addressOf(lesson), { waitUntil: 'commit' });
  const prompt = nth(promptsOf(lesson), 0);
  const box = docketOf(page, prompt).getByRole('textbox').first();
  const tick = docketOf(page, prompt).getByRole('checkbox').first();
  await box.fill('Written at once.');
  await tick.check();
  const asked = new Promise<string>((resolve) => {
    page.once('dialog', (dialog) => void dialog.dismiss().then(() => resolve(dialog.type())));
  });
  await page.evaluate(() => location.assign('/about/'));
  expect(await asked).toBe('beforeunload');
  release();
  await saved(page);
  await expect(box).toHaveValue('Written at once.');
  await expect(tick).toBeChecked();
  const [answer] = (await records(page)).answers;
  expect(answer?.response).toEqual({
    slots: { [nth(prompt.slots, 0).id]: 'Written at once.' },
    ticks: [nth(prompt.checklist, 0).id],
  });
});

test('what is far below is drawn in the end, on a page where nobody moves', async ({ page }) => {
  await page.goto(addressOf(lesson));
  await expect(page.locator('html')).toHaveAttribute('data-whole', '');
  const undrawn = await page.evaluate(
    () =>
      [...document.querySelectorAll('main *')].filter(
        (element) => getComputedStyle(element).contentVisibility !== 'visible',
      ).length,
  );
  expect(undrawn).toBe(0);
});
