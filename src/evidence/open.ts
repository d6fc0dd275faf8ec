/**
 * Opens a bundle that someone handed in: untrusted until shown otherwise. Never throws, never
 * writes, renders nothing; gives plain data that must be shown as text only.
 */
import { digest, hex, type Algorithm } from './digest';
import { fingerprintOf, JSON_FILE } from './formats/json';
import { readRecord } from './schema';
import { RECORD_SCHEMA, type BundleRecord } from './types';
import { LIMITS, readDirectory, Refusal, shown, unpack, type Entry } from './unzip';

export interface FileProblem {
  /** path inside the bundle */
  file: string;
  what: 'damaged' | 'missing' | 'extra' | 'edited';
  /** one sentence that says it */
  say: string;
}

export interface Opened {
  kind: 'opened';
  record: BundleRecord;
  /** every file is there and is as it was when the bundle was made */
  complete: boolean;
  /** how many files the bundle has by its own list */
  files: number;
  problems: FileProblem[];
  /**
   * Those that touch what the learner handed in: not an assessor's notes in the Word file, and not
   * what a computer adds when it packs a folder again
   */
  harm: FileProblem[];
  /** SHA-256 of bundle.json as it is now, 64 hex digits */
  fingerprint: string;
  /** made by a newer version: shown as far as we know it, with all it holds kept in `record` */
  newer: boolean;
}

export interface Refused {
  kind: 'refused';
  /** what is wrong, in one sentence */
  reason: string;
  /** what was found */
  found: string;
  /** what to do about it */
  mend: string;
}

type Files = Map<string, Entry>;

const JSON_LIMIT = { bytes: 30_000_000, depth: 24, parts: 500_000 };
/** Room for each entry that a bundle may have. */
const MANIFEST_BYTES = LIMITS.entries * 350;
const NEW_COPY = 'Ask the learner for a fresh copy of the zip file.';

/**
 * Folder that everything is in: what stands before "data/bundle.json". Who unpacks a bundle and packs
 * it again may put a folder or two round its own.
 */
function baseOf(entries: Entry[]): string {
  const homes = entries
    .map(({ name }) => /^((?:[^/]+\/){0,3})data\/bundle\.json$/.exec(name)?.[1])
    .filter((base) => base !== undefined);
  const [base] = homes;
  if (base !== undefined && homes.length === 1) return base;
  if (entries.some(({ name }) => name === 'word/document.xml')) {
    throw new Refusal(
      'This is a Word file, not the zip file.',
      'It can be read in Word, but not checked here.',
      'Choose the file that starts with “CSL1_” and ends with “.zip”.',
    );
  }
  throw new Refusal(
    'This zip file is not a Frontline One bundle.',
    base === undefined ? 'It has no data/bundle.json.' : 'It has more than one data/bundle.json.',
    'Choose the file that starts with “CSL1_” and ends with “.zip”.',
  );
}

/** Refuses JSON that is too deep or has too many parts, before anything parses it. */
function boundJson(text: string): void {
  let depth = 0;
  let parts = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '"') {
      at++;
      while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
    } else if (character === '{' || character === '[') {
      depth++;
      parts++;
    } else if (character === '}' || character === ']') {
      depth--;
    } else if (character === ',') {
      parts++;
    }
    if (depth > JSON_LIMIT.depth || parts > JSON_LIMIT.parts) {
      throw new Refusal(
        'The record in the bundle is not one that Frontline One makes.',
        depth > JSON_LIMIT.depth ? 'It is nested too deeply.' : 'It has too many parts.',
        NEW_COPY,
      );
    }
  }
}

function parse(bytes: Uint8Array): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    boundJson(text);
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(
      'The record in the bundle cannot be read.',
      'data/bundle.json is damaged.',
      `${NEW_COPY} The Word file in the zip may still open in Word.`,
    );
  }
}

function checkVersion(value: unknown): void {
  const { schema, version } = (value ?? {}) as Record<string, unknown>;
  if (schema === RECORD_SCHEMA && typeof version === 'string' && /^1\.\d{1,3}$/.test(version))
    return;
  const told = typeof version === 'string' ? shown(version) : 'none';
  throw schema === RECORD_SCHEMA &&
    typeof version === 'string' &&
    /^\d{1,3}\.\d{1,3}$/.test(version)
    ? new Refusal(
        'The bundle was made by a version of Frontline One that this one cannot read.',
        `Version of the record: ${told}. This page reads version 1.`,
        'Open it with the newest Frontline One.',
      )
    : new Refusal(
        'The record in the bundle is not one that Frontline One makes.',
        `Version of the record: ${told}.`,
        NEW_COPY,
      );
}

/** What the record says about itself must fit together. */
function checkFit(record: BundleRecord): void {
  const criteria = new Map<string, string>();
  for (const unit of record.units) {
    for (const { key } of unit.outcomes.flatMap((outcome) => outcome.criteria)) {
      criteria.set(key, unit.key);
    }
  }
  const strangers = [
    ...record.items.flatMap((item) => item.acs.map((ac) => [ac, item.unit])),
    ...record.gaps.map((gap) => [gap.ac, gap.unit]),
  ].filter(([ac = '', unit]) => criteria.get(ac) !== unit);
  const keys = [record.items.map((item) => item.promptId), record.items.map((item) => item.ref)];
  const twice =
    keys.some((list) => new Set(list).size !== list.length) ||
    new Set(record.units.map((unit) => unit.key)).size !== record.units.length;
  if (strangers.length > 0 || twice) {
    throw new Refusal(
      'The record in the bundle does not fit together.',
      twice ? 'An answer or a unit is in it twice.' : 'An answer belongs to no criterion in it.',
      NEW_COPY,
    );
  }
}

