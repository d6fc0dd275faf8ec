/** Search: the wording of each criterion leads to its lesson; keyboard; nothing found; the address. */
import { addressOf, criteria, expect, nth, test, unit } from './support/journey';
import { focusIsSeen, keyboard, tabTo } from './support/journey-hands';

test.describe.configure({ timeout: 90_000 });

test('the wording of each criterion of Unit 1 finds its lesson among the first three', async ({
  page,
}) => {
  await page.goto('/search/');
  const box = page.getByRole('searchbox', { name: 'What are you looking for?' });
  await expect(box).toBeEditable();
  const results = page.getByRole('main').getByRole('listitem');
  for (const criterion of criteria) {
    await box.fill(criterion.text);
    await box.press('Enter');
    await expect(page.getByRole('status').filter({ hasText: criterion.text })).toContainText(
      /\d+ results? for/,
    );
    const lesson = nth(
      unit.lessons.filter((each) => each.criteria.includes(criterion.key)),
      0,
    );
    const links = await results
      .getByRole('link')
      .evaluateAll((all) =>
        all.slice(0, 3).map((link) => new URL((link as HTMLAnchorElement).href).pathname),
      );
    expect(links, `${criterion.number} ${criterion.text}`).toContain(addressOf(lesson));
  }
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
