// @vitest-environment jsdom
import { flushSync, mount, tick, unmount, type Component } from 'svelte';
import { afterEach, expect, it, vi } from 'vitest';
import Fork from '../../../src/islands/Fork.svelte';
import Revisions from '../../../src/islands/Revisions.svelte';
import { examplesOf, first } from '../questions/examples';

const fail = () => Promise.reject(new Error('the code or the database is gone'));
const { kept } = vi.hoisted(() => ({ kept: [] as unknown[] }));
vi.mock('../../../src/learner/answers', () => ({
  settleFork: () => fail(),
  keepRevision: () => fail(),
  revisions: () => Promise.resolve(kept),
}));

const prompt = first(examplesOf('written')).question;
const slots = (text: string) => ({ slots: { [first(prompt.slots).id]: text }, ticks: [] });
const at = '2026-11-22T10:00:00.000Z';

let shown: Record<string, unknown> | undefined;
afterEach(async () => {
  if (shown) await unmount(shown);
  document.body.replaceChildren();
});

async function show(part: unknown, props: Record<string, unknown>, button: RegExp) {
  shown = mount(part as Component<Record<string, unknown>>, { target: document.body, props });
  flushSync();
  await tick();
  const found = [...document.querySelectorAll('button')].find(({ textContent }) =>
    button.test(textContent ?? ''),
  );
  if (!found) throw new Error(String(button));
  found.click();
  const status = () => document.querySelector('[role=status]')?.textContent;
  await vi.waitFor(() => expect(status()).toBeTruthy());
  return status();
}

it('says so when a choice between two texts could not be stored', async () => {
  const fork = {
    v: 1,
    learner: 'l',
    id: prompt.id,
    tab: 't',
    at,
    baseRev: 1,
    response: slots('B'),
  };
  const said = await show(Fork, { prompt, mine: slots('A'), fork }, /Keep the box below/);
  expect(said).toContain('Both texts are still kept.');
});

it('brings no earlier text back over words that could not be kept', async () => {
  kept.push({ v: 1, learner: 'l', id: prompt.id, n: 1, at, why: 'pause', response: slots('Old.') });
  const onback = vi.fn();
  const said = await show(Revisions, { prompt, onback }, /Bring version 1 back/);
  expect(said).toContain('nothing was changed');
  expect(onback).not.toHaveBeenCalled();
});
