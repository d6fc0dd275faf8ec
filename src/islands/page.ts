/** On every page: says whether work is saved, and whose it is. No framework, and the rest comes when it is needed. */
import {
  currentLearner,
  learnerChangedElsewhere,
  saveStatus,
  start,
  trouble,
} from '../learner/answers';
import type * as Sentences from './trouble';
import { saveWords } from './words';

const place = document.querySelector('[data-save]');
let told = false;
/** Where the sentences of trouble cannot be loaded, the word in the masthead stands alone. */
const withTrouble = (use: (sentences: typeof Sentences) => void) =>
  void import('./trouble').then(use, () => undefined);

saveStatus.subscribe((status) => {
  const { text, trouble } = saveWords(status);
  place?.classList.toggle('save--shown', text !== '');
  place?.classList.toggle('save--not', trouble);
  place?.querySelector('use')?.setAttribute('href', trouble ? '#warn' : '#tick');
  place?.lastElementChild?.replaceChildren(text);
  if (status.kind === 'not-saved') {
    told = true;
    withTrouble(({ sayNotSaved }) => sayNotSaved(status.why));
  } else if (told && status.kind === 'saved') {
    told = false;
    withTrouble(({ sayNothing }) => sayNothing());
  }
});
const tell = (text: string) => withTrouble(({ say }) => say(text));
trouble.subscribe((text) => {
  if (text) tell(text);
});
const who = document.querySelector<HTMLElement>('[data-who]');
currentLearner.subscribe((learner) => {
  if (!who) return;
  const name = learner?.name ?? '';
  who.hidden = name === '';
  who.replaceChildren(`Learner: ${name}`);
});
learnerChangedElsewhere.subscribe((changed) => {
  if (changed)
    tell('Another learner now uses this site in another tab. Reload this page to change.');
});

// Nothing here is awaited at the top: the chunk that this lies in is one that `states` imports.
void start().then(() => {
  if (!document.querySelector('[data-state-of], [data-unit-state], [data-start-unit]')) return;
  // Without a connection the static words stay, and the work itself is safe.
  import('./states').then(({ keepStates }) => keepStates()).catch(() => undefined);
});
