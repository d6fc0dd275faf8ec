/** Wakes the examples of the authors' pages. They keep nothing: no record stands behind them. */
import { hydrate, type Component } from 'svelte';
import { pages } from '../questions/views';
import type { Kind } from '../questions/types';
import { propsOf } from './props';
import Question from './Question.svelte';

async function wake(place: HTMLElement) {
  const props = propsOf(place);
  // Evidence has no frame of practice: its boxes are plain, and stay as the server drew them.
  if (!props) return;
  Object.assign(props, await pages[place.dataset['try'] as Kind]());
  hydrate(Question as unknown as Component<Record<string, unknown>>, { target: place, props });
  place.dataset['awake'] = '';
}

// One that cannot load stays readable, as the server drew it.
for (const place of document.querySelectorAll<HTMLElement>('[data-try]')) {
  void wake(place).catch((error: unknown) => console.warn(error));
}
