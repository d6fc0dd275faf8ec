/**
 * What a lesson does before its scripts have come. It stands in the page itself, so a slow
 * connection keeps nobody waiting: it notes that the learner has moved, remembers buttons that were
 * pressed, and says at once whether the choice in a single-choice question is right. A part that
 * wakes takes all of that over: `wake` undoes what was shown here, `awake` presses the buttons again,
 * and from then on the part speaks for itself, with the learner's record.
 */
import { behaviour } from '../questions/single-choice/behaviour';
import type { QuestionOf } from '../questions/types';
import { scoreLine } from '../questions/words';
import { sayAsleep } from './asleep';
import { propsOf } from './props';

const root = document.documentElement;
/** Opened again, or at a place of its own: drawn whole, so that the place is exact (layouts.css). */
const drawWhole = () => void (root.dataset['whole'] = '');
const [opened] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
if (location.hash || opened?.type !== 'navigate') drawWhole();

const MOVES = ['scroll', 'pointerdown', 'keydown', 'focusin'];
const PARTS = '[data-question], [data-docket]';

/** A part that still sleeps so long after something was done in it says so, in ms. */
const PATIENCE = 5000;
const waiting = new Set<Element>();

/** What to undo, and the buttons that were pressed with what they said, for each part that sleeps. */
const shown = new Map<Element, () => void>();
const pressed = new Map<Element, Map<HTMLElement, string>>();

const wordsOf = (button: HTMLElement) => button.textContent.trim();

// What is below grows while it is drawn, so its end is not where it seemed to be.
addEventListener('keydown', ({ key }) => void (key === 'End' && drawWhole()), true);

function move() {
  for (const type of MOVES) removeEventListener(type, move, true);
  root.dataset['moved'] = '';
  dispatchEvent(new Event('moved'));
}
for (const type of MOVES) addEventListener(type, move, { capture: true, passive: true });

/** Shows what the awake question will say about the chosen option. */
function mark(part: HTMLElement): void {
  undo(part);
  const { question } = propsOf(part) as { question: QuestionOf<'single-choice'> };
  const input = part.querySelector<HTMLInputElement>('.option :checked');
  const option = input?.closest('label');
  const status = part.querySelector('[role=status]');
  const said = [...(status?.childNodes ?? [])];
  const before = option?.className ?? '';
  const result = behaviour.mark(question, input?.value);
  if (result.status === 'blank') status?.replaceChildren(result.say);
  if (result.status === 'marked' && option) {
    const right = result.score > 0;
    status?.replaceChildren(scoreLine(result, 1, false));
    status?.parentElement?.classList.add('question__result--checked');
    option.classList.add(`option--${right ? 'right' : 'not'}`);
    option.append(remark(right, result.feedback[0]?.text ?? ''));
  }
  shown.set(part, () => {
    status?.replaceChildren(...said);
    status?.parentElement?.classList.remove('question__result--checked');
    if (!option) return;
    option.className = before;
    option.querySelector('.feedback')?.remove();
  });
}

/** Takes away what `mark` showed, once. @returns whether there was anything */
function undo(part: Element): boolean {
  shown.get(part)?.();
  return shown.delete(part);
}

/** As Feedback.svelte draws it. */
function remark(right: boolean, text: string): HTMLElement {
  const span = (...children: Node[]) => {
    const element = document.createElement('span');
    element.append(...children);
    return element;
  };
  const word = document.createElement('b');
  word.textContent = right ? 'Yes.' : 'Not this one.';
  const feedback = span(span(word, new Text(` ${text}`)));
  feedback.className = 'feedback small';
  const drawing = document.querySelector('svg.mark')?.cloneNode(true) as Element | undefined;
  if (drawing) {
    const name = right ? 'yes' : 'not';
    drawing.setAttribute('class', `mark mark--${name}`);
    drawing.firstElementChild?.setAttribute('href', `#${name}`);
    feedback.prepend(drawing);
  }
  return feedback;
}

/** Whatever is done in a part that sleeps waits until it is awake. @returns the part, if it sleeps */
function sleeping(target: EventTarget | null): HTMLElement | null {
  const part = (target as Element).closest<HTMLElement>(PARTS);
  if (!part || 'awake' in part.dataset) return null;
  if (!waiting.has(part)) setTimeout(sayIfAsleep, PATIENCE, part);
  waiting.add(part);
  return part;
}

function sayIfAsleep(part: HTMLElement) {
  if ('awake' in part.dataset || 'failed' in part.dataset) return;
  const notice = sayAsleep(
    part,
    part.dataset['docket'] === undefined
      ? 'This question has not loaded. Wait a moment, or reload the page.'
      : 'This part has not loaded, so your words are not saved yet. Wait a moment, or copy your text and reload the page.',
  );
  part.addEventListener('awake', () => notice.remove(), { once: true });
}

addEventListener('input', ({ target }) => void sleeping(target), true);
addEventListener(
  'click',
  ({ target }) => {
    if ((target as Element).closest('[href^="#"]')) drawWhole();
    const button = (target as Element).closest('button');
    const part = button && sleeping(button);
    if (!part) return;
    pressed.set(part, (pressed.get(part) ?? new Map()).set(button, wordsOf(button)));
    if (part.dataset['kind'] === 'single-choice') mark(part);
  },
  true,
);
// Another choice is a new answer: nobody has asked whether it is right.
addEventListener('change', ({ target }) => {
  const part = (target as Element).closest(PARTS);
  if (part && undo(part)) pressed.delete(part);
});
addEventListener('wake', ({ target }) => void undo(target as Element));
addEventListener('awake', ({ target }) => {
  const buttons = pressed.get(target as Element);
  if (!buttons) return;
  const at = document.activeElement as HTMLElement;
  const y = scrollY;
  for (const [button, words] of buttons) {
    // drawn as the record has it, it can be a button for something else
    if (wordsOf(button) === words) button.click();
  }
  // Parts move the focus to what was pressed, but the learner has gone on to another one.
  if (!at.closest(PARTS) || (target as Element).contains(at)) return;
  setTimeout(() => {
    at.focus({ preventScroll: true });
    scrollTo(scrollX, y);
  });
});

// Words in a docket that still sleeps are not saved: the browser asks before they go.
addEventListener('beforeunload', (event) => {
  const boxes = document.querySelectorAll<HTMLTextAreaElement>(
    '[data-docket]:not([data-awake]) textarea',
  );
  if ([...boxes].some(({ value }) => value.trim() !== '')) event.preventDefault();
});
