/** My portfolio: states, gaps, warnings, details, what is remembered, what is in the bundle. */
import { strFromU8 } from 'fflate';
import type { Page } from '@playwright/test';
import type { BundleRecord } from '../../src/evidence/types';
import {
  addressOf,
  awake,
  course,
  docxText,
  evidenceOf,
  expect,
  fileOf,
  handIn,
  nth,
  promptsOf,
  saved,
  test,
  unit,
  unzipped,
  write,
} from './support/journey';
import { focusIsSeen, frameOf } from './support/journey-hands';

test.describe.configure({ timeout: 90_000 });

const first = nth(unit.lessons, 0);
const second = nth(unit.lessons, 1);
const ready = nth(promptsOf(first), 0);
const draft = nth(promptsOf(second), 0);

const recordOf = (bytes: Uint8Array) =>
  JSON.parse(
    strFromU8(unzipped(bytes).files['data/bundle.json'] ?? new Uint8Array()),
  ) as BundleRecord;

/** One answer ready, one a draft with an e-mail address and a phone number in it, seven missing. */
async function begin(page: Page) {
  await page.goto(evidenceOf(first));
  await awake(page);
  await write(page, ready, true);
  await page.goto(evidenceOf(second));
  await awake(page);
  await write(page, draft, false, (_, slot) =>
    slot === 'factor-1'
      ? 'I wrote to jo.bloggs@example.com and rang 020 7946 0123.'
      : `About ${slot}`,
  );
}

test('names a phone number once, however often an answer holds it', async ({ page }) => {
  await page.goto(evidenceOf(second));
  await awake(page);
  await write(page, draft, false, () => 'Ring 020 7946 0123. Again: 020 7946 0123.');
  await page.goto('/portfolio/');
  const hand = page.getByRole('region', { name: 'Hand in' });
  await expect(hand.getByText('a phone number in')).toHaveText(
    `There is a phone number in ${draft.ref}: “020 7946 0123”. If it belongs to a real person, take it out.`,
  );
});

test('shows states, opens answers, lists gaps and warns of contacts', async ({ page }) => {
  await begin(page);
  await page.goto('/portfolio/');
  const main = page.getByRole('main');
  const facts = main.getByRole('list', { name: 'Your evidence so far' });
  await expect(facts).toContainText('1 ready to hand in');
  await expect(facts).toContainText('1 draft');
  await expect(facts).toContainText('7 with nothing yet');

  const hand = main.getByRole('region', { name: 'Hand in' });
  await expect(hand).toContainText(
    '7 criteria have nothing yet: 1.2, 1.4, 2.1, 2.2, 2.3, 2.4, 2.5.',
  );
  await expect(hand).toContainText('One is a draft: 1.3.');
  await expect(hand).toContainText(`an e-mail address in ${draft.ref}: “jo.bloggs@example.com”`);
  await expect(hand).toContainText(`a phone number in ${draft.ref}: “020 7946 0123”`);

  const row = main.locator(`[id="${draft.ref}"]`);
  await expect(row).toContainText('Draft');
  await row.getByRole('button', { name: 'Open your answer to 1.3' }).click();
  await expect(row.getByText(draft.ask)).toBeVisible();
  await expect(row.getByText('About factor-5')).toBeVisible();
  await row.getByRole('button', { name: 'It is ready to hand in' }).click();
  await expect(facts).toContainText('2 ready to hand in');
  await expect(hand).not.toContainText('draft');
  await saved(page);

  // A gap leads to its prompt, and a link to an answer opens it.
  await expect(hand.getByRole('link', { name: '1.2' })).toHaveAttribute(
    'href',
    /\/units\/.*#u01-identify-ways$/,
  );
  await page.goto(`/portfolio/#${ready.ref}`);
  await expect(main.getByText(ready.ask)).toBeVisible();
});

