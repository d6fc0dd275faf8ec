import type { Page } from '@playwright/test';
import { course } from '../support/journey.ts';
import { expect, test } from '../support/test.ts';
import { KINDS, LESSON_1, LESSON_5, makeBundle, visit, work } from './states.ts';

test.slow();

/** 1280 x 1024 at 400 %: the smallest window that WCAG 1.4.10 asks for. */
const ZOOMED = { width: 320, height: 256 };

/**
 * Text and controls that stick out of the window at the right, and windows that scroll sideways.
 * What is only for screen readers is left out; tables and long texts may scroll inside themselves.
 */
const sticksOut = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const wide = document.documentElement.clientWidth;
    const found: string[] = [];
    if (document.documentElement.scrollWidth > wide) {
      found.push(`the page is ${document.documentElement.scrollWidth} px wide`);
    }
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      if (element.closest('.unseen, .skip, svg, option, [popover], .term-note, thead')) continue;
      const { left, right, width, height } = element.getBoundingClientRect();
      if (width === 0 || height === 0 || (right <= wide + 1 && left >= -1)) continue;
      found.push(`${element.tagName} .${element.className}: ${Math.round(left)} to ${right}`);
    }
    return found;
  });

/**
 * Boxes that hide a part of their own text. Left out: previews, which say that they are cut; texts
 * that scroll; the docket, which cuts only its notches.
 */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((element) => {
        if (element.closest('.unseen, .skip, svg, select, .pad__preview, .restore__text'))
          return false;
        if (element.matches('.docket')) return false;
        // What stands beside a lesson scrolls, and has links that take the focus (places.spec.ts).
        if (element.matches('.sticky') && element.querySelector('a')) return false;
        const { overflowX, overflowY } = getComputedStyle(element);
        const cutsX = overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
        const cutsY = overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 1;
        return cutsX || cutsY;
      })
      .map((element) => `${element.tagName} .${element.className}: ${element.textContent}`),
  );

