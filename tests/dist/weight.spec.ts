import { brotliCompressSync } from 'node:zlib';
import { expect, test } from '../e2e/support/test.ts';
import { lessonPages } from './site.mjs';

const KB = 1024;

/**
 * What a browser really loads on the first visit to a lesson, from the first byte to the last line
 * of the page in sight. The budgets are in bytes after brotli; a font is compressed in itself.
 */
for (const { url, document } of lessonPages) {
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
    await page.waitForLoadState('networkidle');
    await Promise.all(reading);

    const sum = (...types: string[]) =>
      loaded.filter(({ type }) => types.includes(type)).reduce((all, { bytes }) => all + bytes, 0);
    const fonts = loaded.filter(({ type }) => type === 'font');
    const inHtml = new Set(
      [...document.querySelectorAll('script[src], link[rel="modulepreload"]')].map(
        (element) =>
          new URL(element.getAttribute('src') ?? element.getAttribute('href') ?? '', url).pathname,
      ),
    );
    const late = loaded.filter(({ type, path }) => type === 'script' && !inHtml.has(path));
    const text = loaded.map(({ path, type, bytes }) => `${bytes} ${type} ${path}`).join('\n');
    expect.soft(sum('script'), text).toBeLessThanOrEqual(22 * KB);
    expect.soft(sum('document', 'stylesheet', 'script'), text).toBeLessThanOrEqual(40 * KB);
    expect.soft(fonts.length, text).toBeLessThanOrEqual(1);
    expect.soft(sum('font'), text).toBeLessThanOrEqual(36 * KB);
    expect.soft(late, 'scripts that the HTML does not name').toEqual([]);
  });
}
