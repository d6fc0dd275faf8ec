/** Makes the files that a learner hands in. Loaded only when they are asked for. */
import { tagFiles } from './bag';
import { unitFormats } from './formats/index';
import { fingerprintOf, JSON_FILE, toJson } from './formats/json';
import { README_FILE, toReadme } from './formats/readme';
import type { BundleRecord, RecordUnit } from './types';
import { zip } from './zip';

export interface MadeFile {
  /** file name with its ending; ASCII, under 60 characters, no name of a person */
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** SHA-256 of the record's bundle.json, 64 hex digits */
  fingerprint: string;
}

/**
 * `CSL1_L7Q4X_U01_2026-11-22_r2`: course, learner code, units, date, revision. More units than the
 * name can hold are counted: `13-units`.
 */
export function bundleName(record: BundleRecord, units: RecordUnit[] = record.units): string {
  const code = record.learner.code.replace(/[^A-Za-z0-9]/g, '').slice(0, 8) || 'learner';
  const name = (part: string): string =>
    `CSL1_${code}_${part}_${record.createdAt.slice(0, 10)}_r${record.revision}`;
  const listed = name(units.map((unit) => unit.key).join('-'));
  // Room for ".docx" under the limit of 60.
  return listed.length <= 54 ? listed : name(`${units.length}-units`);
}

/**
 * The bundle: a zip with one folder, a BagIt bag (RFC 8493) of every format of every unit.
 * The same record always gives the same bytes.
 */
export async function makeBundle(record: BundleRecord): Promise<MadeFile> {
  const json = toJson(record);
  const fingerprint = await fingerprintOf(json);
  const formats = await Promise.all(unitFormats.map((load) => load()));
  const payload: [string, Uint8Array<ArrayBuffer>][] = [];
  for (const unit of record.units) {
    for (const format of formats) {
      const bytes = await format.render(record, unit, fingerprint);
      payload.push([`data/${format.fileName(unit)}`, bytes]);
    }
  }
  payload.push([`data/${JSON_FILE}`, json]);
  const paths = payload.map(([path]) => path);
  const readme = new TextEncoder().encode(toReadme(record, fingerprint, paths));
  const tags = await tagFiles(payload, [[README_FILE, readme]], record);
  const name = bundleName(record);
  const entries = [...tags, ...payload].map(([path, bytes]): [string, Uint8Array] => [
    `${name}/${path}`,
    bytes,
  ]);
  return { name: `${name}.zip`, bytes: zip(entries, record.createdAt), fingerprint };
}

/**
 * Just the Word file of one unit. Takes the record and one of its units; prints the same
 * fingerprint as the bundle of this record.
 */
export async function makeWordFile(record: BundleRecord, unit: RecordUnit): Promise<MadeFile> {
  const fingerprint = await fingerprintOf(toJson(record));
  const { docx } = await import('./formats/docx');
  const bytes = await docx.render(record, unit, fingerprint);
  return { name: `${bundleName(record, [unit])}.docx`, bytes, fingerprint };
}
