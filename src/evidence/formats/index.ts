/** Registry of the formats that each unit is written in. Each is loaded only when it is used. */
import type { BundleRecord, RecordUnit } from '../types';

export interface UnitFormat {
  id: string;
  /** ASCII, with no name of a person in it */
  fileName: (unit: RecordUnit) => string;
  /**
   * The file. Takes the record, one of its units, and the fingerprint of the record's bundle.json
   * (64 hex digits). The same input always gives the same bytes.
   */
  render: (
    record: BundleRecord,
    unit: RecordUnit,
    fingerprint: string,
  ) => Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>>;
}

export const unitFormats: (() => Promise<UnitFormat>)[] = [
  () => import('./docx').then((file) => file.docx),
  () => import('./html').then((file) => file.html),
  () => import('./csv').then((file) => file.csv),
];
