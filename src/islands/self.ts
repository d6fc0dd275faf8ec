/**
 * Wakes the learner's own word on a unit: at once where it stands open, and when it is opened where
 * it is folded away, so that a unit's page costs nothing more until then.
 */
import type { Component } from 'svelte';
import { sayAsleep } from './asleep';
import { propsOf } from './props';

async function wake(place: HTMLElement) {
  const [{ hydrate }, { default: SelfCheck }] = await Promise.all([
    import('svelte'),
    import('./SelfCheck.svelte'),
  ]);
  // The props are what the server drew it from, so they fit.
  hydrate(SelfCheck as unknown as Component<Record<string, unknown>>, {
    target: place,
    props: propsOf(place) ?? {},
  });
  place.dataset['awake'] = '';
}

function wakeOrSay(place: HTMLElement) {
  wake(place).catch((error: unknown) => {
    console.warn(error);
    sayAsleep(place, 'This part did not load. Reload the page to use it.');
  });
}

for (const place of document.querySelectorAll<HTMLElement>('[data-self]')) {
  const folded = place.closest('details');
  if (!folded || folded.open) wakeOrSay(place);
  else folded.addEventListener('toggle', () => wakeOrSay(place), { once: true });
}
