/** One answer as a page holds it. */
import { atom, type PreinitializedWritableAtom } from 'nanostores';
import type { NotSaved } from './storage';
import { same } from './given';
import type { Answer, AnswerView, Base, Fork } from './types';
import { toFork } from './write';

/** What a learner's action can change in an answer. */
export type Change = Partial<
  Pick<Answer, 'response' | 'attempts' | 'revealed' | 'questionText' | 'state'>
>;

export interface Entry {
  view: PreinitializedWritableAtom<AnswerView>;
  /** the stored answer that the shown text was made from */
  base?: Base | undefined;
  /** counts changes; equal to `saved` when nothing is unsaved */
  changed: number;
  saved: number;
  /** the write that is on its way; one at a time */
  running?: Promise<void> | undefined;
  /** why the last write failed */
  failed?: NotSaved['why'] | undefined;
  /** runs out when no key was pressed for a while */
  pause?: ReturnType<typeof setTimeout> | undefined;
}

export const newEntry = (): Entry => ({
  view: atom<AnswerView>({ loaded: false, answer: undefined, fork: undefined }),
  changed: 0,
  saved: 0,
});

export const dirty = (entry: Entry): boolean => entry.changed !== entry.saved;

export const show = (entry: Entry, view: Partial<AnswerView>): void =>
  entry.view.set({ ...entry.view.value, ...view });

/** The answer after a change; a blank one is its start. */
export function changed(
  old: Answer | undefined,
  from: Pick<Answer, 'learner' | 'id' | 'tab'>,
  patch: Change,
): Answer {
  const blank = { v: 1 as const, rev: 0, parentRev: 0, response: null, revealed: false };
  return { ...blank, attempts: [], ...old, ...from, at: new Date().toISOString(), ...patch };
}

/**
 * Takes over what is stored, without touching text that is not saved yet.
 * @param tab id of the page
 * @param wrote what this page just wrote, where that is how it knows
 */
export function accept(tab: string, entry: Entry, stored?: Answer, fork?: Fork, wrote?: Answer) {
  const mine = entry.view.value.answer;
  // this page's text lost a race: the page goes on showing it, beside the one that won
  if (mine && stored && fork?.tab === tab)
    return show(entry, { loaded: true, fork: toFork(stored) });
  const typedOn = dirty(entry);
  // text that was typed on was made from what this page wrote, not from what it has not shown yet
  if (!typedOn || same(stored?.response, wrote?.response)) {
    entry.base = stored && { rev: stored.rev, tab: stored.tab };
  }
  show(entry, typedOn ? { loaded: true, fork } : { loaded: true, answer: stored, fork });
}
