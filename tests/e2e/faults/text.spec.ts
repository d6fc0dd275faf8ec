/** Text that breaks programs, a very long one, and text from an input method. */
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from '@playwright/test';
import type { BundleRecord } from '../../../src/evidence/types';
import { expect, handIn, unzipped } from '../support/journey';
import {
  begin,
  box,
  docket,
  LESSON,
  SAVED,
  status,
  test,
  texts,
  writeSaved,
} from '../support/faults';

const HOSTILE = [
  '👩🏽‍🚀 and 🏴󠁧󠁢󠁷󠁬󠁳󠁿',
  'Arabic مرحبا, Hebrew שלום, forced \u202Eright to left\u202C',
  'combining a\u0301\u0301\u0301\u0301, zero\u200Bwidth, no\u00A0break',
  'NUL \u0000, bell \u0007, escape \u001B, next line \u0085, line separator \u2028',
  'not characters \uFFFE \uFFFF, a lone half \uD83D and another \uDE00',
  ']]> </script><script>alert(1)</script> <!-- <![CDATA[ &amp; &#0; &lol;',
  '<img src=x onerror=alert(1)> {{7*7}} ${7*7} %00 \\u0000 __proto__',
  '=cmd|\'/c calc\'!A1 "quoted", tab\tand more',
].join('\n');

/** As a paste does it; Playwright's own `fill` cannot carry half of a surrogate pair. */
const paste = (page: Page, text: string) =>
  box(page).evaluate((area, encoded) => {
    const textArea = area as HTMLTextAreaElement;
    textArea.value = JSON.parse(encoded) as string;
    textArea.dispatchEvent(
      new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }),
    );
  }, JSON.stringify(text));
const valueOf = async (page: Page) =>
  JSON.parse(
    await box(page).evaluate((area) => JSON.stringify((area as HTMLTextAreaElement).value)),
  ) as string;

/** What is wrong with a text as XML or HTML, and its words, by the parser of an empty page. */
const parsed = (blank: Page, text: string, type: 'application/xml' | 'text/html') =>
  blank.evaluate(
    ([source, kind]) => {
      const document = new DOMParser().parseFromString(source, kind);
      const faults = [...document.querySelectorAll('parsererror, script, [onerror]')];
      return {
        faults: faults.map((found) => found.textContent),
        text: document.documentElement.textContent,
      };
    },
    [text, type] as const,
  );

/** What of the words must be readable in every export. */
const READABLE = [
  '👩🏽‍🚀 and 🏴󠁧󠁢󠁷󠁬󠁳󠁿',
  'Arabic مرحبا, Hebrew שלום',
  ']]> </script><script>alert(1)</script> <!-- <![CDATA[ &amp; &#0; &lol;',
  '<img src=x onerror=alert(1)> {{7*7}} ${7*7} %00 \\u0000 __proto__',
  '"quoted"',
];

test('F19 hostile text is saved as it is, and every export opens', async ({ page, context }) => {
  await begin(page, 'Harmless.');
  await paste(page, HOSTILE);
  await expect(status(page)).toHaveText(SAVED);
  await docket(page).getByRole('button', { name: 'I am ready to hand this in' }).click();
  await page.reload();
  await expect(docket(page).getByText('Ready to hand in', { exact: true })).toBeVisible();
  expect(await valueOf(page)).toBe(HOSTILE);

  await page.goto('/portfolio/');
  const bundle = await handIn(page);
  const { files } = unzipped(bundle.bytes);
  const blank = await context.newPage();
  const word = Object.entries(files).filter(([path]) => path.endsWith('.docx'));
  expect(word).toHaveLength(1);
  for (const [, docx] of word) {
    for (const [path, part] of Object.entries(unzipSync(docx))) {
      if (!/\.(xml|rels)$/.test(path)) continue;
      const { faults, text } = await parsed(blank, strFromU8(part), 'application/xml');
      expect(faults, path).toEqual([]);
      if (path !== 'word/document.xml') continue;
      for (const line of READABLE) expect(text, path).toContain(line);
    }
  }
  const html = Object.entries(files).find(([path]) => path.endsWith('.html'))?.[1];
  const pack = await parsed(blank, strFromU8(html ?? new Uint8Array()), 'text/html');
  expect(pack.faults).toEqual([]);
  for (const line of READABLE) expect(pack.text).toContain(line);
  const record = JSON.parse(
    strFromU8(files['data/bundle.json'] ?? new Uint8Array()),
  ) as BundleRecord;
  expect(JSON.stringify(record)).toContain(JSON.stringify(READABLE[3]).slice(1, -1));

  // and it opens where an assessor opens it
  await page.goto('/open/');
  await page.getByLabel('Choose a bundle').setInputFiles({
    name: bundle.name,
    mimeType: 'application/zip',
    buffer: Buffer.from(bundle.bytes),
  });
  const main = page.getByRole('main');
  await expect(main.getByText(/Complete\. All \d+ files are as they were/)).toBeVisible();
  for (const line of READABLE) await expect(main).toContainText(line);
});

test('F19 a megabyte of text is saved', async ({ page }) => {
  const long = `${'All of this was pasted. '.repeat(43_700)}The end.`;
  expect(long.length).toBeGreaterThan(2 ** 20);
  await begin(page, 'Short.');
  await paste(page, long);
  await expect(status(page)).toHaveText(SAVED);
  await page.reload();
  await expect.poll(() => valueOf(page).then((text) => text.length)).toBe(long.length);
  expect(await valueOf(page)).toBe(long);
  expect((await texts(page)).now).toBe(long);
});

test('F20 nothing from an input method is dropped', async ({ page, context }) => {
  await begin(page, 'Hello ');
  const session = await context.newCDPSession(page);
  await box(page).press('End');
  const compose = (text: string) =>
    session.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  for (const text of ['に', 'にほ', 'にほんご']) {
    await compose(text);
    await expect(box(page)).toHaveValue(`Hello ${text}`);
  }
  await session.send('Input.insertText', { text: '日本語' });
  await expect(box(page)).toHaveValue('Hello 日本語');
  await expect(status(page)).toHaveText(SAVED);
  // dictation puts whole sentences in; a composition that is never ended is text as well
  await session.send('Input.insertText', { text: ' I greet each customer.' });
  await compose(' そ');
  await expect(box(page)).toHaveValue('Hello 日本語 I greet each customer. そ');
  await page.reload();
  await expect(box(page)).toHaveValue('Hello 日本語 I greet each customer. そ');
  expect((await texts(page)).now).toBe('Hello 日本語 I greet each customer. そ');
});

test('F20 a composition goes on while another tab saves', async ({ page, context }) => {
  await begin(page, 'Hello ');
  const other = await context.newPage();
  await other.goto(LESSON);
  await expect(box(other)).toHaveValue('Hello ');
  await page.bringToFront();
  const session = await context.newCDPSession(page);
  await box(page).press('End');
  await session.send('Input.imeSetComposition', {
    text: 'ありが',
    selectionStart: 3,
    selectionEnd: 3,
  });
  await expect(status(page)).toHaveText(SAVED);
  await expect(box(other)).toHaveValue('Hello ありが');
  await session.send('Input.insertText', { text: 'ありがとう' });
  await expect(box(other)).toHaveValue('Hello ありがとう');
  await writeSaved(other, 'Hello ありがとう!');
  await expect(box(page)).toHaveValue('Hello ありがとう!');
  expect(await texts(page)).toMatchObject({ now: 'Hello ありがとう!', fork: '' });
});
