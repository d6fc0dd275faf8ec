// @ts-check
/** Finds the programs that open our Word files and zips in tests, or installs them. */
import { canUseApt, installFromDebian, onPath } from './system.mjs';

/** Program → Debian package. The tests that use a missing program are reported as skipped, by name. */
const PROGRAMS = {
  soffice: 'libreoffice-writer',
  pdfinfo: 'poppler-utils',
  unzip: 'unzip',
};

/**
 * Makes LibreOffice, poppler and unzip available where that is possible. Does nothing when all are
 * there, or when `FRONTLINE_SKIP_OFFICE` is set.
 * @returns {Promise<string[]>} names of the programs that are still missing
 */
export async function ensureOffice() {
  const missing = () =>
    Object.entries(PROGRAMS).filter(([program]) => onPath([program]) === undefined);
  if (missing().length > 0 && canUseApt() && !process.env['FRONTLINE_SKIP_OFFICE']) {
    console.log('Installing LibreOffice from Debian for the tests of the Word files.');
    await installFromDebian(missing().map(([, name]) => name));
  }
  return missing().map(([program]) => program);
}
