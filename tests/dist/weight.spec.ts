import { brotliCompressSync } from 'node:zlib';
import { expect, test } from '../e2e/support/test.ts';
import { lessonPages } from './site.mjs';

const KB = 1024;
/** All scripts of a visit: the dockets and what fills in the states, and each kind of question. */
const VISIT_JS = 28.25 * KB;
const EACH_KIND = 1.2 * KB;
/** What a conversation needs besides, once for a page. */
const CONVERSATION_JS = 4 * KB;

const kindsIn = ({ document }: (typeof lessonPages)[number]) =>
  new Set(
    [...document.querySelectorAll<HTMLElement>('[data-kind]')].map((part) => part.dataset['kind']),
  );
/**
 * The scripts of a visit follow from its kinds of question. Unit 1 has them all; to it comes
 * the lesson with the most kinds. weight.test.ts holds every lesson as it opens.
 */
const [most] = lessonPages.toSorted((a, b) => kindsIn(b).size - kindsIn(a).size);
const visited = lessonPages.filter(
  (page) => page === most || page.url.pathname.includes('/creating-first-impressions/'),
);

/**
 * What a browser really loads on the first visit to a lesson, from the first byte to the last line
 * of the page in sight. The budgets are in bytes after brotli; a font is compressed in itself.
 */
for (const lesson of visited) {
  const { url } = lesson;
  test(`first visit to ${url.pathname}`, async ({ page }) => {
    const loaded: { path: string; type: string; bytes: number }[] = [];
    const reading: Promise<void>[] = [];
    page.on('response', (response) => {
      const type = response.request().resourceType();
      const path = new URL(response.url()).pathname;
      reading.push(
        response.body().then((body) => {
          const bytes = type === 'font' ? body.length : brotliCompressSync(body).length;
          loaded.push({ path, type, bytes });
        }),
      );
    });
    await page.goto(url.pathname, { waitUntil: 'networkidle' });
    await page.evaluate(() => {
      for (const part of document.querySelectorAll('main *')) part.scrollIntoView();
    });
    for (const part of await page.locator('[data-question], [data-docket]').all()) {
      await expect(part).toHaveAttribute('data-awake', '');
    }
    await page.waitForLoadState('networkidle');
    page.removeAllListeners('response');
    await Promise.all(reading);

    const sum = (...types: string[]) =>
      loaded.filter(({ type }) => types.includes(type)).reduce((all, { bytes }) => all + bytes, 0);
    const fonts = loaded.filter(({ type }) => type === 'font');
    const text = loaded.map(({ path, type, bytes }) => `${bytes} ${type} ${path}`).join('\n');
    const kinds = kindsIn(lesson);
    expect(kinds.size).toBeGreaterThan(0);
    const talk = kinds.has('simulation') ? CONVERSATION_JS : 0;
    expect.soft(sum('script'), text).toBeLessThanOrEqual(VISIT_JS + kinds.size * EACH_KIND + talk);
    expect.soft(fonts.length, text).toBeLessThanOrEqual(1);
    expect.soft(sum('font'), text).toBeLessThanOrEqual(36 * KB);
  });
}
