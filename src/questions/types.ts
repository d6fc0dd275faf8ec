/**
 * The shapes that every question shares. Types only: nothing here reaches the browser.
 * A question is authored as YAML beside its lesson; its kind names the folder that knows it.
 */
import type { Flashcards } from './flashcards/schema';
import type { ListIt } from './list-it/schema';
import type { RewriteIt } from './rewrite-it/schema';
import type { ShortAnswer } from './short-answer/schema';
import type { SingleChoice } from './single-choice/schema';
import type { MultipleChoice } from './multiple-choice/schema';
import type { Matching } from './matching/schema';
import type { Ordering } from './ordering/schema';
import type { Grouping } from './grouping/schema';
import type { GapFill } from './gap-fill/schema';
import type { TrueFalseReason } from './true-false-reason/schema';
import type { SpotIt } from './spot-it/schema';
import type { Hotspot } from './hotspot/schema';
import type { Simulation } from './simulation/schema';
import type { Written } from './written/schema';

/** Registry of question shapes: one line for each kind. */
export interface Questions {
  'single-choice': SingleChoice;
  'multiple-choice': MultipleChoice;
  matching: Matching;
  ordering: Ordering;
  grouping: Grouping;
  'gap-fill': GapFill;
  'true-false-reason': TrueFalseReason;
  'spot-it': SpotIt;
  hotspot: Hotspot;
  'short-answer': ShortAnswer;
  'list-it': ListIt;
  'rewrite-it': RewriteIt;
  flashcards: Flashcards;
  simulation: Simulation;
  written: Written;
}

/** Registry of what a learner can give for each kind. All are plain JSON. */
export interface Responses {
  /** the id of the chosen option */
  'single-choice': string;
  /** ids of the chosen options */
  'multiple-choice': string[];
  /** pair id → id of the answer put beside it */
  matching: Record<string, string>;
  /** item ids, first to last */
  ordering: string[];
  /** item id → group id */
  grouping: Record<string, string>;
  /** gap id → option id */
  'gap-fill': Record<string, string>;
  /** whether the statement is true, and the id of the reason */
  'true-false-reason': { truth?: 'true' | 'false'; reason?: string };
  /** ids of the marked parts */
  'spot-it': string[];
  /** ids of the chosen places */
  hotspot: string[];
  'short-answer': { text: string };
  /** number of the line, from 1 → the learner's words */
  'list-it': Record<string, string>;
  /** the learner's words; ids of the ticked lines of the checklist */
  'rewrite-it': { text: string; ticks: string[] };
  /** the side shown first; ids of the cards known at the first look, known later, not known yet */
  flashcards: { from: 'term' | 'meaning'; known: string[]; later: string[]; again: string[] };
  /** ids of the choices made so far; those of earlier conversations that came to an end */
  simulation: { path: string[]; before: string[][] };
  /** slot id → the learner's words; ids of the ticked "have you thought about" lines */
  written: { slots: Record<string, string>; ticks: string[] };
}

export type Kind = keyof Questions;
export type QuestionOf<K extends Kind> = Questions[K];
export type Question = Questions[Kind];
/** Kinds that are marked at once; the rest (`written`) is marked by a person. */
export type PracticeKind = Exclude<Kind, 'written'>;

/** Feedback on one option, pair, item or gap, shown next to it. */
export interface Feedback {
  /** id of the option, pair, item or gap it is about */
  about: string;
  /** null: the software cannot know, so it says neither */
  right: boolean | null;
  /** one or two sentences that teach */
  text: string;
}

export type Mark =
  /** nothing to mark yet; `say` tells the learner what is missing ("Choose an answer first.") */
  | { status: 'blank'; say: string }
  /** a person marks it */
  | { status: 'for-assessor' }
  /** `say` is the result in the kind's own words, where the usual ones do not fit */
  | { status: 'marked'; score: number; outOf: number; feedback: Feedback[]; say?: string }
  /**
   * The software cannot know: practised, not marked. It is never called wrong, and it is remembered
   * as a try of 0 out of 0. `say` is the sentence beside the button.
   */
  | { status: 'compare'; score: 0; outOf: 0; say: string; feedback: Feedback[] };

export interface Behaviour<K extends Kind> {
  /** True when a stored or imported value is a response that this question can show. Never throws. */
  isResponse: (question: QuestionOf<K>, value: unknown) => value is Responses[K];
  /** What a response is worth. Pure: no clock, no store, no DOM; never throws. */
  mark: (question: QuestionOf<K>, response: Responses[K] | undefined) => Mark;
  /** The response that marks full, for "Show the answer"; null where there is no such thing. */
  solution: (question: QuestionOf<K>) => Responses[K] | null;
  /** The response as plain text lines, for exports and print. */
  toText: (question: QuestionOf<K>, response: Responses[K]) => string;
  /**
   * What was kept, with what was given before the page had read it: nothing of what was kept goes.
   * Left out where the later one simply takes the place of the earlier one.
   */
  join?: (kept: Responses[K], early: Responses[K]) => Responses[K];
  /**
   * Only where the learner marks, and the software never does. The words of the frame's button
   * before and after; with an empty `check` there is none before, and the view ends the try with
   * `oncheck`. `clear`: the next try starts from nothing.
   */
  own?: { check: string; again: string; clear?: boolean };
  /**
   * The last response checks itself. The frame then has no buttons of its own and shows no result:
   * the view shows it, and has a way to start again.
   */
  atOnce?: true;
}

/** What each kind's Svelte view is given. The view draws the answer area only. */
export interface ViewProps<K extends Kind> {
  question: QuestionOf<K>;
  response: Responses[K] | undefined;
  /** feedback of the try that was just checked; undefined before a check and after "Try again" */
  feedback: Feedback[] | undefined;
  /** feedback of the try before, shown quietly while the learner tries again */
  earlier: Feedback[] | undefined;
  /** unique on the page; prefix for ids and radio names */
  name: string;
  /**
   * called with each new response; the caller stores it. `still`: what was checked is the same, such
   * as after a tick beside it
   */
  onresponse: (response: Responses[K], still?: boolean) => void;
  /** checks what was given, as the button does; absent where nothing is checked */
  oncheck?: () => void;
  /** says a sentence in the question's live region ("Moved to place 2 of 4.") */
  say: (sentence: string) => void;
}
