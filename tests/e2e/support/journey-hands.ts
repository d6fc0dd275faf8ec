/** How a learner answers: by keyboard alone or by touch. A journey gets one of the two. */
import type { Locator, Page } from '@playwright/test';
import { behaviours } from '../../../src/questions/index';
import type {
  Behaviour,
  Feedback,
  Kind,
  PracticeKind,
  Question,
  Responses,
} from '../../../src/questions/types';
import { oneWrong, takesWords } from '../../content/texts';
import type { Lesson } from '../../../src/course/types';
import { expect, nth, unit } from './journey';

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

/** The control of one option, pair, item, gap or part, by its permanent id. */
const controlOf = ({ id }: Question, part: string): string =>
  `:is(input[value="${part}"], button[value="${part}"], [id="${id}-${part}"], [id="${id}-item-${part}"])`;

/**
 * Where the remark on an option, pair, item or gap must stand: in the block of its control. Where
 * controls stand in a sentence the remarks follow below, each with the name of what it is about.
 */
export async function placeOf(frame: Locator, question: Question, remark: Feedback) {
  const control = controlOf(question, remark.about);
  const block = frame.locator(
    `:is(label:not(p label), li, .match, fieldset):has(${control}), fieldset${control}`,
  );
  if ((await block.count()) > 0) return block.last();
  const below = frame.locator('.feedback').filter({ hasText: remark.text });
  await expect(below.locator('b')).toHaveText(/^.+[.”] (Yes|Not)|^.+: /);
  return below;
}

type Marked = Extract<Question, { kind: PracticeKind }>;
const isResponseOf = (question: Question) => (value: unknown) =>
  (behaviours[question.kind] as Behaviour<Kind>).isResponse(question, value);

/** The response that marks full; null where there is none. */
export const solutionOf = (question: Question): Responses[Kind] | null =>
  (behaviours[question.kind] as Behaviour<Kind>).solution(question);

/** Whether "Check my answer" marks every answer: there is a key, and nothing is put in own words. */
export function isMarked(question: Question): question is Marked {
  if (behaviours[question.kind].atOnce) return false;
  const solution = solutionOf(question);
  return solution !== null && !takesWords(solution, isResponseOf(question));
}

/** The first question of Unit 1 of each kind of which the page can mark every answer. */
export function firstOfEach(): Map<PracticeKind, { lesson: Lesson; question: Marked }> {
  const firsts = new Map<PracticeKind, { lesson: Lesson; question: Marked }>();
  for (const lesson of unit.lessons) {
    for (const question of lesson.questions.filter(isMarked)) {
      if (!firsts.has(question.kind)) firsts.set(question.kind, { lesson, question });
    }
  }
  return firsts;
}

/** A response with something wrong in it. */
export const wrongFor = (question: Question): Responses[PracticeKind] =>
  nth(
    oneWrong(question, solutionOf(question), isResponseOf(question)),
    0,
  ) as Responses[PracticeKind];

/** Gives a response with the hands, whatever stands there now, by the controls that are there. */
export async function give(
  hands: Hands,
  frame: Locator,
  question: Question,
  response: unknown,
): Promise<void> {
  if ((await frame.locator('.order__item').count()) > 0) {
    return putInOrder(hands, frame, question, response as string[]);
  }
  const answers: unknown[] =
    typeof response === 'string' ? [response] : Object.values(response ?? {});
  for (const box of await frame.locator('[type=checkbox], button[aria-pressed][value]').all()) {
    const value = await box.getAttribute('value');
    const pressed = await box.getAttribute('aria-pressed');
    const on = pressed === null ? await box.isChecked() : pressed === 'true';
    if (on !== answers.includes(value)) await hands.press(box);
  }
  for (const radio of await frame.getByRole('radio').all()) {
    if (answers.includes(await radio.getAttribute('value'))) await hands.choose(radio);
  }
  if (typeof response !== 'object' || response === null || Array.isArray(response)) return;
  for (const [place, answer] of Object.entries(response as Record<string, string>)) {
    const control = frame.locator(`[id="${question.id}-${place}"]`);
    const select = control.and(frame.getByRole('combobox'));
    const box = control.and(frame.getByRole('textbox'));
    const group = frame.locator(`.place__group:has([id="${question.id}-in-${answer}"])`);
    if ((await box.count()) > 0) await hands.write(box, answer);
    else if ((await select.count()) > 0) {
      const option = select.locator(`option[value="${answer}"]`);
      await hands.pick(select, (await option.textContent()) ?? '');
    } else if ((await group.count()) > 0 && (await group.locator(control).count()) === 0) {
      await hands.press(control);
      // one that stands in another group comes back to the list, picked
      await hands.press(group.getByRole('button', { name: /^Place “.*” here$/ }));
    }
  }
}

async function putInOrder(hands: Hands, frame: Locator, question: Question, ids: string[]) {
  for (const [place, id] of ids.entries()) {
    const item = frame
      .getByRole('listitem')
      .filter({ has: frame.page().locator(controlOf(question, id)) });
    const up = item.getByRole('button', { name: /^Move up/ });
    for (;;) {
      const number = Number(await item.locator('b').first().innerText());
      if (number <= place + 1) break;
      await hands.press(up);
      await expect(item.locator('b').first()).toHaveText(String(number - 1));
    }
  }
}
