import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Page, TestInfo } from '@playwright/test';
import { unzipSync } from 'fflate';
import { expect, test } from './support/test.ts';
import { KINDS, LESSON_1, makeBundle, visit, words, work } from './access/states.ts';

const READER = ['/usr/bin/pdftotext', '/usr/local/bin/pdftotext', '/opt/homebrew/bin/pdftotext'];
const reader = READER.find((path) => existsSync(path));

/**
 * The text of the page as it would be printed, spaces and line ends made one space: row by row, and
 * once more column by column, because words that wrap stand together only in one of the two.
 */
async function printed(page: Page, info: TestInfo, name: string): Promise<string> {
  const file = info.outputPath(`${name}.pdf`);
  await page.pdf({ path: file, format: 'A4' });
  const read = (...how: string[]) =>
    reader ? execFileSync(reader, [...how, file, '-'], { encoding: 'utf8' }) : '';
  return `${read('-layout')} ${read()}`.replace(/\s+/g, ' ');
}

const answer = words('U01-01', 0).replace(/\s+/g, ' ');
const BUTTONS =
  /Check my answer|Show the answer|Try again|Start again|Move up|Place “|Take back|I am ready to hand|Make it a draft|earlier versions|Save a backup|Make my bundle|Choose File|Skip to the page/;
const NAVIGATION = /My portfolio +Search|Review +Progress|Home +\/|parts done|Go to your evidence/;

const ASLEEP = 'Your saved answers had not loaded yet when this was printed.';

test.skip(!reader, 'needs pdftotext (Debian: poppler-utils)');

test('on paper: a lesson, its questions and the answer, without buttons', async ({
  page,
}, info) => {
  await work(page);
  await visit(page, LESSON_1);
  await expect(page.locator('.docket').getByRole('textbox')).toHaveValue(/^Answer U01-01/);
  const text = await printed(page, info, 'lesson');
  expect(text).toContain('What is a first impression?');
  expect(text).toContain('Leah has made a complaint to the vet.');
  expect(text).toContain(answer);
  expect.soft(text).not.toMatch(BUTTONS);
  expect.soft(text).not.toMatch(NAVIGATION);
  expect(text).not.toContain(ASLEEP);

  // in the first seconds
  await page.route(/\/_astro\/Docket\.[^/]+\.js$/, () => undefined);
  await page.goto(LESSON_1);
  const early = await printed(page, info, 'early');
  expect(early).toContain('What is a first impression?');
  expect(early).not.toContain(answer);
  expect(early).toContain(ASLEEP);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('on paper: a lesson that has no answers does not speak of them', async ({ page }, info) => {
    await page.goto(LESSON_1);
    const text = await printed(page, info, 'plain');
    expect(text).toContain('What is a first impression?');
    expect(text).not.toContain(ASLEEP);
  });
});

test('on paper: a unit with its criteria', async ({ page }, info) => {
  await visit(page, KINDS['a unit with lessons']);
  const text = await printed(page, info, 'unit');
  expect(text).toContain('State what a first impression is');
  expect(text).toContain('Outline the role of body language in customer interactions');
  expect.soft(text).not.toMatch(/Start with lesson 1|See it in My portfolio/);
  expect.soft(text).not.toMatch(NAVIGATION);
});

test('on paper: the portfolio with its answers, and a bundle’s page', async ({ page }, info) => {
  await work(page);
  await visit(page, KINDS.portfolio);
  await page.getByRole('button', { name: 'Open your answer to 1.1' }).click();
  const text = await printed(page, info, 'portfolio');
  expect(text).toContain('U01-01');
  expect(text).toContain(answer);
  expect.soft(text).not.toMatch(BUTTONS);
  expect.soft(text).not.toMatch(NAVIGATION);

  const bundle = await makeBundle(page);
  const files = unzipSync(new Uint8Array(readFileSync(await bundle.path())));
  const [, html] = Object.entries(files).find(([name]) => name.endsWith('.html')) ?? [];
  if (!html) throw new Error('the bundle has no web page');
  const copy = info.outputPath('evidence.html');
  writeFileSync(copy, html);
  await page.goto(`file://${copy}`);
  const pack = await printed(page, info, 'bundle');
  expect(pack).toContain('Jodie Marsh');
  expect(pack).toContain(answer);
  expect(pack).toContain('Outline the role of body language in customer interactions');
});