test('says what is missing, makes it anyway, and forgets the details unless asked', async ({
  page,
}) => {
  await begin(page);
  await page.goto('/portfolio/');
  const make = page.getByRole('button', { name: 'Make my bundle' });
  // by keyboard, because after a mouse the browser shows no ring round the summary
  await make.press('Enter');
  const summary = page.getByRole('alert').filter({ hasText: 'Before you make it:' });
  await expect(summary).toBeFocused();
  await focusIsSeen(page);
  await expect(summary.getByRole('link')).toHaveText([
    'Type your name',
    'Type the name of your centre',
    'Say if you used a source or an AI tool',
    'Read and tick the declaration',
  ]);
  await summary.getByRole('link', { name: 'Type the name of your centre' }).click();
  await expect(page.getByLabel('Your centre')).toBeFocused();
  await page.getByLabel('Your centre').fill('Hill College');
  await page.getByRole('radio', { name: /^Yes, and I will say/ }).check();
  await make.click();
  await expect(summary).toContainText('Say which source or tool you used');
  await expect(summary).not.toContainText('centre');

  const download = page.waitForEvent('download');
  await summary.getByRole('button', { name: /^Make it anyway/ }).click();
  const record = recordOf((await fileOf(await download)).bytes);
  expect(record.learner.name).toBe('');
  expect(record.centre.name).toBe('Hill College');
  expect(record.declaration).toMatchObject({ agreed: false, usedSources: 'yes', sources: '' });
  expect(record.items.map(({ ref }) => ref)).toEqual([ready.ref, draft.ref]);
  expect(record.gaps).toHaveLength(7);
  expect(record.practice).toBeUndefined();

  await page.reload();
  await expect(page.getByText('1 ready to hand in', { exact: true })).toBeVisible();
  await expect(page.getByLabel('Your centre')).toHaveValue('');

  await page.getByLabel('Remember these on this device').check();
  await handIn(page);
  await expect(page.getByText('went to your downloads')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Your name')).toHaveValue('Sam Ward');
  await expect(page.getByLabel('Your centre')).toHaveValue('Hill College');

  await page.getByLabel('Remember these on this device').uncheck();
  await handIn(page);
  await expect(page.getByText('went to your downloads')).toBeVisible();
  await page.reload();
  await expect(page.getByText('1 ready to hand in', { exact: true })).toBeVisible();
  await expect(page.getByLabel('Your name')).toHaveValue('');
});

test('adds practice results only if asked, and gives the Word file alone', async ({ page }) => {
  await begin(page);
  const question = nth(first.questions, 0);
  if (question.kind !== 'single-choice') throw new Error('the first question is a single choice');
  const right = nth(
    question.options.filter((option) => option.right),
    0,
  );
  await page.goto(addressOf(first));
  await awake(page);
  const frame = frameOf(page, question);
  await frame.getByRole('radio', { name: right.text }).check();
  await frame.getByRole('button', { name: 'Check my answer' }).click();
  await expect(frame.getByRole('status')).toHaveText('Right.');
  await saved(page);

  await page.goto('/portfolio/');
  expect(recordOf((await handIn(page)).bytes).practice).toBeUndefined();
  await page.getByRole('checkbox', { name: /^Add a page with my practice results/ }).check();
  const { files } = unzipped((await handIn(page)).bytes);
  const record = JSON.parse(
    strFromU8(files['data/bundle.json'] ?? new Uint8Array()),
  ) as BundleRecord;
  expect(record.practice).toContainEqual(
    expect.objectContaining({
      id: question.id,
      tries: 1,
      last: expect.objectContaining({ score: 1, outOf: 1 }),
    }),
  );
  expect(docxText(files['data/U01_evidence-pack.docx'] ?? new Uint8Array())).toMatch(
    /practice[^]*not evidence/i,
  );

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Just the Word file', exact: true }).click();
  const word = await fileOf(await download);
  expect(word.name).toMatch(/^CSL1_[A-Z0-9]{5}_U01_\d{4}-\d\d-\d\d_r\d+\.docx$/);
  const words = docxText(word.bytes);
  expect(words).toContain(draft.ask);
  expect(words).toContain('About factor-5');
});

test('the home page leads to the first of the chosen units before anything is written', async ({
  page,
}) => {
  const chosen = nth(course.units, 4);
  await page.goto('/units/');
  await page.getByRole('checkbox', { name: `${chosen.number}. ${chosen.title}` }).check();
  await expect(page.getByText('Your choice is kept on this device.')).toBeVisible();
  await page.goto('/');
  await expect(page.getByRole('region', { name: 'Start here' })).toContainText(chosen.title);
  await page.getByRole('link', { name: `Go to Unit ${chosen.number}` }).click();
  await expect(page).toHaveURL(`/units/${chosen.slug}/`);
});

test('two chosen units stand in the portfolio and in the bundle', async ({ page }) => {
  await begin(page);
  const other = nth(course.units, 1);
  await page.goto('/units/#choose');
  for (const { number, title } of [unit, other]) {
    const box = page.getByRole('checkbox', { name: `${number}. ${title}` });
    await box.check();
  }
  await expect(page.getByRole('status').filter({ hasText: '2 units' })).toBeAttached();
  // Choosing says that it is kept, and where to go on.
  await expect(page.getByText('Your choice is kept on this device.')).toBeVisible();
  await expect(page.getByRole('link', { name: `go to Unit ${unit.number}` })).toHaveAttribute(
    'href',
    `/units/${unit.slug}/`,
  );
  await page.getByRole('link', { name: 'see all that you will write' }).click();
  await expect(page).toHaveURL('/portfolio/');
  for (const { number, title } of [unit, other]) {
    await expect(
      page.getByRole('heading', { level: 2, name: `Unit ${number}: ${title}` }),
    ).toBeVisible();
  }
  const { name, bytes } = await handIn(page);
  expect(name).toMatch(/^CSL1_[A-Z0-9]{5}_U01-U02_/);
  const { files } = unzipped(bytes);
  expect(Object.keys(files)).toContain('data/U01_evidence-pack.docx');
  expect(Object.keys(files)).toContain(`data/${other.key}_tracking-sheet.csv`);
  expect(recordOf(bytes).units.map(({ key }) => key)).toEqual([unit.key, other.key]);
});

test('says that there is nothing to hand in where nobody has written anything', async ({
  page,
}) => {
  await page.goto('/portfolio/');
  await page.getByRole('button', { name: 'Make my bundle' }).click();
  await page.getByRole('button', { name: /^Make it anyway/ }).click();
  const result = page.getByRole('status').filter({ hasText: 'There is no work on this device' });
  await expect(result).toContainText('Write an answer first.');
  await expect(result).toBeFocused();
  await expect(page.getByText('Your answers are safe')).toHaveCount(0);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test('"Hand in" is one tap from the top of the portfolio', async ({ page }) => {
    await page.goto('/portfolio/');
    await page.getByRole('link', { name: 'Go to “Hand in”' }).click();
    const heading = page.getByRole('heading', { level: 2, name: 'Hand in', exact: true });
    await expect(heading).toBeInViewport();
    await expect(heading).toBeFocused();
  });
});
