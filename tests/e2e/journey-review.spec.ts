/** Review, the end of a unit, the learner's own word, and progress: the whole way of a learner. */
import type { Page } from '@playwright/test';
import { selfId } from '../../src/learner/self';
import { behaviours } from '../../src/questions/index';
import type { Behaviour, PracticeKind, Question } from '../../src/questions/types';
import { blockStorage, records, test as faultTest } from './support/faults';
import { frameOf, give, keyboard, touch, wrongFor, type Hands } from './support/journey-hands';
import {
  addressOf,
  awake,
  criteria,
  expect,
  isWritten,
  nth,
  promptsOf,
  saved,
  test,
  unit,
  write,
} from './support/journey';

test.describe.configure({ timeout: 120_000 });

const DAY = 86_400_000;
const lesson = nth(unit.lessons, 0);
const END = `/units/${unit.slug}/end/`;
const all = unit.lessons.flatMap((each) => each.questions).filter((each) => !isWritten(each));
const choices = lesson.questions.filter(({ kind }) => kind === 'single-choice');
const solutionOf = (question: Question) =>
  (behaviours[question.kind] as Behaviour<PracticeKind>).solution(question as never);

/** Answers a question and checks it. */
async function answer(hands: Hands, page: Page, question: Question, right: boolean) {
  const frame = frameOf(page, question);
  const response = right ? solutionOf(question) : wrongFor(question);
  if (response === null) throw new Error(`${question.id} has no solution`);
  await give(hands, frame, question, response);
  await hands.press(frame.getByRole('button', { name: 'Check my answer' }));
  await expect(frame.getByRole('status')).not.toHaveText('');
}

/** The question that is on the page. */
async function asked(page: Page): Promise<Question> {
  const text = await page.locator('.round .question__ask').textContent();
  return nth(
    all.filter(({ ask }) => ask === text),
    0,
  );
}

/** Practises the first two choices of the lesson, the first wrong and the second right. */
async function practise(page: Page, hands: Hands) {
  await page.goto(`${addressOf(lesson)}#${nth(choices, 0).id}`);
  await awake(page);
  await answer(hands, page, nth(choices, 0), false);
  await answer(hands, page, nth(choices, 1), true);
  await saved(page);
}

/** Lets some days pass: pages opened from now on see a later clock. */
const later = (page: Page, days: number) => page.clock.setFixedTime(Date.now() + days * DAY);

async function review(page: Page, hands: Hands) {
  await test.step('nothing was practised yet', async () => {
    await page.goto('/review/');
    await expect(
      page.getByRole('heading', { name: 'There is nothing to review yet' }),
    ).toBeVisible();
    await expect(page.getByRole('link', { name: `Start with “${lesson.title}”` })).toBeVisible();
  });

  await test.step('nothing is due on the same day', async () => {
    await practise(page, hands);
    await page.goto('/review/');
    await expect(
      page.getByRole('heading', { name: 'Nothing needs another look today' }),
    ).toBeVisible();
  });

  await test.step('three days later both are due, the wrong one first, and each says why', async () => {
    await later(page, 3);
    await page.goto('/review/');
    await expect(
      page.getByRole('heading', { name: '2 questions are worth another look' }),
    ).toBeVisible();
    await expect(page.getByText('1 that you got wrong last time')).toBeVisible();
    await hands.press(page.getByRole('button', { name: /^Start: 2 questions, about 1 minute/ }));
    const frame = frameOf(page, nth(choices, 0));
    await expect(frame).toContainText('Question 1 of 2');
    await expect(page.getByText('You got this wrong last time.')).toBeVisible();
    await expect(page.getByRole('heading', { level: 2 })).toBeFocused();
    await expect(frame.getByRole('radio', { checked: true })).toHaveCount(0);
    await expect(frame.getByText('Not this one yet.')).toHaveCount(0);
  });

  await test.step('one is answered, then the next is asked, then it stops', async () => {
    await answer(hands, page, nth(choices, 0), true);
    await hands.press(page.getByRole('button', { name: 'Next question' }));
    await expect(frameOf(page, nth(choices, 1))).toContainText('Question 2 of 2');
    await expect(page.getByText('It is 3 days since you got this right.')).toBeVisible();
    await expect(page.getByRole('heading', { level: 2 })).toBeFocused();
    await hands.press(page.getByRole('button', { name: 'Stop here' }));
    const end = page.getByRole('heading', { name: 'You stopped here' });
    await expect(end).toBeFocused();
    await expect(
      page.getByText('You practised 1 question. 1 right at the first try.'),
    ).toBeVisible();
    await saved(page);
  });

  await test.step('the record holds all tries of both places', async () => {
    const { answers } = await records(page);
    const tries = (id: string) =>
      answers.find((one) => one.id === id)?.attempts.map((t) => t.score);
    expect(tries(nth(choices, 0).id)).toEqual([0, 1]);
    expect(tries(nth(choices, 1).id)).toEqual([1]);
    await hands.press(page.getByRole('button', { name: 'See what else is due' }));
    await expect(
      page.getByRole('heading', { name: '1 question is worth another look' }),
    ).toBeFocused();
    await page.goto(`${addressOf(lesson)}#${nth(choices, 0).id}`);
    await awake(page);
    await expect(
      frameOf(page, nth(choices, 0)).getByText('Right on your second try.'),
    ).toBeVisible();
  });
}

