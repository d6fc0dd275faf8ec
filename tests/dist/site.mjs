// @ts-check
/** The built site as data, for the checks in this folder: pages, what they load, how big it is. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { JSDOM } from 'jsdom';
import ts from 'typescript';
import { BASE, DIST } from '../../src/scripts/project.mjs';

/** Where the checks pretend that the site stands; nothing is fetched. */
export const ORIGIN = 'https://frontline-one.invalid';

/** @typedef {{ file: string, url: URL, html: string, document: Document }} BuiltPage */

/** Every file of dist, with forward slashes, without its folder. */
export const files = new Set(
  readdirSync(DIST, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(DIST.length + 1))
    .map((path) => path.replaceAll('\\', '/')),
);

/** @param {string} file @returns {Buffer} */
export const read = (file) => readFileSync(join(DIST, file));

/** @type {Map<string, number>} */
const measured = new Map();

/**
 * Size as a browser downloads it: brotli, in bytes. Pages share most of what they load, and this is
 * the slowest of the checks, so each text is measured once.
 * @param {string | Buffer} data
 * @returns {number}
 */
export function brotli(data) {
  const key = createHash('sha256').update(data).digest('hex');
  const size = measured.get(key) ?? brotliCompressSync(data).length;
  measured.set(key, size);
  return size;
}

const parser = new new JSDOM().window.DOMParser();

/** @type {BuiltPage[]} */
export const pages = [...files]
  .filter((file) => file.endsWith('.html') && !file.startsWith('pagefind/'))
  .sort()
  .map((file) => {
    const html = read(file).toString('utf8');
    const path = file.replace(/(^|\/)index\.html$/, '$1');
    const document = parser.parseFromString(html, 'text/html');
    return { file, url: new URL(BASE + path, ORIGIN), html, document };
  });

/** Pages of lessons: `units/<unit>/<lesson>/`, and not the page at the end of a unit. */
export const lessonPages = pages.filter(({ file }) =>
  /^units\/[^/]+\/(?!end\/)[^/]+\/index\.html$/.test(file),
);

/**
 * The file that an address of this site stands for.
 * @param {string} address as written in a page
 * @param {URL} from the page
 * @returns {{ foreign: true } | { foreign: false, file: string | undefined, hash: string }} file is
 *   undefined when dist holds nothing there; foreign means another origin, or mail and the like
 */
export function resolve(address, from) {
  const url = new URL(address, from);
  if (url.origin !== ORIGIN) return { foreign: true };
  const hash = decodeURIComponent(url.hash.slice(1));
  if (!url.pathname.startsWith(BASE)) return { foreign: false, file: undefined, hash };
  const path = decodeURIComponent(url.pathname.slice(BASE.length));
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  return { foreign: false, file: files.has(file) ? file : undefined, hash };
}

/** @type {Map<string, string[]>} */
const known = new Map();

/**
 * @param {string} file a script in dist
 * @returns {string[]} files that it imports statically
 */
function staticImports(file) {
  const before = known.get(file);
  if (before) return before;
  const source = ts.createSourceFile(file, read(file).toString('utf8'), ts.ScriptTarget.Latest);
  const imports = source.statements.flatMap((statement) => {
    const from =
      ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)
        ? statement.moduleSpecifier
        : undefined;
    if (!from || !ts.isStringLiteral(from)) return [];
    const found = resolve(from.text, new URL(BASE + file, ORIGIN));
    if (found.foreign || !found.file) throw new Error(`${file} imports ${from.text}: not in dist`);
    return [found.file];
  });
  known.set(file, imports);
  return imports;
}

/**
 * @param {string[]} entries scripts in dist
 * @returns {Set<string>} these, and all that they import statically, at any depth
 */
export function closure(entries) {
  /** @type {Set<string>} */
  const seen = new Set();
  const visit = (/** @type {string} */ file) => {
    if (seen.has(file)) return;
    seen.add(file);
    staticImports(file).forEach(visit);
  };
  entries.forEach(visit);
  return seen;
}

/**
 * What a page names in its HTML.
 * @param {BuiltPage} page
 * @returns {{ scripts: string[], modules: string[], preloads: string[], later: string[], styles: string[] }}
 *   files in dist: classic scripts, module scripts (islands included), `modulepreload` links, those
 *   that wait in a template until the learner moves, stylesheets. Addresses that lead nowhere are
 *   left out; the link check names those.
 */
export function named({ document, url }) {
  const template = document.querySelector('template[data-later]');
  const waiting = /** @type {HTMLTemplateElement | null} */ (template)?.content;
  const list = (
    /** @type {string} */ selector,
    /** @type {string} */ attribute,
    /** @type {ParentNode | undefined} */ within = document,
  ) =>
    [...within.querySelectorAll(selector)].flatMap((element) => {
      const found = resolve(element.getAttribute(attribute) ?? '', url);
      return found.foreign || !found.file ? [] : [found.file];
    });
  return {
    scripts: list('script[src]:not([type="module"])', 'src'),
    modules: [
      ...list('script[src][type="module"]', 'src'),
      ...list('astro-island[component-url]', 'component-url'),
      ...list('astro-island[renderer-url]', 'renderer-url'),
    ],
    preloads: list('link[rel="modulepreload"]', 'href'),
    later: waiting ? list('link[rel="modulepreload"]', 'href', waiting) : [],
    styles: list('link[rel="stylesheet"]', 'href'),
  };
}

/**
 * @param {Document} document
 * @returns {string[]} texts of the scripts in the HTML that a browser would run
 */
export const inlineScripts = (document) =>
  [...document.querySelectorAll('script:not([src])')]
    .filter((script) => /^(|module|text\/javascript)$/i.test(script.getAttribute('type') ?? ''))
    .map((script) => script.textContent ?? '');

/**
 * Sizes of a page's first visit, as far as its HTML tells.
 * @param {BuiltPage} page
 * @returns {{ html: number, css: number, js: number, total: number }} bytes, brotli, when the page is
 *   opened. Scripts in the HTML count as HTML, styles in it as styles.
 */
export function sizes(page) {
  const { scripts, modules, preloads, styles } = named(page);
  const sum = (/** @type {Iterable<string>} */ list) =>
    [...new Set(list)].reduce((bytes, file) => bytes + brotli(read(file)), 0);
  const whole = brotli(page.html);
  const html = brotli(page.html.replace(/<style>.*?<\/style>/gs, ''));
  const css = sum(styles) + whole - html;
  const js = sum([...scripts, ...closure([...modules, ...preloads])]);
  return { html, css, js, total: html + css + js };
}
