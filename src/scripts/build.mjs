// @ts-check
/** `npm run build`: the site into dist, then the search index. */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  command,
  DIST,
  ensureInstalled,
  Fault,
  isBuilt,
  noteBuilt,
  runTool,
  sourceStamp,
} from './project.mjs';

/**
 * Pagefind's ready-made search boxes. The site has its own, so they would only be dead weight in
 * dist.
 */
const UNUSED_SEARCH_FILES = /^pagefind-.*(ui|highlight|playground).*\.(js|css)$/;

/**
 * Builds the site and its search index into dist.
 * @param {{ quiet?: boolean }} [options] quiet shows the tools' output only when they fail
 * @throws {Fault} when a step fails
 */
export async function build({ quiet = false } = {}) {
  const stamp = sourceStamp();
  const steps = /** @type {const} */ ([
    ['astro/bin/astro.mjs', ['build']],
    ['pagefind/lib/runner/bin.cjs', ['--site', 'dist', '--quiet']],
  ]);
  for (const [tool, args] of steps) {
    const { code, output } = await runTool(tool, [...args], { quiet });
    if (code !== 0) throw new Fault(`${output}\nThe site could not be built.`);
  }
  const search = join(DIST, 'pagefind');
  for (const name of readdirSync(search)) {
    if (UNUSED_SEARCH_FILES.test(name)) rmSync(join(search, name));
  }
  noteBuilt(stamp);
}

/** Builds unless dist is up to date. @throws {Fault} when the build fails */
export async function ensureBuilt() {
  if (isBuilt()) return;
  console.log('Building the site. This takes some seconds.');
  await build({ quiet: true });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await command(async () => {
    await ensureInstalled();
    await build();
  });
}
