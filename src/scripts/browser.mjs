// @ts-check
/** Finds a Chromium for the browser tests and the benchmark, or installs one. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Fault, ROOT, run, runTool } from './project.mjs';
import { canUseApt, installFromDebian, onPath } from './system.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const USUAL_PLACES = [
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** @returns {string | undefined} path of the Chromium that Playwright downloaded, if it is there */
function playwrightsOwn() {
  const { chromium } = createRequire(join(ROOT, 'package.json'))('@playwright/test');
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

/**
 * The browser that is already on this machine. `CHROME_PATH` comes before all others.
 * @returns {string | undefined} path of the program
 * @throws {Fault} when CHROME_PATH names a file that does not exist
 */
export function findBrowser() {
  const named = process.env['CHROME_PATH'];
  if (named) {
    if (!existsSync(named)) throw new Fault(`CHROME_PATH names a missing file: ${named}`);
    return named;
  }
  return onPath(NAMES) ?? USUAL_PLACES.find((place) => existsSync(place)) ?? playwrightsOwn();
}

/**
 * The browser for the tests. Does nothing when there is one; else tries Debian's package (where apt
 * and root are there), then Playwright's own download.
 * @returns {Promise<string>} path of the program
 * @throws {Fault} naming the three ways when none of them worked
 */
export async function ensureBrowser() {
  const present = findBrowser();
  if (present) return present;
  if (canUseApt()) {
    console.log('Installing Chromium from Debian for the browser tests.');
    await installFromDebian(['chromium']);
    const installed = findBrowser();
    if (installed) return installed;
  }
  console.log('Downloading a Chromium for the browser tests.');
  await runTool('@playwright/test/cli.js', ['install', 'chromium'], { quiet: true });
  const own = playwrightsOwn();
  // A downloaded browser may still miss libraries of the system: ask it for its version.
  if (own && (await run(own, ['--version'], { quiet: true })).code === 0) return own;
  throw new Fault(
    [
      'The browser tests need Chromium or Chrome. There are three ways to get one:',
      '1. Install Chromium or Chrome. If it is in an unusual place, set CHROME_PATH to it.',
      '2. On Debian or Ubuntu, as root: apt-get update && apt-get install -y chromium',
      '3. Let Playwright download one: npx playwright install --with-deps chromium',
    ].join('\n'),
  );
}
