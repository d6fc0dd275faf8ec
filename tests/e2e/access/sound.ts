/** axe over a page, as a function that more than one spec uses. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, THEMES, useTheme, type Theme } from '../support/test.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Where axe cannot work out a contrast, and why that is no gap: the colours there are tokens whose
 * contrast the test at the end works out.
 */
const REVIEWED = [
  '.lines', // ruled lines are a gradient behind the words
  '.docket *', // the notches of the perforation are pseudo elements
  '.figure text, .aim text, .graph text, .scene__number', // words in drawings stand on shapes
].join(', ');

/**
 * axe over the page as it is: no violation, and no contrast that axe could not work out but for the
 * reviewed ones. In forced colours the reader's own colours count, and axe reads the page's.
 */
export async function sound(page: Page, look: string, within = 'html'): Promise<void> {
  // A button that still changes its colour has neither the old contrast nor the new one.
  // One that is broken off may have made room for another.
  await page.evaluate(async () => {
    for (let moving; (moving = document.getAnimations()).length > 0;) {
      await Promise.allSettled(moving.map(({ finished }) => finished));
    }
  });
  // axe stays on a page until it is left, and need not be sent there again
  const sent = await page.evaluate(() => 'axe' in globalThis);
  const builder = new AxeBuilder({ page, ...(sent && { axeSource: '0' }) })
    // what passes is not read, and listing it takes as long as finding it
    .options({ resultTypes: ['violations', 'incomplete'] })
    .include(within)
    .withTags(TAGS)
    .setLegacyMode();
  if (look.includes('forced')) builder.disableRules(['color-contrast']);
  const { violations, incomplete } = await builder.analyze();
  const unsure = incomplete
    .filter(({ id }) => id === 'color-contrast')
    .flatMap(({ nodes }) => nodes.map(({ target }) => String(target)));
  const unreviewed = await page.evaluate(
    ([unsure, reviewed]) => {
      const bar = document.querySelector('.bar')?.getBoundingClientRect();
      return unsure.filter((at) => {
        const element = document.querySelector(at);
        if (!element || element.matches(reviewed)) return false;
        // What lies under the bar now is in the open after a scroll.
        const { top, bottom } = element.getBoundingClientRect();
        return !bar || bottom <= bar.top || top >= bar.bottom;
      });
    },
    [unsure, REVIEWED] as const,
  );
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any, all }) => {
      const why = [...any, ...all].map(({ message }) => message).join(' ');
      return `${id}: ${html.slice(0, 200)} ${why}`;
    }),
  );
  found.push(...unreviewed.map((at) => `contrast not known: ${at}`));
  expect.soft(found, `${page.url()}, ${look}`).toEqual([]);
}

/** Checks the page in all looks, then in 320 px, and leaves it light and as wide as it was. */
export async function soundInAllLooks(
  page: Page,
  what = 'as it opens',
  within = 'html',
): Promise<void> {
  for (const theme of Object.keys(THEMES) as Theme[]) {
    await useTheme(page, theme);
    await sound(page, `${what}, ${theme}`, within);
  }
  await useTheme(page, 'light');
  const size = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  await sound(page, `${what}, 320 px`, within);
  if (size) await page.setViewportSize(size);
}
