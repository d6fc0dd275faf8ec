import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { brotli, closure, files, lessonPages, named, pages, read, resolve, sizes } from './site.mjs';

const KB = 1024;
/** Brotli, when a page is opened. */
const BUDGET = { lessonJs: 8 * KB, lessonTotal: 40 * KB, html: 25 * KB, font: 36 * KB };
/**
 * What the parts of a lesson load when the learner moves: the runtime with the frame of a question,
 * and each kind, the docket too. The runtime alone takes 13 kB. weight.spec.ts measures what a
 * browser loads in a whole visit.
 */
const PARTS_JS = 17.5 * KB;
const EACH_KIND = 1.4 * KB;
/** A conversation is a text of its own, as long as the lesson's. */
const CONVERSATION = { html: 2 * KB, js: 4 * KB };
const conversationsOf = (html: string) => html.split('data-kind="simulation"').length - 1;

it('finds the lesson pages', () => {
  expect(lessonPages.length).toBeGreaterThan(0);
});

describe.each(lessonPages.map((page) => [page.url.pathname, page] as const))('%s', (_, page) => {
  it('stays within the budget for scripts, and for HTML, styles and scripts together', () => {
    const { js, total } = sizes(page);
    expect.soft(js).toBeLessThanOrEqual(BUDGET.lessonJs);
    expect.soft(total).toBeLessThanOrEqual(BUDGET.lessonTotal);
  });

  it('loads light scripts for its parts, side by side', () => {
    const { modules, preloads, later } = named(page);
    const first = closure([...modules, ...preloads]);
    const parts = [...closure(later)].filter((file) => !first.has(file));
    expect(later.toSorted()).toEqual(parts.toSorted());
    const kinds = new Set([...page.html.matchAll(/data-kind="([a-z-]+)"/g)].map(([, kind]) => kind));
    const talk = kinds.has('simulation') ? CONVERSATION.js : 0;
    const weight = parts.reduce((sum, file) => sum + brotli(read(file)), 0);
    expect(weight).toBeLessThanOrEqual(PARTS_JS + kinds.size * EACH_KIND + talk);
  });
});

describe.each(pages.map((page) => [page.url.pathname, page] as const))('%s', (_, page) => {
  it('is a page of modest size', () => {
    const conversations = conversationsOf(page.html) * CONVERSATION.html;
    expect(sizes(page).html).toBeLessThanOrEqual(BUDGET.html + conversations);
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
