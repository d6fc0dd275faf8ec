import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { makeWordFile } from '../../../src/evidence/bundle';
import { csv, csvField, toCsv } from '../../../src/evidence/formats/csv';
import { docx } from '../../../src/evidence/formats/docx';
import { html } from '../../../src/evidence/formats/html';
import { unitFormats } from '../../../src/evidence/formats/index';
import { ROOM } from '../../../src/evidence/formats/ooxml';
import { SENTENCES, SHEET_COLUMNS, toPack } from '../../../src/evidence/pack';
import { toRecord } from '../../../src/evidence/record';
import { printable } from '../../../src/evidence/text';
import { answers, answerTo, input, NASTY, sample } from './sample';

const unit = sample.units[0] as (typeof sample.units)[0];
const FINGERPRINT = '9c4177e05b2ad318' + '0'.repeat(48);
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const htmlOf = async (record = sample): Promise<string> =>
  decode(await html.render(record, unit, FINGERPRINT));
const documentOf = async (record = sample): Promise<string> => {
  const parts = unzipSync(await docx.render(record, unit, FINGERPRINT));
  return decode(parts['word/document.xml'] ?? new Uint8Array());
};

describe('every format', () => {
  test('renders the sample, the same each time, under a nameless ASCII file name', async () => {
    const formats = await Promise.all(unitFormats.map((load) => load()));
    expect(formats.map(({ id }) => id)).toEqual(['docx', 'html', 'csv']);
    for (const format of formats) {
      const bytes = await format.render(sample, unit, FINGERPRINT);
      expect(bytes.length).toBeGreaterThan(500);
      expect(await format.render(sample, unit, FINGERPRINT)).toEqual(bytes);
      expect(format.fileName(unit)).toMatch(/^U01_[a-z-]+\.[a-z]+$/);
    }
  });

  test('renders a unit without any answer', async () => {
    const empty = toRecord({ ...input, answers: [], details: { name: '', centre: '' } });
    for (const load of unitFormats) {
      const format = await load();
      const bytes = await format.render(empty, unit, FINGERPRINT);
      expect(bytes.length).toBeGreaterThan(500);
    }
    expect(toPack(empty, unit, FINGERPRINT).sheet.rows.map(({ cells }) => cells[5])).toEqual(
      Array.from({ length: 9 }, () => '—'),
    );
  });

  test('never says that something is passed or achieved, and prints no evidence type', async () => {
    for (const text of [await htmlOf(), await documentOf()]) {
      expect(text).not.toMatch(/passed|achieved|competent/i);
    }
    for (const { cells } of toPack(sample, unit, FINGERPRINT).sheet.rows) {
      const blank = [4, 6, 8, 9].map((column) => cells[column]);
      expect(blank).toEqual(['', '', '', '']);
    }
  });
});

describe('the tracking sheet', () => {
  test('has each criterion once, gaps as a dash, both numbers where print differs', () => {
    const { rows } = toPack(sample, unit, FINGERPRINT).sheet;
    expect(rows.map(({ cells }) => [cells[1], cells[5], cells[7]])).toEqual([
      ['1.1 (printed 2.1)', 'U01-01', '21 Nov 2026'],
      ['1.2 (printed 2.2)', 'U01-02', '21 Nov 2026'],
      ['1.3 (printed 2.3)', 'U01-03', '21 Nov 2026'],
      ['1.4 (printed 2.4)', 'U01-04', '21 Nov 2026'],
      ['2.1', 'U01-05', '21 Nov 2026'],
      ['2.2', '—', ''],
      ['2.3', 'U01-07', '21 Nov 2026'],
      ['2.4', '—', ''],
      ['2.5', '—', ''],
    ]);
  });
});

