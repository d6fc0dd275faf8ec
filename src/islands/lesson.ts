/**
 * Wakes the questions and dockets of a lesson, the first one first, each in a task of its own so
 * that the page never freezes. What was drawn on the server stays readable if a part cannot load,
 * and a text box stays a text box.
 */
import { hydrate, type Component } from 'svelte';
import { pages } from '../questions/views';
import type { Kind } from '../questions/types';
import { allAnswers, answer, saveStatus, start } from '../learner/answers';
import { stateOf } from '../learner/progress';
import { sayAsleep } from './asleep';
import { propsOf } from './props';
import StoredQuestion from './StoredQuestion.svelte';

const ready = start();

async function wake(place: HTMLElement) {
  const { docket, kind } = place.dataset;
  const props = propsOf(place) ?? {};
  if (docket === undefined) Object.assign(props, await pages[kind as Kind]());
  const part = docket === undefined ? StoredQuestion : (await import('./Docket.svelte')).default;
  // The props are what the server drew the part from, so they fit it.
  if (docket !== undefined) {
    await wasRead(docket);
    props['typed'] = typedIn(place);
  }
  hydrate(part as unknown as Component<Record<string, unknown>>, { target: place, props });
}

/** What was typed before this script came: handed on, so that it comes after what is stored. */
function typedIn(place: HTMLElement): Record<string, string> {
  const boxes = [...place.querySelectorAll('textarea')];
  return Object.fromEntries(boxes.map((box) => [box.dataset['slot'] ?? '', box.value]));
}

/** Settles when the record of an answer was read. */
async function wasRead(id: string): Promise<void> {
  await ready;
  await new Promise<void>((resolve) => {
    const stop = answer(id).subscribe((view) => {
      if (!view.loaded) return;
      resolve();
      queueMicrotask(() => stop());
    });
  });
}

const pause = () => new Promise((resolve) => setTimeout(resolve));
const places = [...document.querySelectorAll<HTMLElement>('[data-question], [data-docket]')];
const asleep = new Set(places);
/** Buttons that were pressed before their part was awake. */
const pressed = new Set<HTMLElement>();

async function wakeOrSay(place: HTMLElement) {
  try {
    await wake(place);
  } catch (error) {
    console.warn(error);
    sayAsleep(
      place,
      place.querySelector('textarea')
        ? 'This part did not load, so your words are not saved yet. You can write here. Copy your text, then reload the page.'
        : 'This question did not load. Reload the page to answer it.',
    );
  }
  asleep.delete(place);
  place.dataset['awake'] = '';
  for (const button of pressed) {
    if (!place.contains(button)) continue;
    pressed.delete(button);
    button.click();
  }
  await pause();
}

document.addEventListener(
  'click',
  (event) => {
    const button = (event.target as Element).closest('button');
    if (!button || ![...asleep].some((place) => place.contains(button))) return;
    pressed.add(button);
    move();
  },
  true,
);

/**
 * The first question comes at once; its modules are preloaded. The others come when the learner
 * first moves on the page, and at the latest when it has been quiet for a while, so that opening a
 * lesson costs little and everything is there before the connection may go.
 */
const MOVES = ['scroll', 'pointerdown', 'keydown', 'focusin'];
const QUIET = 5000;

async function wakeAll() {
  const [first, ...rest] = places;
  // A task of its own: reading this script and drawing the page were enough for one.
  await pause();
  if (first) await wakeOrSay(first);
  const seen = new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting)) move();
  });
  const moved = new Promise<void>((resolve) => {
    move = resolve;
    for (const type of MOVES) addEventListener(type, move, { capture: true, once: true });
    for (const place of rest) seen.observe(place);
    if (location.hash || scrollY > 0 || pressed.size > 0) resolve();
    setTimeout(resolve, QUIET);
  });
  await moved;
  seen.disconnect();
  for (const type of MOVES) removeEventListener(type, move, { capture: true });
  for (const place of rest) await wakeOrSay(place);
}
let move: () => void = () => {};
void wakeAll();

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
