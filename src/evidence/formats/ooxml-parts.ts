/** The parts of a Word file that stand around its text (ECMA-376, parts 1 and 2). */
import { run, xml } from './ooxml';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
// Names, not addresses: nothing is ever loaded from them.
const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const W = `xmlns:w="${MAIN}" xmlns:r="${OFFICE}/relationships"`;
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

const paragraphStyle = (
  id: string,
  name: string,
  paragraph: string,
  character: string,
  extra = '<w:qFormat/>',
): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>${id.startsWith('Heading') ? '<w:next w:val="Normal"/>' : ''}${extra}<w:pPr>${paragraph}</w:pPr><w:rPr>${character}</w:rPr></w:style>`;

/** Screen readers find headings by the outline level, and LibreOffice needs it to make them so. */
const heading = (level: number, size: number, before: number): string =>
  paragraphStyle(
    `Heading${level}`,
    `heading ${level}`,
    `<w:keepNext/><w:keepLines/><w:spacing w:before="${before}" w:after="120"/><w:outlineLvl w:val="${level - 1}"/>`,
    `<w:b/><w:bCs/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`,
    '<w:uiPriority w:val="9"/><w:qFormat/>',
  );

const cell = (id: string, bold: boolean, size: number, kept = bold): string =>
  paragraphStyle(
    id,
    id,
    `${kept ? '<w:keepNext/>' : ''}<w:spacing w:before="40" w:after="40" w:line="240" w:lineRule="auto"/>`,
    `${bold ? '<w:b/><w:bCs/>' : ''}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`,
  );

const border = (side: string): string =>
  `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="555555"/>`;

const STYLES = `${XML}<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/><w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="288" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style><w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>${heading(1, 44, 0)}${heading(2, 32, 240)}${heading(3, 26, 240)}${paragraphStyle('Answer', 'Answer', '<w:pBdr><w:left w:val="single" w:sz="18" w:space="10" w:color="1F5A60"/></w:pBdr><w:ind w:left="284"/>', '')}${paragraphStyle('Label', 'Label', '<w:keepNext/><w:spacing w:before="120" w:after="60"/>', '<w:b/><w:bCs/>')}${paragraphStyle('Note', 'Note', '<w:spacing w:before="80" w:after="80" w:line="264" w:lineRule="auto"/>', '<w:sz w:val="20"/><w:szCs w:val="20"/>')}${cell('Cell', false, 19)}${cell('Head', true, 19)}${cell('KeptCell', false, 19, true)}${cell('TightCell', false, 16)}${cell('TightHead', true, 16)}${paragraphStyle('SectionEnd', 'Section end', '<w:spacing w:after="0" w:line="20" w:lineRule="exact"/>', '<w:sz w:val="2"/><w:szCs w:val="2"/>', '')}${paragraphStyle('ListParagraph', 'List Paragraph', '<w:spacing w:after="60"/><w:ind w:left="567"/>', '')}${paragraphStyle('Header', 'header', '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="3" w:color="555555"/></w:pBdr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/>', '<w:sz w:val="18"/><w:szCs w:val="18"/>', '')}${paragraphStyle('Footer', 'footer', '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>', '<w:sz w:val="18"/><w:szCs w:val="18"/>', '')}<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="1F5A60"/><w:u w:val="single"/></w:rPr></w:style><w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('')}</w:tblBorders></w:tblPr></w:style></w:styles>`;

const level = (id: number, format: string, sign: string): string =>
  `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${sign}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="567" w:hanging="425"/></w:pPr></w:lvl></w:abstractNum>`;

const NUMBERING = `${XML}<w:numbering ${W}>${level(1, 'bullet', '•')}${level(2, 'decimal', '%1.')}<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num></w:numbering>`;

const SETTINGS = `${XML}<w:settings ${W}><w:zoom w:percent="100"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="en-GB"/></w:settings>`;

const ROOT_RELATIONS = `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`;

export interface WordFile {
  /** the document's title, for the title bar and screen readers */
  title: string;
  author: string;
  /** the program that wrote it last */
  by: string;
  /** ISO date-time with offset */
  createdAt: string;
  /** blocks and sections, from `ooxml.ts` */
  body: string;
  /** line at the top of each page, one for each `header` number of a section */
  headers: string[];
  /** line at the foot of each page, before "Page x of y" */
  footer: string;
}

const field = (name: string): string =>
  `<w:fldSimple w:instr=" ${name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>`;

/** All parts of a Word file with their paths, in the order in which they are zipped. */
export function wordParts(file: WordFile): [path: string, text: string][] {
  const names = file.headers.map((_, index) => `header${index}`);
  const moment = `${new Date(file.createdAt).toISOString().slice(0, 19)}Z`;
  const part = (path: string, type: string): string =>
    `<Override PartName="/word/${path}.xml" ContentType="${WORD}.${type}+xml"/>`;
  const relation = (id: string, type: string): string =>
    `<Relationship Id="${id}" Type="${OFFICE}/relationships/${type}" Target="${id}.xml"/>`;
  return [
    [
      '[Content_Types].xml',
      `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('document', 'document.main')}${part('styles', 'styles')}${part('numbering', 'numbering')}${part('settings', 'settings')}${names.map((name) => part(name, 'header')).join('')}${part('footer', 'footer')}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
    ],
    ['_rels/.rels', ROOT_RELATIONS],
    [
      'docProps/core.xml',
      `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xml(file.title)}</dc:title><dc:creator>${xml(file.author)}</dc:creator><dc:language>en-GB</dc:language><cp:lastModifiedBy>${xml(file.by)}</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">${moment}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${moment}</dcterms:modified></cp:coreProperties>`,
    ],
    [
      'word/_rels/document.xml.rels',
      `${XML}<Relationships xmlns="${PACKAGE}/relationships">${relation('styles', 'styles')}${relation('numbering', 'numbering')}${relation('settings', 'settings')}${names.map((name) => relation(name, 'header')).join('')}${relation('footer', 'footer')}</Relationships>`,
    ],
    ['word/document.xml', `${XML}<w:document ${W}><w:body>${file.body}</w:body></w:document>`],
    ['word/styles.xml', STYLES],
    ['word/numbering.xml', NUMBERING],
    ['word/settings.xml', SETTINGS],
    ...file.headers.map((line, index): [string, string] => [
      `word/header${index}.xml`,
      `${XML}<w:hdr ${W}><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>${run(line)}</w:p></w:hdr>`,
    ]),
    [
      'word/footer.xml',
      `${XML}<w:ftr ${W}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>${run(`${file.footer}. Page `)}${field('PAGE')}${run(' of ')}${field('NUMPAGES')}</w:p></w:ftr>`,
    ],
  ];
}
