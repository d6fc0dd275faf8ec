/** How a learner answers: by keyboard alone or by touch. A journey gets one of the two. */
import type { Locator, Page } from '@playwright/test';
import type { Kind, Question, Responses } from '../../../src/questions/types';
import { answersOf } from '../../../src/questions/matching/behaviour';
import { expect, nth } from './journey';

export interface Hands {
  /** presses a button, follows a link, switches a checkbox */
  press: (control: Locator) => Promise<void>;
  /** chooses one of a group of radio buttons */
  choose: (radio: Locator) => Promise<void>;
  /** chooses an entry of a select by its words; '' for the empty one */
  pick: (select: Locator, label: string) => Promise<void>;
  write: (box: Locator, text: string) => Promise<void>;
}

/** More presses of Tab than any page has stops. */
const STOPS = 400;

/** Fails unless the focused control is on the screen, uncovered, with an outline round it. */
export async function focusIsSeen(page: Page): Promise<void> {
  const fault = await page.evaluate(() => {
    const at = document.activeElement;
    if (!at || at === document.body) return 'nothing has the focus';
    const box = at.getBoundingClientRect();
    const name = `${at.tagName} “${(at.textContent || at.id).trim().slice(0, 40)}”`;
    const style = getComputedStyle(at);
    if (style.outlineStyle === 'none' || Number.parseFloat(style.outlineWidth) < 2) {
      return `${name} has no outline`;
    }
    // the middle of the part that is on the screen
    const middle = (from: number, to: number, most: number) =>
      (Math.max(from, 0) + Math.min(to, most)) / 2;
    const [x, y] = [
      middle(box.left, box.right, innerWidth),
      middle(box.top, box.bottom, innerHeight),
    ];
    if (box.bottom < 0 || box.top > innerHeight) return `${name} is off the screen`;
    // a link of several lines has gaps between them
    const first = at.getClientRects()[0] ?? box;
    const hits = [
      document.elementFromPoint(x, y),
      document.elementFromPoint(first.left + first.width / 2, first.top + first.height / 2),
    ];
    const label = at.closest('label');
    const seen = hits.some((hit) => hit && (at.contains(hit) || label?.contains(hit)));
    return seen ? '' : `${name} is covered by ${hits[0]?.className || hits[0]?.tagName}`;
  });
  expect(fault, 'focus can be seen').toBe('');
}

/**
 * Goes to a control with Tab or Shift+Tab, and checks that the focus can be seen there. The stops on
 * the way are counted in the page, so that most presses need no question to the page.
 */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  for (let pressed = 0; pressed < STOPS;) {
    const { way, times } = await control.evaluate((wanted) => {
      const at = document.activeElement;
      const group = (element: Element | null) =>
        element instanceof HTMLInputElement && element.type === 'radio' ? element.name : undefined;
      // Tab stops at one of a group of radio buttons; arrows go on from there
      if (at === wanted || (group(at) && group(at) === group(wanted))) return { way: '', times: 0 };
      const { DOCUMENT_POSITION_FOLLOWING: FOLLOWING } = Node;
      const before = (a: Element, b: Element) => Boolean(a.compareDocumentPosition(b) & FOLLOWING);
      const lost = at === null || at === document.body;
      const forward = lost || before(at, wanted);
      const between = [...document.querySelectorAll('a[href], button, input, select, textarea')]
        .filter((stop) => stop.checkVisibility() && !(stop as HTMLInputElement).disabled)
        .filter((stop) =>
          lost
            ? false
            : forward
              ? before(at, stop) && before(stop, wanted)
              : before(wanted, stop) && before(stop, at),
        );
      const stops = new Set(between.map((stop) => group(stop) ?? stop)).size;
      return { way: forward ? 'Tab' : 'Shift+Tab', times: Math.max(1, stops - 1) };
    });
    if (!way) return focusIsSeen(page);
    for (let i = 0; i < times; i += 1) await page.keyboard.press(way);
    pressed += times;
  }
  throw new Error(`No number of Tabs leads to ${String(control)}.`);
}

/** Tab, Shift+Tab, Enter, Space, arrows and letters; nothing else. */
export const keyboard = (page: Page): Hands => ({
  press: async (control) => {
    const checkbox = (await control.getAttribute('type')) === 'checkbox';
    await tabTo(page, control);
    await page.keyboard.press(checkbox ? 'Space' : 'Enter');
  },
  choose: async (radio) => {
    await tabTo(page, radio);
    await page.keyboard.press('Space');
    for (let pressed = 0; pressed < 12 && !(await radio.isChecked()); pressed += 1) {
      await page.keyboard.press('ArrowDown');
    }
    await expect(radio).toBeChecked();
    await expect(radio).toBeFocused();
  },
  pick: async (select, label) => {
    await tabTo(page, select);
    const [now, wanted] = await select.evaluate((element, text) => {
      const list = element as HTMLSelectElement;
      return [
        list.selectedIndex,
        text === '' ? 0 : [...list.options].findIndex((option) => option.text === text),
      ] as const;
    }, label);
    for (let at = now; at !== wanted; at += Math.sign(wanted - at)) {
      await page.keyboard.press(wanted > at ? 'ArrowDown' : 'ArrowUp');
    }
  },
  write: async (box, text) => {
    await tabTo(page, box);
    await page.keyboard.type(text);
  },
});

/** Taps. Select and keyboard of a phone belong to the phone, so there its result is set. */
export const touch = (): Hands => ({
  press: (control) => control.tap(),
  choose: (radio) => radio.tap(),
  pick: async (select, label) =>
    void (await select.selectOption(label === '' ? { value: '' } : { label })),
  write: async (box, text) => {
    await box.tap();
    await box.fill(text);
  },
});

