// @vitest-environment jsdom
import { flushSync, mount, unmount, type Component } from 'svelte';
import { afterEach, expect, it } from 'vitest';
import Question from '../../../src/islands/Question.svelte';
import type { Attempt } from '../../../src/learner/types';
import type { PracticeKind } from '../../../src/questions/types';
import { pages } from '../../../src/questions/views';
import { examplesOf, first } from './examples';
import { BLANK, type Stored } from './page';

const TRY: Attempt = { at: '2026-11-21T09:00:00.000Z', score: 0, outOf: 1 };

let shown: Record<string, unknown> | undefined;
afterEach(async () => {
  if (shown) await unmount(shown);
  document.body.replaceChildren();
});

/** The frame beside a store that keeps every patch at once, as the real one does. */
async function show(stored: Stored | undefined, kind: PracticeKind = 'single-choice') {
  const { question } = first(examplesOf(kind));
  const patches: Partial<Stored>[] = [];
  const props: Record<string, unknown> & { stored: Stored | undefined } = $state({
    question,
    number: 1,
    of: 1,
    ...(await pages[kind]()),
    stored,
    now: () => '2026-11-22T10:42:00.000Z',
    onchange: (patch: Partial<Stored>) => {
      patches.push(patch);
      props.stored = { ...(props.stored ?? BLANK), ...patch };
    },
  });
  shown = mount(Question as unknown as Component<Record<string, unknown>>, {
    target: document.body,
    props,
  });
  flushSync();
  const input = (id: string) => {
    const found = document.querySelector<HTMLInputElement>(`input[value=${id}]`);
    if (!found) throw new Error(id);
    return found;
  };
  const click = (element: HTMLElement | null) => {
    element?.click();
    flushSync();
  };
  const set = (next: Stored) => {
    props.stored = next;
    flushSync();
  };
  const check = () => click(document.querySelector('.actions button:last-child'));
  const text = () => document.querySelector('.question__result')?.textContent?.trim();
  return { props, patches, input, click, set, check, text };
}

it('shows what the store reads later', async () => {
  const page = await show(undefined);
  expect(page.input('fact').checked).toBe(false);
  page.set({ response: 'fact', attempts: [TRY], revealed: false });
  expect(page.input('fact').checked).toBe(true);
  expect(page.text()).toBe('Not this one yet.');
  expect(page.patches).toEqual([]);
});

it('keeps an answer given before the record was read, after the tries of earlier visits', async () => {
  const page = await show(undefined);
  page.click(page.input('impression'));
  page.check();
  expect(page.text()).toBe('Right.');
  expect(page.patches).toEqual([]);
  page.set({ response: 'fact', attempts: [TRY], revealed: false });
  expect(page.input('impression').checked).toBe(true);
  expect(page.props.stored).toMatchObject({ response: 'impression' });
  expect(page.props.stored?.attempts.map(({ score }) => score)).toEqual([0, 1]);
  expect(page.patches).toHaveLength(1);
});

/** Presses the button with these words in it. */
const press = (words: string) => {
  const found = [...document.querySelectorAll('button')].find(({ textContent }) =>
    textContent?.includes(words),
  );
  if (!found) throw new Error(words);
  found.click();
  flushSync();
};
const write = (place: string, text: string) => {
  const box = document.querySelector<HTMLInputElement>(`[id$="-${place}"]`);
  if (!box) throw new Error(place);
  box.value = text;
  box.dispatchEvent(new InputEvent('input', { bubbles: true }));
  flushSync();
};
const read = (response: unknown): Stored => ({ response, attempts: [TRY], revealed: false });

it('goes on with a conversation whose first choice was pressed before the record was read', async () => {
  const page = await show(undefined, 'simulation');
  press('Number?');
  const kept = { path: ['greet', 'look'], before: [['number', 'sorry']] };
  page.set(read(kept));
  expect(page.props.stored).toEqual(read(kept));
  expect(document.body.textContent).toContain('Choice 3.');
});

it('takes an early choice where the conversation stood at its start', async () => {
  const page = await show(undefined, 'simulation');
  press('Number?');
  page.set(read({ path: [], before: [['greet']] }));
  expect(page.props.stored?.response).toEqual({ path: ['number'], before: [['greet']] });
});

it('keeps an order that was stored, and not an early move in the list that was mixed', async () => {
  const page = await show(undefined, 'ordering');
  press('Move down');
  const kept = ['listen', 'hello', 'firm', 'offer'];
  page.set(read(kept));
  expect(page.props.stored?.response).toEqual(kept);
});

it('puts what was placed early beside what was placed before', async () => {
  const { question } = first(examplesOf('grouping'));
  const [a, b] = question.items.map(({ id }) => id);
  const page = await show(undefined, 'grouping');
  document.querySelector<HTMLElement>(`[id$="-${a}"]`)?.click();
  flushSync();
  document.querySelector<HTMLElement>('.place__here')?.click();
  flushSync();
  const group = question.groups[1]?.id ?? '';
  page.set(read({ [String(b)]: group }));
  expect(page.props.stored?.response).toEqual({
    [String(b)]: group,
    [String(a)]: question.groups[0]?.id,
  });
});

it('loses none of the words that stood there, and none that were typed early', async () => {
  const list = await show(undefined, 'list-it');
  write('1', 'smile');
  write('2', 'nod');
  list.set(read({ '1': 'stand up', '3': 'say hello' }));
  expect(list.props.stored?.response).toEqual({
    '1': 'stand up smile',
    '2': 'nod',
    '3': 'say hello',
  });
});

it('does not take an early “Try again” for an empty answer', async () => {
  const page = await show(undefined);
  page.click(page.input('impression'));
  page.check();
  page.check();
  page.set(read('fact'));
  expect(page.props.stored?.response).toBe('fact');
  expect(page.props.stored?.attempts).toHaveLength(2);
});

it('leaves a record alone that was read after no change', async () => {
  const page = await show(undefined);
  page.set(BLANK);
  expect(page.patches).toEqual([]);
});

it('follows a change from another tab', async () => {
  const page = await show({ response: 'fact', attempts: [], revealed: false });
  page.set({ response: 'impression', attempts: [{ ...TRY, score: 1 }], revealed: false });
  expect(page.input('impression').checked).toBe(true);
  expect(page.input('fact').checked).toBe(false);
  expect(page.text()).toBe('Right.');
});

it('goes through tries with a store that answers at once', async () => {
  const page = await show(BLANK);
  page.click(page.input('fact'));
  page.check();
  expect(page.text()).toBe('Not this one yet.');
  page.click(page.input('impression'));
  expect(page.text()).toBe('');
  page.check();
  expect(page.text()).toBe('Right on your second try.');
  expect(document.querySelectorAll('.option--was')).toHaveLength(1);
  page.check();
  expect(page.props.stored?.response).toBeNull();
  expect(document.querySelectorAll('input:checked')).toHaveLength(0);
});
