// @vitest-environment jsdom
import { flushSync, mount, unmount, type Component } from 'svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import RoundQuestion from '../../../src/islands/RoundQuestion.svelte';
import type { Answer } from '../../../src/learner/types';
import { pages } from '../../../src/questions/views';
import { examplesOf, first } from './examples';

const { kept, views } = vi.hoisted(() => ({
  kept: [] as [string, Partial<Answer>][],
  views: { current: undefined as unknown },
}));
vi.mock('../../../src/learner/answers', async () => {
  const { atom } = await import('nanostores');
  views.current = atom({ loaded: true, answer: undefined, fork: undefined });
  return {
    answer: () => views.current,
    change: (id: string, patch: Partial<Answer>) => kept.push([id, patch]),
  };
});

const { question } = first(examplesOf('single-choice'));
const wrong = { at: '2026-11-20T09:00:00.000Z', score: 0, outOf: 1 };
const before = { response: 'fact', attempts: [wrong], revealed: true };
const store = () => views.current as { set: (view: unknown) => void };

let shown: Record<string, unknown> | undefined;
const firsts: string[] = [];
beforeEach(() => {
  kept.length = 0;
  firsts.length = 0;
});
afterEach(async () => {
  if (shown) await unmount(shown);
  document.body.replaceChildren();
});

async function show() {
  store().set({ loaded: true, answer: before, fork: undefined });
  shown = mount(RoundQuestion as unknown as Component<Record<string, unknown>>, {
    target: document.body,
    props: {
      question,
      number: 1,
      of: 1,
      ...(await pages['single-choice']()),
      onfirst: (outcome: string) => firsts.push(outcome),
    },
  });
  flushSync();
}
const click = (selector: string) => {
  document.querySelector<HTMLElement>(selector)?.click();
  flushSync();
};
const check = () => click('.actions button:last-child');

it('starts blank, whatever was answered before, and leaves the record alone until a check', async () => {
  await show();
  expect(document.querySelectorAll('input[type=radio]:checked')).toHaveLength(0);
  expect(document.querySelector('.question__result')?.textContent?.trim()).toBe('');
  click('input[value=fact]');
  expect(kept).toEqual([]);
  expect(firsts).toEqual([]);
});

it('adds its tries to the earlier ones, and tells of the first alone', async () => {
  await show();
  click('input[value=fact]');
  check();
  expect(kept).toHaveLength(1);
  expect(kept[0]?.[0]).toBe(question.id);
  expect(kept[0]?.[1]).toMatchObject({ response: 'fact', revealed: true });
  expect(kept[0]?.[1].attempts?.map(({ score }) => score)).toEqual([0, 0]);
  store().set({ loaded: true, answer: { ...before, ...kept[0]?.[1] }, fork: undefined });
  click('input[value=impression]');
  check();
  expect(kept[1]?.[1].attempts?.map(({ score }) => score)).toEqual([0, 0, 1]);
  expect(firsts).toEqual(['not']);
});

it('says “Right.” where the answer was shown in an earlier round only', async () => {
  await show();
  click('input[value=impression]');
  check();
  expect(document.querySelector('[role=status]')?.textContent).toMatch(/^Right\./);
  expect(firsts).toEqual(['right']);
});