/** A question of a lesson page, as a group with its wording as name. */
export const frameOf = (page: Page, question: Question): Locator =>
  page.getByRole(question.kind === 'single-choice' ? 'radiogroup' : 'group', {
    name: question.ask,
    exact: true,
  });

/** Where the remark on an option, pair, item or gap must stand. */
export function placeOf(frame: Locator, question: Question, about: string): Locator {
  const textOf = (list: readonly { id: string; text: string }[]) =>
    nth(
      list.filter(({ id }) => id === about),
      0,
    ).text;
  switch (question.kind) {
    case 'single-choice':
    case 'multiple-choice':
      return frame.locator('label').filter({ hasText: textOf(question.options) });
    case 'matching': {
      const { left } = nth(
        question.pairs.filter(({ id }) => id === about),
        0,
      );
      return frame
        .locator('div')
        .filter({ has: frame.page().getByLabel(left) })
        .last();
    }
    case 'ordering':
    case 'grouping':
      return frame.getByRole('listitem').filter({ hasText: textOf(question.items) });
    case 'gap-fill': {
      const order = [...question.text.matchAll(/\{\{([a-z0-9-]+)\}\}/g)].map(([, id]) => id);
      return frame.getByText(`Gap ${order.indexOf(about) + 1}. `).locator('..');
    }
    case 'simulation':
    case 'written':
      throw new Error('No remark stands beside an answer of this kind.');
  }
}

/** A response with something wrong in it. */
export function wrongFor(question: Question): Responses[Exclude<Kind, 'written'>] {
  const not = (options: readonly { id: string; right?: boolean | undefined }[]) =>
    nth(
      options.filter(({ right }) => !right),
      0,
    ).id;
  switch (question.kind) {
    case 'single-choice':
      return not(question.options);
    case 'multiple-choice':
      return [not(question.options)];
    case 'matching': {
      const ids = question.pairs.map(({ id }) => id);
      return Object.fromEntries(ids.map((id, i) => [id, nth(ids, (i + 1) % ids.length)]));
    }
    case 'ordering': {
      const ids = question.items.map(({ id }) => id);
      return [nth(ids, 1), nth(ids, 0), ...ids.slice(2)];
    }
    case 'grouping': {
      const group = nth(question.groups, 0).id;
      return Object.fromEntries(question.items.map(({ id }) => [id, group]));
    }
    case 'gap-fill':
      return Object.fromEntries(question.gaps.map(({ id, options }) => [id, not(options)]));
    case 'simulation':
    case 'written':
      throw new Error('Nobody can be wrong in a conversation or in their own words.');
  }
}

/** Gives a response with the hands, whatever stands there now. */
export async function give(
  hands: Hands,
  frame: Locator,
  asked: Question,
  response: Responses[Exclude<Kind, 'written'>],
): Promise<void> {
  const places = response as Record<string, string>;
  const find = <T extends { id: string }>(list: readonly T[], id: string | undefined): T =>
    nth(
      list.filter((one) => one.id === id),
      0,
    );
  switch (asked.kind) {
    case 'single-choice':
      return hands.choose(
        frame.getByRole('radio', { name: find(asked.options, response as string).text }),
      );
    case 'multiple-choice':
      for (const { id, text } of asked.options) {
        const box = frame.getByRole('checkbox', { name: text });
        const wanted = (response as string[]).includes(id);
        if ((await box.isChecked()) !== wanted) await hands.press(box);
      }
      return;
    case 'matching': {
      const letters = await frame.getByRole('list').first().getByRole('listitem').allInnerTexts();
      for (const { id, left } of asked.pairs) {
        const { text } = find(answersOf(asked), places[id]);
        const row = nth(
          letters.filter((words) => words.replace(/^\w\s+/, '') === text),
          0,
        );
        const label = `${row.charAt(0)}. ${text}`;
        await hands.pick(frame.getByRole('combobox', { name: left }), label);
      }
      return;
    }
    case 'gap-fill': {
      const order = [...asked.text.matchAll(/\{\{([a-z0-9-]+)\}\}/g)].map(([, id]) => id);
      for (const [i, gap] of order.entries()) {
        const { options } = find(asked.gaps, gap);
        const { text } = find(options, places[gap ?? '']);
        await hands.pick(frame.getByRole('combobox').nth(i), text);
      }
      return;
    }
    case 'grouping':
      for (const { id, text } of asked.items) {
        const { title } = find(asked.groups, places[id]);
        const group = frame
          .locator('.place__group')
          .filter({ has: frame.page().getByText(title, { exact: true }) });
        const item = frame.getByRole('button', { name: text });
        if ((await group.getByRole('button', { name: text }).count()) > 0) continue;
        await hands.press(item);
        // one that stands in another group comes back to the list, picked
        await hands.press(group.getByRole('button', { name: /^Place “.*” here$/ }));
      }
      return;
    case 'ordering':
      for (const [place, id] of (response as string[]).entries()) {
        const item = frame.getByRole('listitem').filter({ hasText: find(asked.items, id).text });
        const up = item.getByRole('button', { name: /^Move up/ });
        for (;;) {
          const number = Number(await item.locator('b').first().innerText());
          if (number <= place + 1) break;
          await hands.press(up);
          await expect(item.locator('b').first()).toHaveText(String(number - 1));
        }
      }
      return;
    case 'simulation':
    case 'written':
      throw new Error('A conversation is led and evidence is written: neither is given at once.');
  }
}
