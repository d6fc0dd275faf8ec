/** Where a page's own life is heard. */

export interface Page {
  /** `window` in a browser */
  target: EventTarget;
  hidden: () => boolean;
}

/**
 * Calls `leave` when a page is left or put in the background, `comeBack` when it is seen again,
 * also out of the back/forward cache (F18). Where `unsafe` says that words would be lost (F6), the
 * browser asks the learner before the page goes.
 */
export function listen(
  { target, hidden }: Page,
  leave: () => void,
  comeBack: () => void,
  unsafe: () => boolean,
): void {
  target.addEventListener('beforeunload', (event) => {
    if (unsafe()) event.preventDefault();
  });
  target.addEventListener('pagehide', leave);
  target.addEventListener('visibilitychange', () => (hidden() ? leave() : comeBack()));
  target.addEventListener('pageshow', (event) => {
    if ((event as PageTransitionEvent).persisted) comeBack();
  });
}
