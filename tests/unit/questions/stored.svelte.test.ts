// @vitest-environment jsdom
import { flushSync, mount, unmount, type Component } from 'svelte';
import { afterEach, expect, it } from 'vitest';
import Question from '../../../src/islands/Question.svelte';
import type { Attempt } from '../../../src/learner/types';
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
async function show(stored: Stored | undefined) {
  const { question } = first(examplesOf('single-choice'));
  const patches: Partial<Stored>[] = [];
  const props: Record<string, unknown> & { stored: Stored | undefined } = $state({
    question,
    number: 1,
    of: 1,
    ...(await pages['single-choice']()),
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