/** WCAG 1.4.12: what a reader may set, with nothing lost. Set by script, as an extension would. */
const spaceText = (page: Page) =>
  page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      * { line-height: 1.5 !important; letter-spacing: 0.12em !important;
          word-spacing: 0.16em !important; }
      p { margin-bottom: 2em !important; }`);
    document.adoptedStyleSheets.push(sheet);
  });

for (const [kind, address] of Object.entries(KINDS)) {
  test(`400 % zoom and wide text spacing: ${kind}`, async ({ page }) => {
    await page.setViewportSize(ZOOMED);
    await visit(page, address);
    expect.soft(await sticksOut(page), 'at 320 px').toEqual([]);
    await spaceText(page);
    expect.soft(await sticksOut(page), 'at 320 px with text spacing').toEqual([]);
    expect.soft(await cutOff(page), 'at 320 px with text spacing').toEqual([]);
    await page.setViewportSize({ width: 1280, height: 800 });
    expect.soft(await sticksOut(page), 'at 1280 px with text spacing').toEqual([]);
    expect.soft(await cutOff(page), 'at 1280 px with text spacing').toEqual([]);
  });
}

test('400 % zoom: no lesson is wider than the window, also with a long address in it', async ({
  page,
}) => {
  await page.setViewportSize(ZOOMED);
  for (const unit of course.units) {
    for (const lesson of unit.lessons) {
      const address = `/units/${unit.slug}/${lesson.slug}/`;
      await page.goto(address);
      expect.soft(await sticksOut(page), address).toEqual([]);
    }
  }
});

test('400 % zoom: work on the device', async ({ page }) => {
  await page.setViewportSize(ZOOMED);
  await work(page);
  for (const address of [KINDS.home, KINDS.units, KINDS['a unit with lessons'], KINDS.settings]) {
    await visit(page, address);
    expect.soft(await sticksOut(page), address).toEqual([]);
  }
  await visit(page, KINDS.progress);
  for (const view of ['At a glance', 'As a table', 'What next']) {
    await page.getByLabel(view).check();
    expect.soft(await sticksOut(page), view).toEqual([]);
  }
  await visit(page, KINDS.review);
  await page.getByRole('button', { name: /^Start: / }).click();
  await expect(page.locator('.round .question')).toBeVisible();
  expect.soft(await sticksOut(page), 'a round').toEqual([]);
  await visit(page, KINDS['a unit with lessons']);
  await page.locator('summary', { hasText: 'Say what you can do now' }).click();
  expect.soft(await sticksOut(page), 'the own word').toEqual([]);
  await visit(page, LESSON_1);
  await page.locator('.docket').getByRole('textbox').fill('x'.repeat(400));
  await expect(page.getByRole('banner').getByRole('status')).toContainText('Saved');
  await page.getByRole('button', { name: 'See earlier versions' }).click();
  expect.soft(await sticksOut(page), 'a long word in a docket').toEqual([]);
  const bundle = await makeBundle(page);
  const path = await bundle.path();
  await page.getByRole('button', { name: 'Open your answer to 1.1' }).click();
  expect.soft(await sticksOut(page), 'portfolio').toEqual([]);
  await visit(page, KINDS.open);
  await page.getByLabel('Choose a bundle').setInputFiles(path);
  await expect(page.getByRole('heading', { name: 'Jodie Marsh' })).toBeVisible();
  expect.soft(await sticksOut(page), 'opened bundle').toEqual([]);
});

test('at 400 % zoom the bar of a lesson covers nothing that has the focus', async ({ page }) => {
  await page.setViewportSize(ZOOMED);
  await visit(page, LESSON_5);
  const covered: string[] = [];
  const seen = new Set<string>();
  for (;;) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const focused = document.activeElement;
      if (!focused || focused === document.body) return undefined;
      const { top, bottom } = focused.getBoundingClientRect();
      const bar = document.querySelector('.bar');
      const ceiling = bar?.contains(focused) ? innerHeight : bar?.getBoundingClientRect().top;
      const all = [...document.querySelectorAll('*')];
      return {
        at: `${all.indexOf(focused)} ${focused.tagName} ${focused.textContent?.trim().slice(0, 40)}`,
        hidden: top >= (ceiling ?? innerHeight) || bottom <= 0,
      };
    });
    if (!stop || seen.has(stop.at)) break;
    seen.add(stop.at);
    if (stop.hidden) covered.push(stop.at);
  }
  expect(seen.size, 'stops of the tab key').toBeGreaterThan(100);
  expect(covered, '2.4.11: wholly covered').toEqual([]);
});

/** What a finger must hit, in CSS pixels; links inside a sentence may be smaller (2.5.8). */
const smallTargets = (page: Page, least: number, within: string): Promise<string[]> =>
  page.evaluate(
    ([least, within]) => {
      const found: string[] = [];
      for (const target of document.querySelectorAll<HTMLElement>(within)) {
        if (!target.checkVisibility() || target.closest('.unseen, .skip, [popover], svg')) continue;
        const sentence = target.closest('p, li, dd, td, span.small')?.textContent?.trim() ?? '';
        const inline = getComputedStyle(target).display === 'inline';
        if (inline && sentence.length > (target.textContent?.trim().length ?? 0)) continue;
        // A radio or tick is as big as the label around it.
        const { width, height } = (target.closest('label') ?? target).getBoundingClientRect();
        if (width === 0 || (width >= least && height >= least)) continue;
        found.push(
          `${Math.round(width)} x ${Math.round(height)}: ${target.outerHTML.slice(0, 90)}`,
        );
      }
      return found;
    },
    [least, within] as const,
  );

test('targets are at least 24 px, and what you act with 44 px', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await work(page);
  for (const address of Object.values(KINDS)) {
    await visit(page, address);
    const any = 'a, button, input, select, textarea, summary';
    expect.soft(await smallTargets(page, 24, any), `${address}, 24 px`).toEqual([]);
    const acts = '.button, .target, .pick__item, .link, .masthead a, label.option, label.tick';
    const boxes = 'select, textarea, input:not([type=radio], [type=checkbox], .unseen)';
    expect.soft(await smallTargets(page, 44, `${acts}, ${boxes}`), `${address}, 44 px`).toEqual([]);
  }
});

test('the largest text fits a tablet where a docket says that it is saved', async ({ page }) => {
  await page.setViewportSize({ width: 768, height: 1024 });
  await work(page);
  await visit(page, LESSON_1);
  await page.evaluate(() => void (document.documentElement.dataset['text'] = 'largest'));
  await page.locator('.docket').getByRole('textbox').fill('What people think of me at first.');
  await expect(page.locator('.docket').getByText('Saved on this device')).toBeVisible();
  expect(await sticksOut(page)).toEqual([]);
});

test('each size and font of the settings fits a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await work(page);
  for (const address of Object.values(KINDS)) {
    await visit(page, address);
    for (const size of ['', 'large', 'larger', 'largest']) {
      for (const font of ['', 'lexend', 'system']) {
        await page.evaluate(
          ([size, font]) => {
            Object.assign(document.documentElement.dataset, { text: size, font, spacing: 'wide' });
            return document.fonts.ready.then(() => undefined);
          },
          [size, font] as const,
        );
        const what = `${address}, ${size || 'normal'} ${font || 'atkinson'}, wide`;
        expect.soft(await sticksOut(page), what).toEqual([]);
      }
    }
  }
});
