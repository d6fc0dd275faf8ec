/**
 * Wakes the learner's own word on a unit: at once where it stands open, and when it is opened where
 * it is folded away, so that a unit's page costs nothing more until then.
 */

async function wake(place: HTMLElement) {
  const data = place.querySelector(':scope > script[type="application/json"]');
  const [{ hydrate }, { default: SelfCheck }] = await Promise.all([
    import('svelte'),
    import('./SelfCheck.svelte'),
  ]);
  // The props are what the server drew it from, so they fit.
  const props = JSON.parse(data?.textContent ?? '{}');
  hydrate(SelfCheck, { target: place, props });
  place.dataset['awake'] = '';
}

function wakeOrSay(place: HTMLElement) {
  wake(place).catch((error: unknown) => {
    console.warn(error);
    const notice = document.createElement('p');
    notice.className = 'notice small';
    notice.setAttribute('role', 'status');
    notice.textContent = 'This part did not load. Reload the page to use it.';
    place.append(notice);
  });
}

for (const place of document.querySelectorAll<HTMLElement>('[data-self]')) {
  const folded = place.closest('details');
  if (!folded || folded.open) wakeOrSay(place);
  else folded.addEventListener('toggle', () => wakeOrSay(place), { once: true });
}
