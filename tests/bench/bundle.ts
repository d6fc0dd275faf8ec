/**
 * The work of an export, for the benchmark: `makeUnits` builds units with long answers, `exportAll`
 * turns them into a bundle, as the page does. No clock is read here; the caller measures.
 */
import type { UnitFile } from '../../src/course/types';
import { makeBundle, type MadeFile } from '../../src/evidence/bundle';
import { toRecord } from '../../src/evidence/record';
import type { Answer, Revision } from '../../src/learner/types';

export interface BenchInput {
  units: UnitFile[];
  answers: Answer[];
  revisions: Revision[];
}

const SENTENCE =
  'When a customer comes in I look up, smile and say good morning, so that they feel welcome. ';

function makeUnit(number: number, criteria: number): UnitFile {
  const key = `U${String(number).padStart(2, '0')}`;
  const list = Array.from({ length: criteria }, (_, index) => ({
    key: `${key}.1.${index + 1}`,
    number: `1.${index + 1}`,
    printed: `1.${index + 1}`,
    text: `State what front-line staff do about point ${index + 1} of this unit`,
    verb: 'State',
  }));
  return {
    courseVersion: '1.0.0',
    specVersion: '1.3, September 2020',
    unit: {
      key,
      number,
      slug: `unit-${number}`,
      reference: 'T/617/5410',
      title: `Unit ${number} of the benchmark`,
      titleInAppendix2: `Unit ${number} of the benchmark`,
      level: 1,
      credit: 2,
      glh: { appendix1: 16, appendix2: 16 },
      outcomes: [{ number: 1, title: 'Know what the benchmark asks', criteria: list }],
      range: [{ topic: 'Customer', points: [{ text: 'Internal and external', parts: [] }] }],
    },
    prompts: list.map((criterion, index) => ({
      kind: 'written',
      id: `${key.toLowerCase()}-prompt-${index + 1}`,
      criteria: [criterion.key],
      ref: `${key}-${String(index + 1).padStart(2, '0')}`,
      ask: `${criterion.text}.`,
      slots: ['one', 'two', 'three'].map((id) => ({ id, label: `Point ${id}`, lines: 3 })),
      checklist: ['before', 'inside', 'outside'].map((id) => ({ id, text: `customers ${id}` })),
      href: 'units/x/y/',
      lesson: 'A lesson',
      verbMeans: 'give the facts',
    })),
    practice: [],
    lessons: [],
    methodKey: [{ code: 'Q', label: 'Questioning', status: 'settled' }],
    qualifications: [],
  };
}

/**
 * `counts` holds the number of criteria of each unit: `[9]` is like Unit 1, thirteen twelves are 156.
 * Each answer has three parts of about 900 characters, and two earlier texts.
 */
export function makeUnits(counts: number[]): BenchInput {
  const units = counts.map((criteria, index) => makeUnit(index + 1, criteria));
  const prompts = units.flatMap((unit) => unit.prompts);
  const response = (count: number, index: number) => ({
    slots: Object.fromEntries(
      ['one', 'two', 'three'].map((id) => [id, `${index} ${id}\n${SENTENCE.repeat(count)}`]),
    ),
    ticks: ['before', 'inside'],
  });
  const common = { v: 1 as const, learner: 'bench', at: '2026-11-21T10:00:00.000Z' };
  return {
    units,
    answers: prompts.map(({ id, ask }, index) => ({
      ...common,
      id,
      rev: 9,
      parentRev: 8,
      tab: 'tab',
      response: response(10, index),
      attempts: [],
      revealed: false,
      questionText: ask,
      state: 'ready',
    })),
    revisions: prompts.flatMap(({ id }, index) =>
      [1, 2].map((n) => ({
        ...common,
        id,
        n,
        response: response(n * 3, index),
        why: 'pause' as const,
      })),
    ),
  };
}

/** 156 criteria, as in the Diploma. */
export const ALL_UNITS: number[] = Array.from({ length: 13 }, () => 12);

/** From stored answers to the finished zip: what the "Make my bundle" button does. */
export function exportAll(bench: BenchInput): Promise<MadeFile> {
  const record = toRecord({
    ...bench,
    learner: { code: 'BENCH', aim: 'Diploma' },
    details: { name: 'A Learner', centre: 'A Centre' },
    declaration: {
      agreed: true,
      usedSources: 'no',
      sources: '',
      textVersion: '1',
      text: 'This is my own work.',
    },
    bundleId: '810c0991-9831-4e3a-b070-7bf1343c0fac',
    revision: 1,
    now: '2026-11-22T15:00:00+00:00',
    app: { name: 'Frontline One', version: '1.0.0' },
  });
  return makeBundle(record);
}
