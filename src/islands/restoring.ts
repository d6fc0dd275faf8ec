/** What a file would bring back, in words and numbers. Pure; the reading is done elsewhere. */
import type { RestoreItem, RestorePlan } from '../learner/restore';
import { count } from './words';

/** The learner's own words in a response, slot after slot; '' where there are none. */
export function textOf(response: unknown): string {
  if (typeof response !== 'object' || response === null || !('slots' in response)) return '';
  const { slots } = response;
  if (typeof slots !== 'object' || slots === null) return '';
  return Object.values(slots)
    .filter((text): text is string => typeof text === 'string' && text.trim() !== '')
    .join('\n');
}

/** The question of an item, as the learner saw it, or what else it is. */
export function questionOf({ there, here, id }: RestoreItem): string {
  const unit = /^(self|check)-u0?(\d+)/.exec(id);
  if (unit) return `${unit[1] === 'self' ? 'Your own word' : 'The check'} on Unit ${unit[2]}`;
  return there.questionText ?? here?.questionText ?? 'A practice question';
}

/** One line of the summary: what happens to how many answers, and to which. */
export interface Line {
  meeting: RestoreItem['meeting'];
  words: string;
  items: RestoreItem[];
}

/** The lines of the summary that have answers, the ones that change something first. */
export function summary(items: readonly RestoreItem[]): Line[] {
  const what: [RestoreItem['meeting'], (n: string) => string][] = [
    ['new', (n) => `${n} not on this device: added`],
    [
      'newer',
      (n) =>
        `${n} newer in the file: the file’s text is shown, the text here is kept as an earlier version`,
    ],
    ['joined', (n) => `${n} to practice questions: your tries from both places are put together`],
    ['both', (n) => `${n} changed in both places: you choose`],
    ['older', (n) => `${n} newer on this device: stays as it is`],
    ['same', (n) => `${n} the same in both places: nothing to do`],
  ];
  return what
    .map(([meeting, words]) => {
      const found = items.filter((item) => item.meeting === meeting);
      return { meeting, words: words(count(found.length, 'answer', 'answers')), items: found };
    })
    .filter((line) => line.items.length > 0);
}

/** How many answers a restore would add or change. */
export const changes = (plan: RestorePlan): number =>
  plan.items.filter(({ meeting }) => meeting !== 'same' && meeting !== 'older').length;

/** True when there is nothing in the file that this device does not have. */
export const nothingNew = (plan: RestorePlan): boolean =>
  changes(plan) === 0 && plan.learners.every(({ known }) => known);
