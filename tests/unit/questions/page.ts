import { flushSync, mount, tick, unmount, type Component } from 'svelte';
import { afterEach, vi } from 'vitest';
import Question from '../../../src/islands/Question.svelte';
import type { Attempt } from '../../../src/learner/types';
import type { PracticeKind } from '../../../src/questions/types';
import { pages } from '../../../src/questions/views';
import { examplesOf, first } from './examples';

export interface Stored {
  response: unknown;
  attempts: Attempt[];
  revealed: boolean;
}
export const BLANK: Stored = { response: null, attempts: [], revealed: false };
export const NOW = '2026-11-22T10:42:00.000Z';

let shown: Record<string, unknown> | undefined;
afterEach(async () => {
  if (shown) await unmount(shown);
  shown = undefined;
  document.body.replaceChildren();
});

/** Mounts the frame with the first example of a kind and keeps what it is told to keep. */
export async function show(kind: PracticeKind, stored: Stored = BLANK) {
  const { question } = first(examplesOf(kind));
  const { view, behaviour } = await pages[kind]();
  let kept = stored;
  const onchange = vi.fn((patch: Partial<Stored>) => {
    kept = { ...kept, ...patch };
  });
  shown = mount(Question as unknown as Component<Record<string, unknown>>, {
    target: document.body,
    props: { question, number: 1, of: 4, view, behaviour, stored, onchange, now: () => NOW },
  });
  flushSync();
  const root = document.querySelector('.question');
  if (!root) throw new Error('the question is not there');
  const all = (selector: string) => [...root.querySelectorAll<HTMLElement>(selector)];
  const button = (name: string | RegExp) => {
    const found = all('button').find((one) =>
      typeof name === 'string'
        ? one.textContent?.trim().replace(/\s+/g, ' ') === name
        : name.test(one.textContent ?? ''),
    );
    if (!found) throw new Error(`no button ${String(name)}`);
    return found;
  };
  const press = async (name: string | RegExp | HTMLElement) => {
    const one = typeof name === 'string' || name instanceof RegExp ? button(name) : name;
    one.focus();
    one.click();
    await tick();
    await tick();
    return one;
  };
  const status = () =>
    root.querySelector('[role=status]')?.textContent?.replace('\u00a0', '') ?? '';
  const result = () =>
    root.querySelector('.question__result')?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  return { root, all, button, press, status, result, question, kept: () => kept, onchange };
}

/** Where a learner writes. */
const WORDS = 'input[type=text], textarea';

/** Puts words into a box, as typing does. */
export async function type(box: HTMLElement, text: string) {
  box.focus();
  (box as HTMLInputElement).value = text;
  box.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await tick();
}

/**
 * Puts a response in by the controls alone, as a learner does. It goes by the controls that the
 * page has, so that a new kind with controls of a known sort needs no line here.
 */
export async function give(page: Awaited<ReturnType<typeof show>>, response: unknown) {
  const { id } = page.question;
  const answers = Object.values(typeof response === 'string' ? [response] : (response as object));
  const at = (place: string) => page.root.querySelector<HTMLElement>(`#${id}-${place}`);

  if (page.all('.order__item').length > 0) return putInOrder(page, answers as string[]);
  // What is not wanted goes first: a radio button can only be changed for another.
  const switches = page.all('input, button[aria-pressed][value]') as HTMLInputElement[];
  const isOn = (one: HTMLInputElement) => one.checked || one.ariaPressed === 'true';
  for (const one of switches) {
    if (one.type !== 'radio' && isOn(one) && !answers.includes(one.value)) await page.press(one);
  }
  for (const one of switches) {
    if (!isOn(one) && answers.includes(one.value)) await page.press(one);
  }
  if (typeof response === 'string' || Array.isArray(response)) return;
  for (const [place, answer] of Object.entries(response as Record<string, string>)) {
    const control = at(place);
    if (control instanceof HTMLSelectElement) {
      control.value = answer;
      control.dispatchEvent(new Event('change', { bubbles: true }));
      await tick();
    } else if (control?.matches(WORDS)) {
      await type(control, answer);
    } else if (control instanceof HTMLButtonElement) {
      if (control.ariaPressed !== 'true') await page.press(control);
      const group = page
        .all('.place__group')
        .find((one) => one.querySelector(`#${id}-in-${answer}`));
      const here = group?.querySelector<HTMLElement>('.place__here');
      if (!here) throw new Error(answer);
      await page.press(here);
    }
  }
}

async function putInOrder(page: Awaited<ReturnType<typeof show>>, wanted: string[]) {
  for (const [to, id] of wanted.entries()) {
    for (let guard = 0; guard < 10; guard += 1) {
      const items = page.all('.order__item');
      const from = items.findIndex((one) => one.querySelector(`#${page.question.id}-item-${id}`));
      if (from <= to) break;
      const up = items[from]?.querySelector<HTMLElement>('.order__move');
      if (!up) throw new Error(id);
      await page.press(up);
    }
  }
}

/** Changes an answer that stands there, in one way that its controls allow. */
export async function change(page: Awaited<ReturnType<typeof show>>) {
  const select = page.root.querySelector('select');
  if (select) {
    select.value = '';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await tick();
    return;
  }
  const box = page.root.querySelector<HTMLInputElement>(WORDS);
  if (box) return type(box, `${box.value} more`);
  const button = page.all('.order__move:not([aria-disabled=true]), .placed button, [aria-pressed]');
  const input = page.all('input[type=checkbox], input:not(:checked)');
  await page.press(first([...button, ...input]));
}
