/**
 * Preloads every module that a page will import, so that a slow connection fetches them side by
 * side and not one after another. Astro knows which chunks were built, this step writes their
 * addresses into the head of each page once the pages exist, and makes the scripts smaller still.
 * A lesson is often the first page that a learner opens, so its styles stand in the page itself:
 * it shows, and answers, before anything else has come.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { minify } from 'terser';
import { hashOf } from './inline.mjs';

/**
 * Pages with questions get a copy of the runtime of their own, so that what other pages need of it
 * is not in theirs: modules below these scripts carry this mark, and are shaken by themselves.
 */
const QUESTION = '?question';
const QUESTION_SCRIPTS = /\/src\/islands\/(parts|authors)\.ts$/;
/** What most kinds of question share. What only some share comes with them. */
const SHARED = /\/src\/questions\/(?!choosing\.)[\w-]+\.(ts|svelte)\?question$/;
const OWN_COPY =
  /vite\/preload-helper|node_modules\/(svelte|esm-env|clsx)\/|\/src\/(questions\/|islands\/(?!words\.ts))/;

/** @typedef {{ imports: string[], modules: string[] }} Chunk */

/**
 * Everything that can be reached from a start, itself included, in the order of first need.
 * @param {string | undefined} start
 * @param {(from: string) => string[]} next
 * @param {Set<string>} seen what was reached before; it grows
 * @returns {Set<string>}
 */
export function reach(start, next, seen = new Set()) {
  if (start === undefined || seen.has(start)) return seen;
  seen.add(start);
  for (const each of next(start)) reach(each, next, seen);
  return seen;
}

/** @returns {import('astro').AstroIntegration} */
export function preload() {
  /** @type {Map<string, Chunk>} */
  const chunks = new Map();
  let base = '/';
  /** @type {Record<string, Set<string>>} module ids that an entry imports statically */
  const needs = { record: new Set(), lesson: new Set(), question: new Set(), parts: new Set() };
  const needed = (/** @type {string} */ name, /** @type {string} */ id) => needs[name]?.has(id);
  // Few files, so few requests: one for what every page's script needs, and lessons too; one for
  // what every question needs. What a page loads on use stays apart. A group takes what its modules
  // import along, so those that others import come first.
  const isOwn = (/** @type {string} */ id) => id.endsWith(QUESTION) || QUESTION_SCRIPTS.test(id);
  const groups = {
    record: (/** @type {string} */ id) =>
      !isOwn(id) && (needed('record', id) || needed('lesson', id) || needed('parts', id)),
    question: (/** @type {string} */ id) =>
      SHARED.test(id) || (id.endsWith(QUESTION) && needed('question', id)),
  };
  const codeSplitting = {
    groups: Object.entries(groups).map(([name, test], i) => ({ name, test, priority: 9 - i })),
  };
  return {
    name: 'preload',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            environments: { client: { build: { rolldownOptions: { output: { codeSplitting } } } } },
            plugins: [
              {
                // The links that this step writes do what Vite's helper would do at run time.
                name: 'preload:none-at-run-time',
                apply: 'build',
                enforce: 'pre',
                applyToEnvironment: (environment) => environment.name === 'client',
                // Nor does a script list what its parts will import.
                configEnvironment: (name) =>
                  name === 'client'
                    ? {
                        build: {
                          modulePreload: { polyfill: false, resolveDependencies: () => [] },
                        },
                      }
                    : null,
                load: (id) =>
                  id.includes('vite/preload-helper')
                    ? 'export const __vitePreload = (load) => load();'
                    : null,
              },
              {
                name: 'preload:own-copy',
                apply: 'build',
                enforce: 'pre',
                applyToEnvironment: (environment) => environment.name === 'client',
                async resolveId(source, importer, options) {
                  if (!importer || !isOwn(importer)) return null;
                  const found = await this.resolve(source, importer.replace(QUESTION, ''), {
                    ...options,
                    skipSelf: true,
                  });
                  return found && !found.external && OWN_COPY.test(found.id)
                    ? { ...found, id: found.id + QUESTION }
                    : found;
                },
              },
              {
                name: 'preload:collect',
                apply: 'build',
                applyToEnvironment: (environment) => environment.name === 'client',
                buildEnd() {
                  const modules = [...this.getModuleIds()];
                  const from = (/** @type {string} */ file) =>
                    reach(
                      modules.find((id) => id.endsWith(file)),
                      (id) => [...(this.getModuleInfo(id)?.importedIds ?? [])],
                    );
                  needs['record'] = from('/src/islands/page.ts');
                  needs['question'] = from('/src/islands/authors.ts');
                  needs['lesson'] = from('/src/islands/lesson.ts');
                  needs['parts'] = from('/src/islands/parts.ts');
                },
                generateBundle(_, bundle) {
                  for (const chunk of Object.values(bundle)) {
                    if (chunk.type !== 'chunk') continue;
                    chunks.set(chunk.fileName, {
                      imports: chunk.imports,
                      modules: [chunk.facadeModuleId ?? '', ...chunk.moduleIds],
                    });
                  }
                },
              },
            ],
          },
        });
      },
      'astro:config:done': ({ config }) => {
        base = config.base.endsWith('/') ? config.base : `${config.base}/`;
      },
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        const files = await readdir(root, { recursive: true });
        // A second pass, by another tool, over what the bundler made small: 2 % less to fetch.
        for (const file of chunks.keys()) {
          const code = await readFile(join(root, file), 'utf8');
          const { code: smaller = code } = await minify(code, {
            module: true,
            ecma: 2020,
            compress: { passes: 3 },
          });
          await writeFile(join(root, file), smaller);
        }
        for (const file of files.filter((name) => name.endsWith('.html'))) {
          const html = addPreloads(await readFile(join(root, file), 'utf8'), chunks, base);
          const styled = html.includes('data-lesson=')
            ? await inlineStyles(html, root, base)
            : html;
          await writeFile(join(root, file), styled);
        }
      },
    },
  };
}

