/**
 * Wakes the questions and dockets of a lesson when the learner first moves on the page, and at the
 * latest when it has been quiet for a while: opening a lesson costs little, and everything is there
 * before a question comes near or the connection goes. What was drawn on the server stays readable
 * if a part cannot load, and a text box stays a text box. Until then: lesson-early.ts.
 */
import { allAnswers, saveStatus, start } from '../learner/answers';
import { stateOf } from '../learner/progress';
import { sayAsleep } from './asleep';

const QUIET = 2000;
const ready = start();
const places = [...document.querySelectorAll<HTMLElement>('[data-question], [data-docket]')];

/** Settles when the learner moves, when a part is on the screen, or when it was quiet for a while. */
const moved = () =>
  new Promise<void>((resolve) => {
    const seen = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) go();
    });
    const go = () => {
      seen.disconnect();
      resolve();
    };
    if (location.hash || scrollY > 0 || 'moved' in document.documentElement.dataset) return go();
    addEventListener('moved', go, { once: true });
    for (const place of places) seen.observe(place);
    setTimeout(go, QUIET);
  });

/** All side by side, so that one that has to wait keeps no other asleep. */
async function wakeAll() {
  await moved();
  // Named at once, so that no chain of fetches forms (preload.mjs).
  const later = document.querySelector<HTMLTemplateElement>('template[data-later]');
  if (later) document.head.append(later.content);
  const parts = import('./parts');
  await Promise.all(
    places.map(async (place) => {
      try {
        await (await parts).wake(place);
        place.dataset['awake'] = '';
        place.dispatchEvent(new Event('awake', { bubbles: true }));
      } catch (error) {
        cannotWake(place, error);
      }
    }),
  );
}
void wakeAll().then(drawAll);

/** Draws what was left out below the screen (layouts.css), a piece in each frame. */
async function drawAll() {
  const pieces = document.querySelectorAll<HTMLElement>(
    ':is(.prose, .dockets, .practice__questions) > *',
  );
  for (const piece of pieces) {
    piece.dataset['drawn'] = '';
    await new Promise(requestAnimationFrame);
  }
  document.documentElement.dataset['whole'] = '';
}

function cannotWake(place: HTMLElement, error: unknown) {
  console.warn(error);
  place.dataset['failed'] = '';
  sayAsleep(
    place,
    place.querySelector('textarea')
      ? 'This part did not load, so your words are not saved yet. You can write here. Copy your text, then reload the page.'
      : 'This question did not load. Reload the page to answer it.',
  );
}

/** The bar at the foot on phones: how many of the lesson's parts have an answer. */
async function fillBar() {
  const bar = document.querySelector<HTMLProgressElement>('[data-bar]');
  if (!bar) return;
  const ids = new Set(places.map(({ dataset }) => dataset['question'] ?? dataset['docket']));
  const done = [...(await allAnswers()).values()].filter(
    (answer) => ids.has(answer.id) && (answer.attempts.length > 0 || stateOf(answer) !== 'none'),
  );
  bar.value = done.length;
  document
    .querySelector('[data-bar-words]')
    ?.replaceChildren(`${done.length} of ${bar.max} parts done`);
}

// Nothing is awaited at the top: the kinds of question import the chunk that this lies in.
/** Without a connection the bar stays as it is. */
const showBar = () => void fillBar().catch(() => undefined);
void ready.then(showBar);
let timer: ReturnType<typeof setTimeout> | undefined;
saveStatus.listen((status) => {
  if (status.kind !== 'saved') return;
  clearTimeout(timer);
  timer = setTimeout(showBar, 600);
});

// A lesson counts as begun with the first answer, not with the first look at it.
const lesson = document.querySelector<HTMLElement>('[data-lesson]');
const title = document.querySelector('h1')?.textContent?.trim();
const stop = saveStatus.listen((status) => {
  if (status.kind !== 'saved' || !lesson || !title) return;
  stop();
  const { lesson: href = '', unit } = lesson.dataset;
  const lastLesson = { href, title, unit: Number(unit), at: status.at };
  import('../learner/learners')
    .then(({ updateLearner }) => updateLearner({ lastLesson }))
    .catch(() => undefined);
});
