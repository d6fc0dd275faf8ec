/** READ-ME-FIRST.txt: what the folder is, for whoever opens it first. */
import { shortFingerprint } from '../digest';
import { SENTENCES } from '../pack';
import { longDateTime } from '../text';
import type { BundleRecord } from '../types';

export const README_FILE = 'READ-ME-FIRST.txt';

/** Takes the record, its full fingerprint, and the paths of the payload files. */
export function toReadme(record: BundleRecord, fingerprint: string, files: string[]): string {
  const lines = [
    'READ ME FIRST',
    '',
    `This folder holds evidence for ${record.units.map((unit) => `Unit ${unit.number} (${unit.title})`).join(', ')}.`,
    `Learner code: ${record.learner.code}. Revision: ${record.revision}.`,
    `Made: ${longDateTime(record.createdAt)} (clock of the learner's device).`,
    `Fingerprint: ${shortFingerprint(fingerprint)}`,
    `Full fingerprint (SHA-256 of data/bundle.json): ${fingerprint}`,
    '',
    'FOR THE LEARNER',
    'Hand in the zip file, or the Word file if your tutor asks for that.',
    'Keep a copy. To get your answers back on a device, open the zip file in Frontline One.',
    'If your name or other people are in the files, think about who you send them to.',
    '',
    'FOR THE ASSESSOR',
    'Start with the evidence pack. The Word file and the HTML file say the same.',
    'The tracking sheet is in the pack, and apart as a CSV file for spreadsheets.',
    SENTENCES.blank,
    SENTENCES.alternative,
    'You may write in the Word file. Its checksum then no longer fits, which is fine.',
    'data/bundle.json is the reference copy of what the learner handed in.',
    '',
    'FOR THE IQA AND EQS',
    'Every criterion stands once on the tracking sheet. A dash (—) means no answer yet.',
    'Every item has its own reference, such as U01-07, that stays the same in later revisions.',
    'The folder is a BagIt bag (RFC 8493): manifest-sha256.txt lists a checksum for each file.',
    'To check all files at once, open the zip file on the "Open a bundle" page of Frontline One.',
    SENTENCES.fingerprint,
    '',
    'FILES',
    ...files,
    '',
    SENTENCES.independent,
  ];
  // Windows Notepad of older machines needs the mark and CRLF to read this well.
  return '\uFEFF' + lines.join('\r\n') + '\r\n';
}