describe('csv', () => {
  test('is RFC 4180 with a byte order mark, and opens with the columns', () => {
    const bytes = csv.render(sample, unit, FINGERPRINT) as Uint8Array;
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows = decode(bytes).split('\r\n');
    expect(rows[0]).toContain(SHEET_COLUMNS.slice(0, 4).join(','));
    expect(rows).toHaveLength(11);
    expect(rows[1]).toContain('1. Understand the factors that can influence');
  });

  test.each([
    '=1+1',
    '+1',
    '-1',
    '@a',
    '\t=1',
    ' =1',
    '\u0000=1',
    '\uFFFE=1',
    '＝1',
    '\u200B=1',
    '\u202E=1',
    '\u2066\u00AD=1',
    '\n=1',
  ])('makes no formula of %j', (text) => {
    expect(csvField(text).replace(/^"/, '')).toMatch(/^'/);
  });

  /** A reader of RFC 4180, apart from the writer. */
  function readCsv(text: string): string[][] {
    const rows: string[][] = [[]];
    let field = '';
    let quoted = false;
    for (let at = 1; at < text.length; at++) {
      const sign = text[at] as string;
      if (quoted) {
        if (sign !== '"') field += sign;
        else if (text[at + 1] === '"') {
          field += '"';
          at++;
        } else quoted = false;
      } else if (sign === '"') quoted = true;
      else if (sign === ',' || (sign === '\r' && text[at + 1] === '\n')) {
        rows.at(-1)?.push(field);
        field = '';
        if (sign === '\r') {
          rows.push([]);
          at++;
        }
      } else field += sign;
    }
    return rows.slice(0, -1);
  }

  test('any text comes back as it was, at most with an apostrophe before it', () => {
    const texts = fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 4 }));
    fc.assert(
      fc.property(texts, (rows) => {
        const read = readCsv(toCsv(rows));
        expect(read.map((row) => row.length)).toEqual(rows.map((row) => row.length));
        read.flat().forEach((field, index) => {
          expect(field.replace(/^[\s\u200B-\u200F]*/, '')).not.toMatch(/^[=+\-@＝＋－＠]/);
          const text = printable(rows.flat()[index] ?? '');
          expect([text, `'${text}`]).toContain(field);
        });
      }),
    );
  });
});

describe('html', () => {
  test('has no script, loads nothing, and its policy allows its own style only', async () => {
    const text = await htmlOf();
    expect(text).not.toMatch(/<script/i);
    const { document } = new JSDOM(text).window;
    const style = document.querySelector('style')?.textContent ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(
      document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content'),
    ).toBe(`default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`);
    expect(style).not.toMatch(/url\(|@import/);
    for (const element of document.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) {
        expect(name).not.toMatch(/^(?:on|src|style$)/);
        if (name === 'href') expect(value).toMatch(/^#/);
      }
    }
  });

  test('shows every answer as text, exactly', async () => {
    const { document } = new JSDOM(await htmlOf()).window;
    const shown = [...document.querySelectorAll('.answer')].map((one) => one.textContent);
    const expected = sample.items
      .flatMap((item) => item.answer.slots)
      .map(({ value }) => (value.trim() === '' ? '—' : printable(value)));
    expect(shown).toEqual(expected);
    expect(shown).toContain(NASTY.script);
  });

  test('has landmarks, headings in order, table headers with scope, ids once', async () => {
    const { document } = new JSDOM(await htmlOf()).window;
    for (const landmark of ['header', 'nav[aria-label]', 'main', 'footer']) {
      expect(document.querySelectorAll(landmark)).toHaveLength(1);
    }
    expect(document.documentElement.lang).toBe('en-GB');
    const levels = [...document.querySelectorAll('h1,h2,h3,h4')].map(({ tagName }) =>
      Number(tagName[1]),
    );
    expect(levels[0]).toBe(1);
    levels.slice(1).forEach((level, index) => {
      expect(level).toBeGreaterThan(1);
      expect(level).toBeLessThanOrEqual((levels[index] ?? 0) + 1);
    });
    for (const head of document.querySelectorAll('th')) expect(head.scope).toMatch(/^(col|row)/);
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const link of document.querySelectorAll('nav a')) {
      expect(ids).toContain(link.getAttribute('href')?.slice(1));
    }
  });

  test('has every cell in each row of the sheet, so that paper can break between any two', async () => {
    const { document } = new JSDOM(await htmlOf()).window;
    const rows = [...document.querySelectorAll('.sheet table:not(.lines) tbody tr')];
    expect(rows).toHaveLength(9);
    for (const row of rows) expect(row.children).toHaveLength(SHEET_COLUMNS.length);
    expect(rows.map((row) => row.children[0]?.textContent)).toEqual([
      '1. Understand the factors that can influence a customers’ first impressions',
      ...['1.', '1.', '1.'],
      '2. Know how you can create a positive first impression',
      ...['2.', '2.', '2.', '2.'],
    ]);
  });

  test('says on the sheet what it is', async () => {
    const text = await htmlOf();
    expect(text).toContain(SENTENCES.alternative);
    expect(text).toContain('R as your centre defines');
    expect(text).toContain('9C41 77E0 5B2A D318');
  });

  test('no text can leave its place', async () => {
    const evil = `"><img src=x onerror=alert(1)>'</style><script>alert(1)</script>`;
    const record = toRecord({
      ...input,
      details: { name: evil, centre: evil },
      declaration: { ...input.declaration, text: evil, sources: evil },
      answers: [answerTo(1, evil, evil, { questionText: evil })],
    });
    const { document } = new JSDOM(await htmlOf(record)).window;
    expect(document.querySelectorAll('img, script')).toHaveLength(0);
    expect(document.querySelectorAll('style')).toHaveLength(1);
  });
});

