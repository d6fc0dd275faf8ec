/** What a page says when words cannot be saved: why, and what the learner can do now. */
import type * as Backup from '../learner/backup';
import type { SaveStatus } from '../learner/types';
import type * as Download from './download';

type Why = Extract<SaveStatus, { kind: 'not-saved' }>['why'];

const whyNot: Record<Why, string> = {
  full: 'This device has no room left, so your last words are not saved. Download a copy now, before you close this page.',
  blocked:
    'This browser does not let the site keep anything (a private window does this too). You can work, but your words go when you close the page. Download a copy before you leave.',
  newer:
    'A newer version of this site has used this device. Close all its other tabs and reload this page. Download a copy first if you have typed.',
  trouble: 'Something stopped the saving. The page keeps trying. Download a copy if this stays.',
};

const NO_COPY =
  'The copy could not be made. Do not close this page. Select your words, copy them, and put them into another program.';

const notice = document.querySelector<HTMLElement>('[data-notice]');

/** Shows a sentence under the masthead. */
export function say(text: string) {
  notice?.querySelector('p')?.replaceChildren(text);
  if (notice) notice.hidden = false;
}

/** Says why nothing is saved, and offers a copy. */
export function sayNotSaved(why: Why) {
  say(whyNot[why]);
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button button--plain button--small';
  button.textContent = 'Download a copy';
  // fetched now: when it is pressed, the connection may be gone as well
  const parts = Promise.all([import('../learner/backup'), import('./download')]);
  parts.catch(() => undefined);
  button.addEventListener('click', () => {
    parts.then(copy).catch(() => say(NO_COPY));
  });
  notice?.querySelector('p')?.append(' ', button);
}

/** Takes the notice away once the words are saved. */
export function sayNothing() {
  if (notice) notice.hidden = true;
}

async function copy([{ makeBackup }, { download }]: [typeof Backup, typeof Download]) {
  const { name, json } = await makeBackup();
  download(name, json, 'application/json');
}
