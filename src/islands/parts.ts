/** Wakes one part of a lesson: a question or a docket. What wakes them, and when: lesson.ts. */
import { hydrate, type Component } from 'svelte';
import { answer, saveStatus, start } from '../learner/answers';
import type { Kind } from '../questions/types';
import { pages } from '../questions/views';
import { propsOf } from './props';
import StoredQuestion from './StoredQuestion.svelte';

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
  await wasRead(docket ?? question, docket !== undefined);
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

/**
 * Settles when the record of an answer was read.
 * @param must false: practice goes on while the record cannot be read; words wait for it
 */
async function wasRead(id: string, must: boolean): Promise<void> {
  await start();
  await new Promise<void>((resolve) => {
    const stops = [
      answer(id).subscribe(({ loaded }) => loaded && done()),
      saveStatus.subscribe(({ kind }) => !must && kind === 'not-saved' && done()),
    ];
    function done() {
      resolve();
      // not before the list of them is there
      queueMicrotask(() => stops.forEach((stop) => stop()));
    }
  });
}
