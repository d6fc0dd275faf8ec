/** Practice in the learner's own words, and how sure they are: by keyboard alone and by touch. */
import type { Locator, Page } from '@playwright/test';
import { mix } from '../../src/questions/mix';
import type { Kind, QuestionOf } from '../../src/questions/types';
import { frameOf, keyboard, touch, type Hands } from './support/journey-hands';
import { addressOf, awake, expect, nth, saved, test, unit } from './support/journey';

test.describe.configure({ timeout: 90_000 });

/** The first question of a kind in Unit 1, and its address. */
function firstOf<K extends Kind>(kind: K): { question: QuestionOf<K>; address: string } {
  for (const lesson of unit.lessons) {
    const question = lesson.questions.find((one) => one.kind === kind);
    if (question) {
      return {
        question: question as QuestionOf<K>,
        address: `${addressOf(lesson)}#${question.id}`,
      };
    }
  }
  throw new Error(`Unit 1 has no ${kind}`);
}

async function open<K extends Kind>(page: Page, kind: K) {
  const { question, address } = firstOf(kind);
  await page.goto(address);
  await awake(page);
  const frame = frameOf(page, question);
  // The last of its parts is there when the record was read.
  await expect(page.locator(`[data-question="${question.id}"]`)).toHaveAttribute('data-awake', '');
  return { question, frame, status: frame.getByRole('status') };
}

const button = (frame: Locator, name: string) => frame.getByRole('button', { name, exact: true });

async function reload(page: Page): Promise<void> {
  await saved(page);
  await page.reload();
  await awake(page);
}

/** Words in place of what stands there. */
async function rewrite(hands: Hands, box: Locator, words: string): Promise<void> {
  if ((await box.inputValue()) !== '') {
    await box.focus();
    await box.page().keyboard.press('ControlOrMeta+a');
    await box.page().keyboard.press('Delete');
  }
  await hands.write(box, words);
}

async function shortAnswer(page: Page, hands: Hands) {
  const { question, frame, status } = await open(page, 'short-answer');
  const box = frame.getByRole('textbox', { name: 'Your answer' });
  const check = button(frame, 'Check my answer');
  const wrong = nth(
    question.answers.filter(({ right }) => !right),
    0,
  );
  const right = nth(
    question.answers.filter((answer) => answer.right),
    0,
  );
  await hands.press(check);
  await expect(status).toHaveText('Write your answer first.');

  await rewrite(hands, box, nth(wrong.accept, 0).toUpperCase());
  await hands.choose(frame.getByRole('radio', { name: 'Sure', exact: true }));
  await hands.press(check);
  await expect(status).toHaveText(
    'Not this one yet. You were sure, and this one catches many people.',
  );
  await expect(frame).toContainText(wrong.feedback);
  await expect(frame.getByRole('radio')).toHaveCount(0);

  await hands.press(button(frame, 'Try again'));
  await expect(box).toBeFocused();
  await rewrite(hands, box, 'something that nobody listed');
  await hands.press(check);
  await expect(status).toHaveText(/^Not recognised, so it is not marked\./);
  await expect(frame).toContainText(question.compare);
  await expect(button(frame, 'Show the answer')).toHaveCount(0);
  await reload(page);
  await expect(frame.getByText(/^Not recognised, so it is not marked\./)).toBeVisible();
  await expect(box).toHaveValue('something that nobody listed');

  await rewrite(hands, box, ` ${nth(right.accept, 0)}s! `);
  await hands.choose(frame.getByRole('radio', { name: 'Guess' }));
  await box.press('Enter');
  await expect(status).toHaveText('Right. You saw the answer before. You guessed, so read why.');
  await expect(frame).toContainText(right.feedback);
  await reload(page);
  await expect(frame.getByText(/You guessed, so read why\.$/)).toBeVisible();
}

