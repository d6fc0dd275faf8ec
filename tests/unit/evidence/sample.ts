/** A sample of Unit 1 with real criteria and answers that are hard to print. */
import type { Criterion, UnitFile, UnitPrompt } from '../../../src/course/types';
import { toRecord, type RecordInput } from '../../../src/evidence/record';
import type { BundleRecord } from '../../../src/evidence/types';
import type { Answer, Revision } from '../../../src/learner/types';

const TEXTS: [number: string, printed: string, text: string][] = [
  ['1.1', '2.1', 'State what a first impression is'],
  ['1.2', '2.2', 'Identify ways in which you can influence a first impression'],
  ['1.3', '2.3', 'List potential factors that can influence a customers’ first impression'],
  ['1.4', '2.4', 'State the importance of different factors that can influence a customer'],
  ['2.1', '2.1', 'Identify what skills can help create a good first impression'],
  ['2.2', '2.2', 'Describe how personal presentation can impress a customer'],
  ['2.3', '2.3', 'Identify ways to make a confident introduction'],
  ['2.4', '2.4', 'Describe how your personality can affect a customers’ first impression'],
  ['2.5', '2.5', 'Outline the role of body language in customer interactions'],
];

const criteria: Criterion[] = TEXTS.map(([number, printed, text]) => ({
  key: `U01.${number}`,
  number,
  printed,
  text,
  verb: text.split(' ')[0] ?? '',
}));

const prompts: UnitPrompt[] = criteria.map((criterion, index) => ({
  kind: 'written',
  id: `u01-prompt-${index + 1}`,
  criteria: [criterion.key],
  ref: `U01-0${index + 1}`,
  ask: `Question ${index + 1} on this: ${criterion.text}.`,
  slots: [
    { id: 'first', label: `First point of ${index + 1}`, lines: 3 },
    { id: 'second', label: `Second point of ${index + 1}`, lines: 3 },
  ],
  checklist: [
    { id: 'before', text: `what customers hear before they meet you (${index + 1})` },
    { id: 'inside', text: 'internal and external customers' },
  ],
  href: `units/creating-first-impressions/lesson/#u01-prompt-${index + 1}`,
  lesson: 'A lesson',
  verbMeans: 'give the facts in a few words',
}));

export const unit1: UnitFile = {
  courseVersion: '1.0.0',
  specVersion: '1.3, September 2020',
  lessons: [],
  unit: {
    key: 'U01',
    number: 1,
    slug: 'creating-first-impressions',
    reference: 'T/617/5410',
    title: 'Creating First Impressions',
    titleInAppendix2: 'Creating First Impressions',
    level: 1,
    credit: 2,
    glh: { appendix1: 16, appendix2: 16 },
    outcomes: [
      {
        number: 1,
        title: 'Understand the factors that can influence a customers’ first impressions',
        criteria: criteria.slice(0, 4),
      },
      {
        number: 2,
        title: 'Know how you can create a positive first impression',
        criteria: criteria.slice(4),
      },
    ],
    range: [
      { topic: 'Customer', points: [{ text: 'Both internal and external customers', parts: [] }] },
      {
        topic: 'Potential factors',
        points: [{ text: 'Advertising, previous experiences, word of mouth', parts: [] }],
      },
    ],
  },
  prompts,
  practice: criteria.map((criterion, index) => ({
    id: `u01-practice-${index + 1}`,
    // The last one practises two criteria.
    criteria: index === 8 ? ['U01.2.4', criterion.key] : [criterion.key],
    ask: `Practice ${index + 1}: is <b>this</b> “right” & kind?`,
  })),
  methodKey: [
    { code: 'Obs', label: 'Observation', status: 'settled' },
    { code: 'Q', label: 'Questioning', status: 'settled' },
    { code: 'R', label: 'R', status: 'unsettled' },
  ],
  qualifications: [
    {
      kind: 'Award',
      title:
        'Highfield Level 1 Award in Work-Related Studies for the Customer Service Sector (RQF)',
      number: '603/4351/5',
      learningAimReference: '60343515',
      credit: 6,
      glh: 45,
      tqt: 60,
      rule: { minimumGlh: 45 },
    },
  ],
};

