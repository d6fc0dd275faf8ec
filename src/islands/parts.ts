/** Wakes one part of a lesson: a question or a docket. What wakes them, and when: lesson.ts. */
import { hydrate, type Component } from 'svelte';
import { answer, start } from '../learner/answers';
import type { Kind } from '../questions/types';
import { pages } from '../questions/views';
import { propsOf } from './props';
import StoredQuestion from './StoredQuestion.svelte';

/** Practice goes on where the record cannot be read for so long, in ms; words wait for it. */
const PATIENCE = 1000;
const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE));
/** Each part is woken in a task of its own, so that the page never freezes. */
let turn: Promise<unknown> = Promise.resolve();

/** What a learner gave to a docket before this script came. */
export interface Early {
  /** slot id → words */
  slots: Record<string, string>;
  /** whether each line of the checklist was ticked, in its order */
  ticked: boolean[];
}

/**
 * The props are what the server drew the part from, so they fit it. The record is read first, so
 * that what a learner did meanwhile comes after what is stored.
 * @throws when the code of its kind cannot be loaded
 */
export async function wake(place: HTMLElement): Promise<void> {
  const { docket, kind, question = '' } = place.dataset;
  const props = propsOf(place) ?? {};
  if (docket === undefined) Object.assign(props, await pages[kind as Kind]());
  const part = docket === undefined ? StoredQuestion : (await import('./Docket.svelte')).default;
  const read = wasRead(docket ?? question);
  await (docket === undefined ? Promise.race([read, patience]) : read);
  await (turn = turn.then(() => new Promise((resolve) => setTimeout(resolve))));
  place.dispatchEvent(new Event('wake', { bubbles: true }));
  if (docket !== undefined) props['early'] = givenIn(place);
  hydrate(part as unknown as Component<Record<string, unknown>>, { target: place, props });
}

function givenIn(place: HTMLElement): Early {
  const all = <T extends Element>(selector: string) => [...place.querySelectorAll<T>(selector)];
  return {
    slots: Object.fromEntries(
      all<HTMLTextAreaElement>('textarea').map((box) => [box.dataset['slot'] ?? '', box.value]),
    ),
    ticked: all<HTMLInputElement>('[type=checkbox]').map((box) => box.checked),
  };
}

/** Settles when the record of an answer was read. */
async function wasRead(id: string): Promise<void> {
  await start();
  await new Promise<void>((resolve) => {
    const stop = answer(id).subscribe(({ loaded }) => {
      if (!loaded) return;
      resolve();
      queueMicrotask(() => stop());
    });
  });
}
