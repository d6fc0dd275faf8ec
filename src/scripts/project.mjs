// @ts-check
/**
 * What every command of the project shares: the folder, the Node to use, installing and building
 * only when something changed. Plain JavaScript without packages: it runs on Node 20 before the
 * first install.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** The built site. */
export const DIST = join(ROOT, 'dist');

/**
 * The path that the site is built for and served under, with a slash at each end.
 * @param {string | undefined} given as in the environment's BASE_PATH; slashes may be missing
 */
export const basePath = (given) =>
  `/${(given ?? '').split('/').filter(Boolean).join('/')}/`.replace('//', '/');
/** The same for this run. */
export const BASE = basePath(process.env['BASE_PATH']);

const modules = join(ROOT, 'node_modules');
const installStamp = join(modules, '.cache', 'frontline-one', 'installed');
/** Astro empties dist at the start of a build, so a stamp in dist cannot outlive its site. */
const buildStamp = join(DIST, '.stamp');
/** The files and folders that decide what the built site holds, beside the configuration files. */
const BUILD_INPUTS = ['content', 'src', 'public', 'tsconfig.json', 'package-lock.json'];
const CONFIG_FILE = /\.config\.[cm]?[jt]s$/;

/** A fault that the reader can mend: shown as its message alone, without a stack. */
export class Fault extends Error {}

/**
 * Runs a command's main function; prints a Fault as plain text and ends with exit code 1.
 * @param {() => Promise<void>} main
 */
export async function command(main) {
  try {
    const major = Number(process.versions.node.split('.')[0]);
    if (major < 20) {
      throw new Fault(
        `This needs Node 20 or newer, and this is Node ${process.versions.node}.\nGet a newer one from nodejs.org, then try again.`,
      );
    }
    await main();
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    console.error(`\n${error.message}`);
    process.exit(1);
  }
}

/**
 * Runs a program in the project's folder and waits for its end.
 * @param {string} file the program
 * @param {string[]} args
 * @param {{ quiet?: boolean, env?: Record<string, string>, shell?: boolean }} [options]
 *   quiet keeps the output back; it is in the result
 * @returns {Promise<{ code: number, output: string }>} exit code (1 when it was stopped by a signal
 *   or could not start) and, when quiet, everything it printed
 */
export function run(file, args, { quiet = false, env = {}, shell = false } = {}) {
  return new Promise((done) => {
    const child = spawn(file, args, {
      cwd: ROOT,
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      shell,
    });
    /** @type {Buffer[]} */
    const output = [];
    child.stdout?.on('data', (chunk) => output.push(chunk));
    child.stderr?.on('data', (chunk) => output.push(chunk));
    const end = (/** @type {number} */ code, /** @type {string} */ more) =>
      done({ code, output: Buffer.concat(output).toString('utf8') + more });
    child.on('error', (error) => end(1, `${file}: ${error.message}\n`));
    child.on('close', (code) => end(code ?? 1, ''));
  });
}

/**
 * The Node that runs the tools: the pinned one once it is installed, else this one.
 * The tools need a newer Node than the two commands do.
 * @returns {string} path of the program
 */
export function nodeProgram() {
  const pinned = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return existsSync(pinned) ? pinned : process.execPath;
}

/**
 * Runs the command-line program of an installed package with the project's Node.
 * @param {string} script path of the program inside node_modules, with forward slashes
 * @param {string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export function runTool(script, args, options) {
  return run(nodeProgram(), [join(modules, ...script.split('/')), ...args], options);
}

/** @param {string | Buffer} data */
const digest = (data) => createHash('sha256').update(data).digest('hex');

/**
 * True when npm's own note of what it installed names every package of the lockfile in the right
 * version: someone ran `npm ci` by hand. Packages for other systems may be missing.
 * @param {string} lock text of package-lock.json
 */
function installedByHand(lock) {
  const note = join(modules, '.package-lock.json');
  if (!existsSync(note)) return false;
  const wanted = JSON.parse(lock).packages;
  const present = JSON.parse(readFileSync(note, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, entry]) =>
      path === '' || (present[path] ? present[path].version === entry.version : entry.optional),
  );
}

/**
 * Installs the packages of package-lock.json unless exactly those are there already.
 * @throws {Fault} when npm fails
 */
export async function ensureInstalled() {
  const lock = readFileSync(join(ROOT, 'package-lock.json'), 'utf8');
  const hash = digest(lock);
  if (existsSync(installStamp) && readFileSync(installStamp, 'utf8') === hash) return;
  if (!installedByHand(lock)) {
    console.log('Installing the packages. This is done once and takes about a minute.');
    // The tools want a newer Node than npm runs on; the lockfile brings it, so those warnings mislead.
    // Windows cannot replace a program while it runs; `npm install` leaves an unchanged one alone.
    const ownNode = process.platform === 'win32' && process.execPath.startsWith(modules + sep);
    const args = [ownNode ? 'install' : 'ci', '--no-audit', '--no-fund', '--loglevel=error'];
    const npm = process.env['npm_execpath'];
    const { code } = npm
      ? await run(process.execPath, [npm, ...args])
      : await run('npm', args, { shell: process.platform === 'win32' });
    if (code !== 0) throw new Fault('npm could not install the packages. Its message is above.');
  }
  mkdirSync(dirname(installStamp), { recursive: true });
  writeFileSync(installStamp, hash);
}

/**
 * A fingerprint of everything that the built site is made from.
 * @returns {string} SHA-256 over paths and contents, in hex
 */
export function sourceStamp() {
  const hash = createHash('sha256').update(BASE);
  const add = (/** @type {string} */ path) => {
    const full = join(ROOT, path);
    if (!existsSync(full)) return;
    let names;
    try {
      names = readdirSync(full);
    } catch {
      hash.update(`${path}\0`).update(readFileSync(full)).update('\0');
      return;
    }
    for (const name of names.sort()) add(`${path}/${name}`);
  };
  const configs = readdirSync(ROOT).filter((name) => CONFIG_FILE.test(name));
  [...BUILD_INPUTS, ...configs.sort()].forEach(add);
  return hash.digest('hex');
}

/** @returns {boolean} true when dist was built from the files as they are now */
export function isBuilt() {
  return existsSync(buildStamp) && readFileSync(buildStamp, 'utf8') === sourceStamp();
}

/**
 * Notes in dist what it was built from.
 * @param {string} stamp as sourceStamp gave it before the build began
 */
export function noteBuilt(stamp) {
  writeFileSync(buildStamp, stamp);
}
