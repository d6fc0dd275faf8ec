import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { inlineScripts, lessonPages, pages, resolve } from './site.mjs';

const each = pages.map((page) => [page.url.pathname, page] as const);

/** Directives of the page's own Content-Security-Policy. */
function policy(document: Document): Map<string, string[]> {
  const metas = [...document.querySelectorAll('meta[http-equiv]')].filter(
    (meta) => meta.getAttribute('http-equiv')?.toLowerCase() === 'content-security-policy',
  );
  return new Map(
    metas
      .flatMap((meta) => (meta.getAttribute('content') ?? '').split(';'))
      .map((directive) => directive.trim().split(/\s+/))
      .map(([name = '', ...values]) => [name, values]),
  );
}

/** Source expressions that would allow this text inline. */
const hashes = (text: string): string[] =>
  ['sha256', 'sha384', 'sha512'].map(
    (name) => `'${name}-${createHash(name).update(text).digest('base64')}'`,
  );

describe.each(each)('%s', (_, { document, url }) => {
  it('says its language and title, and has one h1, one main part and a way to skip to it', () => {
    expect(document.documentElement.lang).toBe('en-GB');
    expect(document.title.trim()).not.toBe('');
    expect(document.querySelectorAll('h1')).toHaveLength(1);
    expect(document.querySelectorAll('main')).toHaveLength(1);
    const skip = document.querySelector('body a[href]');
    const found = resolve(skip?.getAttribute('href') ?? '', url);
    const hash = found.foreign ? '' : found.hash;
    expect(document.getElementById(hash)?.closest('main'), 'first link leads into main').toBeTruthy();
  });

  it('skips no heading level', () => {
    const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((heading) =>
      Number(heading.tagName[1]),
    );
    const jumps = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1);
    expect(jumps).toEqual([]);
  });

  it('has a strict Content-Security-Policy that covers every inline script and style', () => {
    const rules = policy(document);
    const scripts = rules.get('script-src') ?? [];
    const styles = rules.get('style-src') ?? [];
    expect(rules.get('default-src')).toEqual(["'self'"]);
    expect(rules.get('object-src')).toEqual(["'none'"]);
    expect(rules.get('base-uri')).toEqual(["'none'"]);
    expect(rules.get('form-action')).toEqual(["'none'"]);
    expect(rules.get('require-trusted-types-for')).toEqual(["'script'"]);
    expect(scripts).toContain("'self'");
    for (const values of [scripts, styles]) {
      expect(values).not.toContain("'unsafe-inline'");
      expect(values).not.toContain("'unsafe-eval'");
      expect(values.filter((value) => /^(https?:|\*)/.test(value))).toEqual([]);
    }
    const bare = [
      ...inlineScripts(document).filter((text) => !hashes(text).some((h) => scripts.includes(h))),
      ...[...document.querySelectorAll('style')]
        .map((style) => style.textContent ?? '')
        .filter((text) => !hashes(text).some((hash) => styles.includes(hash))),
    ];
    expect(bare).toEqual([]);
  });

  it('has no style attribute and no event attribute: the policy would block them', () => {
    const found = [...document.querySelectorAll('*')].flatMap((element) =>
      element
        .getAttributeNames()
        .filter((name) => name === 'style' || name.startsWith('on'))
        .map((name) => `<${element.localName} ${name}>`),
    );
    expect(found).toEqual([]);
  });

  it('has no id twice', () => {
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });
});

const CONTROLS = 'button, input:is([type="radio"], [type="checkbox"], [type="file"])';

it('hands presses on wherever an island with controls may still be asleep', () => {
  const live = pages.filter(({ document }) =>
    [...document.querySelectorAll('astro-island')].some((island) => island.querySelector(CONTROLS)),
  );
  expect(live.length).toBeGreaterThan(0);
  const deaf = live.filter(
    ({ document }) => !inlineScripts(document).some((text) => text.includes('`astro:hydrate`')),
  );
  expect(deaf.map(({ file }) => file)).toEqual([]);
});

it('gives every page a title of its own', () => {
  const titles = pages.map(({ document }) => document.title);
  expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
});

it.each(lessonPages.map((page) => [page.url.pathname, page] as const))(
  '%s links to no lesson of another unit: pages must not grow with the course',
  (_, { document, url, file }) => {
    const unit = file.split('/')[1];
    const others = [...document.querySelectorAll('a[href]')]
      .map((link) => resolve(link.getAttribute('href') ?? '', url))
      .flatMap((found) => (found.foreign || !found.file ? [] : [found.file]))
      .filter((target) => lessonPages.some((page) => page.file === target))
      .filter((target) => target.split('/')[1] !== unit);
    expect(others).toEqual([]);
  },
);
