/** The evidence pack of a unit as one HTML file: no script, nothing loaded, for screen and paper. */
import { digest } from '../digest';
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
import { printable } from '../text';
import { styleFor } from './html-style';
import type { UnitFormat } from './index';

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** The only way into the page for any text: safe between tags and in quoted attributes. */
export const escape = (text: string): string =>
  printable(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

const p = (text: string, kind = ''): string =>
  `<p${kind && ` class="${kind}"`}>${escape(text)}</p>`;

const facts = (pairs: Pair[]): string =>
  `<dl class="facts">${pairs
    .map(({ label, value }) => `<dt>${escape(label)}</dt><dd class="pre">${escape(value)}</dd>`)
    .join('')}</dl>`;

/** A table whose first column heads its rows. */
const table = (caption: string, head: string[], rows: string[][], kind = ''): string =>
  `<div class="scroll" role="group" aria-label="${escape(caption)}" tabindex="0"><table${kind && ` class="${kind}"`}><caption>${escape(caption)}</caption><thead><tr>${head
    .map((cell) => `<th scope="col">${escape(cell)}</th>`)
    .join('')}</tr></thead><tbody>${rows
    .map(
      ([first = '', ...rest]) =>
        `<tr><th scope="row">${escape(first)}</th>${rest.map((cell) => `<td>${escape(cell)}</td>`).join('')}</tr>`,
    )
    .join('')}</tbody></table></div>`;

const signatures = (signers: string[]): string =>
  table(
    'Names, signatures and dates',
    ['Who', 'Name', 'Signature', 'Date'],
    signers.map((signer) => [signer, '', '', '']),
    'lines',
  );

/** Each row is whole, without a cell that it shares with others: browsers print those as one block. */
const sheetTable = (pack: Pack): string =>
  `<div class="scroll" role="group" aria-label="Evidence tracking sheet" tabindex="0"><table><caption>Each criterion of the unit, once</caption><thead><tr>${SHEET_COLUMNS.map((cell) => `<th scope="col">${escape(cell)}</th>`).join('')}</tr></thead><tbody>${sheetCells(
    pack,
  )
    .map(
      ([outcome = '', criterion = '', ...rest]) =>
        `<tr><td>${escape(outcome)}</td><th scope="row">${escape(criterion)}</th>${rest.map((cell) => `<td>${escape(cell)}</td>`).join('')}</tr>`,
    )
    .join('')}</tbody></table></div>`;

const answers = (slots: PackItem['answers']): string =>
  slots
    .map(({ label, value }) => p(label, 'label') + p(value.trim() === '' ? '—' : value, 'answer'))
    .join('');

const item = (one: PackItem): string =>
  `<section id="${escape(one.ref)}" aria-labelledby="${escape(one.ref)}-h"><h2 id="${escape(one.ref)}-h">${escape(one.ref)}</h2><div class="docket body">${facts(
    one.criteria.map(({ label, text }) => ({ label, value: text })),
  )}<h3>Question, as the learner saw it</h3>${p(one.question, 'ask')}<h3>Answer, in the learner’s own words</h3>${answers(one.answers)}<h3>The learner’s checklist</h3>${p(SENTENCES.ticks, 'note')}<ul>${one.ticks
    .map(({ word, text }) => `<li>${escape(`${word}: ${text}`)}</li>`)
    .join('')}</ul><h3>About this answer</h3>${facts(one.facts)}</div>${table(
    `For the assessor: ${one.ref}`,
    ['To fill in', 'Left blank for the assessor'],
    ASSESSOR_LINES.map((line) => [line, '']),
    'lines',
  )}</section>`;

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

function page(pack: Pack, style: string, styleHash: string): string {
  const { declaration, sheet, practice } = pack;
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(`${pack.title}. ${pack.mark}`)}</title>
<style>${style}</style>
</head>
<body>
<header><h1>${escape(pack.title)}</h1>${p(`${pack.mark}. Fingerprint ${pack.fingerprint}`, 'mark')}</header>
<nav aria-label="Contents"><h2>Contents</h2><ol>${pack.contents
    .map(({ id, text }) => `<li><a href="#${escape(id)}">${escape(text)}</a></li>`)
    .join('')}</ol></nav>
<main>
<section class="first" aria-labelledby="about-h"><h2 id="about-h">About this pack</h2>${facts(pack.cover)}${p(SENTENCES.blank, 'note')}${p(SENTENCES.fingerprint, 'note')}</section>
<section id="declaration" aria-labelledby="declaration-h"><h2 id="declaration-h">Declaration</h2>${p(declaration.text, 'text pre')}${facts(declaration.facts)}${signatures(SIGNERS.slice(0, 1))}</section>
<section class="sheet" id="tracking-sheet" aria-labelledby="tracking-sheet-h"><h2 id="tracking-sheet-h">Evidence tracking sheet</h2>${p(SENTENCES.alternative, 'note')}${facts(pack.cover.slice(0, 5))}${sheetTable(pack)}${p(sheet.gaps)}<h3>Range of the unit, word for word</h3>${facts(sheet.range)}${signatures(SIGNERS)}${p(`Evidence type: ${pack.methodKey}.`, 'note')}${p(pack.versions, 'note')}</section>
${pack.items.map(item).join('\n')}
${
  practice
    ? `<section id="practice" aria-labelledby="practice-h"><h2 id="practice-h">${escape(SENTENCES.practice)}</h2>${p(SENTENCES.practiceMore, 'text')}${practice.length > 0 ? table(SENTENCES.practice, PRACTICE_COLUMNS, practice) : p(SENTENCES.noPractice, 'text')}</section>`
    : ''
}
</main>
<footer>${p(`${pack.mark}. Fingerprint ${pack.fingerprint}. ${pack.versions}`, 'mark')}${p(SENTENCES.independent, 'note')}</footer>
</body>
</html>
`;
}

export const html: UnitFormat = {
  id: 'html',
  fileName: (unit) => `${unit.key}_evidence-pack.html`,
  render: async (record, unit, fingerprint) => {
    const encoder = new TextEncoder();
    const pack = toPack(record, unit, fingerprint);
    const style = styleFor(
      `${pack.mark}. Fingerprint ${pack.fingerprint}`,
      pack.items.map((one) => one.ref),
    );
    const styleHash = base64(await digest('SHA-256', encoder.encode(style)));
    return encoder.encode(page(pack, style, styleHash));
  },
};
