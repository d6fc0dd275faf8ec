import type { Locator } from '@playwright/test';
import { sound, soundInAllLooks } from './sound.ts';
import { expect, test, useTheme } from '../support/test.ts';
import { KINDS, LESSON_1, LESSON_2, makeBundle, visit, work } from './states.ts';

test.slow();

for (const [kind, address] of Object.entries(KINDS)) {
  test(`axe finds nothing: ${kind}`, async ({ page }) => {
    await visit(page, address);
    await soundInAllLooks(page);
  });
}

/** Gives a question an answer of its kind that is not right. */
async function answerWrongly(question: Locator): Promise<void> {
  const answer = question.locator('.question__answer');
  const choices = answer.getByRole('radio').or(answer.getByRole('checkbox'));
  if ((await choices.count()) > 0) {
    // One choice of several, or the last: neither is the key of any question here.
    await choices.last().check();
  }
  for (const list of await question.getByRole('combobox').all()) {
    await list.selectOption({ index: 1 });
  }
  const places = question.getByRole('button', { name: /^Place “/ });
  const left = question.getByRole('list', { name: 'To place' }).getByRole('button');
  while ((await left.count()) > 0) {
    await left.first().click();
    await places.first().click();
  }
  const up = question.getByRole('button', { name: 'Move up' });
  if ((await up.count()) > 0) await up.last().click();
}

test('axe finds nothing: questions that are answered, wrong, tried again and shown', async ({
  page,
}) => {
  await visit(page, LESSON_1);
  const questions = await page.locator('.question').all();
  for (const question of questions) await answerWrongly(question);
  await sound(page, 'answered', '.practice');
  for (const question of questions) {
    await question.getByRole('button', { name: 'Check my answer' }).click();
  }
  await expect(page.getByText(/Not this one\.|Not here\./).first()).toBeVisible();
  await soundInAllLooks(page, 'wrong', '.practice');
  for (const question of questions) {
    const again = question.getByRole('button', { name: 'Try again' });
    if ((await again.count()) > 0) await again.click();
  }
  await expect(page.getByText(/^Your earlier try:/).first()).toBeVisible();
  await sound(page, 'tried again', '.practice');
  for (const question of questions) {
    const show = question.getByRole('button', { name: 'Show the answer' });
    if ((await show.count()) > 0) await show.click();
  }
  await expect(page.getByText('This is the answer.').first()).toBeVisible();
  await useTheme(page, 'dark');
  await sound(page, 'shown', '.practice');
});

test('axe finds nothing: dockets with two texts, and ready with versions', async ({ page }) => {
  await work(page);
  await visit(page, LESSON_2);
  await expect(page.getByText('This answer was changed in two places at once.')).toBeVisible();
  const second = page.locator('.docket').nth(1);
  await second.getByRole('textbox').first().fill('A reason for each factor.');
  await second.getByRole('button', { name: 'I am ready to hand this in' }).click();
  await second.getByRole('button', { name: 'See earlier versions' }).click();
  await expect(second.getByRole('button', { name: 'Bring version 1 back' })).toBeVisible();
  await soundInAllLooks(page, 'dockets', '#evidence');
});

test('axe finds nothing: a portfolio with answers, one open, and what is missing', async ({
  page,
}) => {
  await work(page);
  await visit(page, KINDS.portfolio);
  await page.getByRole('button', { name: 'Open your answer to 1.1' }).click();
  await page.getByLabel('Yes, and I will say which').check();
  await page.getByRole('button', { name: 'Make my bundle' }).click();
  await expect(page.getByText('Before you make it:')).toBeVisible();
  await soundInAllLooks(page, 'error summary');
});

test('axe finds nothing: a bundle that is refused, and one that is opened', async ({ page }) => {
  await work(page);
  const bundle = await makeBundle(page);
  const path = await bundle.path();
  await expect(page.getByText('Can you see the file in your downloads?')).toBeVisible();
  await sound(page, 'the bundle was made');
  await visit(page, KINDS.open);
  const choose = page.getByLabel('Choose a bundle');
  await choose.setInputFiles({
    name: 'shopping.zip',
    mimeType: 'application/zip',
    buffer: Buffer.from('milk, bread'),
  });
  await expect(page.getByText('In “shopping.zip”:')).toBeVisible();
  await soundInAllLooks(page, 'refused');
  await choose.setInputFiles(path);
  await expect(page.getByRole('heading', { name: 'Jodie Marsh' })).toBeVisible();
  await page.getByText('What this shows, and what it does not').click();
  await soundInAllLooks(page, 'opened');
});

