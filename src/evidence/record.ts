/** From what is kept on the device to the evidence record. Pure: no clock, no store, no DOM. */
import { sha1 } from '@noble/hashes/legacy.js';
import type { UnitFile, UnitPrompt } from '../course/types';
import type { Answer, Learner, Revision } from '../learner/types';
import { hex } from './digest';
import { atOffsetOf, countWords, wellFormed } from './text';
import type { BundleRecord, EarlierText, Gap, Item, PracticeResult, SlotText } from './types';
import { RECORD_SCHEMA, RECORD_VERSION, type PreviousBundle, type RecordUnit } from './types';

/**
 * Earlier texts travel with the bundle up to this many characters in all, newest first: a bundle
 * must stay small enough to be opened (20 MB). The current answers are never shortened.
 */
export const EARLIER_TEXT_LIMIT = 2_000_000;
/** And up to this many for each answer. */
export const EARLIER_TEXTS_EACH = 100;

export interface RecordInput {
  /** the chosen units; answers to prompts of other units stay out */
  units: UnitFile[];
  /** all answers of this learner; practice answers are read only with `includePractice` */
  answers: Answer[];
  revisions: Revision[];
  learner: Pick<Learner, 'code' | 'aim'>;
  /** typed at export; empty strings where left out */
  details: { name: string; centre: string };
  declaration: {
    agreed: boolean;
    usedSources: 'no' | 'yes' | undefined;
    sources: string;
    textVersion: string;
    text: string;
  };
  /** a fresh UUID */
  bundleId: string;
  /** 1 for the learner's first bundle */
  revision: number;
  previous?: PreviousBundle;
  /** ISO 8601 date-time with offset, by the device's clock */
  now: string;
  app: { name: string; version: string };
  /** true: practice results go in, apart from evidence and marked as practice */
  includePractice?: boolean;
}

interface WrittenResponse {
  slots: Record<string, string>;
  ticks: string[];
}

/** The response to a written prompt, if that is what the stored value is. */
function asWritten(value: unknown): WrittenResponse | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { slots, ticks } = value as Partial<Record<keyof WrittenResponse, unknown>>;
  if (typeof slots !== 'object' || slots === null || Array.isArray(slots)) return undefined;
  if (!Object.values(slots).every((text) => typeof text === 'string')) return undefined;
  return {
    slots: slots as Record<string, string>,
    ticks: Array.isArray(ticks) ? ticks.filter((tick) => typeof tick === 'string') : [],
  };
}

/** True when the learner wrote something; ticks and spaces alone are no answer. */
const hasWords = (response: WrittenResponse | undefined): response is WrittenResponse =>
  response !== undefined && Object.values(response.slots).some((text) => text.trim() !== '');

/** Each slot of the prompt with the learner's words; words of a slot that is no more come last. */
function slotTexts(prompt: UnitPrompt, response: WrittenResponse): SlotText[] {
  const value = (id: string): string => wellFormed(response.slots[id] ?? '');
  const known = prompt.slots.map(({ id, label }) => ({ id, label, value: value(id) }));
  const others = Object.keys(response.slots)
    .filter((id) => !prompt.slots.some((slot) => slot.id === id) && value(id).trim() !== '')
    .sort()
    .map((id) => ({
      id,
      label: 'Written in a part that this question no longer has',
      value: value(id),
    }));
  return [...known, ...others];
}

const sameText = (a: SlotText[], b: SlotText[]): boolean =>
  JSON.stringify(a.map(({ id, value }) => [id, value])) ===
  JSON.stringify(b.map(({ id, value }) => [id, value]));

/** Namespace of this course's evidence items (a random UUID, fixed for good). */
const ITEM_NAMESPACE = '5e0b7f52-3c55-4a0e-9a43-7d6b0d0f6c11';