/** "digest  path" lines as path → digest; undefined when a line is not one or there are too many. */
function readManifest(bytes: Uint8Array): Map<string, string> | undefined {
  if (bytes.length > MANIFEST_BYTES) return undefined;
  const lines = new TextDecoder()
    .decode(bytes)
    .split(/\r?\n/)
    .filter((line) => line !== '');
  const digests = new Map<string, string>();
  for (const line of lines) {
    const [, sum, path] = /^([0-9a-fA-F]{64,128})\s+\*?(.{1,200})$/.exec(line) ?? [];
    if (sum === undefined || path === undefined || digests.has(path)) return undefined;
    digests.set(path, sum.toLowerCase());
  }
  return digests;
}

const SAY: Record<FileProblem['what'], (file: string) => string> = {
  damaged: (file) => `${file} is not as it was when the bundle was made.`,
  missing: (file) => `${file} is missing.`,
  extra: (file) => `${file} was not in the bundle when it was made.`,
  edited: (file) =>
    `${file} was edited after export. That is fine for an assessor’s notes: bundle.json is the reference copy.`,
};

/** Holds every file against the manifests of the bag (RFC 8493, section 3). */
async function verify(
  bytes: Uint8Array,
  files: Files,
): Promise<{ problems: FileProblem[]; files: number }> {
  const problems: FileProblem[] = [];
  const add = (file: string, what: FileProblem['what']): void => {
    if (problems.some((problem) => problem.file === shown(file))) return;
    problems.push({ file: shown(file), what, say: SAY[what](shown(file)) });
  };
  const listed = new Set(['tagmanifest-sha512.txt', 'manifest-sha256.txt']);
  let readable = 0;
  const manifests: [name: string, algorithm: Algorithm][] = [
    ['manifest-sha256.txt', 'SHA-256'],
    ['tagmanifest-sha512.txt', 'SHA-512'],
  ];
  for (const [name, algorithm] of manifests) {
    const entry = files.get(name);
    const content = entry && unpack(bytes, entry);
    const digests = content && readManifest(content);
    if (!digests) {
      add(name, entry ? 'damaged' : 'missing');
      continue;
    }
    readable++;
    for (const [path, sum] of digests) {
      listed.add(path);
      const file = files.get(path);
      const unpacked = file && unpack(bytes, file);
      if (!file) add(path, 'missing');
      else if (!unpacked) add(path, 'damaged');
      else if (hex(await digest(algorithm, unpacked)) !== sum) {
        add(path, path.endsWith('.docx') ? 'edited' : 'damaged');
      }
    }
  }
  // Without its lists nobody can say which files are strangers.
  if (readable < manifests.length) return { problems, files: listed.size };
  for (const name of files.keys()) if (!listed.has(name)) add(name, 'extra');
  return { problems, files: listed.size };
}

/**
 * Opens a bundle. Takes the bytes of the chosen file; gives its record with what is wrong with its
 * files, or why it was refused. Never throws; nothing stored is touched.
 */
export async function openBundle(bytes: Uint8Array): Promise<Opened | Refused> {
  try {
    const entries = readDirectory(bytes);
    const base = baseOf(entries);
    const files: Files = new Map(
      entries.map((entry) => [
        entry.name.startsWith(base) ? entry.name.slice(base.length) : entry.name,
        entry,
      ]),
    );
    const entry = files.get(`data/${JSON_FILE}`);
    if (entry && entry.size > JSON_LIMIT.bytes) {
      throw new Refusal(
        'The record in the bundle is too big.',
        `${Math.ceil(entry.size / 1e6)} MB; ${JSON_LIMIT.bytes / 1e6} MB is the most.`,
        NEW_COPY,
      );
    }
    const json = entry && unpack(bytes, entry);
    if (!json) {
      throw new Refusal(
        'The record in the bundle cannot be read.',
        'data/bundle.json is damaged.',
        NEW_COPY,
      );
    }
    const value = parse(json);
    checkVersion(value);
    const read = readRecord(value);
    if ('fault' in read) {
      throw new Refusal(
        'The record in the bundle is not one that Frontline One makes.',
        `At fault: ${shown(read.fault)}.`,
        NEW_COPY,
      );
    }
    checkFit(read.record);
    const verified = await verify(bytes, files);
    return {
      kind: 'opened',
      record: read.record,
      complete: verified.problems.length === 0,
      ...verified,
      harm: verified.problems.filter(({ what }) => what !== 'edited' && what !== 'extra'),
      fingerprint: await fingerprintOf(json),
      newer: read.newer,
    };
  } catch (error) {
    if (error instanceof Refusal) {
      return { kind: 'refused', reason: error.message, found: error.found, mend: error.mend };
    }
    return {
      kind: 'refused',
      reason: 'The file could not be opened.',
      found: 'Reading it failed.',
      mend: 'Try again. If it fails again, ask the learner for a fresh copy of the zip file.',
    };
  }
}

export interface RestoreAnswer {
  /** prompt id */
  id: string;
  response: { slots: Record<string, string>; ticks: string[] };
  questionText: string;
  state: 'draft' | 'ready';
  /** ISO date-time with offset; the bundle's own where the answer's is not known */
  at: string;
}

/** The answers of an opened record, as the learner's store takes them. */
export const toRestore = (record: BundleRecord): RestoreAnswer[] =>
  record.items.map((item) => ({
    id: item.promptId,
    response: {
      slots: Object.fromEntries(item.answer.slots.map(({ id, value }) => [id, value])),
      ticks: item.checklist.filter(({ ticked }) => ticked).map(({ id }) => id),
    },
    questionText: item.question.text,
    state: item.state,
    at: item.answeredAt || record.createdAt,
  }));
