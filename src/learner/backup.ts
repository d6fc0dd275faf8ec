/** Backup to a file, restore from it, and clearing the device. Loaded on use. */
import { sha256 } from '@noble/hashes/sha2.js';
import { tab } from './answers';
import { everything, type Everything } from './everything';
import { isWritten } from './given';
import { isAnswer, isFork, isLearner, isRevision } from './guards';
import { keepIn } from './history';
import { learnersIn } from './new-learner';
import type { Tab } from './tab';
import type { Learner, Revision, SetAside } from './types';

const FORMAT = 'frontline-one-backup';
/** A backup is text: far more than one learner can write. */
const LIMIT = 20_000_000;
/** Of which what stands around the data. */
const FRAME = 1_000;
/** Answers are nested about six deep; a deeper file is not ours and could exhaust the stack. */
const DEPTH = 40;

/** What a backup file holds. `check` is the SHA-256 of `data` as JSON: it shows damage, no more. */
interface Backup {
  format: typeof FORMAT;
  v: 1;
  made: string;
  check: string;
  data: Everything;
}

const digest = (data: unknown): string =>
  Array.from(sha256(new TextEncoder().encode(JSON.stringify(data))), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');

/**
 * All that is kept: answers with their revisions, texts that wait for a choice, and records that
 * could not be read, as they were found. Only where texts are very long, old ones are left out.
 * Each written answer is kept as a revision first. Works where storage is blocked: then it holds
 * what is on the page.
 * @param scope this page's learner, or all learners of this device
 * @returns a file name without the learner's name, and the text of the file
 * @throws NotSaved only where the database was reached and then failed
 */
export async function makeBackup(
  scope: 'learner' | 'device' = 'learner',
  here: Tab = tab,
): Promise<{ name: string; json: string }> {
  await here.start();
  const of = () => (scope === 'learner' ? (here.currentLearner.get()?.id ?? '') : undefined);
  const { answers } = await everything(of(), here);
  await here.storage
    .transact('readwrite', async (stores) => {
      for (const answer of answers) {
        if (isWritten(answer.response)) await keepIn(stores, answer, 'export');
      }
    })
    .catch(() => undefined); // a full or blocked device is when a backup is wanted most
  const all = await everything(of(), here);
  const data: Everything = {
    ...all,
    learners: [...all.learners, ...strangers(all)],
    revisions: [],
    setAside: all.setAside.map(asJson),
  };
  data.revisions = newest(all.revisions, LIMIT - FRAME - JSON.stringify(data).length);
  const made = new Date().toISOString();
  const backup: Backup = { format: FORMAT, v: 1, made, check: digest(data), data };
  const code = scope === 'learner' ? all.learners[0]?.code : undefined;
  const name = [FORMAT, code, made.slice(0, 10)].filter(Boolean).join('_');
  return { name: `${name}.json`, json: JSON.stringify(backup) };
}

/** Learners of records that no learner here has (any more): a file without them is not sound. */
function strangers({ learners, answers, forks, revisions }: Everything): Learner[] {
  const ids = new Set([...answers, ...forks, ...revisions].map(({ learner }) => learner));
  for (const { id } of learners) ids.delete(id);
  return learnersIn(Array.from(ids, (id) => ({ id })));
}

/**
 * The revisions that fit, so that the file can be opened again: the newest of each answer first,
 * then the ones before.
 * @param room in signs of JSON
 */
function newest(revisions: readonly Revision[], room: number): Revision[] {
  const counts = new Map<string, number>();
  const ranked = [...revisions]
    .sort((a, b) => b.n - a.n)
    .map((revision) => {
      const of = key({ ...revision, n: 0 });
      const rank = counts.get(of) ?? 0;
      counts.set(of, rank + 1);
      return { revision, rank };
    })
    .sort((a, b) => a.rank - b.rank);
  let left = room;
  const kept = new Set(
    ranked
      .map(({ revision }) => revision)
      .filter((revision) => (left -= JSON.stringify(revision).length + 1) > 0),
  );
  return revisions.filter((revision) => kept.has(revision));
}

/** A record that could not be read may hold what JSON cannot say: big numbers, or itself. */
function asJson(record: SetAside): SetAside {
  const plain = (_: string, value: unknown) => (typeof value === 'bigint' ? `${value}` : value);
  try {
    const text = JSON.stringify(record.raw, plain) as string | undefined;
    return text === undefined ? record : { ...record, raw: JSON.parse(text) as unknown };
  } catch {
    return { ...record, raw: String(record.raw) };
  }
}

/**
 * Reads the text of a backup file. The text is not trusted: nothing is stored, and only records
 * that this version can read get through.
 * @returns the data, or in plain English why the file was refused
 */
export function openBackup(
  text: string,
): { ok: true; data: Everything } | { ok: false; reason: string } {
  const refuse = (reason: string) => ({ ok: false as const, reason });
  if (text.length > LIMIT) return refuse('This file is too big to be a backup.');
  if (tooDeep(text)) return refuse('This file is not a backup of Frontline One.');
  let file: Partial<Record<keyof Backup, unknown>> | null;
  try {
    // a key that could change the prototype of an object is left out
    file = JSON.parse(text.replace(/^\uFEFF/, ''), (key, value: unknown) =>
      key === '__proto__' ? undefined : value,
    ) as typeof file;
  } catch {
    return refuse('This file is damaged or cut short. Try another copy of your backup.');
  }
  if (typeof file !== 'object' || file?.format !== FORMAT) {
    return refuse('This file is not a backup of Frontline One.');
  }
  if (typeof file.v === 'number' && file.v > 1) {
    return refuse('This backup was made by a newer version. Reload this page, then try again.');
  }
  const { data } = file;
  if (file.v !== 1 || file.check !== digest(data) || !isEverything(data)) {
    return refuse('This backup was changed or damaged after it was made. Try another copy.');
  }
  return { ok: true, data };
}

/** Nesting, counted before parsing: brackets outside of quoted text. */
function tooDeep(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (quoted && sign === 92) at += 1;
    else if (sign === 34) quoted = !quoted;
    else if (quoted) continue;
    else if (sign === 91 || sign === 123) depth += 1;
    else if (sign === 93 || sign === 125) depth -= 1;
    if (depth > DEPTH) return true;
  }
  return false;
}