describe('practice', () => {
  const withPractice = toRecord({ ...input, answers, includePractice: true });
  test('stands on a page of its own, marked, only when asked for', async () => {
    for (const text of [await htmlOf(), await documentOf()]) {
      expect(text).not.toContain(SENTENCES.practice);
    }
    for (const text of [await htmlOf(withPractice), await documentOf(withPractice)]) {
      expect(text).toContain(SENTENCES.practice);
      expect(text.indexOf(SENTENCES.practiceMore)).toBeGreaterThan(text.lastIndexOf('U01-07'));
    }
  });

  const COLUMNS = ['Question', 'Criteria practised', 'Tries', 'Last try', 'Answer shown'];
  const ROWS = [
    ['Practice 2: is <b>this</b> “right” & kind?', '1.2 (printed 2.2)', '2', '1 of 1', 'Yes'],
    ['Practice 3: is <b>this</b> “right” & kind?', '1.3 (printed 2.3)', '1', '1 of 3', 'No'],
    ['Practice 9: is <b>this</b> “right” & kind?', '2.4, 2.5', '0', '—', 'Yes'],
  ];

  test('shows the words and the criteria of each question that was tried or shown', async () => {
    const page = new JSDOM(await htmlOf(withPractice)).window.document;
    const cellsOf = (row: Element, cells: string) =>
      [...row.querySelectorAll(cells)].map((cell) => cell.textContent);
    expect([...page.querySelectorAll('#practice tr')].map((row) => cellsOf(row, 'th, td'))).toEqual(
      [COLUMNS, ...ROWS],
    );
    const word = new JSDOM(await documentOf(withPractice), { contentType: 'text/xml' }).window;
    const tables = word.document.getElementsByTagName('w:tbl');
    const table = tables[tables.length - 1];
    const textOf = (cell: Element) => cell.textContent;
    expect(
      [...(table?.getElementsByTagName('w:tr') ?? [])].map((row) =>
        [...row.getElementsByTagName('w:tc')].map(textOf),
      ),
    ).toEqual([COLUMNS, ...ROWS]);
    const widths = [...(table?.getElementsByTagName('w:gridCol') ?? [])].map((column) =>
      Number(column.getAttribute('w:w')),
    );
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(ROOM.portrait);
    for (const text of [await htmlOf(withPractice), await documentOf(withPractice)]) {
      expect(text).not.toContain('u01-practice');
    }
  });

  test('is marked in the header of its page', async () => {
    const parts = unzipSync(await docx.render(withPractice, unit, FINGERPRINT));
    expect(decode(parts['word/header7.xml'] ?? new Uint8Array())).toContain(
      `${SENTENCES.practice} Learner code L7Q4X`,
    );
  });

  test('says so, without a table, when no question of the unit was tried', async () => {
    const other = structuredClone(withPractice);
    for (const result of other.practice ?? []) result.acs = ['U02.1.1'];
    for (const record of [toRecord({ ...input, answers: [], includePractice: true }), other]) {
      const text = await htmlOf(record);
      expect(text).toContain(SENTENCES.noPractice);
      expect(new JSDOM(text).window.document.querySelector('#practice table')).toBeNull();
      const document = await documentOf(record);
      expect(document).toContain(SENTENCES.noPractice);
      expect(document).not.toContain('Criteria practised');
    }
    expect(await htmlOf(withPractice)).not.toContain(SENTENCES.noPractice);
    expect(await documentOf(withPractice)).not.toContain(SENTENCES.noPractice);
  });
});

