/**
 * What the paperwork of one unit says, apart from how a format draws it: one source for the Word
 * file, the HTML file and the CSV, so that they cannot tell different things. Pure.
 */
import { shortFingerprint } from './digest';
import { lastTry, longDate, longDateTime, shortDate } from './text';
import type { BundleRecord, Item, RecordCriterion, RecordUnit, SlotText } from './types';

export interface Pair {
  label: string;
  value: string;
}

export interface SheetRow {
  outcome: number;
  outcomeTitle: string;
  /** one text for each of `SHEET_COLUMNS` */
  cells: string[];
}

export interface PackItem {
  /** `U01-07`, also its anchor */
  ref: string;
  criteria: { label: string; text: string }[];
  question: string;
  answers: SlotText[];
  ticks: { text: string; word: string }[];
  facts: Pair[];
}

export interface Pack {
  title: string;
  /** on every page: "Learner code L7Q4X, revision 2" */
  mark: string;
  fingerprint: string;
  cover: Pair[];
  contents: { id: string; text: string }[];
  declaration: { text: string; facts: Pair[] };
  sheet: { rows: SheetRow[]; range: Pair[]; gaps: string };
  methodKey: string;
  versions: string;
  items: PackItem[];
  /** one text for each of `PRACTICE_COLUMNS`; undefined when the learner did not ask for it */
  practice: string[][] | undefined;
}

export const SENTENCES = {
  alternative:
    'This sheet is alternative paperwork. A centre must have had it approved by Highfield before the course starts. It is not an assessment decision.',
  blank:
    'Evidence type, portfolio reference, dates met, decisions and signatures are left blank. People fill them in.',
  ticks: 'The ticks are the learner’s own notes. They are not marked.',
  state: '“Draft” and “Ready to hand in” are the learner’s own words about their work.',
  practice: 'Practice results. Not evidence.',
  practiceMore:
    'The software marked these at once. A learner can try again as often as they like and can look at the answer. They do not show that a criterion is met. Questions that the learner did not use are not listed.',
  noPractice: 'The learner has not tried a practice question of this unit.',
  fingerprint:
    'The fingerprint shows that two people look at the same work. It does not show who wrote it, when, or with what help.',
  independent:
    'Frontline One is independent. It is not made or approved by Highfield Qualifications.',
};

/** Order of Appendix 3 of the specification, with what its notes ask for besides. */
export const SHEET_COLUMNS = [
  'Learning outcome',
  'Criterion',
  'Assessment criteria',
  'Range prompts',
  'Evidence type',
  'Evidence reference',
  'Portfolio reference (centre)',
  'Date answered (learner)',
  'Date fully met (assessor)',
  'Decision and initials (assessor)',
];

export const PRACTICE_COLUMNS = [
  'Question',
  'Criteria practised',
  'Tries',
  'Last try',
  'Answer shown',
];

/** Who signs, in the order of Appendix 3; it prints no learner line but its text asks for one. */
export const SIGNERS = [
  'Learner',
  'Assessor',
  'Counter-signer (if needed)',
  'IQA (if sampled)',
  'EQS (if sampled)',
];

/** What an assessor fills in for each item. */
export const ASSESSOR_LINES = [
  'Decision',
  'Comment for the learner',
  'Questions asked, with date',
  'Assessor’s name',
  'Signature',
  'Date',
];

const STATE_WORDS = { draft: 'Draft', ready: 'Ready to hand in' };
const SOURCE_WORDS = { no: 'No', yes: 'Yes', 'not-answered': 'Not answered' };

/** "1.1 (printed 2.1)" where the specification prints another number, else "1.1". */
const criterionLabel = ({ number, printed }: RecordCriterion): string =>
  number === printed ? number : `${number} (printed ${printed})`;

/** A date as told, or that it is not known. */
const orUnknown = (told: string): string => told || 'not known';

const itemsFor = (items: Item[], key: string): Item[] =>
  items.filter((item) => item.acs.includes(key));

function sheetRows(items: Item[], unit: RecordUnit): SheetRow[] {
  return unit.outcomes.flatMap((outcome) =>
    outcome.criteria.map((criterion) => {
      const found = itemsFor(items, criterion.key);
      return {
        outcome: outcome.number,
        outcomeTitle: outcome.title,
        cells: [
          `${outcome.number}. ${outcome.title}`,
          criterionLabel(criterion),
          criterion.text,
          criterion.rangePrompts.join(' '),
          '',
          found.map((item) => item.ref).join(', ') || '—',
          '',
          found.map((item) => orUnknown(shortDate(item.answeredAt))).join(', '),
          '',
          '',
        ],
      };
    }),
  );
}

/** Rows as they are printed: the title of an outcome in its first row, its number in the others. */
export const sheetCells = ({ sheet: { rows } }: Pack): string[][] =>
  rows.map(({ outcome, cells: [title = '', ...rest] }, index) => [
    rows[index - 1]?.outcome === outcome ? `${outcome}.` : title,
    ...rest,
  ]);

/** The method key as one sentence, with the codes that are not settled marked as such. */
const methodKeySentence = (key: BundleRecord['methodKey']): string =>
  key
    .map(({ code, label, status }) =>
      status === 'settled' ? `${code} ${label.toLowerCase()}` : `${code} as your centre defines`,
    )
    .join('; ');

/** The pack shows the answer itself; what came before it is in the record. */
function earlierTexts({ revisions, revisionsLeftOut }: Item): Pair[] {
  const first = revisions[0];
  const told = first
    ? `${revisions.length}, the first from ${orUnknown(longDate(first.at))}. To read them, open the zip file in Frontline One.`
    : '';
  const left =
    revisionsLeftOut > 0 ? `${revisionsLeftOut} more are only in the learner’s backup.` : '';
  return told || left ? [{ label: 'Earlier texts', value: `${told} ${left}`.trim() }] : [];
}

