import { describe, expect, it } from 'vitest';
import { brotli, closure, files, lessonPages, named, pages, read, resolve, sizes } from './site.mjs';

const KB = 1024;
/** Brotli, first visit. What a browser really loads is measured in weight.spec.ts. */
const BUDGET = { lessonJs: 22 * KB, lessonTotal: 40 * KB, html: 25 * KB, font: 36 * KB };

it('finds the lesson pages', () => {
  expect(lessonPages.length).toBeGreaterThan(0);
});

describe.each(lessonPages.map((page) => [page.url.pathname, page] as const))('%s', (_, page) => {
  it('stays within the budget for scripts, and for HTML, styles and scripts together', () => {
    const { js, total } = sizes(page);
    expect.soft(js).toBeLessThanOrEqual(BUDGET.lessonJs);
    expect.soft(total).toBeLessThanOrEqual(BUDGET.lessonTotal);
  });
});

describe.each(pages.map((page) => [page.url.pathname, page] as const))('%s', (_, page) => {
  it('is a page of modest size', () => {
    expect(brotli(page.html)).toBeLessThanOrEqual(BUDGET.html);
  });

  it('preloads every module that its scripts import, so that no chain of fetches forms', () => {
    const { modules, preloads } = named(page);
    const missing = [...closure([...modules, ...preloads])].filter(
      (file) => !modules.includes(file) && !preloads.includes(file),
    );
    expect(missing).toEqual([]);
  });
});

it('shows text before a font has arrived', () => {
  const faces = [...files]
    .filter((file) => file.endsWith('.css'))
    .flatMap((file) => read(file).toString('utf8').match(/@font-face\s*\{[^}]*\}/g) ?? []);
  expect(faces.length).toBeGreaterThan(0);
  expect(faces.filter((face) => !/font-display:\s*(swap|optional|fallback)/.test(face))).toEqual([]);
});

it('preloads one font at most on a page, and a small one', () => {
  const wrong = pages.flatMap(({ document, url, file }) => {
    const fonts = [...document.querySelectorAll('link[rel="preload"][as="font"]')].map((link) =>
      resolve(link.getAttribute('href') ?? '', url),
    );
    const heavy = fonts.some(
      (font) => font.foreign || !font.file || read(font.file).length > BUDGET.font,
    );
    return fonts.length > 1 || heavy ? [file] : [];
  });
  expect(wrong).toEqual([]);
});