/** What printers, spreadsheets and browsers trip over. */
export const NASTY = {
  emoji: 'Smile 😀 and 👩‍💼 greet.',
  rtl: 'They said مرحبا and שלום to me.',
  nul: 'before\u0000after',
  lone: 'half\uD83D a pair',
  nonCharacter: 'odd\uFFFE\uFFFFend',
  cdata: 'end ]]> of data',
  script: '</script><script>alert(1)</script><img src=x onerror=alert(1)>',
  formula: '=1+1',
  lines: Array.from({ length: 1000 }, (_, index) => `Line ${index + 1} of many.`).join('\n'),
  polish: 'Zażółć gęślą jaźń',
};

export const answerTo = (
  index: number,
  first: string,
  second = '',
  more: Partial<Answer> = {},
): Answer => ({
  v: 1,
  learner: 'learner-1',
  id: `u01-prompt-${index}`,
  rev: 4,
  parentRev: 3,
  tab: 'tab-1',
  at: '2026-11-21T10:42:00.000Z',
  response: { slots: { first, second }, ticks: ['inside'] },
  attempts: [],
  revealed: false,
  questionText: `Question ${index}, as the learner saw it?`,
  state: 'ready',
  ...more,
});

/** Practice: 1 was opened only, 2 was tried twice, 3 was tried, 9 was only shown its answer. */
const practised: Answer[] = [
  { id: 'u01-practice-1' },
  {
    id: 'u01-practice-2',
    attempts: [
      { at: '2026-11-20T10:00:00.000Z', score: 0, outOf: 1 },
      { at: '2026-11-20T10:01:00.000Z', score: 1, outOf: 1 },
    ],
    revealed: true,
  },
  { id: 'u01-practice-3', attempts: [{ at: '2026-11-20T10:02:00.000Z', score: 1, outOf: 3 }] },
  { id: 'u01-practice-9', revealed: true },
].map(({ id, ...more }) => {
  const answer = { ...answerTo(1, ''), id, response: 'an-option', ...more };
  delete answer.questionText;
  delete answer.state;
  return answer;
});

export const answers: Answer[] = [
  answerTo(1, 'What people think of you\nin the first seconds.\n\n  Two spaces lead.', NASTY.emoji),
  answerTo(2, NASTY.rtl, NASTY.nul),
  answerTo(3, NASTY.lone, NASTY.nonCharacter, { state: 'draft' }),
  answerTo(4, NASTY.cdata, NASTY.script),
  answerTo(5, NASTY.formula, NASTY.polish),
  answerTo(7, NASTY.lines, 'Call me on 07700 900123.'),
  // Ticks alone are no answer.
  answerTo(8, '   ', ''),
  ...practised,
];

export const revisions: Revision[] = [
  {
    v: 1,
    learner: 'learner-1',
    id: 'u01-prompt-1',
    n: 1,
    at: '2026-11-20T09:00:00.000Z',
    response: { slots: { first: 'An earlier try.', second: '' }, ticks: [] },
    why: 'pause',
  },
];

export const input: RecordInput = {
  units: [unit1],
  answers,
  revisions,
  learner: { code: 'L7Q4X', aim: 'Award' },
  details: { name: 'Jodie Marsh', centre: 'Millbeck College & Sons' },
  declaration: {
    agreed: true,
    usedSources: 'yes',
    sources: 'A leaflet on <first> impressions.',
    textVersion: '1',
    text: 'This is my own work.\nI have named every source and any use of AI.',
  },
  bundleId: '810c0991-9831-4e3a-b070-7bf1343c0fac',
  revision: 2,
  previous: {
    bundleId: '9a0c0991-9831-4e3a-b070-7bf1343c0fac',
    revision: 1,
    digest: 'ab'.repeat(32),
  },
  now: '2026-11-22T15:28:15+00:00',
  app: { name: 'Frontline One', version: '1.0.0' },
};

export const sample: BundleRecord = toRecord(input);
