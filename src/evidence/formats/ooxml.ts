/**
 * The few parts of Office Open XML (ECMA-376, part 1) that a pack needs: paragraphs, lists, tables,
 * sections. Written as text: a library for it weighs more than all of the site's other code and was
 * too slow for 156 answers on a slow laptop. Order of elements follows the standard's schema.
 */
import { printable } from '../text';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for XML: forbidden characters gone, markup escaped. */
export const xml = (text: string): string =>
  printable(text).replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');

const OPEN = '<w:t xml:space="preserve">';

/** A run of text; each line end becomes a line break, each tab a tab. */
export function run(text: string, format: 'bold' | 'plain' = 'plain'): string {
  const body = xml(text)
    .replaceAll('\n', `</w:t><w:br/>${OPEN}`)
    .replaceAll('\t', `</w:t><w:tab/>${OPEN}`);
  return `<w:r>${format === 'bold' ? '<w:rPr><w:b/></w:rPr>' : ''}${OPEN}${body}</w:t></w:r>`;
}

export type Style =
  | 'Heading1'
  | 'Heading2'
  | 'Heading3'
  | 'Answer'
  | 'Label'
  | 'Note'
  | 'Cell'
  | 'Head'
  | 'KeptCell'
  | 'TightCell'
  | 'TightHead'
  | 'SectionEnd';

/** A paragraph of runs. */
export const paragraph = (runs: string, style?: Style): string =>
  `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''}${runs}</w:p>`;

export const text = (words: string, style?: Style): string => paragraph(run(words), style);

/** Word allows no hyphen in the name of a bookmark. */
const bookmark = (id: string): string => xml(id).replaceAll('-', '_');

/** A heading that links can lead to. `number` is unique in the document. */
export const anchored = (words: string, style: Style, id: string, number: number): string =>
  paragraph(
    `<w:bookmarkStart w:id="${number}" w:name="${bookmark(id)}"/>${run(words)}<w:bookmarkEnd w:id="${number}"/>`,
    style,
  );

/** A list: real list items, with bullets or numbers. */
export const list = (items: string[], kind: 'bullets' | 'numbers'): string =>
  items
    .map(
      (runs) =>
        `<w:p><w:pPr><w:pStyle w:val="ListParagraph"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${kind === 'bullets' ? 1 : 2}"/></w:numPr></w:pPr>${runs}</w:p>`,
    )
    .join('');

/** A link to a heading of the same document. */
export const linkTo = (id: string, words: string): string =>
  `<w:hyperlink w:anchor="${bookmark(id)}" w:history="1"><w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr>${OPEN}${xml(words)}</w:t></w:r></w:hyperlink>`;

/**
 * A table whose first row is its header and is repeated on each page. `widths` in twips (1/1440
 * inch); `height` is the least height of a row, in twips; `tight` for tables of many columns,
 * `kept` for those that must stand on one page.
 */
export function table(
  head: string[],
  rows: string[][],
  widths: number[],
  height = 0,
  look: 'easy' | 'tight' | 'kept' = 'easy',
): string {
  const tight = look === 'tight';
  const [headStyle, cellStyle]: [Style, Style] = tight
    ? ['TightHead', 'TightCell']
    : ['Head', 'Cell'];
  const margins = tight
    ? '<w:tblCellMar><w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar>'
    : '';
  const cell = (words: string, style: Style, column: number): string =>
    `<w:tc><w:tcPr><w:tcW w:w="${widths[column] ?? 0}" w:type="dxa"/></w:tcPr>${text(words, style)}</w:tc>`;
  const row = (cells: string[], header: boolean, style: Style): string => {
    const tall = !header && height > 0 ? `<w:trHeight w:val="${height}" w:hRule="atLeast"/>` : '';
    return `<w:tr><w:trPr><w:cantSplit/>${tall}${header ? '<w:tblHeader/>' : ''}</w:trPr>${cells
      .map((words, column) => cell(words, style, column))
      .join('')}</w:tr>`;
  };
  const total = widths.reduce((sum, width) => sum + width, 0);
  return `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="${total}" w:type="dxa"/><w:tblLayout w:type="fixed"/>${margins}<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${row(head, true, headStyle)}${rows
    .map((cells, index) =>
      row(cells, false, look === 'kept' && index < rows.length - 1 ? 'KeptCell' : cellStyle),
    )
    .join('')}</w:tbl>`;
}

/** A4, margins of 2 cm (portrait) and 1.5 cm (landscape); room for text in twips. */
export const ROOM = { portrait: 9638, landscape: 15136 };

const PAGE = {
  portrait:
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1304" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/>',
  landscape:
    '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1134" w:right="851" w:bottom="964" w:left="851" w:header="510" w:footer="510" w:gutter="0"/>',
};

/** What ends a section and says how its pages look; `header` is the number of its header part. */
export const section = (layout: keyof typeof PAGE, header: number): string =>
  `<w:sectPr><w:headerReference w:type="default" r:id="header${header}"/><w:footerReference w:type="default" r:id="footer"/><w:type w:val="nextPage"/>${PAGE[layout]}</w:sectPr>`;

/** The last paragraph of a section that is not the document's last. */
export const sectionEnd = (layout: keyof typeof PAGE, header: number): string =>
  `<w:p><w:pPr><w:pStyle w:val="SectionEnd"/>${section(layout, header)}</w:pPr></w:p>`;
