/** The course as data: qualification → units → outcomes → criteria; lessons. Types only. */
import type { PracticeKind, Question, QuestionOf } from '../questions/types';

export interface Criterion {
  /** permanent: `U07.1.2` = unit 7, outcome 1, criterion 2 */
  key: string;
  /** shown to learners: "1.2" */
  number: string;
  /** as the specification prints it; differs in Unit 1, outcome 1 */
  printed: string;
  /** word for word from the specification */
  text: string;
  /** the command verb that the text starts with: "State", "Give examples"… */
  verb: string;
}
export interface Outcome {
  number: number;
  title: string;
  criteria: Criterion[];
}
/** One printed line of the specification's range (amplification), and the parts that lessons tag. */
export interface RangePoint {
  text: string;
  /** ids that `<Range id="…">` in a lesson teaches; empty until the unit has lessons */
  parts: string[];
}
export interface RangeTopic {
  topic: string;
  points: RangePoint[];
}
export interface Lesson {
  /** path of the MDX file, `/content/units/01-…/01-….mdx` */
  file: string;
  slug: string;
  /** 1, 2, 3… within the unit */
  number: number;
  title: string;
  summary: string;
  /** about how long it takes, practice and evidence included */
  minutes: number;
  /** what the learner will be able to do: each completes "you will be able to…" */
  able: string[];
  /** keys of the criteria it teaches */
  criteria: string[];
  /** practice questions and written prompts, in the order of the page */
  questions: Question[];
  /** h2 headings of the text, for the rail */
  headings: { id: string; text: string }[];
  /** range parts that the text teaches */
  range: string[];
  /** ids of the sources that the text cites */
  sources: string[];
}
export interface Unit {
  /** `U07` */
  key: string;
  number: number;
  slug: string;
  /** Highfield's unit code, `T/617/5410` */
  reference: string;
  title: string;
  titleInAppendix2: string;
  level: number;
  credit: number;
  /** guided learning hours as printed twice in the specification */
  glh: { appendix1: number; appendix2: number };
  /** one or two sentences that open the unit page */
  lead: string;
  /** what the learner will be able to do after the unit */
  able: string[];
  /** where the unit helps at work, in short lines */
  helps?: string[];
  outcomes: Outcome[];
  range: RangeTopic[];
  guidance?: string;
  /** empty: the unit has no lessons yet */
  lessons: Lesson[];
}
export interface Qualification {
  kind: 'Award' | 'Certificate' | 'Diploma';
  title: string;
  number: string;
  learningAimReference: string;
  credit: number;
  glh: number;
  tqt: number;
  rule: { minimumGlh: number } | { allUnits: true };
}
export interface MethodKey {
  code: string;
  label: string;
  /** settled: printed with its meaning in the specification; unsettled: the code alone is printed */
  status: 'settled' | 'unsettled';
}
export interface Erratum {
  unit: number;
  criterion?: string;
  about: string;
}
export interface Term {
  id: string;
  term: string;
  /** plain meaning, one or two sentences */
  meaning: string;
  example?: string;
}
/** A law, an official rule or a dated fact that lessons cite. */
export interface SourceEntry {
  id: string;
  title: string;
  /** where it holds: "Great Britain" */
  nation: string;
  about: string;
  url: string;
  /** days as `2026-11-22`: when somebody last looked, and when to look again */
  checked: string;
  review: string;
  status: 'settled' | 'changing';
  /** what may change; only where `status` is changing */
  note?: string;
}
/** An organisation that we made up, for learners who have no workplace to write about. */
export interface Brief {
  id: string;
  name: string;
  kind: string;
  lead: string;
  parts: BriefPart[];
}
interface BriefPart {
  id: string;
  title: string;
  text?: string[];
  list?: string[];
  steps?: string[];
  table?: { head: string[]; rows: string[][] };
  after?: string[];
}
export interface Verb {
  verb: string;
  /** completes "State means: …" */
  means: string;
}
export interface Course {
  version: string;
  specification: { title: string; version: string; source: string };
  sector: string;
  awardingOrganisation: string;
  framework: string;
  level: number;
  minimumAge: number;
  assessmentMethod: string;
  qualifications: Qualification[];
  trackingSheet: {
    header: string[];
    columns: string[];
    signatures: string[];
    methodKey: MethodKey[];
  };
  errata: Erratum[];
  units: Unit[];
  glossary: Term[];
  sources: SourceEntry[];
  briefs: Brief[];
  verbs: Verb[];
}

/** What is wrong in the authors' files, where, and how to mend it. */
export interface Problem {
  file: string;
  line: number;
  /** what was expected and what was found, in one or two sentences */
  message: string;
  /** what to do about it */
  mend: string;
}

/**
 * One unit as the portfolio and the exports need it; served as `/data/U01.json`.
 * `prompts` is empty until the unit has lessons.
 */
export interface UnitFile {
  courseVersion: string;
  specVersion: string;
  unit: Omit<Unit, 'lessons' | 'lead' | 'able' | 'helps'>;
  /** where each criterion is taught, and the ids of the practice questions that stand there */
  lessons: { title: string; href: string; criteria: string[]; practice: string[] }[];
  prompts: UnitPrompt[];
  /** the practice questions in the order of the lessons, with the keys of their criteria */
  practice: { id: string; criteria: string[]; ask: string }[];
  methodKey: MethodKey[];
  qualifications: Qualification[];
}
export interface UnitPrompt extends QuestionOf<'written'> {
  /** address of the lesson that holds it, without the base: `units/…/…/#u01-say-what` */
  href: string;
  lesson: string;
  verbMeans: string;
}

/**
 * The practice questions of one unit that fit a quick round, whole; served as
 * `/data/questions/U01.json`, for the review and for the check at the end of the unit.
 */
export interface PracticeFile {
  unit: Pick<Unit, 'key' | 'number' | 'title'>;
  /** `href` is without the base */
  lessons: { title: string; href: string }[];
  questions: { lesson: number; question: QuestionOf<PracticeKind> }[];
}