test('axe finds nothing: settings with learners, forms, questions and a file to restore', async ({
  page,
}) => {
  await work(page);
  await visit(page, KINDS.settings);
  await expect(page.getByText('You have no backup file yet')).toBeVisible();
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save a backup file' }).click(),
  ]);
  await expect(page.getByText('Can you see it in your downloads?')).toBeVisible();
  await page.getByRole('button', { name: 'Add a learner' }).click();
  await soundInAllLooks(page, 'adding a learner');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'I am finished on this computer' }).click();
  await expect(page.getByRole('dialog', { name: 'Clear this device?' })).toBeVisible();
  await soundInAllLooks(page, 'clearing');
  await page.getByRole('button', { name: 'Keep my work here' }).click();
  await page.getByRole('button', { name: 'Remove Sam' }).click();
  await expect(page.getByRole('dialog', { name: 'Remove Sam from this device?' })).toBeVisible();
  await sound(page, 'removing');
  await page.getByRole('button', { name: 'Keep this learner' }).click();

  // One answer is another one by now, so that the file and the device differ.
  const file = await saved.path();
  await visit(page, LESSON_1);
  await page.locator('.docket').getByRole('textbox').fill('It is what you think in seconds.');
  await expect(page.locator('.docket')).toContainText('Saved on this device');
  await visit(page, KINDS.settings);
  await page.getByLabel(/Choose your backup file/).setInputFiles(file);
  await expect(page.getByRole('heading', { name: 'What is in this file' })).toBeVisible();
  await soundInAllLooks(page, 'restoring');
});

test('axe finds nothing: a review that is due, asked, wrong, and over', async ({ page }) => {
  await work(page);
  await visit(page, KINDS.review);
  await soundInAllLooks(page, 'due');
  await page.getByRole('button', { name: /^Start: / }).click();
  const question = page.locator('.round .question');
  await expect(question).toBeVisible();
  await soundInAllLooks(page, 'asked');
  await answerWrongly(question);
  await question.getByRole('button', { name: 'Check my answer' }).click();
  await expect(page.getByRole('button', { name: 'Next question' })).toBeVisible();
  await soundInAllLooks(page, 'wrong');
  await page.getByRole('button', { name: 'Stop here' }).click();
  await expect(page.getByText('Worth another look')).toBeVisible();
  await soundInAllLooks(page, 'over');
});

test('axe finds nothing: progress as a picture, as a table, and what next', async ({ page }) => {
  await work(page);
  await visit(page, KINDS.progress);
  for (const view of ['At a glance', 'As a table', 'What next']) {
    await page.getByLabel(view).check();
    await soundInAllLooks(page, view);
  }
});

test('axe finds nothing: the own word at both ends of a unit, and a check that was begun', async ({
  page,
}) => {
  await work(page);
  await visit(page, KINDS['a unit with lessons']);
  await page.locator('summary', { hasText: 'Say what you can do now' }).click();
  await expect(page.locator('.self')).toBeEnabled();
  await page.locator('.self').getByLabel('Getting there').first().check();
  await soundInAllLooks(page, 'own word', '.before');
  await visit(page, KINDS['the end of a unit']);
  await page.locator('.self').getByLabel('Not yet').first().check();
  await page.getByRole('button', { name: 'Start the check' }).click();
  const question = page.locator('.round .question');
  await expect(question).toBeVisible();
  await answerWrongly(question);
  await question.getByRole('button', { name: 'Check my answer' }).click();
  await soundInAllLooks(page, 'check');
});

test('every ink can be read on every ground, in light and dark', async ({ page }) => {
  await visit(page, KINDS.home);
  for (const theme of ['light', 'dark'] as const) {
    await useTheme(page, theme);
    const weak = await page.evaluate(() => {
      const draw = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
      if (!draw) throw new Error('no canvas');
      // WCAG 2.2, relative luminance
      const light = (colour: string) => {
        draw.fillStyle = colour;
        draw.fillRect(0, 0, 1, 1);
        const [r, g, b] = [...draw.getImageData(0, 0, 1, 1).data.slice(0, 3)].map((part) => {
          const share = part / 255;
          return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
      };
      const probe = document.body.appendChild(document.createElement('p'));
      const contrast = (ink: string, ground: string, unit: number) => {
        probe.className = `unit--${unit}`;
        Object.assign(probe.style, { color: `var(${ink})`, backgroundColor: `var(${ground})` });
        const { color, backgroundColor } = getComputedStyle(probe);
        const [high = 0, low = 0] = [light(color), light(backgroundColor)].sort((a, b) => b - a);
        return (high + 0.05) / (low + 0.05);
      };
      const found: string[] = [];
      const need = (least: number, inks: string[], grounds: string[], unit = 1) => {
        for (const ink of inks) {
          for (const ground of grounds) {
            const is = contrast(ink, ground, unit);
            if (is < least) found.push(`${ink} on ${ground}, unit ${unit}: ${is.toFixed(2)}`);
          }
        }
      };
      const washes = ['--teal-wash', '--amber-wash'];
      need(7, ['--ink', '--ink-soft'], ['--paper', '--sheet', ...washes]);
      need(4.5, ['--teal', '--amber-ink'], ['--paper', '--sheet', ...washes]);
      need(4.5, ['--ink', '--ink-soft'], ['--ruling']);
      need(3, ['--edge'], ['--paper', '--sheet']);
      for (let unit = 1; unit <= 13; unit += 1) {
        need(7, ['--ink', '--ink-soft'], ['--unit-wash'], unit);
        need(4.5, ['--teal', '--amber-ink'], ['--unit-wash'], unit);
        need(4.5, ['--paper'], ['--unit'], unit);
      }
      return found;
    });
    expect.soft(weak, theme).toEqual([]);
  }
});