async function listIt(page: Page, hands: Hands) {
  const { question, frame, status } = await open(page, 'list-it');
  const boxes = frame.getByRole('textbox');
  await expect(boxes).toHaveCount(question.want);
  const [first, second, ...rest] = question.points;
  const said = (i: number) => nth(nth(question.points, i).accept, 0);
  const twice = first?.accept[1] ?? '';
  await hands.write(boxes.nth(0), said(0));
  await hands.write(boxes.nth(1), twice);
  await hands.press(button(frame, 'Check my answer'));
  await expect(status).toHaveText(`Write ${question.want - 2} more first.`);
  await hands.write(boxes.nth(2), said(1));
  await hands.press(button(frame, 'Check my answer'));
  await expect(status).toHaveText('2 of 3 right. Change the others and check again.');
  await expect(frame.getByText(/^Not a new point\. You have that one already/)).toHaveCount(1);
  await expect(frame.getByText('Others would add:')).toHaveCount(0);

  await rewrite(hands, boxes.nth(1), 'feed the office cat');
  await hands.press(button(frame, 'Check my answer'));
  await expect(status).toHaveText('2 of 3 recognised. One is kept as your own.');
  await expect(frame.getByText(/^Your own\. Not recognised\./)).toHaveCount(1);
  const others = frame.locator('.others').getByRole('listitem');
  await expect(others).toHaveCount(rest.length);
  await expect(frame).toContainText(second?.feedback ?? '');
  await reload(page);
  await expect(boxes.nth(1)).toHaveValue('feed the office cat');
  await expect(others).toHaveCount(rest.length);
}

async function rewriteIt(page: Page, hands: Hands) {
  const { question, frame, status } = await open(page, 'rewrite-it');
  await expect(frame.getByRole('radio')).toHaveCount(0);
  await expect(frame).toContainText(nth(question.poor.split('\n'), 1));
  await hands.press(button(frame, 'Compare'));
  await expect(status).toHaveText('Write your own words first.');
  const box = frame.getByRole('textbox', { name: 'Write it better' });
  await hands.write(box, 'Good morning. Your bike is ready on Thursday.');
  await hands.press(button(frame, 'Compare'));
  await expect(status).toHaveText('Compare the two, and tick what yours does.');
  await expect(frame.getByText('Good morning. Your bike is ready on Thursday.')).toBeVisible();
  for (const { text, why } of question.checklist) {
    await expect(frame.getByRole('checkbox', { name: `${text} ${why}` })).not.toBeChecked();
  }
  await hands.press(frame.getByRole('checkbox').nth(2));
  await expect(frame.getByRole('checkbox').nth(2)).toBeChecked();
  await expect(frame.locator('.message')).toHaveCount(2);
  await reload(page);
  await expect(frame.getByRole('checkbox').nth(2)).toBeChecked();
  await hands.press(button(frame, 'Change my words'));
  await expect(box).toBeFocused();
  await expect(box).toHaveValue('Good morning. Your bike is ready on Thursday.');
}

async function flashcards(page: Page, hands: Hands) {
  const { question, frame, status } = await open(page, 'flashcards');
  const cards = mix(`${question.id} term`, question.cards);
  const turn = button(frame, 'Turn the card');
  const look = async (knew: boolean) => {
    await hands.press(turn);
    await expect(frame.locator('.card__back')).toBeFocused();
    await hands.press(button(frame, knew ? 'I knew it' : 'Not yet'));
  };
  await expect(button(frame, 'Check my answer')).toHaveCount(0);
  await expect(frame.locator('.card')).toContainText(`Card 1 of ${cards.length}`);
  await hands.press(turn);
  await expect(frame.locator('.card__back')).toContainText(nth(cards, 0).meaning);
  await hands.press(button(frame, 'Not yet'));
  await expect(turn).toBeFocused();
  await expect(turn).toHaveAccessibleDescription(`Card 2 of ${cards.length} ${nth(cards, 1).term}`);
  await look(false);
  await reload(page);
  await expect(frame.locator('.card')).toContainText(`Card 3 of ${cards.length}`);
  for (let i = 2; i < cards.length; i += 1) await look(true);
  await expect(frame.locator('.card')).toContainText('Once more: 2 to go');
  await expect(frame.locator('.card__front')).toHaveText(nth(cards, 0).term);
  await look(true);
  await expect(frame.locator('.card__front')).toHaveText(nth(cards, 1).term);
  await look(true);
  const result = `You knew ${cards.length - 2} of ${cards.length} at the first look.`;
  await expect(status).toHaveText(result);
  await expect(button(frame, 'Go through them again')).toBeFocused();
  await expect(frame).toContainText('Read these once more:');
  await reload(page);
  await expect(frame.getByText(result)).toBeVisible();
  await hands.press(button(frame, 'Go through them again'));
  await hands.choose(frame.getByRole('radio', { name: 'Meaning first' }));
  const [first] = mix(`${question.id} meaning`, question.cards);
  await expect(frame.locator('.card__front')).toHaveText(first?.meaning ?? '');
}

