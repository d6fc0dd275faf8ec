/** Without JavaScript every page can be read, and says what does not work. */
import { addressOf, criteria, expect, isWritten, test, unit } from './support/journey';
import { isMarked } from './support/journey-hands';
import { sideBySide } from '../content/texts';

test.describe.configure({ timeout: 90_000 });

test.use({ javaScriptEnabled: false });

test('each lesson shows its text, its questions and its prompts', async ({ page }) => {
  for (const lesson of unit.lessons) {
    await page.goto(addressOf(lesson));
    const main = page.getByRole('main');
    await expect(main.getByRole('heading', { level: 1, name: lesson.title })).toBeVisible();
    for (const { text } of lesson.headings) {
      await expect(main.getByRole('heading', { name: text, exact: true })).toBeVisible();
    }
    for (const line of lesson.able)
      await expect(main.getByText(line, { exact: true })).toBeVisible();
    for (const question of lesson.questions) {
      const frame = page.locator(`[id="${question.id}"]`).last();
      await expect(frame).toContainText(question.ask);
      await expect(main.getByText(question.ask, { exact: true })).toBeVisible();
      if (isWritten(question)) {
        for (const { label } of question.slots) {
          await expect(frame.getByRole('textbox', { name: label, exact: true })).toBeVisible();
        }
      } else if ('scenes' in question) {
        // the opening, then the whole of it below
        await expect(frame.getByText(question.you)).toBeVisible();
        for (const { says, choices = [], end } of question.scenes) {
          await expect(frame.locator('noscript ol')).toContainText(says);
          for (const { text, did } of choices) {
            await expect(frame.locator('noscript ol')).toContainText(text);
            await expect(frame.locator('noscript ol')).toContainText(did);
          }
          if (end) await expect(frame.locator('noscript ol')).toContainText(end.text);
        }
      } else if (isMarked(question)) {
        for (const text of sideBySide(question).flat()) await expect(frame).toContainText(text);
      }
    }
    // locators by text leave noscript out
    const notice = main.locator('noscript .notice');
    await expect(notice).toBeVisible();
    await expect(notice).toContainText('You can read everything here.');
  }
});

test('the other pages can be read, and say what needs JavaScript', async ({ page }) => {
  const pages: [address: string, heading: string | RegExp, words: string, without?: string][] = [
    ['/', /^Learn customer service/, 'Two kinds of work, kept apart'],
    ['/units/', 'The 13 units', 'Your aim and your units'],
    [`/units/${unit.slug}/`, /Creating First Impressions/, unit.lead],
    ['/key-words/', /key words/i, 'body language'],
    ['/about/', 'About and privacy', 'Independent of Highfield'],
    ['/accessibility/', 'Accessibility', 'We want everyone to be able to use this site.'],
    [
      '/portfolio/',
      'My portfolio',
      'Your own words, one answer for each criterion.',
      'this page needs JavaScript',
    ],
    ['/review/', 'Review', 'What was hard comes back sooner.', 'this page needs JavaScript'],
    ['/progress/', 'Progress', 'What the marks mean', 'this page needs JavaScript'],
    [
      `/units/${unit.slug}/end/`,
      'The end of Unit 1',
      'What to hand in',
      'You can read the lessons without it.',
    ],
    ['/open/', 'Open a bundle', 'Whether the file is complete', 'This page needs JavaScript.'],
    ['/settings/', 'Settings', 'Who is learning on this device', 'Settings need JavaScript.'],
    ['/search/', 'Search', 'Or look in the lists', 'Search needs JavaScript.'],
  ];
  for (const [address, heading, words, without] of pages) {
    await page.goto(address);
    const main = page.getByRole('main');
    await expect(main.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    await expect(main.getByText(words).first()).toBeVisible();
    if (!without) continue;
    const notice = main.locator('noscript .notice');
    await expect(notice).toBeVisible();
    await expect(notice).toContainText(without);
  }
  await page.goto(`/units/${unit.slug}/`);
  for (const { number, text } of criteria) {
    await expect(page.getByRole('rowheader', { name: `${number} ${text}` })).toBeVisible();
  }
});
