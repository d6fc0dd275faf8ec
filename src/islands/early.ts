/**
 * On pages whose parts are islands: what is pressed or chosen before a part is awake is handed on to
 * it once it is. A lesson does this by itself. Boxes to type in are taken up by their own parts.
 * It imports nothing, so that it stands in the page itself and is there before any part.
 */
type Control = HTMLButtonElement | HTMLInputElement;
/** A part that takes longer than this after a press says that it is not there yet. */
const PATIENCE = 5_000;

/** In the order of their presses; with a radio button or a tick, whether it was on. */
const pressed = new Map<Control, boolean>();

function remember({ type, target }: Event) {
  const sort = type === 'click' ? 'button' : ':is([type=radio], [type=checkbox], [type=file])';
  const control = (target as Element).closest<Control>(`astro-island[ssr] ${sort}`);
  if (!control) return;
  const first = pressed.size === 0;
  for (const other of pressed.keys()) {
    // of a group of radio buttons the last one counts
    if (other === control || (control.name && other.name === control.name)) pressed.delete(other);
  }
  pressed.set(control, (control as HTMLInputElement).checked);
  if (first) setTimeout(sayWhatSleeps, PATIENCE);
}

function handOn({ target }: Event) {
  for (const [control, on] of pressed) {
    if (!(target as Element).contains(control)) continue;
    pressed.delete(control);
    if (control.localName === 'button') control.click();
    else {
      // a part draws its controls as the record has them when it wakes
      if (control.type !== 'file') (control as HTMLInputElement).checked = on;
      control.dispatchEvent(new Event('change', { bubbles: true }));
    }
  }
}

function sayWhatSleeps() {
  const parts = new Set(Array.from(pressed.keys(), (one) => one.closest('astro-island')));
  for (const part of parts) {
    const notice = document.createElement('p');
    notice.className = 'notice small';
    notice.setAttribute('role', 'status');
    notice.textContent = 'This part has not loaded. Wait a moment, or reload the page.';
    part?.after(notice);
    part?.addEventListener('astro:hydrate', () => notice.remove(), { once: true });
  }
}

for (const type of ['click', 'change']) document.addEventListener(type, remember, true);
document.addEventListener('astro:hydrate', handOn, true);
