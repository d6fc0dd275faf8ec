// @ts-check
/** Programs of the operating system: is one there, and can Debian's be installed? */
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './project.mjs';

/**
 * @param {string[]} names of programs, the best one first
 * @returns {string | undefined} path of the first that is on PATH
 */
export function onPath(names) {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const ends = process.platform === 'win32' ? ['.exe', '.cmd', ''] : [''];
  for (const name of names) {
    for (const folder of folders) {
      for (const end of ends) {
        const path = join(folder, name + end);
        try {
          accessSync(path, constants.X_OK);
          if (statSync(path).isFile()) return path;
        } catch {
          // not here
        }
      }
    }
  }
  return undefined;
}

/** @returns {boolean} true where apt is there and this process may use it */
export function canUseApt() {
  return process.getuid?.() === 0 && onPath(['apt-get']) !== undefined;
}

/**
 * Installs Debian packages without what they merely recommend.
 * @param {string[]} packages
 * @returns {Promise<boolean>} true when apt-get succeeded
 */
export async function installFromDebian(packages) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const update = await run('apt-get', ['update', '-q'], { quiet: true, env });
  const args = ['install', '-y', '-q', '--no-install-recommends', ...packages];
  const install = await run('apt-get', args, { quiet: true, env });
  if (install.code !== 0) {
    console.log(`${update.output}${install.output}`.trim().split('\n').slice(-5).join('\n'));
  }
  return install.code === 0;
}