describe('docx', () => {
  test('every part is well-formed XML, every reference leads to a part', async () => {
    const parts = unzipSync(await docx.render(sample, unit, FINGERPRINT));
    const { DOMParser } = new JSDOM('').window;
    for (const [path, bytes] of Object.entries(parts)) {
      const parsed = new DOMParser().parseFromString(decode(bytes), 'text/xml');
      expect(parsed.querySelector('parsererror')?.textContent, path).toBeUndefined();
    }
    const targets = [
      ...decode(parts['word/_rels/document.xml.rels'] as Uint8Array).matchAll(/Target="([^"]+)"/g),
    ].map(([, target]) => `word/${target}`);
    for (const target of targets) expect(Object.keys(parts)).toContain(target);
    const ids = [
      ...decode(parts['word/_rels/document.xml.rels'] as Uint8Array).matchAll(/ Id="([^"]+)"/g),
    ].map(([, id]) => id);
    for (const [, id] of (await documentOf()).matchAll(/ r:id="([^"]+)"/g)) {
      expect(ids).toContain(id);
    }
  });

  test('keeps line breaks, and has no address that a program would load', async () => {
    const text = await documentOf();
    expect(text).toContain(
      'What people think of you</w:t><w:br/><w:t xml:space="preserve">in the first seconds.',
    );
    expect(text).toContain('&lt;/script&gt;');
    const parts = unzipSync(await docx.render(sample, unit, FINGERPRINT));
    for (const bytes of Object.values(parts)) {
      expect(decode(bytes)).not.toMatch(/TargetMode="External"|(?:src|href)="https?:/i);
    }
  });

  test('the mark and the reference stand on every page', async () => {
    const parts = unzipSync(await docx.render(sample, unit, FINGERPRINT));
    const heads = Object.keys(parts).filter((path) => path.startsWith('word/header'));
    expect(heads).toHaveLength(7);
    for (const path of heads) {
      expect(decode(parts[path] as Uint8Array)).toContain(
        'Learner code L7Q4X, revision 2. Fingerprint 9C41 77E0 5B2A D318',
      );
    }
    expect(decode(parts['word/header6.xml'] as Uint8Array)).toContain('U01-07. ');
    expect(decode(parts['word/footer.xml'] as Uint8Array)).toMatch(/ PAGE .* of .* NUMPAGES /);
    const core = decode(parts['docProps/core.xml'] as Uint8Array);
    expect(core).toContain('<cp:lastModifiedBy>Frontline One</cp:lastModifiedBy>');
    expect(core).toContain(
      '<dc:title>Evidence pack: Unit 1, Creating First Impressions</dc:title>',
    );
  });

  test('just the Word file bears the learner code, not the name', async () => {
    const { name, fingerprint } = await makeWordFile(sample, unit);
    expect(name).toBe('CSL1_L7Q4X_U01_2026-11-22_r2.docx');
    expect(fingerprint).toMatch(/^[0-9a-f]{64}$/);
  });
});
