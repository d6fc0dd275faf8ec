// @vitest-environment jsdom
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, it, vi } from 'vitest';
import type { Responses } from '../../../src/questions/types';
import { pages } from '../../../src/questions/views';
import { examplesOf, first } from './examples';

let shown: Record<string, unknown> | undefined;
afterEach(async () => {
  if (shown) await unmount(shown);
  document.body.replaceChildren();
});

async function show(response: Responses['written'] | undefined) {
  const { view } = await pages.written();
  const onresponse = vi.fn<(response: Responses['written']) => void>();
  const { question } = first(examplesOf('written'));
  shown = mount(view, {
    target: document.body,
    props: {
      question,
      response,
      feedback: undefined,
      earlier: undefined,
      name: question.id,
      onresponse,
      say: () => undefined,
    },
  });
  flushSync();
  return { onresponse, question, areas: [...document.querySelectorAll('textarea')] };
}

const type = (area: HTMLTextAreaElement, text: string, isComposing = false) => {
  area.value = text;
  area.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing }));
};

it('labels each slot and each tick', async () => {
  const { question, areas } = await show(undefined);
  expect(areas.map((area) => area.labels[0]?.textContent)).toEqual(
    question.slots.map(({ label }) => label),
  );
  expect(areas.map((area) => area.value)).toEqual(['', '']);
  expect(document.querySelector('legend')?.textContent).toBe('Have you thought about…');
  expect([...document.querySelectorAll('.tick')].map((tick) => tick.textContent?.trim())).toEqual(
    question.checklist.map(({ text }) => text),
  );
});

it('hands on every input event, also while letters are being composed', async () => {
  const { onresponse, areas } = await show(undefined);
  const area = first(areas);
  type(area, 'n', true);
  type(area, 'ni', true);
  type(area, '你', true);
  expect(onresponse.mock.calls.map(([response]) => response.slots['what'])).toEqual([
    'n',
    'ni',
    '你',
  ]);
  expect(area.value).toBe('你');
});

it('keeps the other slots, the ticks, and slots that the prompt no longer has', async () => {
  const stored = { slots: { what: 'One', gone: 'Old words' }, ticks: ['moment'] };
  const { onresponse, areas } = await show(stored);
  expect(first(areas).value).toBe('One');
  type(areas[1] as HTMLTextAreaElement, 'Two');
  expect(onresponse).toHaveBeenLastCalledWith({
    slots: { what: 'One', gone: 'Old words', when: 'Two' },
    ticks: ['moment'],
  });
  const [moment, about] = document.querySelectorAll<HTMLInputElement>('.tick input');
  expect([moment?.checked, about?.checked]).toEqual([true, false]);
  about?.click();
  expect(onresponse.mock.lastCall?.[0].ticks).toEqual(['moment', 'about']);
});
