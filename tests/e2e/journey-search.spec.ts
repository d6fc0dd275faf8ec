/** Search: the wording of each criterion leads to its lesson; keyboard; nothing found; the address. */
import { criteriaOf, lessonHref } from '../../src/course/find';
import { course, expect, test } from './support/journey';
import { focusIsSeen, keyboard, tabTo } from './support/journey-hands';

test.describe.configure({ timeout: 90_000 });

test('the wording of each criterion finds its lesson among the first three', async ({ page }) => {
  // One page for all of them; half a second for each is far more than one takes.
  const wanted = course.units
    .filter((unit) => unit.lessons.length > 0)
    .flatMap((unit) =>
      criteriaOf(unit).map(({ key, text }) => ({
        key,
        text,
        lessons: unit.lessons
          .filter((lesson) => lesson.criteria.includes(key))
          .map((lesson) => `/${lessonHref(unit, lesson)}`),
      })),
    );
  expect(wanted.length).toBeGreaterThan(0);
  test.setTimeout(90_000 + 500 * wanted.length);
  await page.goto('/search/');
  const box = page.getByRole('searchbox', { name: 'What are you looking for?' });
  await expect(box).toBeEditable();
  const results = page.getByRole('main').getByRole('listitem');
  const missed: string[] = [];
  for (const { key, text, lessons } of wanted) {
    await box.fill(text);
    await box.press('Enter');
    await expect(page.getByRole('status').filter({ hasText: text })).toContainText(
      /\d+ results? for/,
    );
    const first = await results
      .getByRole('link')
      .evaluateAll((all) =>
        all.slice(0, 3).map((link) => new URL((link as HTMLAnchorElement).href).pathname),
      );
    if (!first.some((address) => lessons.includes(address))) {
      missed.push(`${key} ${text}: ${first.join(', ')}`);
    }
  }
  expect(missed).toEqual([]);
});

test('search by keyboard: type, wait, Tab to the first result, Enter', async ({ page }) => {
  const hands = keyboard(page);
  await page.goto('/search/');
  const box = page.getByRole('searchbox', { name: 'What are you looking for?' });
  await hands.write(box, 'body language');
  await expect(page.getByRole('status').filter({ hasText: 'body language' })).toContainText(
    /results? for “body language”/,
  );
  await expect(page).toHaveURL('/search/?q=body+language');
  const first = page.getByRole('main').getByRole('listitem').first().getByRole('link');
  await tabTo(page, first);
  await focusIsSeen(page);
  const words = await first.innerText();
  await page.keyboard.press('Enter');
  await expect(page).not.toHaveURL(/search/);
  await expect(page.getByText(words).first()).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('status').filter({ hasText: 'body language' })).toBeVisible();
});

test('an address with a search shows its results; nothing found says so', async ({ page }) => {
  await page.goto('/search/?q=customer');
  await expect(page.getByRole('searchbox')).toHaveValue('customer');
  await expect(page.getByRole('status').filter({ hasText: 'for “customer”' })).toContainText(
    /results for “customer”/,
  );
  await page.getByRole('searchbox').fill('zzyzx qqq');
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'zzyzx' })).toHaveText(
    'Nothing found for “zzyzx qqq”',
  );
  await expect(page.getByText('Check the spelling, or try one word only.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'All key words' })).toBeVisible();
  await page.getByRole('searchbox').fill('');
  await expect(page).toHaveURL('/search/');
});
