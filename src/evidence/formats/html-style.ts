/** The style of the HTML pack: the torn docket and the sheet, on screen and on paper. */
const STYLE = `
:root { color-scheme: light; --paper: #f8f5f0; --sheet: #fefdfa; --ink: #2a2320; --soft: #564c47; --rule: #d6cdc2; --edge: #81786c; --teal: #0b5158; --ruling: #cfdcdd; --line: 1.75rem }
*, ::before, ::after { box-sizing: border-box }
html { background: var(--paper); color: var(--ink) }
body { margin: 0 auto; max-width: 74rem; padding: 0 1rem 4rem; font: 400 1.125rem/1.55 'Atkinson Hyperlegible Next', Verdana, Arial, sans-serif; overflow-wrap: break-word }
h1, h2, h3, p, ul, ol, dl, dd, table { margin: 0; padding: 0 }
h1 { font-size: 2.25rem; line-height: 1.15 }
h2 { font-size: 1.625rem; line-height: 1.25 }
h3 { font-size: 1.1875rem; line-height: 1.35; margin-top: 1.25rem }
a { color: var(--teal); text-underline-offset: .18em }
a:focus-visible { outline: 3px solid var(--ink); outline-offset: 3px }
header { padding-block: 1.5rem .75rem; border-bottom: 4px solid var(--ink); box-shadow: 0 4px 0 var(--paper), 0 5px 0 var(--ink) }
.mark { font-size: .9em; color: var(--soft); font-variant-numeric: tabular-nums }
nav { padding-block: 2rem .5rem }
nav ol { padding-left: 1.5rem; columns: 16rem; column-gap: 2rem }
nav li { padding-block: .6rem; break-inside: avoid }
section { padding-top: 2.5rem }
section > * + *, .body > * + * { margin-top: .75rem }
.text { max-width: 36em }
.note { font-size: .9em; color: var(--soft); max-width: 46em }
dl { display: grid; gap: .15rem 1.5rem }
dt { color: var(--soft); font-size: .9em }
dd { margin-bottom: .5rem; min-height: 1.4rem }
.scroll { overflow-x: auto }
table { width: 100%; border-collapse: collapse; font-size: .9em; line-height: 1.4; background: var(--sheet) }
caption { text-align: start; font-weight: 700; padding-bottom: .5rem }
th, td { padding: .5rem .6rem; text-align: start; vertical-align: top; border: 1px solid var(--edge) }
thead th { border-bottom: 2px solid var(--ink) }
tbody th { font-weight: 400 }
.sheet table { min-width: 74rem }
.sheet .lines { min-width: 0 }
.sheet :is(th, td) { overflow-wrap: normal }
.sheet thead :is(th:nth-child(3), th:nth-child(4)) { width: 20% }
.sheet .lines thead th { width: auto }
.lines td { height: 3rem }
.lines th { width: 14rem }
.docket { position: relative; padding: 1.5rem 1.75rem 1.75rem 1.25rem; background: radial-gradient(circle at 100% 50%, var(--paper) 5px, var(--edge) 5.4px 6px, transparent 6.6px) 100% 0 / 8px 16px repeat-y, linear-gradient(var(--edge) 2px, transparent 0 14px, var(--edge) 0) 100% 0 / 1px 16px repeat-y, var(--sheet); border: 1px solid var(--edge); border-right: 0; border-radius: 2px }
.ask { font-weight: 650; white-space: pre-line }
.label { font-weight: 650 }
.answer { white-space: pre-wrap; line-height: var(--line); background: repeating-linear-gradient(transparent 0 calc(var(--line) - 1px), var(--ruling) 0 var(--line)) 0 -1px local }
.pre { white-space: pre-line }
.docket .label + .answer { margin-top: .25rem }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--rule) }
@media (min-width: 48em) { body { padding-inline: 2.5rem } .facts { grid-template-columns: 15rem 1fr } }
@media (forced-colors: active) { .docket { background: Canvas; border-right: 1px solid } }
@page { size: A4; margin: 16mm; @bottom-right { content: 'Page ' counter(page) ' of ' counter(pages); font: 9pt Verdana, Arial, sans-serif } }
@page sheet { size: A4 landscape; margin: 11mm 12mm }
@media print {
  :root { --paper: #fff; --sheet: #fff; --ink: #000; --soft: #222; --line: 16pt }
  body { max-width: none; padding: 0; font-size: 11pt }
  h1 { font-size: 22pt } h2 { font-size: 15pt } h3 { font-size: 12pt }
  h2, h3, .label { break-after: avoid }
  nav ol { columns: 1 } nav li { padding: 0 } nav a { color: inherit; text-decoration: none }
  section { break-before: page; padding-top: 0 }
  .first { break-before: auto; padding-top: 1rem }
  .scroll { overflow: visible }
  .sheet { page: sheet }
  .sheet table { min-width: 0; font-size: 8.5pt }
  .facts { grid-template-columns: 11rem 1fr }
  thead { display: table-header-group }
  tr, .lines, .facts > * { break-inside: avoid }
  .answer { background: none }
}
`;

/** Only what may stand in a CSS string without escaping. */
const plain = (text: string): string => text.replace(/[^A-Za-z0-9 ,.-]/g, '');

/**
 * The style with the pack's mark on every printed page, and the reference of each item on its
 * pages. Browsers that do not print page margins print the mark at the head and foot only.
 */
export function styleFor(mark: string, refs: string[]): string {
  const top = (head: string): string =>
    `@top-left { content: '${plain(`${head}${mark}`)}'; font: 9pt Verdana, Arial, sans-serif }`;
  const pages = refs.map(
    (ref, index) =>
      `@page item${index} { size: A4; margin: 16mm; ${top(`${ref}. `)} }\n#${plain(ref)} { page: item${index} }`,
  );
  return `${STYLE}@page { ${top('')} }\n${pages.join('\n')}\n`;
}
