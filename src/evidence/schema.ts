/**
 * The record as valibot reads it from a file that a stranger may have made. It says the same as
 * `public/schemas/bundle-1.json`; a test holds the two equal.
 */
import * as v from 'valibot';
import { RECORD_SCHEMA, type BundleRecord } from './types';

/** Most characters in one text of the learner: more than a browser's text field takes with ease. */
const TEXT_LIMIT = 5_000_000;

const short = v.pipe(v.string(), v.maxLength(300));
const medium = v.pipe(v.string(), v.maxLength(20_000));
const long = v.pipe(v.string(), v.maxLength(TEXT_LIMIT));
const whole = (min: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(1_000_000));
const matching = (pattern: RegExp) => v.pipe(v.string(), v.maxLength(100), v.regex(pattern));

const uuid = matching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i);
const unitKey = matching(/^U\d\d$/);
const criterionKey = matching(/^U\d\d\.\d{1,2}\.\d{1,2}$/);
const ref = matching(/^U\d\d-\d\d$/);
const promptId = matching(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const dateTime = matching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
const dateTimeOrEmpty = v.union([dateTime, v.literal('')]);

/** `shape` is `strictObject` for the version we know, `looseObject` for a newer minor version. */
function recordSchema(shape: typeof v.strictObject) {
  const list = <T extends v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>>(
    one: T,
    most: number,
  ) => v.pipe(v.array(one), v.maxLength(most));
  const slots = list(shape({ id: short, label: medium, value: long }), 20);
  const criterion = shape({
    key: criterionKey,
    number: short,
    printed: short,
    text: medium,
    verb: short,
    rangePrompts: list(medium, 50),
  });
  const unit = shape({
    key: unitKey,
    number: whole(1),
    reference: short,
    title: short,
    level: whole(1),
    credit: whole(0),
    glh: shape({ appendix1: whole(0), appendix2: whole(0) }),
    outcomes: list(shape({ number: whole(1), title: medium, criteria: list(criterion, 50) }), 20),
    range: list(shape({ topic: medium, points: list(medium, 50) }), 50),
  });
  const item = shape({
    itemId: uuid,
    ref,
    promptId,
    unit: unitKey,
    acs: v.pipe(v.array(criterionKey), v.minLength(1), v.maxLength(50)),
    verb: short,
    question: shape({ text: medium }),
    answer: shape({
      slots,
      words: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000_000)),
    }),
    checklist: list(shape({ id: short, text: medium, ticked: v.boolean() }), 50),
    state: v.picklist(['draft', 'ready']),
    answeredAt: dateTimeOrEmpty,
    revision: whole(1),
    revisions: list(shape({ n: whole(1), at: dateTimeOrEmpty, why: short, slots }), 100),
    revisionsLeftOut: whole(0),
  });
  const gap = shape({
    unit: unitKey,
    ac: criterionKey,
    number: short,
    text: medium,
    refs: list(ref, 50),
  });
  const practice = shape({
    id: promptId,
    question: medium,
    acs: list(criterionKey, 50),
    tries: whole(0),
    last: v.exactOptional(
      shape({
        at: dateTimeOrEmpty,
        score: v.pipe(v.number(), v.minValue(0), v.maxValue(1_000_000)),
        outOf: v.pipe(v.number(), v.minValue(0), v.maxValue(1_000_000)),
      }),
    ),
    revealed: v.boolean(),
  });
  return shape({
    schema: v.literal(RECORD_SCHEMA),
    version: matching(/^1\.\d{1,3}$/),
    bundleId: uuid,
    revision: whole(1),
    previous: v.exactOptional(
      shape({ bundleId: uuid, revision: whole(1), digest: matching(/^[0-9a-f]{64}$/) }),
    ),
    createdAt: dateTime,
    clock: v.literal('device'),
    app: shape({ name: short, version: short }),
    course: shape({ version: short }),
    specification: shape({ version: short }),
    qualification: v.exactOptional(shape({ kind: short, title: short, number: short })),
    learner: shape({ code: matching(/^[A-Za-z0-9]{1,20}$/), name: medium }),
    centre: shape({ name: medium }),
    units: v.pipe(v.array(unit), v.minLength(1), v.maxLength(50)),
    methodKey: list(
      shape({ code: short, label: short, status: v.picklist(['settled', 'unsettled']) }),
      50,
    ),
    declaration: shape({
      textVersion: short,
      text: medium,
      agreed: v.boolean(),
      usedSources: v.picklist(['no', 'yes', 'not-answered']),
      sources: long,
    }),
    items: list(item, 2_000),
    gaps: list(gap, 2_000),
    practice: v.exactOptional(list(practice, 5_000)),
    extensions: v.record(v.string(), v.unknown()),
  });
}

const known = recordSchema(v.strictObject);
// The two builders take the same shapes and differ only in what they do with unknown members.
const newer = recordSchema(v.looseObject as unknown as typeof v.strictObject);

export type Read =
  | { record: BundleRecord; newer: boolean }
  /** where the fault is, as a path of member names */
  | { fault: string };

/** The record in a value that came from a file, or where it is at fault. Never throws. */
export function readRecord(value: unknown): Read {
  try {
    const version = (value as { version?: unknown } | null)?.version;
    const isNewer = typeof version === 'string' && version !== '1.0';
    const result = v.safeParse(isNewer ? newer : known, value, { abortEarly: true });
    if (result.success) return { record: result.output, newer: isNewer };
    return { fault: v.getDotPath(result.issues[0]) ?? 'the whole' };
  } catch {
    // A value nested too deeply for the stack.
    return { fault: 'the whole' };
  }
}
