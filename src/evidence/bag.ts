/** The texts of a BagIt bag (RFC 8493) around its payload. */
import { digest, hex, type Algorithm } from './digest';
import type { BundleRecord } from './types';

type Files = [path: string, bytes: Uint8Array<ArrayBuffer>][];

/** Lines "digest  path" (RFC 8493, section 2.1.3). Our paths need no percent-encoding. */
async function manifest(algorithm: Algorithm, files: Files): Promise<string> {
  const lines = await Promise.all(
    files.map(async ([path, bytes]) => `${hex(await digest(algorithm, bytes))}  ${path}\n`),
  );
  return lines.join('');
}

/**
 * The tag files of a bag. Takes the payload (paths start with `data/`), further tag files for its
 * top folder, and the record that it holds; gives all files that stand beside `data/`.
 */
export async function tagFiles(
  payload: Files,
  others: Files,
  record: BundleRecord,
): Promise<Files> {
  const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
  const bytes = payload.reduce((sum, [, file]) => sum + file.length, 0);
  const info = [
    `Bag-Software-Agent: ${record.app.name} ${record.app.version}`,
    `Bagging-Date: ${record.createdAt.slice(0, 10)}`,
    `External-Identifier: ${record.bundleId}`,
    `Payload-Oxum: ${bytes}.${payload.length}`,
    '',
  ];
  const tags: Files = [
    ...others,
    ['bagit.txt', encode('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')],
    ['bag-info.txt', encode(info.join('\n'))],
    ['manifest-sha256.txt', encode(await manifest('SHA-256', payload))],
    ['manifest-sha512.txt', encode(await manifest('SHA-512', payload))],
  ];
  return [...tags, ['tagmanifest-sha512.txt', encode(await manifest('SHA-512', tags))]];
}