/** UUID v5 (RFC 9562, section 5.5) of a prompt: the same on every device. */
export function itemId(promptId: string): string {
  const namespace = Uint8Array.from(ITEM_NAMESPACE.replaceAll('-', '').match(/../g) ?? [], (pair) =>
    parseInt(pair, 16),
  );
  const name = new TextEncoder().encode(promptId);
  const bytes = sha1(Uint8Array.from([...namespace, ...name])).slice(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return hex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function toUnit({ unit, prompts }: UnitFile): RecordUnit {
  const rangePrompts = (key: string): string[] => [
    ...new Set(
      prompts
        .filter((prompt) => prompt.criteria.includes(key))
        .flatMap((prompt) => prompt.checklist.map((line) => line.text)),
    ),
  ];
  return {
    key: unit.key,
    number: unit.number,
    reference: unit.reference,
    title: unit.title,
    level: unit.level,
    credit: unit.credit,
    glh: { appendix1: unit.glh.appendix1, appendix2: unit.glh.appendix2 },
    outcomes: unit.outcomes.map((outcome) => ({
      number: outcome.number,
      title: outcome.title,
      criteria: outcome.criteria.map(({ key, number, printed, text, verb }) => ({
        key,
        number,
        printed,
        text,
        verb,
        rangePrompts: rangePrompts(key),
      })),
    })),
    range: unit.range.map(({ topic, points }) => ({
      topic,
      points: points.map((point) => point.text),
    })),
  };
}

const criteriaOf = ({ unit }: UnitFile) => unit.outcomes.flatMap((outcome) => outcome.criteria);

/** Prompts in the order of the criteria, so that the pack follows the tracking sheet. */
function promptsInOrder(file: UnitFile): UnitPrompt[] {
  const order = criteriaOf(file).map((criterion) => criterion.key);
  const place = (prompt: UnitPrompt): number => order.indexOf(prompt.criteria[0] ?? '');
  return [...file.prompts].sort((a, b) => place(a) - place(b) || (a.ref < b.ref ? -1 : 1));
}

/**
 * The criteria that no answer speaks to, in the order of the units.
 * Takes the chosen units and the learner's answers (answers to anything else are passed over).
 */
export function gaps(units: UnitFile[], answers: Answer[]): Gap[] {
  const written = new Set(
    answers.filter(({ response }) => hasWords(asWritten(response))).map(({ id }) => id),
  );
  return units.flatMap((file) =>
    criteriaOf(file)
      .map((criterion) => ({
        criterion,
        prompts: file.prompts.filter((prompt) => prompt.criteria.includes(criterion.key)),
      }))
      .filter(({ prompts }) => !prompts.some((prompt) => written.has(prompt.id)))
      .map(({ criterion, prompts }) => ({
        unit: file.unit.key,
        ac: criterion.key,
        number: criterion.number,
        text: criterion.text,
        refs: prompts.map((prompt) => prompt.ref).sort(),
      })),
  );
}

function toItem(
  file: UnitFile,
  prompt: UnitPrompt,
  answer: Answer,
  response: WrittenResponse,
  revisions: Revision[],
  now: string,
): Item {
  const slots = slotTexts(prompt, response);
  const kept = revisions
    .filter(({ id }) => id === prompt.id)
    .sort((a, b) => a.n - b.n)
    .flatMap(({ n, at, why, response: earlier }): EarlierText[] => {
      const words = asWritten(earlier);
      return words ? [{ n, at: atOffsetOf(at, now), why, slots: slotTexts(prompt, words) }] : [];
    });
  const last = kept.at(-1);
  const current = !last ? 1 : sameText(last.slots, slots) ? last.n : last.n + 1;
  const criterion = criteriaOf(file).find(({ key }) => key === prompt.criteria[0]);
  return {
    itemId: itemId(prompt.id),
    ref: prompt.ref,
    promptId: prompt.id,
    unit: file.unit.key,
    acs: [...prompt.criteria],
    verb: criterion?.verb ?? '',
    question: { text: wellFormed(answer.questionText ?? prompt.ask) },
    answer: { slots, words: slots.reduce((sum, slot) => sum + countWords(slot.value), 0) },
    checklist: prompt.checklist.map(({ id, text }) => ({
      id,
      text,
      ticked: response.ticks.includes(id),
    })),
    state: answer.state ?? 'draft',
    answeredAt: atOffsetOf(answer.at, now),
    revision: current,
    revisions: kept.filter(({ n }) => n < current),
    revisionsLeftOut: 0,
  };
}

/** Leaves out the oldest earlier texts when all together are too long to travel. */
function withinLimit(items: Item[]): Item[] {
  let room = EARLIER_TEXT_LIMIT;
  return items.map((item) => {
    const revisions: EarlierText[] = [];
    for (const earlier of item.revisions.slice(-EARLIER_TEXTS_EACH).reverse()) {
      room -= earlier.slots.reduce((sum, slot) => sum + slot.value.length, 0);
      if (room < 0) break;
      revisions.unshift(earlier);
    }
    return { ...item, revisions, revisionsLeftOut: item.revisions.length - revisions.length };
  });
}

/** What the learner did with practice questions; those that were neither tried nor shown stay out. */
function practiceOf(units: UnitFile[], answers: Answer[], now: string): PracticeResult[] {
  return units.flatMap((file) =>
    file.practice.flatMap(({ id, criteria, ask }): PracticeResult[] => {
      const answer = answers.find((one) => one.id === id);
      const last = answer?.attempts.at(-1);
      if (!answer || !(last || answer.revealed)) return [];
      return [
        {
          id,
          question: ask,
          acs: [...criteria],
          tries: answer.attempts.length,
          ...(last && {
            last: { at: atOffsetOf(last.at, now), score: last.score, outOf: last.outOf },
          }),
          revealed: answer.revealed,
        },
      ];
    }),
  );
}

/**
 * The evidence record of one learner: plain data, ready for every format.
 * An item for each prompt with an answer, drafts included; criteria without one are in `gaps`.
 * Throws a RangeError when there is no unit or `now` is no ISO date-time with offset: faults of the
 * caller, never of the learner.
 */
export function toRecord(input: RecordInput): BundleRecord {
  const { units, answers, revisions, learner, details, declaration, now } = input;
  const first = units[0];
  if (!first) throw new RangeError('a record needs at least one unit');
  const createdAt = atOffsetOf(now, now);
  if (createdAt === '') throw new RangeError(`not a date-time with offset: ${now}`);
  const qualification = first.qualifications.find(({ kind }) => kind === learner.aim);
  const items = units.flatMap((file) =>
    promptsInOrder(file).flatMap((prompt) => {
      const answer = answers.find(({ id }) => id === prompt.id);
      const response = asWritten(answer?.response);
      return answer && hasWords(response)
        ? [toItem(file, prompt, answer, response, revisions, createdAt)]
        : [];
    }),
  );
  return {
    schema: RECORD_SCHEMA,
    version: RECORD_VERSION,
    bundleId: input.bundleId,
    revision: input.revision,
    ...(input.previous && { previous: { ...input.previous } }),
    createdAt,
    clock: 'device',
    app: { ...input.app },
    // A cached unit can be older than the rest; both versions are then told.
    course: { version: [...new Set(units.map((unit) => unit.courseVersion))].join(', ') },
    specification: { version: [...new Set(units.map((unit) => unit.specVersion))].join(', ') },
    ...(qualification && {
      qualification: {
        kind: qualification.kind,
        title: qualification.title,
        number: qualification.number,
      },
    }),
    learner: { code: learner.code, name: wellFormed(details.name.trim()) },
    centre: { name: wellFormed(details.centre.trim()) },
    units: units.map(toUnit),
    methodKey: first.methodKey.map(({ code, label, status }) => ({ code, label, status })),
    declaration: {
      textVersion: declaration.textVersion,
      text: declaration.text,
      agreed: declaration.agreed,
      usedSources: declaration.usedSources ?? 'not-answered',
      sources: wellFormed(declaration.sources),
    },
    items: withinLimit(items),
    gaps: gaps(units, answers),
    ...(input.includePractice && { practice: practiceOf(units, answers, createdAt) }),
    extensions: {},
  };
}
