/** What is kept on this device. Types only; every shape here has a version and stays readable. */

/** One learner on this device. Names and nicknames never leave it unasked. */
export interface Learner {
  v: 1;
  /** random, permanent */
  id: string;
  /** five letters and digits, printed on bundles in place of a name: `L7Q4X` */
  code: string;
  /** nickname; empty until the learner gives one */
  name: string;
  /** 1 to 8: a colour with a word of its own in the interface */
  colour: number;
  createdAt: string;
  aim: 'Award' | 'Certificate' | 'Diploma';
  /** numbers of the chosen units */
  units: number[];
  /** details typed at export, only if the learner asked to remember them */
  details?: { name: string; centre: string };
  lastBackupAt?: string;
  /** the bundle made last: its id and how many were made before it */
  lastBundle?: { id: string; revision: number; digest: string; at: string };
  /** where the learner was last, for "carry on": address without the base, and words to show */
  lastLesson?: { href: string; title: string; unit: number; at: string };
}

/** One try. 0 out of 0: practised, not marked; neither right nor wrong. */
export interface Attempt {
  at: string;
  score: number;
  outOf: number;
  /** how sure the learner said they were before checking, if they said so; never scored */
  sure?: 'sure' | 'think' | 'guess';
}

/** The stored answer to one question, practice or written. */
export interface Answer {
  v: 1;
  learner: string;
  /** question id */
  id: string;
  /** counts up by one with each write; order is by rev, never by clock */
  rev: number;
  /** the rev this one was made from; another value than rev - 1 shows a fork was settled */
  parentRev: number;
  /** random id of the tab that wrote it */
  tab: string;
  /** ISO date-time of this device's clock */
  at: string;
  /** what the learner gave; null when nothing (left blank or unreadable) */
  response: unknown;
  attempts: Attempt[];
  /** the answer was shown to the learner: apart from the score */
  revealed: boolean;
  /** written prompts only: the question as the learner saw it */
  questionText?: string;
  /** written prompts only: the learner's own word on it */
  state?: 'draft' | 'ready';
}

/** An earlier text of a written answer; append only. */
export interface Revision {
  v: 1;
  learner: string;
  id: string;
  /** 1, 2, 3… for this answer */
  n: number;
  at: string;
  response: unknown;
  /** why it was kept */
  why: 'pause' | 'leave' | 'ready' | 'fork' | 'restore' | 'export' | 'clear';
}

/** Two tabs wrote at once: the text that lost the race, kept until the learner chooses. */
export interface Fork {
  v: 1;
  learner: string;
  id: string;
  tab: string;
  at: string;
  baseRev: number;
  response: unknown;
}

/** A record that could not be read: set aside, never overwritten, shown and exported raw. */
export interface SetAside {
  key: string;
  store: string;
  at: string;
  reason: string;
  raw: unknown;
}

/**
 * The stored answer that a text was made from. The rev alone would not do: after site data was
 * cleared revs start again, and two tabs could mean different texts by the same one.
 */
export type Base = Pick<Answer, 'rev' | 'tab'>;

/**
 * Text that was not saved yet when a page was left: written at once, without waiting, and
 * replayed by revision when a page starts.
 */
export interface Journal {
  v: 1;
  tab: string;
  /** absent when the page was left before it knew its learner */
  learner?: Learner;
  entries: {
    base?: Base;
    /** a write of an earlier state of this text was on its way */
    writing: boolean;
    answer: Answer;
  }[];
}

export type SaveStatus =
  | { kind: 'quiet' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: string }
  | { kind: 'not-saved'; why: 'full' | 'blocked' | 'newer' | 'trouble' };

/** What a page shows of one answer. */
export interface AnswerView {
  /** false until the record was read */
  loaded: boolean;
  answer: Answer | undefined;
  /** text of another tab that this one must be chosen from */
  fork: Fork | undefined;
}
