/**
 * The evidence record: a frozen picture of one learner's written work, all that any format needs
 * and nothing else. Types only. Published as a JSON Schema in `public/schemas/bundle-1.json`.
 * It holds no decision, evidence type, grade or score on evidence: those belong to people.
 */
export const RECORD_SCHEMA = 'frontline-one/bundle';
export const RECORD_VERSION = '1.0';

export interface BundleRecord {
  schema: typeof RECORD_SCHEMA;
  /** major.minor: another major is refused, a newer minor is read and kept */
  version: string;
  /** random UUID of this bundle */
  bundleId: string;
  /** 1, 2, 3… : how often this learner made a bundle */
  revision: number;
  previous?: PreviousBundle;
  /** ISO 8601 date-time with offset, by the clock of the learner's device */
  createdAt: string;
  clock: 'device';
  app: { name: string; version: string };
  course: { version: string };
  specification: { version: string };
  /** the qualification that the learner aims for */
  qualification?: { kind: string; title: string; number: string };
  /** `name` is empty when the learner chose to leave it out */
  learner: { code: string; name: string };
  centre: { name: string };
  units: RecordUnit[];
  methodKey: { code: string; label: string; status: 'settled' | 'unsettled' }[];
  declaration: Declaration;
  /** in the order of units, criteria and prompts */
  items: Item[];
  /** criteria without an answer, so that no gap is hidden */
  gaps: Gap[];
  /** only if the learner asked for it; never evidence */
  practice?: PracticeResult[];
  /** the one place for what this version does not know */
  extensions: Record<string, unknown>;
}

export interface PreviousBundle {
  bundleId: string;
  revision: number;
  /** SHA-256 of its bundle.json, 64 hex digits */
  digest: string;
}

export interface RecordCriterion {
  /** `U01.1.1` */
  key: string;
  /** shown: "1.1" */
  number: string;
  /** as the specification prints it: "2.1" for U01.1.1 */
  printed: string;
  /** word for word from the specification */
  text: string;
  verb: string;
  /** what the learner was asked to think about: prompts to check the range, not answers */
  rangePrompts: string[];
}

export interface RecordUnit {
  /** `U01` */
  key: string;
  number: number;
  /** Highfield's unit code, `T/617/5410` */
  reference: string;
  title: string;
  level: number;
  credit: number;
  glh: { appendix1: number; appendix2: number };
  outcomes: { number: number; title: string; criteria: RecordCriterion[] }[];
  range: { topic: string; points: string[] }[];
}

export interface Declaration {
  textVersion: string;
  text: string;
  /** the learner ticked it on screen; a tick is a statement, not a signature */
  agreed: boolean;
  usedSources: 'no' | 'yes' | 'not-answered';
  /** what the learner used, and where; empty when nothing was typed */
  sources: string;
}

export interface SlotText {
  id: string;
  label: string;
  /** the learner's exact words */
  value: string;
}

export interface Item {
  /** UUID v5 of course and prompt: the same on every device */
  itemId: string;
  /** evidence reference, `U01-07` */
  ref: string;
  promptId: string;
  unit: string;
  /** keys of the criteria it answers */
  acs: string[];
  verb: string;
  /** the question as the learner saw it */
  question: { text: string };
  answer: { slots: SlotText[]; words: number };
  checklist: { id: string; text: string; ticked: boolean }[];
  /** the learner's own word on it */
  state: 'draft' | 'ready';
  /** when the answer was last changed; empty when not known */
  answeredAt: string;
  /** number of the text above: 1 when it was never changed after a pause */
  revision: number;
  /** earlier texts, oldest first */
  revisions: EarlierText[];
  /** earlier texts that were too long to travel; they stay in the learner's backup */
  revisionsLeftOut: number;
}

export interface EarlierText {
  n: number;
  at: string;
  why: string;
  slots: SlotText[];
}

export interface Gap {
  unit: string;
  /** criterion key */
  ac: string;
  number: string;
  text: string;
  /** references of the prompts that would answer it; empty while the unit has no lessons */
  refs: string[];
}

/** A practice question that the learner tried, or whose answer was shown. */
export interface PracticeResult {
  id: string;
  /** the question itself, by the course version of the bundle */
  question: string;
  /** keys of the criteria it practises */
  acs: string[];
  tries: number;
  /** 0 out of 0: practised, not marked */
  last?: { at: string; score: number; outOf: number };
  /** the learner looked at the answer */
  revealed: boolean;
}