function isEverything(data: unknown): data is Everything {
  if (typeof data !== 'object' || data === null) return false;
  const { learners, answers, revisions, forks, setAside } = data as Record<string, unknown>;
  if (!list(learners, isLearner) || !list(setAside, isSetAside)) return false;
  const ids = new Set(learners.map(({ id }) => id));
  const owned = (record: { learner: string }) => ids.has(record.learner);
  return (
    list(answers, isAnswer) &&
    list(forks, isFork) &&
    list(revisions, isRevision) &&
    [...answers, ...forks, ...revisions].every(owned) &&
    [learners.map(({ id }) => id), answers.map(key), forks.map(key), revisions.map(key)].every(
      (keys) => new Set(keys).size === keys.length,
    )
  );
}

const key = (record: { learner: string; id: string; n?: number }): string =>
  JSON.stringify([record.learner, record.id, record.n]);

const list = <T>(value: unknown, guard: (one: unknown) => one is T): value is T[] =>
  Array.isArray(value) && value.every(guard);

const isSetAside = (value: unknown): value is SetAside =>
  typeof value === 'object' &&
  value !== null &&
  ['key', 'store', 'at', 'reason'].every(
    (field) => typeof (value as Record<string, unknown>)[field] === 'string',
  );

/**
 * Wipes everything from this device: database, journals, preferences, caches. The caller offers a
 * backup first. Resolves when it is all gone; then the caller reloads the page.
 */
export async function clearDevice(here: Tab = tab): Promise<void> {
  // pages with an open connection notice the deletion; this is for those that lost theirs
  here.tell({ learner: undefined, removed: true });
  here.forget();
  await here.storage.wipe();
}