function toPackItem(item: Item, unit: RecordUnit, record: BundleRecord): PackItem {
  const criteria = unit.outcomes
    .flatMap((outcome) => outcome.criteria)
    .filter(({ key }) => item.acs.includes(key));
  const { declaration } = record;
  return {
    ref: item.ref,
    criteria: criteria.map((criterion) => ({
      label: `Criterion ${criterionLabel(criterion)}`,
      text: criterion.text,
    })),
    question: item.question.text,
    answers: item.answer.slots,
    ticks: item.checklist.map(({ text, ticked }) => ({
      text,
      word: ticked ? 'Ticked' : 'Not ticked',
    })),
    facts: [
      {
        label: 'Written',
        value: `Revision ${item.revision}, ${orUnknown(longDateTime(item.answeredAt))} (clock of the learner’s device)`,
      },
      { label: 'Learner’s own word on it', value: STATE_WORDS[item.state] },
      { label: 'Sources or AI used (whole pack)', value: SOURCE_WORDS[declaration.usedSources] },
      ...(declaration.sources.trim() === ''
        ? []
        : [{ label: 'What was used', value: declaration.sources }]),
      ...earlierTexts(item),
    ],
  };
}

function practiceTable(record: BundleRecord, unit: RecordUnit): Pack['practice'] {
  const own = unit.outcomes.flatMap((outcome) => outcome.criteria.map(({ key }) => key));
  return record.practice
    ?.filter(({ acs }) => acs.some((key) => own.includes(key)))
    .map(({ question, acs, tries, last, revealed }) => [
      question,
      acs.map((key) => labelOf(unit, key)).join(', '),
      String(tries),
      last ? lastTry(last) : '—',
      revealed ? 'Yes' : 'No',
    ]);
}

/**
 * All that the pack of one unit says. Takes the record, one of its units and the full fingerprint
 * (SHA-256 of bundle.json, 64 hex digits).
 */
export function toPack(record: BundleRecord, unit: RecordUnit, fingerprint: string): Pack {
  const items = record.items.filter((item) => item.unit === unit.key);
  const gaps = record.gaps.filter((gap) => gap.unit === unit.key);
  const criteria = unit.outcomes.reduce((sum, outcome) => sum + outcome.criteria.length, 0);
  const { qualification, learner, centre, declaration } = record;
  const practice = practiceTable(record, unit);
  return {
    title: `Evidence pack: Unit ${unit.number}, ${unit.title}`,
    mark: `Learner code ${learner.code}, revision ${record.revision}`,
    fingerprint: shortFingerprint(fingerprint),
    cover: [
      { label: 'Learner name', value: learner.name },
      { label: 'Learner code', value: learner.code },
      { label: 'Centre name', value: centre.name },
      {
        label: 'Qualification',
        value: qualification ? `${qualification.title}, ${qualification.number}` : '',
      },
      {
        label: 'Unit (number and reference)',
        value: `${unit.number} ${unit.title}, ${unit.reference}`,
      },
      { label: 'Level and credit', value: `Level ${unit.level}, ${unit.credit} credits` },
      { label: 'Bundle', value: `Revision ${record.revision}, ${record.bundleId}` },
      {
        label: 'Made',
        value: `${longDateTime(record.createdAt)} (clock of the learner’s device)`,
      },
      {
        label: 'Criteria with an answer',
        value: `${criteria - gaps.length} of ${criteria}`,
      },
      { label: 'Fingerprint', value: shortFingerprint(fingerprint) },
    ],
    contents: [
      { id: 'declaration', text: 'Declaration' },
      { id: 'tracking-sheet', text: 'Evidence tracking sheet' },
      ...items.map((item) => ({
        id: item.ref,
        text: `${item.ref}: criterion ${item.acs.map((key) => labelOf(unit, key)).join(', ')}`,
      })),
      ...(practice ? [{ id: 'practice', text: SENTENCES.practice }] : []),
    ],
    declaration: {
      text: declaration.text,
      facts: [
        {
          label: 'Learner’s answer on screen',
          value: declaration.agreed
            ? `Agreed, ${longDate(record.createdAt)} (clock of the learner’s device)`
            : 'Not agreed yet',
        },
        {
          label: 'Did you use sources, other people’s words or AI?',
          value: SOURCE_WORDS[declaration.usedSources],
        },
        { label: 'What you used, and where', value: declaration.sources },
        { label: 'Text of the declaration', value: `Version ${declaration.textVersion}` },
      ],
    },
    sheet: {
      rows: sheetRows(items, unit),
      range: unit.range.map(({ topic, points }) => ({ label: topic, value: points.join('; ') })),
      gaps:
        gaps.length === 0
          ? 'Every criterion has an answer.'
          : `No answer yet (—): ${gaps.map((gap) => gap.number).join(', ')}.`,
    },
    methodKey: methodKeySentence(record.methodKey),
    versions: `Specification version ${record.specification.version}. Course version ${record.course.version}. ${record.app.name} ${record.app.version}.`,
    items: items.map((item) => toPackItem(item, unit, record)),
    practice,
  };
}

function labelOf(unit: RecordUnit, key: string): string {
  const criterion = unit.outcomes
    .flatMap((outcome) => outcome.criteria)
    .find((one) => one.key === key);
  return criterion ? criterionLabel(criterion) : key;
}
