/**
 * Fills in what is on this device where static pages say "Nothing yet", and where to carry on.
 * Loaded when the record has been read; no framework.
 */
import { allAnswers, currentLearner, saveStatus } from '../learner/answers';
import { stateOf } from '../learner/progress';
import type { Answer } from '../learner/types';
import { count, stateWords } from './words';

const base = document.body.dataset['base'] ?? '/';

/** Fills every `[data-state-of]`, `[data-unit-state]` and `[data-unit-evidence]` on the page. */
function showStates(byId: Map<string, Answer>) {
  const states = (ids: string | undefined) =>
    (ids ?? '').split(' ').map((id) => stateOf(byId.get(id)));
  for (const place of document.querySelectorAll<HTMLElement>('[data-state-of]')) {
    const [state = 'none'] = states(place.dataset['stateOf']);
    paint(place, state, stateWords[state]);
  }
  for (const place of document.querySelectorAll<HTMLElement>('[data-unit-state]')) {
    const all = states(place.dataset['unitState']);
    const begun = all.filter((state) => state !== 'none').length;
    const ready = all.filter((state) => state === 'ready').length;
    if (ready === all.length) paint(place, 'ready', stateWords.ready);
    else if (begun > 0) paint(place, 'draft', `Started: ${begun} of ${all.length}`);
  }
  for (const place of document.querySelectorAll<HTMLElement>('[data-unit-evidence]')) {
    const all = states(place.dataset['unitEvidence']);
    const of = (state: string) => all.filter((each) => each === state).length;
    if (of('none') < all.length)
      place.textContent = `${of('ready')} ready, ${count(of('draft'), 'draft', 'drafts')}, ${of('none')} with nothing yet`;
  }
}

function paint(place: HTMLElement, state: 'none' | 'draft' | 'ready', words: string) {
  place.classList.remove('state--none', 'state--draft', 'state--ready');
  place.classList.add(`state--${state}`);
  place.querySelector('use')?.setAttribute('href', `#${state}`);
  const word = place.querySelector('[data-word]');
  if (word)
    word.textContent = word.classList.contains('unseen') ? ` ${words.toLowerCase()}` : words;
}

/**
 * "Carry on where you left off" on the home page; "Carry on" on the unit page. Before the first
 * answer the home page leads to the first of the units that the learner chose.
 */
function showCarryOn() {
  const { lastLesson: last, units = [] } = currentLearner.get() ?? {};
  const carry = document.querySelector('[data-carry]');
  const put = (name: string, text: string) =>
    carry?.querySelector(`[data-carry-${name}]`)?.replaceChildren(text);
  const chosen = document.querySelector(`[data-unit-row="${units[0]}"] a`);
  if (carry && chosen && !last) {
    put('title', chosen.textContent);
    put('place', `Unit ${units[0]}, the first of the units that you chose.`);
    put('link', `Go to Unit ${units[0]}`);
    carry
      .querySelector('[data-carry-link]')
      ?.setAttribute('href', chosen.getAttribute('href') ?? '');
    carry.querySelector('[data-carry-unit]')?.remove();
  }
  if (!last) return;
  if (carry) {
    put('words', 'Carry on where you left off');
    put('title', last.title);
    put('place', `Unit ${last.unit}`);
    put('link', 'Carry on with the lesson');
    carry.querySelector('[data-carry-link]')?.setAttribute('href', base + last.href);
    const unit = carry.querySelector('[data-carry-unit]');
    unit?.setAttribute('href', base + last.href.split('/').slice(0, 2).join('/') + '/');
    unit?.replaceChildren(`See all of Unit ${last.unit}`);
  }
  const begin = document.querySelector<HTMLElement>(`[data-start-unit="${last.unit}"]`);
  if (begin) {
    begin.setAttribute('href', base + last.href);
    begin.textContent = `Carry on: ${last.title}`;
  }
}

/** Shows the states now, and again whenever something was saved, here or in another tab. */
export function keepStates() {
  showCarryOn();
  // Without a connection the words on the page stay as they are; the work itself is safe.
  const refresh = () => void allAnswers().then(showStates, () => undefined);
  refresh();
  // A pause is soon enough, so that no keystroke waits for it.
  let timer: ReturnType<typeof setTimeout> | undefined;
  saveStatus.listen((status) => {
    if (status.kind !== 'saved') return;
    clearTimeout(timer);
    timer = setTimeout(refresh, 600);
  });
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) refresh();
  });
}
