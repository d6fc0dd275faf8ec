import { describe, expect, it } from 'vitest';
import { pages } from './site.mjs';

describe.each(pages.map((page) => [page.url.pathname, page] as const))('%s', (_, { document }) => {
  it('has no space before a full stop or comma', () => {
    const main = document.querySelector('main')?.cloneNode(true) as HTMLElement;
    for (const note of main.querySelectorAll('.term-note, script, svg')) note.remove();
    const wrong = [...main.querySelectorAll('p, li, dd, td, figcaption')]
      .map((part) => (part.textContent ?? '').replace(/\s+/g, ' '))
      .filter((words) => /\p{L} [.,;?!](?:\s|$)/u.test(words));
    expect(wrong).toEqual([]);
  });
});
