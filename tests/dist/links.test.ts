import { describe, expect, it } from 'vitest';
import { BASE } from '../../src/scripts/project.mjs';
import { files, ORIGIN, pages, read, resolve } from './site.mjs';

/** Attributes that make the browser load something, and those that only lead somewhere. */
const LOADS: [selector: string, attribute: string][] = [
  ['link[href]', 'href'],
  ['[src]', 'src'],
  ['[data]', 'data'],
  ['[poster]', 'poster'],
  ['astro-island[component-url]', 'component-url'],
  ['astro-island[renderer-url]', 'renderer-url'],
  ['use[href], image[href]', 'href'],
];
const LEADS: [selector: string, attribute: string][] = [
  ['a[href], area[href]', 'href'],
  ['form[action]', 'action'],
];

/** All addresses of a page; `srcset` holds several. */
function addresses(document: Document, kinds: [string, string][]): string[] {
  const single = kinds.flatMap(([selector, attribute]) =>
    [...document.querySelectorAll(selector)].map((element) => element.getAttribute(attribute) ?? ''),
  );
  const sets = [...document.querySelectorAll('[srcset]')].flatMap((element) =>
    (element.getAttribute('srcset') ?? '').split(',').map((part) => part.trim().split(/\s+/)[0] ?? ''),
  );
  return [...single, ...sets].filter((address) => !address.startsWith('data:'));
}

const targets = new Map(
  pages.map(({ file, document }) => [
    file,
    new Set([...document.querySelectorAll('[id]')].map((element) => element.id)),
  ]),
);

describe('links of the built site', () => {
  it('has pages', () => {
    expect(pages.length).toBeGreaterThan(10);
  });

  it.each(pages.map((page) => [page.url.pathname, page] as const))(
    '%s: every address of this site leads to a file, and every fragment to an element',
    (_, { document, url, file: own }) => {
      const broken = addresses(document, [...LOADS, ...LEADS]).filter((address) => {
        const found = resolve(address, url);
        if (found.foreign) return false;
        // The 404 page is shown at any address, but its own fragments stand on it.
        const file = address.startsWith('#') ? own : found.file;
        if (!file) return true;
        const ids = targets.get(file);
        return found.hash !== '' && ids !== undefined && !ids.has(found.hash);
      });
      expect(broken).toEqual([]);
    },
  );

  it.each(pages.map((page) => [page.url.pathname, page] as const))(
    '%s: nothing is loaded from another origin',
    (_, { document, url }) => {
      const foreign = addresses(document, LOADS).filter((address) => resolve(address, url).foreign);
      expect(foreign).toEqual([]);
    },
  );

  it.each(
    pages
      .filter(({ file }) => !file.startsWith('authors/'))
      .map(({ url, html }) => [url.pathname, html] as const),
  )('%s: no learner comes upon the pages for authors', (_, html) => {
    expect(html).not.toContain('/authors/');
  });

  it('loads nothing from another origin in a stylesheet, and all it names is there', () => {
    const wrong = [...files]
      .filter((file) => file.endsWith('.css'))
      .flatMap((file) =>
        [...read(file).toString('utf8').matchAll(/url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)/g)]
          .map((match) => match[1] ?? match[2] ?? '')
          .filter((address) => !address.startsWith('data:') && !address.startsWith('#'))
          .filter((address) => {
            const found = resolve(address, new URL(BASE + file, ORIGIN));
            return found.foreign || !found.file;
          })
          .map((address) => `${file}: ${address}`),
      );
    expect(wrong).toEqual([]);
  });
});
