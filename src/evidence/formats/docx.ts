/** The evidence pack of a unit as a Word file: A4, ready to print, sign and write in. */
import {
  ASSESSOR_LINES,
  PRACTICE_COLUMNS,
  SENTENCES,
  SHEET_COLUMNS,
  sheetCells,
  SIGNERS,
  toPack,
  type Pack,
  type PackItem,
  type Pair,
} from '../pack';
import { zip } from '../zip';
import type { UnitFormat } from './index';
import {
  anchored,
  linkTo,
  list,
  paragraph,
  ROOM,
  run,
  section,
  sectionEnd,
  table,
  text,
} from './ooxml';
import { wordParts } from './ooxml-parts';

/** Widths of the tracking sheet's columns, in twips; together the room of a landscape page. */
const SHEET_WIDTHS = [1750, 1150, 2300, 2300, 1050, 1200, 1250, 1300, 1350, 1486];
const HALF = [3000, ROOM.portrait - 3000];
/** The same for `PRACTICE_COLUMNS`, on a portrait page. */
const PRACTICE_WIDTHS = [ROOM.portrait - 5000, 1900, 850, 1150, 1100];

const pairs = (facts: Pair[]): string =>
  facts.map(({ label, value }) => paragraph(run(`${label}: `, 'bold') + run(value))).join('');

const signatures = (signers: string[], room: number): string =>
  table(
    ['Who', 'Name', 'Signature', 'Date'],
    signers.map((signer) => [signer, '', '', '']),
    [2600, Math.floor((room - 4600) / 2), Math.ceil((room - 4600) / 2), 2000],
    560,
  );

function cover(pack: Pack): string {
  return [
    anchored(pack.title, 'Heading1', 'cover', 0),
    table(
      ['About this pack', 'Details'],
      pack.cover.map(({ label, value }) => [label, value]),
      HALF,
      420,
    ),
    text('Contents', 'Heading2'),
    list(
      pack.contents.map(({ id, text: words }) => linkTo(id, words)),
      'numbers',
    ),
    text(SENTENCES.blank, 'Note'),
    text(SENTENCES.fingerprint, 'Note'),
    text(`${pack.versions} ${SENTENCES.independent}`, 'Note'),
    sectionEnd('portrait', 0),
    anchored('Declaration', 'Heading2', 'declaration', 1),
    text(pack.declaration.text),
    pairs(pack.declaration.facts),
    signatures(SIGNERS.slice(0, 1), ROOM.portrait),
    sectionEnd('portrait', 0),
  ].join('');
}

function sheet(pack: Pack): string {
  return [
    anchored('Evidence tracking sheet', 'Heading2', 'tracking-sheet', 2),
    text(SENTENCES.alternative, 'Note'),
    paragraph(
      pack.cover
        .slice(0, 5)
        .map(({ label, value }) => run(`${label}: `, 'bold') + run(`${value || '________'}   `))
        .join(''),
      'Note',
    ),
    table(SHEET_COLUMNS, sheetCells(pack), SHEET_WIDTHS, 500, 'tight'),
    text(pack.sheet.gaps, 'Note'),
    text('Range of the unit, word for word', 'Heading3'),
    list(
      pack.sheet.range.map(({ label, value }) => run(`${label}: `, 'bold') + run(value)),
      'bullets',
    ),
    text('Names, signatures and dates', 'Heading3'),
    signatures(SIGNERS, ROOM.landscape),
    paragraph(run('Evidence type: ', 'bold') + run(`${pack.methodKey}.`), 'Note'),
    text(pack.versions, 'Note'),
    sectionEnd('landscape', 0),
  ].join('');
}

const answers = (slots: PackItem['answers']): string =>
  slots
    .map(
      ({ label, value }) =>
        text(label, 'Label') + text(value.trim() === '' ? '—' : value, 'Answer'),
    )
    .join('');

function item(one: PackItem, index: number): string {
  return [
    anchored(one.ref, 'Heading2', one.ref, index + 3),
    ...one.criteria.map(({ label, text: words }) =>
      paragraph(run(`${label}: `, 'bold') + run(words)),
    ),
    text('Question, as the learner saw it', 'Heading3'),
    text(one.question),
    text('Answer, in the learner’s own words', 'Heading3'),
    answers(one.answers),
    text('The learner’s checklist', 'Heading3'),
    text(SENTENCES.ticks, 'Note'),
    list(
      one.ticks.map((tick) => run(`${tick.word}: ${tick.text}`)),
      'bullets',
    ),
    text('About this answer', 'Heading3'),
    pairs(one.facts),
    text('For the assessor', 'Heading3'),
    table(
      ['To fill in', 'Left blank for the assessor'],
      ASSESSOR_LINES.map((line) => [line, '']),
      HALF,
      560,
      'kept',
    ),
  ].join('');
}

const practicePage = (rows: NonNullable<Pack['practice']>, number: number): string =>
  [
    anchored(SENTENCES.practice, 'Heading2', 'practice', number),
    text(SENTENCES.practiceMore),
    rows.length > 0 ? table(PRACTICE_COLUMNS, rows, PRACTICE_WIDTHS) : text(SENTENCES.noPractice),
    text(SENTENCES.practice, 'Note'),
  ].join('');

export const docx: UnitFormat = {
  id: 'docx',
  fileName: (unit) => `${unit.key}_evidence-pack.docx`,
  render: (record, unit, fingerprint) => {
    const pack = toPack(record, unit, fingerprint);
    // Each item has a section of its own, so that its reference stands on each of its pages.
    const pages = pack.items.map((one, index) => ({ head: one.ref, body: item(one, index) }));
    if (pack.practice) {
      pages.push({
        // The header ends it with a full stop of its own.
        head: SENTENCES.practice.replace(/\.$/, ''),
        body: practicePage(pack.practice, pack.items.length + 3),
      });
    }
    const last = pages.pop();
    const body = [
      cover(pack),
      sheet(pack),
      ...pages.map((page, index) => page.body + sectionEnd('portrait', index + 1)),
      last ? last.body : text('There is no answer in this unit yet.'),
      section('portrait', last ? pages.length + 1 : 0),
    ].join('');
    const heads = [`Unit ${unit.number}`, ...pages.map((page) => page.head)];
    if (last) heads.push(last.head);
    const parts = wordParts({
      title: pack.title,
      author: record.learner.name || record.learner.code,
      by: record.app.name,
      createdAt: record.createdAt,
      body,
      headers: heads.map((head) => `${head}. ${pack.mark}. Fingerprint ${pack.fingerprint}`),
      footer: `Unit ${unit.number}, ${unit.title}`,
    });
    const encoder = new TextEncoder();
    return zip(
      parts.map(([path, words]) => [path, encoder.encode(words)]),
      record.createdAt,
    );
  },
};