const journeys = { shortAnswer, listIt, rewriteIt, flashcards };

test.describe('by keyboard', () => {
  for (const [name, journey] of Object.entries(journeys)) {
    test(name, ({ page }) => journey(page, keyboard(page)));
  }
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });
  for (const [name, journey] of Object.entries(journeys)) {
    test(name, ({ page }) => journey(page, touch()));
  }
});

test('words typed before the script came are taken up', async ({ page }) => {
  const { question, address } = firstOf('short-answer');
  const waiting: (() => void)[] = [];
  let held = true;
  await page.route('**/_astro/*.js', async (route) => {
    if (held) await new Promise<void>((resolve) => waiting.push(resolve));
    await route.continue();
  });
  await page.goto(address, { waitUntil: 'commit' });
  const frame = frameOf(page, question);
  await frame.getByRole('textbox').fill('accent');
  held = false;
  for (const go of waiting) go();
  await awake(page);
  await button(frame, 'Check my answer').click();
  await expect(frame.getByRole('status')).toHaveText('Not this one yet.');
  await expect(frame.getByRole('textbox')).toHaveValue('accent');
});

test('nothing moves when the learner says how sure they are, or when that comes', async ({
  page,
}) => {
  const { question, address } = firstOf('single-choice');
  await page.goto(address);
  const frame = frameOf(page, question);
  const check = button(frame, 'Check my answer');
  const place = () => check.evaluate((one) => one.getBoundingClientRect().top + scrollY);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const before = await place();
  await awake(page);
  await frame.getByRole('radio', { name: 'Think so' }).check();
  expect(Math.abs((await place()) - before)).toBeLessThan(1);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the poor reply, the lines and every card can be read', async ({ page }) => {
    const reply = firstOf('rewrite-it');
    await page.goto(reply.address);
    await expect(page.locator('.message').first()).toContainText(reply.question.title);
    const list = firstOf('list-it');
    await page.goto(list.address);
    const boxes = page.locator(`[id="${list.question.id}"]`).getByRole('textbox');
    await expect(boxes).toHaveCount(list.question.want);
    const { question, address } = firstOf('flashcards');
    await page.goto(address);
    await page.getByText(`See all ${question.cards.length} cards`).click();
    for (const { term, meaning } of question.cards) {
      await expect(page.locator('.cards__all dt').getByText(term, { exact: true })).toBeVisible();
      await expect(page.locator('.cards__all').getByText(meaning, { exact: true })).toBeVisible();
    }
    await expect(page.getByText('How sure are you?')).toHaveCount(0);
  });
});

test('on paper: lines to write on, and every card with both sides', async ({ page }) => {
  const { frame } = await open(page, 'list-it');
  await page.emulateMedia({ media: 'print' });
  await expect(frame.getByRole('textbox').first()).toBeVisible();
  await expect(frame.getByText('How sure are you?')).toBeHidden();
  await page.emulateMedia({ media: null });
  const cards = await open(page, 'flashcards');
  await page.emulateMedia({ media: 'print' });
  await expect(cards.frame.locator('.card')).toBeHidden();
  for (const meaning of await cards.frame.locator('.cards__all dd').all()) {
    await expect(meaning).toBeVisible();
  }
});
