/**
 * Checks a BagIt bag, written from RFC 8493 and apart from the code that writes ours.
 * Section numbers are those of the RFC.
 */
import { createHash } from 'node:crypto';

const decode = (bytes: Uint8Array): string =>
  new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);

/** 2.1.3: in manifests, only CR, LF and % are encoded. */
const decodePath = (path: string): string =>
  path.replace(/%(0D|0A|25)/gi, (sign) => decodeURIComponent(sign));

function readManifest(name: string, bytes: Uint8Array, faults: string[]): Map<string, string> {
  const entries = new Map<string, string>();
  const text = decode(bytes);
  if (text.startsWith('\uFEFF')) faults.push(`${name}: byte order mark (2.2.4)`);
  for (const line of text.split(/\r\n|\n|\r/)) {
    if (line === '') continue;
    const match = /^([0-9a-fA-F]+)[ \t]+(.+)$/.exec(line);
    if (!match?.[1] || !match[2]) {
      faults.push(`${name}: bad line "${line}" (2.1.3)`);
      continue;
    }
    const path = decodePath(match[2]);
    if (/^\/|^~|(^|\/)\.\.?(\/|$)/.test(path)) faults.push(`${name}: path leaves the bag (5.2)`);
    if (entries.has(path)) faults.push(`${name}: "${path}" twice (2.1.3)`);
    entries.set(path, match[1].toLowerCase());
  }
  return entries;
}

/**
 * The faults of a serialised bag; none when it is complete and valid (section 3).
 * Takes every file of the archive with its path, and the archive's name without ending.
 */
export function bagFaults(archive: Map<string, Uint8Array>, name: string): string[] {
  const faults: string[] = [];
  const files = new Map<string, Uint8Array>();
  for (const [path, bytes] of archive) {
    // 4.2: one top folder; 4.1.2: it should be named like the archive.
    if (!path.startsWith(`${name}/`)) faults.push(`outside the top folder: ${path} (4.2)`);
    else files.set(path.slice(name.length + 1), bytes);
  }
  const declaration = files.get('bagit.txt');
  if (!declaration) return [...faults, 'no bagit.txt (2.1.1)'];
  if (
    !/^BagIt-Version: \d+\.\d+\nTag-File-Character-Encoding: UTF-8\n?$/.test(decode(declaration))
  ) {
    faults.push('bagit.txt is not the two lines (2.1.1)');
  }
  const payload = [...files.keys()].filter((path) => path.startsWith('data/'));
  if (payload.length === 0) faults.push('no payload folder (2.1.2)');
  const manifests = [...files.keys()].filter((path) => /^manifest-[a-z0-9]+\.txt$/.test(path));
  if (manifests.length === 0) faults.push('no payload manifest (2.1.3)');
  const tagManifests = [...files.keys()].filter((path) =>
    /^tagmanifest-[a-z0-9]+\.txt$/.test(path),
  );

  for (const manifest of [...manifests, ...tagManifests]) {
    const algorithm = /manifest-([a-z0-9]+)\.txt$/.exec(manifest)?.[1] ?? '';
    const entries = readManifest(manifest, files.get(manifest) ?? new Uint8Array(), faults);
    for (const [path, sum] of entries) {
      const bytes = files.get(path);
      if (!bytes) faults.push(`${manifest}: "${path}" is not there (3)`);
      else if (createHash(algorithm).update(bytes).digest('hex') !== sum) {
        faults.push(`${manifest}: "${path}" has another checksum (3)`);
      }
    }
    if (manifests.includes(manifest)) {
      for (const path of payload) {
        if (!entries.has(path)) faults.push(`${manifest}: "${path}" is not listed (2.1.3)`);
      }
      for (const path of entries.keys()) {
        if (!path.startsWith('data/')) faults.push(`${manifest}: "${path}" is no payload (2.1.3)`);
      }
    } else {
      for (const path of entries.keys()) {
        if (path.startsWith('data/')) faults.push(`${manifest}: "${path}" is payload (2.2.1)`);
        if (tagManifests.includes(path)) faults.push(`${manifest} lists a tag manifest (2.2.1)`);
      }
      for (const path of manifests) {
        if (!entries.has(path)) faults.push(`${manifest}: "${path}" is not listed (2.2.1)`);
      }
    }
  }
  const info = files.get('bag-info.txt');
  if (info) {
    const oxum = /^Payload-Oxum: (\d+)\.(\d+)$/m.exec(decode(info));
    const bytes = payload.reduce((sum, path) => sum + (files.get(path)?.length ?? 0), 0);
    if (oxum && (Number(oxum[1]) !== bytes || Number(oxum[2]) !== payload.length)) {
      faults.push('Payload-Oxum is wrong (2.2.2)');
    }
    if (!/^Bagging-Date: \d{4}-\d\d-\d\d$/m.test(decode(info))) faults.push('Bagging-Date (2.2.2)');
  }
  return faults;
}
