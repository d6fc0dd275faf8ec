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

/** Puts a response in by the controls alone, as a learner does. */
export async function give(
  page: Awaited<ReturnType<typeof show>>,
  kind: PracticeKind,
  response: unknown,
) {
  if (kind === 'single-choice' || kind === 'multiple-choice') {
    const wanted = [response].flat();
    for (const input of page.all('input') as HTMLInputElement[]) {
      if (
        input.checked !== wanted.includes(input.value) &&
        (kind !== 'single-choice' || !input.checked)
      ) {
        await page.press(input);
      }
    }
  } else if (kind === 'matching' || kind === 'gap-fill') {
    for (const [place, answer] of Object.entries(response as Record<string, string>)) {
      const select = page.root.querySelector<HTMLSelectElement>(`#${page.question.id}-${place}`);
      if (!select) throw new Error(place);
      select.value = answer;
      select.dispatchEvent(new Event('change', { bubbles: true }));
      await tick();
    }
  } else if (kind === 'grouping') {
    for (const [item, group] of Object.entries(response as Record<string, string>)) {
      const pick = page.root.querySelector<HTMLElement>(`#${page.question.id}-${item}`);
      if (!pick) throw new Error(item);
      if (pick.getAttribute('aria-pressed') !== 'true') await page.press(pick);
      const groups = page.all('.place__group');
      const at = groups.findIndex((one) => one.querySelector(`#${page.question.id}-in-${group}`));
      const here = groups[at]?.querySelector<HTMLElement>('.place__here');
      if (!here) throw new Error(group);
      await page.press(here);
    }
  } else {
    const wanted = response as string[];
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
}