/**
 * Puts the page's stylesheets into the page, and allows them in its policy.
 * @param {string} html a built page, whose policy allows styles by hash
 * @param {string} root folder of the built site
 * @param {string} base base path of the site, with a slash at its end
 * @returns {Promise<string>}
 */
async function inlineStyles(html, root, base) {
  const links = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)">/g)];
  let page = html;
  for (const [link, href = ''] of links) {
    const css = (await readFile(join(root, href.slice(base.length)), 'utf8')).trim();
    page = page
      .replace(link, () => `<style>${css}</style>`)
      .replace(/style-src [^;"]*/, (rule) => `${rule} '${hashOf(css)}'`);
  }
  return page;
}

/**
 * Adds a `modulepreload` link for every module that the page's scripts and islands need at once, and
 * in a template those that the parts of a lesson need later (lesson.ts). Parts are loaded by name at
 * run time (`data-kind`; on authors' pages `data-try`), so their chunks are looked up by their files.
 * @param {string} html a built page
 * @param {Map<string, Chunk>} chunks
 * @param {string} base base path of the site, with a slash at its end
 * @returns {string} the page with the links at the end of its head, and its policy first
 */
export function addPreloads(html, chunks, base) {
  const named = (/** @type {RegExp} */ pattern) => [
    ...new Set([...html.matchAll(pattern)].map((match) => String(match[1]))),
  ];
  // Other pages have a copy of their own.
  const chunkOf = (/** @type {string} */ module) =>
    [...chunks.keys()].filter((file) => chunks.get(file)?.modules[0]?.endsWith(`/src/${module}`));
  const pageOf = (/** @type {string} */ kind) => chunkOf(`questions/${kind}/page.ts${QUESTION}`);
  const now = [
    ...named(/(?:src|component-url|renderer-url)="([^"]+\.js)"/g)
      .map((address) => address.slice(base.length))
      .filter((file) => chunks.has(file)),
    ...named(/data-try="([a-z-]+)"/g).flatMap(pageOf),
  ];
  const later = named(/data-kind="([a-z-]+)"/g).flatMap((kind) =>
    kind === 'written' ? chunkOf(`islands/Docket.svelte${QUESTION}`) : pageOf(kind),
  );
  if (later.length > 0) later.push(...chunkOf('islands/parts.ts'));
  /** @type {Set<string>} */
  const seen = new Set();
  /** Links to these and what they import, as far as the page has none yet. */
  const links = (/** @type {string[]} */ files) => {
    const before = seen.size;
    for (const file of files) reach(file, (from) => chunks.get(from)?.imports ?? [], seen);
    return [...seen]
      .slice(before)
      .map((file) => `<link rel="modulepreload" href="${base}${file}">`)
      .join('');
  };
  const head = links(now);
  const template = links(later).replace(/^.+$/, '<template data-later>$&</template>');
  // A browser looks ahead for files only once it has read the policy, so that stands first.
  const [policy = ''] = /<meta http-equiv="content-security-policy"[^>]*>/.exec(html) ?? [];
  return html
    .replace(policy, '')
    .replace('<meta charset="utf-8">', (first) => first + policy)
    .replace('</head>', `${head}${template}</head>`);
}
