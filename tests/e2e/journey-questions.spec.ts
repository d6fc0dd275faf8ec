/** Every kind of practice question on a real lesson page, by keyboard alone and by touch. */
import { behaviours } from '../../src/questions/index';
import type { Behaviour, Feedback, PracticeKind, Responses } from '../../src/questions/types';
import { resultLine } from '../../src/questions/words';
import {
  firstOfEach,
  frameOf,
  give,
  keyboard,
  placeOf,
  touch,
  wrongFor,
  type Hands,
} from './support/journey-hands';
import type { Lesson } from '../../src/course/types';
import { addressOf, awake, expect, saved, test } from './support/journey';
import type { Locator, Page } from '@playwright/test';

test.describe.configure({ timeout: 90_000 });

type Practice = Exclude<Lesson['questions'][0], { kind: 'written' }>;

/** Every remark stands beside what it is about, and nothing else is remarked on by this check. */
async function expectRemarks(frame: Locator, question: Practice, remarks: Feedback[]) {
  for (const remark of remarks) {
    const { right, text } = remark;
    const place = await placeOf(frame, question, remark);
    await expect(place).toContainText(text);
    await expect(place).toContainText(right ? 'Yes.' : /Not (this one|here)\./i);
  }
  const current = frame.locator('.feedback').filter({ hasNotText: 'Your earlier try' });
  await expect(current).toHaveCount(remarks.length);
}

async function journey(
  page: Page,
  hands: Hands,
  { lesson, question }: { lesson: Lesson; question: Practice },
) {
  const behaviour = behaviours[question.kind] as Behaviour<PracticeKind>;
  const marked = (response: Responses[PracticeKind]) => {
    const mark = behaviour.mark(question, response);
    if (mark.status !== 'marked') throw new Error(`${question.id} is not marked`);
    return mark;
  };
  const solution = behaviour.solution(question);
  if (solution === null) throw new Error(`${question.id} has no solution`);
  const blank = behaviour.mark(question, undefined);
  const wrong = wrongFor(question);
  const not = marked(wrong);
  const right = marked(solution);

  const frame = frameOf(page, question);
  const status = frame.getByRole('status');
  const check = frame.getByRole('button', { name: 'Check my answer' });
  const again = frame.getByRole('button', { name: 'Try again' });
  const show = frame.getByRole('button', { name: 'Show the answer' });

  await test.step('blank', async () => {
    // straight to the question, so that Tab starts from there
    await page.goto(`${addressOf(lesson)}#${question.id}`);
    await awake(page);
    await expect(status).toHaveText('');
    await expect(show).toHaveCount(0);
    await hands.press(check);
    await expect(status).toHaveText(blank.status === 'blank' ? blank.say : '');
    await expectRemarks(frame, question, []);
  });

  await test.step('wrong', async () => {
    await give(hands, frame, question, wrong);
    await hands.press(check);
    await expect(status).toHaveText(resultLine(not, 1, false));
    await expectRemarks(frame, question, not.feedback);
  });

  await test.step('try again, then right', async () => {
    await hands.press(again);
    await expect(frame.locator('.question__answer :focus')).toHaveCount(1);
    await expect(status).toHaveText('');
    await give(hands, frame, question, solution);
    await hands.press(check);
    await expect(status).toHaveText('Right on your second try.');
    await expectRemarks(frame, question, right.feedback);
    await expect(show).toHaveCount(0);
  });

  await test.step('stays after a reload', async () => {
    await saved(page);
    await page.reload();
    await awake(page);
    await expect(frame.getByText('Right on your second try.')).toBeVisible();
    await expect(status).toHaveText('');
    await expectRemarks(frame, question, right.feedback);
  });

  await test.step('show the answer, and it stays shown', async () => {
    await hands.press(again);
    await give(hands, frame, question, wrong);
    await hands.press(check);
    await hands.press(show);
    await expect(status).toHaveText('This is the answer. It was shown to you.');
    await expect(again).toBeFocused();
    await expectRemarks(frame, question, right.feedback);
    await saved(page);
    await page.reload();
    await awake(page);
    await expect(frame.getByText('This is the answer. It was shown to you.')).toBeVisible();
    await expectRemarks(frame, question, right.feedback);
  });
}

const firsts = firstOfEach();

test.describe('by keyboard', () => {
  for (const [kind, at] of firsts) {
    test(kind, ({ page }) => journey(page, keyboard(page), at));
  }
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });
  for (const [kind, at] of firsts) {
    test(kind, ({ page }) => journey(page, touch(), at));
  }
});