test('review by keyboard alone', ({ page }) => review(page, keyboard(page)));
test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });
  test('review by touch', ({ page }) => review(page, touch()));
});

test('review: practise anyway, skip all, and nothing is lost', async ({ page }) => {
  await practise(page, touchless(page));
  await page.goto('/review/');
  await page.getByRole('button', { name: 'Practise for 10 minutes anyway' }).click();
  await page.getByRole('button', { name: 'Skip this one' }).click();
  await page.getByRole('button', { name: 'See how it went' }).click();
  await expect(page.getByText('You did not answer a question this time.')).toBeVisible();
  const { answers } = await records(page);
  expect(answers.flatMap(({ attempts }) => attempts)).toHaveLength(2);
});

/** A mouse. */
const touchless = (page: Page): Hands => ({
  ...keyboard(page),
  press: (control) => control.click(),
  choose: (radio) => radio.check(),
});

test('the check of a unit: mixed, can be carried on after a reload, ends with where to look', async ({
  page,
}) => {
  const hands = touchless(page);
  await page.goto(END);
  await page.getByRole('button', { name: 'Start the check' }).click();
  const count = page.locator('.round').getByText(/^Question 1 of \d+$/);
  await expect(count).toBeVisible();
  const size = Number(/of (\d+)/.exec((await count.textContent()) ?? '')?.[1]);
  expect(size).toBeGreaterThanOrEqual(12);
  expect(size).toBeLessThanOrEqual(15);

  const seen: Question[] = [];
  const step = async (right: boolean) => {
    const question = await asked(page);
    seen.push(question);
    await answer(hands, page, question, right);
    await page.locator('.round__on .button').click();
  };
  await step(false);
  await step(true);
  await saved(page);

  await page.reload();
  await expect(page.getByText(`2 of ${size} answered, 1 right at the first try.`)).toBeVisible();
  await page.getByRole('button', { name: `Carry on: ${size - 2} left` }).click();
  for (let n = 2; n < size; n += 1) await step(true);
  await expect(page.getByRole('heading', { name: 'That was the last one' })).toBeFocused();
  await expect(
    page.getByText(`You practised ${size - 2} questions. ${size - 2} right at the first try.`),
  ).toBeVisible();

  expect(new Set(seen.map(({ id }) => id)).size).toBe(size);
  expect(new Set(seen.flatMap((question) => question.criteria)).size).toBe(criteria.length);
  expect(new Set(seen.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(4);

  await saved(page);
  await page.reload();
  await expect(
    page.getByText(`Your last check: ${size} questions, ${size - 1} right`),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: 'Start a new check' })).toBeVisible();
  const wrong = nth(seen, 0);
  const key = nth(wrong.criteria, 0);
  const { number } = nth(
    criteria.filter((each) => each.key === key),
    0,
  );
  await expect(page.getByText(`Your practice says ${number} needs another look.`)).toBeVisible();
});

/** Chooses Unit 1 alone, so that progress speaks of it alone. */
async function chooseUnit(page: Page) {
  await page.goto('/units/#choose');
  await page.getByRole('checkbox', { name: `${unit.number}. ${unit.title}` }).check();
  await expect(page.getByRole('status').filter({ hasText: '1 unit' })).toBeAttached();
}

