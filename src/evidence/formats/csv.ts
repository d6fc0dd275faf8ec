/** The tracking sheet as a table for spreadsheets (RFC 4180). */
import { SHEET_COLUMNS, toPack } from '../pack';
import { printable } from '../text';
import type { UnitFormat } from './index';

/**
 * A spreadsheet would run these as a formula, also after blanks, after signs that nobody sees, or in
 * their full-width form.
 */
const FORMULA = /^[\s\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069]*[=+\-@＝＋－＠]|^[\t\n]/;

/**
 * One field: never a formula (OWASP ASVS 1.2.10), quoted where RFC 4180 asks for it. Characters
 * that no document may hold go first, so that none of them can hide a formula.
 */
export function csvField(value: string): string {
  const clean = printable(value);
  const safe = FORMULA.test(clean) ? `'${clean}` : clean;
  return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows of fields as text: byte order mark for spreadsheets, CRLF after each row. */
export const toCsv = (rows: string[][]): string =>
  '\uFEFF' + rows.map((row) => `${row.map(csvField).join(',')}\r\n`).join('');

export const csv: UnitFormat = {
  id: 'csv',
  fileName: (unit) => `${unit.key}_tracking-sheet.csv`,
  render: (record, unit, fingerprint) => {
    const { sheet } = toPack(record, unit, fingerprint);
    return new TextEncoder().encode(toCsv([SHEET_COLUMNS, ...sheet.rows.map((row) => row.cells)]));
  },
};
