/** The journal of one page: text that is not saved yet, kept at once when the page may end. */
import { dirty, type Entry } from './entry';
import { JOURNAL } from './names';
import { dropJournal, keepJournal } from './storage';
import type { Journal, Learner } from './types';

export function createJournal(tab: string) {
  /** keys of journals whose text this page still has to store: its own, and some it took over */
  let held: string[] = [];

  /** Deletes the journals: their text is stored, or kept in a later one. */
  function release(but: string[] = []) {
    for (const key of held) if (!but.includes(key)) dropJournal(key);
    held = but;
  }

  /** Keeps what is unsaved, without waiting (F3, F4); false where there is no room for it. */
  function keep(all: Iterable<Entry>, learner: Learner | undefined): boolean {
    const entries: Journal['entries'] = [];
    for (const entry of all) {
      const { answer } = entry.view.value;
      const { base, running } = entry;
      if (!dirty(entry) || !answer) continue;
      entries.push({ ...(base && { base }), writing: !!running, answer });
    }
    const journal: Journal = { v: 1, tab, entries, ...(learner && { learner }) };
    if (entries.length === 0) return true;
    const kept = keepJournal(journal);
    if (kept) release([JOURNAL + tab]);
    return kept;
  }

  /** Keeps a journal of an earlier page until its text is stored. */
  const hold = (key: string) => void (held.includes(key) || held.push(key));

  return { keep, release, hold };
}
