/** Writes zip files: the same entries always give the same bytes. */
import { zipSync, type Zippable } from 'fflate';

/** Storing short texts is many times faster than deflating them; long ones are worth it. */
const DEFLATE_FROM = 65_536;

/**
 * A zip of entries, in their order. Takes paths with `/`, and the ISO date that all entries bear.
 * The time of day is noon: zip files know no time zone.
 */
export function zip(
  entries: [path: string, bytes: Uint8Array][],
  date: string,
): Uint8Array<ArrayBuffer> {
  const [year = 1980, month = 1, day = 1] = date.slice(0, 10).split('-').map(Number);
  // Zip dates start in 1980; a device's clock may be set to anything.
  const mtime =
    year >= 1980 && year < 2100 ? new Date(year, month - 1, day, 12) : new Date(1980, 0, 1);
  const files: Zippable = {};
  for (const [path, bytes] of entries) {
    files[path] = [bytes, { level: bytes.length < DEFLATE_FROM ? 0 : 1 }];
  }
  return zipSync(files, { mtime }) as Uint8Array<ArrayBuffer>;
}
