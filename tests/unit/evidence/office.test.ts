/** Opens the Word file with LibreOffice, as an assessor would. Skipped, by name, without it. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeWordFile } from '../../../src/evidence/bundle';
import { SENTENCES } from '../../../src/evidence/pack';
import { toRecord } from '../../../src/evidence/record';
import { printable } from '../../../src/evidence/text';
import { input } from './sample';

const has = (program: string, option: string): boolean => {
  try {
    execFileSync(program, [option], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};
const hasOffice = has('soffice', '--version');
const hasPdfInfo = has('pdfinfo', '-v');
const hasPdfToText = has('pdftotext', '-v');
const record = toRecord({ ...input, includePractice: true });
const unit = record.units[0] as (typeof record.units)[0];
const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();

describe('the Word file in LibreOffice', () => {
  let folder = '';
  const convert = (kind: string, ending: string): string => {
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        kind,
        '--outdir',
        folder,
        join(folder, 'pack.docx'),
      ],
      { stdio: 'ignore' },
    );
    return join(folder, `pack.${ending}`);
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'pack-'));
    writeFileSync(join(folder, 'pack.docx'), (await makeWordFile(record, unit)).bytes);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test.skipIf(!hasOffice)(
    'says everything in order: each reference, question, label and answer (skipped without soffice)',
    () => {
      const text = squeeze(readFileSync(convert('txt:Text (encoded):UTF8', 'txt'), 'utf8'));
      const expected = [
        'Evidence pack: Unit 1, Creating First Impressions',
        'Jodie Marsh',
        'Millbeck College & Sons',
        'Contents',
        'Declaration',
        'This is my own work.',
        'Evidence tracking sheet',
        SENTENCES.alternative,
        'Learning outcome',
        ...unit.outcomes.flatMap((one) => one.criteria.map((criterion) => criterion.text)),
        'No answer yet (—): 2.2, 2.4, 2.5.',
        'Counter-signer (if needed)',
        'R as your centre defines',
        ...record.items.flatMap((item) => [
          item.ref,
          item.question.text,
          ...item.answer.slots.flatMap(({ label, value }) => [label, printable(value)]),
          'For the assessor',
        ]),
        SENTENCES.practice,
        ...(record.practice ?? []).map(({ question }) => question),
      ];
      let at = 0;
      for (const words of expected.map(squeeze)) {
        const found = text.indexOf(words, at);
        expect(found, `"${words.slice(0, 60)}" after "${text.slice(at - 60, at)}"`).toBeGreaterThan(
          -1,
        );
        at = found + words.length;
      }
    },
    120_000,
  );

  test.skipIf(!hasOffice)(
    'has real headings, header rows, lists and line breaks (skipped without soffice)',
    () => {
      const html = readFileSync(convert('html', 'html'), 'utf8');
      const headings = [...html.matchAll(/<h([1-3])[^>]*>([\s\S]*?)<\/h\1>/gi)].map(
        ([, level, inside]) => `${level} ${squeeze((inside ?? '').replace(/<[^>]+>/g, ''))}`,
      );
      expect(headings.filter((heading) => !heading.startsWith('3'))).toEqual([
        '1 Evidence pack: Unit 1, Creating First Impressions',
        '2 Contents',
        '2 Declaration',
        '2 Evidence tracking sheet',
        ...record.items.map((item) => `2 ${item.ref}`),
        `2 ${SENTENCES.practice}`,
      ]);
      expect(headings.filter((heading) => heading === '3 For the assessor')).toHaveLength(6);
      expect(html.match(/<thead>/gi)).toHaveLength(4 + 6 + 1);
      expect(html).toMatch(/<ol>|<ol /i);
      expect(html).toMatch(/<ul>|<ul /i);
      expect(html).toMatch(/<html lang="en-GB"|lang="en-GB"/i);
      expect(html).toMatch(/What people think of you\s*<br\/?>\s*in the first seconds\./i);
    },
    120_000,
  );

  test.skipIf(!hasOffice || !hasPdfInfo)(
    'becomes a tagged PDF with H1, H2 and TH (skipped without soffice or pdfinfo)',
    () => {
      const pdf = convert(
        'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}',
        'pdf',
      );
      const tree = execFileSync('pdfinfo', ['-struct-text', pdf], { encoding: 'utf8' });
      for (const tag of [/^ *H1 /m, /^ *H2 /m, /^ *H3 /m, /^ *TH[:\s]/m, /^ *L[:\s]/m]) {
        expect(tree).toMatch(tag);
      }
      expect(tree.match(/^ *H2 /gm)).toHaveLength(3 + 6 + 1);
      const info = execFileSync('pdfinfo', [pdf], { encoding: 'utf8' });
      expect(info).toMatch(/Title: +Evidence pack: Unit 1, Creating First Impressions/);
    },
    120_000,
  );

  test.skipIf(!hasOffice || !hasPdfToText)(
    'keeps what an assessor signs on one page (skipped without soffice or pdftotext)',
    async () => {
      // Two to twelve lines: some of these answers end where the page has no room for all lines.
      const items = record.items.map((item, index) => {
        const value = 'A line.\n'.repeat(2 + index * 2).trim();
        return { ...item, answer: { ...item.answer, slots: [{ id: 'a', label: 'Words', value }] } };
      });
      writeFileSync(
        join(folder, 'pack.docx'),
        (await makeWordFile({ ...record, items }, unit)).bytes,
      );
      const text = execFileSync('pdftotext', [convert('pdf', 'pdf'), '-'], { encoding: 'utf8' });
      const signed = text.split('\f').filter((page) => page.includes('To fill in'));
      expect(signed).toHaveLength(record.items.length);
      for (const page of signed) {
        expect(page).toMatch(/For the assessor[\s\S]*Decision[\s\S]*Signature[\s\S]*Date/);
      }
    },
    120_000,
  );
});
