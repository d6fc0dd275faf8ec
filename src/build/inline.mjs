/**
 * Scripts that stand in the page itself, because a file of their own would come too late:
 * `import text from './theme.ts?inline-script'` gives one as text, bundled and made small.
 */
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const QUERY = '?inline-script';
const SCRIPTS = ['./theme.js', '../islands/lesson-early.ts'];

/** @param {string} text @returns {`sha256-${string}`} what the Content-Security-Policy names it by */
export const hashOf = (text) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

/** @param {string} file @returns {Promise<string>} one classic script without imports */
async function bundle(file) {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: file, formats: ['iife'], name: 'inline', fileName: 'inline' },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !('output' in output)) throw new Error(`${file} could not be bundled`);
  return output.output[0].code.trim();
}

/** Their hashes, for the policy. @returns {Promise<`sha256-${string}`[]>} */
export const inlineHashes = async () =>
  Promise.all(
    SCRIPTS.map(async (file) =>
      hashOf(await bundle(fileURLToPath(new URL(file, import.meta.url)))),
    ),
  );

/** @returns {import('vite').Plugin} what makes `?inline-script` imports work */
export const inlineScripts = () => ({
  name: 'inline-scripts',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (!source.endsWith(QUERY)) return null;
    const found = await this.resolve(source.slice(0, -QUERY.length), importer);
    return found && found.id + QUERY;
  },
  async load(id) {
    if (!id.endsWith(QUERY)) return null;
    const file = id.slice(0, -QUERY.length);
    this.addWatchFile(file);
    return `export default ${JSON.stringify(await bundle(file))}`;
  },
});
