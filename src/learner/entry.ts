/** One answer as a page holds it. */
import { atom, type PreinitializedWritableAtom } from 'nanostores';
import type { NotSaved } from './storage';
import type { Answer, AnswerView, Base } from './types';

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
  writing: boolean;
  /** why the last write failed */
  failed?: NotSaved['why'] | undefined;
  /** runs out when no key was pressed for a while */
  pause?: ReturnType<typeof setTimeout> | undefined;
}

export const newEntry = (): Entry => ({
  view: atom<AnswerView>({ loaded: false, answer: undefined, fork: undefined }),
  changed: 0,
  saved: 0,
  writing: false,
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