/** The row of a criterion in the learner's own word. */
const said = (page: Page, number: string, text: string) =>
  page.getByRole('radiogroup', { name: `${number} ${text}`, exact: true });

test('the own word: at the start, at the end, beside what practice says, by keyboard alone', async ({
  page,
}) => {
  const hands = keyboard(page);
  const [one, two] = [nth(criteria, 0), nth(criteria, 1)];
  await page.goto(`/units/${unit.slug}/`);
  const start = page.getByRole('link', { name: 'Start with lesson 1' });
  await expect(start).toHaveClass(/button/);
  await expect(said(page, one.number, one.text)).toBeHidden();
  await page.locator('summary', { hasText: 'Say what you can do now' }).focus();
  await page.keyboard.press('Enter');
  await hands.choose(said(page, one.number, one.text).getByLabel('Not yet'));
  await hands.choose(said(page, two.number, two.text).getByLabel('Getting there'));
  await expect(
    page.getByText(`You have said something about 2 of ${criteria.length}.`),
  ).toBeVisible();
  await saved(page);

  await practise(page, hands);
  await page.goto(END);
  await expect(
    page.getByText(
      `Your practice says ${one.number} needs another look. At the start you said “not yet”.`,
    ),
  ).toBeVisible();
  await hands.choose(said(page, one.number, one.text).getByLabel('I could explain it'));
  await expect(
    page.getByText(
      `Your practice says ${one.number} needs another look. You said you could explain it.`,
    ),
  ).toBeVisible();
  const look = page.getByRole('link', { name: `Look again in “${lesson.title}”` }).first();
  await expect(look).toHaveAttribute('href', new RegExp(`${lesson.slug}/#${nth(choices, 0).id}$`));
  await saved(page);

  await page.reload();
  await expect(said(page, one.number, one.text).getByLabel('I could explain it')).toBeChecked();
  await page.goto(`/units/${unit.slug}/`);
  await page.locator('summary', { hasText: 'Say what you can do now' }).click();
  await expect(said(page, one.number, one.text).getByLabel('Not yet')).toBeChecked();

  const { answers } = await records(page);
  expect(answers.find(({ id }) => id === selfId(unit.key, 'start'))?.response).toEqual({
    [one.key]: 'not-yet',
    [two.key]: 'getting-there',
  });
});

/** criterion and column → word, in the table. */
const inTable = (page: Page) =>
  page.locator('.progress table tbody tr').evaluateAll((rows) =>
    Object.fromEntries(
      rows.flatMap((row) => {
        const number = row.querySelector('th b')?.textContent ?? '';
        return [...row.querySelectorAll('td')].map((cell) => [
          `${number} ${cell.dataset['head']}`,
          cell.textContent?.trim(),
        ]);
      }),
    ),
  );

/** The same out of what the picture says to a screen reader, and out of its shapes. */
const inPicture = (page: Page) =>
  page.locator('.chart').evaluateAll((charts) =>
    charts.map((chart) => ({
      label: chart.getAttribute('aria-label') ?? '',
      marks: [...chart.querySelectorAll<HTMLElement>('[data-at]')].map(
        ({ dataset, parentElement, firstElementChild }) => ({
          key: `${dataset['at']} ${parentElement?.firstElementChild?.textContent}`,
          word: dataset['word'],
          shape: firstElementChild?.querySelector('use')?.getAttribute('href'),
        }),
      ),
    })),
  );

