import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { brotli, closure, files, lessonPages, named, pages, read, resolve, sizes } from './site.mjs';

const KB = 1024;
/**
 * Brotli, when a page is opened; weight.spec.ts measures what a browser loads in a whole visit.
 * The aim for a lesson's scripts is 22 kB. The runtime of the islands alone takes 13 of them and
 * the learner's record 5, so this holds the line at what was reached, and may only go down. The
 * total went up once, by 2 kB, for the looks of seven more kinds of question and a drawing in one.
 */
const BUDGET = { lessonJs: 24.9 * KB, lessonTotal: 42 * KB, html: 25 * KB, font: 36 * KB };
/**
 * The total is set for 5 practice questions and 2 written prompts. Each further one has its text,
 * measured at 0.35 to 0.75 kB, and one with a picture has the drawing besides.
 */
const PARTS = 7;
const EACH_FURTHER = 0.7 * KB;
const EACH_PICTURE = 0.6 * KB;
/** A conversation is a text of its own, as long as the lesson's, and brings its look. */
const EACH_CONVERSATION = 6.5 * KB;
/** Of which HTML. */
const CONVERSATION_TEXT = 2 * KB;
const conversationsOf = (html: string) => html.split('data-kind="simulation"').length - 1;
const picturesOf = (html: string) => html.split('<symbol id="picture-').length - 1;
const partsOf = (html: string) => html.split(/<div data-(?:question|docket)=/).length - 1;

it('finds the lesson pages', () => {
  expect(lessonPages.length).toBeGreaterThan(0);
});

describe.each(lessonPages.map((page) => [page.url.pathname, page] as const))('%s', (_, page) => {
  it('stays within the budget for scripts, and for HTML, styles and scripts together', () => {
    const { js, total } = sizes(page);
    expect.soft(js).toBeLessThanOrEqual(BUDGET.lessonJs);
    const further = Math.max(0, partsOf(page.html) - PARTS);
    const allowed =
      BUDGET.lessonTotal +
      further * EACH_FURTHER +
      picturesOf(page.html) * EACH_PICTURE +
      conversationsOf(page.html) * EACH_CONVERSATION;
    expect.soft(total).toBeLessThanOrEqual(allowed);
  });
});

describe.each(pages.map((page) => [page.url.pathname, page] as const))('%s', (_, page) => {
  it('is a page of modest size', () => {
    const conversations = conversationsOf(page.html) * CONVERSATION_TEXT;
    expect(brotli(page.html)).toBeLessThanOrEqual(BUDGET.html + conversations);
  });

  it('preloads every module that its scripts import, so that no chain of fetches forms', () => {
    const { modules, preloads } = named(page);
    const missing = [...closure([...modules, ...preloads])].filter(
      (file) => !modules.includes(file) && !preloads.includes(file),
    );
    expect(missing).toEqual([]);
  });
});

/** Gzip: what a page with one kind of question loads, and the two kinds that are over it. */
const ONE_KIND = 20 * KB;
const OVER: Record<string, number> = { 'list-it': 20.8 * KB, simulation: 21.8 * KB };
const kindPages = pages.filter(({ file }) => /^authors\/(?!conversations)[^/]+\/index/.test(file));

it.each(kindPages.map((page) => [page.file.split('/')[1] ?? '', page] as const))(
  'a page with questions of the kind %s alone has light scripts',
  (kind, page) => {
    const { modules, preloads } = named(page);
    const scripts = [...closure([...modules, ...preloads])];
    const weight = scripts.reduce((sum, file) => sum + gzipSync(read(file)).length, 0);
    expect(weight).toBeLessThanOrEqual(OVER[kind] ?? ONE_KIND);
  },
);

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
