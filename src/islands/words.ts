/** Words that several islands say the same way. */
import type { SaveStatus } from '../learner/types';

// A formatter is made when it is asked for: making one on every page held up the first answer.
const DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const;

/** `2026-11-22T10:42:00Z` → "10:42", by the device's clock; '' when it is not a date. */
export function time(iso: string): string {
  const date = new Date(iso);
  return Number.isNaN(date.valueOf()) ? '' : date.toTimeString().slice(0, 5);
}

/** `2026-11-22T10:42:00Z` → "22 November 2026", by the device's clock; '' when it is not a date. */
export function date(iso: string): string {
  const when = new Date(iso);
  return Number.isNaN(when.valueOf()) ? '' : when.toLocaleDateString('en-GB', DAY);
}

/** What the page says about saving, and whether it is trouble. */
export function saveWords(status: SaveStatus): { text: string; trouble: boolean } {
  switch (status.kind) {
    case 'quiet':
      return { text: '', trouble: false };
    case 'saving':
      return { text: 'Saving…', trouble: false };
    case 'saved':
      return { text: `Saved on this device ${time(status.at)}`, trouble: false };
    case 'not-saved':
      return { text: notSaved[status.why], trouble: true };
  }
}

const notSaved = {
  full: 'Not saved: storage is full',
  blocked: 'Cannot save here',
  newer: 'Cannot save here',
  trouble: 'Not saved yet',
} as const;

export const stateWords = {
  none: 'Nothing yet',
  draft: 'Draft',
  ready: 'Ready to hand in',
} as const;

/** Letters in which a number of things is said: 1 → "1 draft", 2 → "2 drafts". */
export function count(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}

/**
 * The present moment with the device's own offset from UTC, `2026-11-22T10:42:07+00:00`, so that
 * paperwork shows the learner's local time.
 */
export function nowHere(now = new Date()): string {
  const minutes = -now.getTimezoneOffset();
  const shifted = new Date(now.valueOf() + minutes * 60_000).toISOString().slice(0, 19);
  const two = (n: number) => String(Math.floor(Math.abs(n))).padStart(2, '0');
  return `${shifted}${minutes < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}
