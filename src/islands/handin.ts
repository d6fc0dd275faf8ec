/** Makes the files that a learner hands in. Loaded only when a button asks for one. */
import type { UnitFile } from '../course/types';
import { makeBundle, makeWordFile } from '../evidence/bundle';
import { toRecord, type RecordInput } from '../evidence/record';
import type { BundleRecord } from '../evidence/types';
import { keepRevision, revisions } from '../learner/answers';
import { updateLearner } from '../learner/learners';
import type { Answer, Learner } from '../learner/types';
import { DECLARATION } from './declaration';
import { nowHere } from './words';

export interface HandIn {
  files: UnitFile[];
  answers: Answer[];
  learner: Learner;
  details: { name: string; centre: string };
  agreed: boolean;
  usedSources: 'no' | 'yes' | undefined;
  sources: string;
  includePractice: boolean;
}

async function record(input: HandIn) {
  const { files, answers, learner, details, agreed, usedSources, sources, includePractice } = input;
  const prompts = new Set(files.flatMap((file) => file.prompts.map(({ id }) => id)));
  const written = answers.filter(({ id }) => prompts.has(id));
  for (const { id } of written) await keepRevision(id, 'export');
  const kept = await Promise.all(written.map(({ id }) => revisions(id)));
  const last = learner.lastBundle;
  const parts: RecordInput = {
    units: files,
    answers,
    revisions: kept.flat(),
    learner,
    details,
    declaration: { ...DECLARATION, agreed, usedSources, sources },
    bundleId: crypto.randomUUID?.() ?? randomId(),
    revision: (last?.revision ?? 0) + 1,
    now: nowHere(),
    app: { name: 'Frontline One', version: files[0]?.courseVersion ?? '' },
    includePractice,
  };
  if (last) {
    parts.previous = { bundleId: last.id, revision: last.revision, digest: last.digest };
  }
  return toRecord(parts);
}

/** A random UUID where the page is served over plain http and `randomUUID` is missing. */
function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

export interface HandedOut {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
  fingerprint: string;
  /** writes down that the learner has it: the next one is a later revision */
  keep: () => Promise<unknown>;
}

const keep = (made: BundleRecord, digest: string) => () =>
  updateLearner({
    lastBundle: { id: made.bundleId, revision: made.revision, digest, at: made.createdAt },
  });

/** The zip of all chosen units. */
export async function bundle(input: HandIn): Promise<HandedOut> {
  const made = await record(input);
  const file = await makeBundle(made);
  return { ...file, keep: keep(made, file.fingerprint) };
}

/** The Word file of one unit. */
export async function wordFile(input: HandIn, unit: UnitFile): Promise<HandedOut> {
  const made = await record({ ...input, files: [unit] });
  const [only] = made.units;
  if (!only) throw new Error(`${unit.unit.key} is not in the record`);
  const file = await makeWordFile(made, only);
  return { ...file, keep: keep(made, file.fingerprint) };
}