test('progress: picture and table say the same, and what next leads on', async ({ page }) => {
  await chooseUnit(page);
  await practise(page, touchless(page));
  const prompt = nth(promptsOf(lesson), 0);
  await write(page, prompt, true);
  await page.goto('/progress/');
  await expect(page.getByLabel('At a glance')).toBeChecked();
  const charts = await inPicture(page);
  const marks = charts.flatMap((chart) => chart.marks);
  expect(marks).toHaveLength(criteria.length * 4);

  await page.getByLabel('As a table').check();
  const table = await inTable(page);
  expect(Object.fromEntries(marks.map(({ key, word }) => [key, word]))).toEqual(table);
  expect(table).toMatchObject({
    '1.1 Lesson': 'Started',
    '1.1 Practice': expect.stringMatching(/1 of \d+ right, 1 to look at again/),
    '1.1 Your word': 'Not said',
    '1.1 Evidence': 'Ready to hand in',
    '2.5 Lesson': 'Not started',
    '2.5 Evidence': 'Nothing yet',
  });
  for (const { key, word } of marks) {
    const [number = '', ...column] = key.split(' ');
    const label = charts.map((chart) => chart.label).join(' ');
    expect(label).toMatch(new RegExp(`${column.join(' ')}: [^.]*(\\d\\.[^.]*)*${number} ${word}`));
  }
  // a shape stands for one kind of word, whatever its colour
  const shapes = new Map(marks.map(({ word, shape }) => [word, shape]));
  expect(shapes.get('Ready to hand in')).toBe('#ready');
  expect(shapes.get('Not started')).toBe('#none');
  expect(shapes.get('Started')).toBe('#draft');

  await page.getByLabel('What next').check();
  await expect(page.locator('.steps__row')).toHaveCount(criteria.length);
  await expect(page.getByText('Your practice says 1.1 needs another look.')).toBeVisible();
  await page
    .locator('.steps')
    .getByRole('link', { name: /^Look again in/ })
    .click();
  await expect(page).toHaveURL(new RegExp(`#${nth(choices, 0).id}$`));
});

test('two learners on one device: review, own word and progress are kept apart', async ({
  page,
}) => {
  await practise(page, touchless(page));
  const one = nth(criteria, 0);
  await page.goto(END);
  await said(page, one.number, one.text).getByLabel('Not yet').check();
  await saved(page);
  await page.goto('/settings/');
  await page.getByRole('button', { name: 'Add a learner' }).click();
  await page.getByRole('textbox', { name: 'Nickname' }).fill('Ade');
  await page.getByRole('button', { name: 'Add this learner' }).click();
  await page.getByRole('button', { name: 'Switch to Ade' }).click();
  await expect(page.getByRole('button', { name: /^Switch to / })).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Switch to Ade' })).toHaveCount(0);
  await later(page, 3);
  for (const [address, words] of [
    ['/review/', 'There is nothing to review yet'],
    ['/progress/', `You could explain 0 of ${criteria.length}`],
  ] as const) {
    await page.goto(address);
    await expect(page.getByText(words).first()).toBeVisible();
  }
  await page.goto(END);
  await expect(page.locator('.self')).toBeEnabled();
  await expect(page.locator('.self input:checked')).toHaveCount(0);
  await expect(page.getByText('You have not started the lesson for 1.1.')).toBeVisible();
});

test('the way there: from the last lesson and from the unit page', async ({ page }) => {
  await page.goto(addressOf(nth(unit.lessons, unit.lessons.length - 1)));
  await page.getByRole('link', { name: /The end of Unit 1/ }).click();
  await expect(page).toHaveURL(new RegExp(`${END}$`));
  await page.goto(`/units/${unit.slug}/`);
  await page.getByRole('link', { name: 'The end of Unit 1' }).click();
  await expect(page).toHaveURL(new RegExp(`${END}$`));
});

test.describe('without a connection', () => {
  test.use({ expected: [/Failed to load resource/] });
  test('what cannot be loaded is said, and the answers stay', async ({ page }) => {
    await practise(page, touchless(page));
    await later(page, 3);
    await page.route('**/data/**', (route) => route.abort());
    for (const address of ['/review/', '/progress/']) {
      await page.goto(address);
      await expect(page.getByRole('alert')).toContainText('Your answers are safe on this device.');
    }
    await page.goto(END);
    await page.getByRole('button', { name: 'Start the check' }).click();
    await expect(page.getByText('Check your connection, then try again.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Start the check' })).toBeVisible();
    expect((await records(page)).answers.flatMap(({ attempts }) => attempts)).toHaveLength(2);
  });
});

faultTest('review works where the browser keeps nothing', async ({ device, baseURL }) => {
  blockStorage(device);
  const { page } = await device.start();
  await page.goto(`${baseURL?.replace(/\/$/, '')}/review/`);
  await expect(page.getByRole('heading', { name: 'There is nothing to review yet' })).toBeVisible();
  await page.goto(`${baseURL?.replace(/\/$/, '')}${END}`);
  await page.getByRole('button', { name: 'Start the check' }).click();
  const question = await asked(page);
  await answer(touchless(page), page, question, true);
  await page.getByRole('button', { name: 'Next question' }).click();
  await page.getByRole('button', { name: 'Stop here' }).click();
  await expect(page.getByText('You practised 1 question. 1 right at the first try.')).toBeVisible();
});
