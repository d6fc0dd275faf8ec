/** On every page: says whether work is saved. No framework, and the rest comes when it is needed. */
import { learnerChangedElsewhere, saveStatus, start, trouble } from '../learner/answers';
import { saveWords } from './words';

const place = document.querySelector('[data-save]');
let told = false;

saveStatus.subscribe((status) => {
  const { text, trouble } = saveWords(status);
  place?.classList.toggle('save--shown', text !== '');
  place?.classList.toggle('save--not', trouble);
  place?.querySelector('use')?.setAttribute('href', trouble ? '#warn' : '#tick');
  place?.lastElementChild?.replaceChildren(text);
  if (status.kind === 'not-saved') {
    told = true;
    void import('./trouble').then(({ sayNotSaved }) => sayNotSaved(status.why));
  } else if (told && status.kind === 'saved') {
    told = false;
    void import('./trouble').then(({ sayNothing }) => sayNothing());
  }
});
const tell = (text: string) => void import('./trouble').then(({ say }) => say(text));
trouble.subscribe((text) => {
  if (text) tell(text);
});
learnerChangedElsewhere.subscribe((changed) => {
  if (changed)
    tell('Another learner now uses this site in another tab. Reload this page to change.');
});

await start();
if (document.querySelector('[data-state-of], [data-unit-state], [data-start-unit]')) {
  (await import('./states')).keepStates();
}
