/**
 * Reads a zip file that a stranger may have made (PKWARE APPNOTE 6.3). Nothing is unpacked before
 * the directory has been judged, and no size that the file claims is trusted while unpacking.
 */
import { Inflate } from 'fflate';

export const LIMITS = {
  /** bytes of the zip file */
  file: 20_000_000,
  entries: 500,
  /** bytes when unpacked, all entries together */
  unpacked: 50_000_000,
};

export interface Entry {
  name: string;
  method: 0 | 8;
  packed: number;
  size: number;
  /** where its local header starts */
  at: number;
}

/** Why a file is not opened: what was expected, what was found, what to do. */
export class Refusal extends Error {
  readonly found: string;
  readonly mend: string;
  constructor(reason: string, found: string, mend: string) {
    super(reason);
    this.found = found;
    this.mend = mend;
  }
}

const NEW_COPY = 'Ask the learner to send the zip file again, just as Frontline One made it.';
const strange = (reason: string, found: string): Refusal => new Refusal(reason, found, NEW_COPY);

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const CENTRAL_SIZE = 46;
const LOCAL_SIZE = 30;
const MAX_16 = 0xffff;
const MAX_32 = 0xffffffff;
const SYMBOLIC_LINK = 0o120000;
const FILE_TYPE = 0o170000;

/**
 * Folders and files in plain letters; no "..", no drive, no leading slash, no backslash. And the one
 * other name that every Word file has, so that it can be told what it is.
 */
const NAME =
  /^\[Content_Types\]\.xml$|^(?!.*(?:^|\/)\.{1,2}(?:\/|$))[A-Za-z0-9_.][A-Za-z0-9 _.()-]*(?:\/[A-Za-z0-9_.][A-Za-z0-9 _.()-]*)*\/?$/;

/** A name from a stranger's file, fit to be shown. */
export function shown(name: string): string {
  const plain = name.slice(0, 80).replace(/[^\x20-\x7E]/g, '?');
  return name.length > 80 ? `${plain}…` : plain;
}

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - END_SIZE - MAX_16);
  for (let at = view.byteLength - END_SIZE; at >= lowest; at--) {
    if (
      view.getUint32(at, true) === END &&
      at + END_SIZE + view.getUint16(at + 20, true) === view.byteLength
    ) {
      return at;
    }
  }
  throw strange('The zip file is not complete.', 'Its end is missing.');
}

function readName(bytes: Uint8Array, at: number, length: number): string {
  let name = '';
  for (const byte of bytes.subarray(at, at + Math.min(length, 300)))
    name += String.fromCharCode(byte);
  return name;
}

/** Reads the header of one entry in the directory; gives it and where the next one starts. */
function readEntry(bytes: Uint8Array, view: DataView, at: number, end: number): [Entry, number] {
  if (at + CENTRAL_SIZE > end || view.getUint32(at, true) !== CENTRAL) {
    throw strange('The zip file is damaged.', 'Its list of files cannot be read.');
  }
  const nameLength = view.getUint16(at + 28, true);
  const next =
    at + CENTRAL_SIZE + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  if (next > end) throw strange('The zip file is damaged.', 'Its list of files is cut short.');
  const name = readName(bytes, at + CENTRAL_SIZE, nameLength);
  const [packed, size, local] = [
    view.getUint32(at + 20, true),
    view.getUint32(at + 24, true),
    view.getUint32(at + 42, true),
  ];
  const method = view.getUint16(at + 10, true);
  if (packed === MAX_32 || size === MAX_32 || local === MAX_32) {
    throw strange('This kind of zip file (zip64) is not opened.', `File: ${shown(name)}`);
  }
  if (view.getUint16(at + 8, true) & 0x2041) {
    throw strange('The zip file has a password.', `File: ${shown(name)}`);
  }
  if (nameLength > 200 || !NAME.test(name)) {
    throw strange('A file in the zip has a name that is not allowed.', `Name: ${shown(name)}`);
  }
  if (((view.getUint32(at + 38, true) >>> 16) & FILE_TYPE) === SYMBOLIC_LINK) {
    throw strange('A file in the zip is only a link to another place.', `File: ${shown(name)}`);
  }
  if (method !== 0 && method !== 8) {
    throw strange(
      'A file in the zip is packed in a way that is not known.',
      `File: ${shown(name)}`,
    );
  }
  return [{ name, method, packed, size, at: local }, next];
}

/**
 * The entries of a zip file, folders left out, judged but not unpacked.
 * Throws a `Refusal` when the file is no zip, is damaged, or is not one that we would make.
 */
export function readDirectory(bytes: Uint8Array): Entry[] {
  if (bytes.length > LIMITS.file) {
    throw strange(
      'The file is too big.',
      `It has ${Math.ceil(bytes.length / 1e6)} MB; ${LIMITS.file / 1e6} MB is the most.`,
    );
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < END_SIZE || ![LOCAL, END].includes(view.getUint32(0, true))) {
    throw new Refusal(
      'This is not a zip file.',
      bytes.length === 0 ? 'The file is empty.' : 'It does not start the way a zip file does.',
      'Choose the file that starts with “CSL1_” and ends with “.zip”.',
    );
  }
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const start = view.getUint32(end + 16, true);
  if (count === MAX_16 || size === MAX_32 || start === MAX_32) {
    throw strange('This kind of zip file (zip64) is not opened.', 'It says that it is very large.');
  }
  if (count > LIMITS.entries) {
    throw strange(
      'The zip holds too many files.',
      `It has ${count}; ${LIMITS.entries} is the most.`,
    );
  }
  if (
    view.getUint32(end + 4, true) !== 0 ||
    view.getUint16(end + 8, true) !== count ||
    start + size !== end
  ) {
    throw strange('The zip file is damaged.', 'Its list of files is not where it should be.');
  }
  const entries: Entry[] = [];
  let at = start;
  for (let index = 0; index < count; index++) {
    const [entry, next] = readEntry(bytes, view, at, end);
    entries.push(entry);
    at = next;
  }
  if (at !== end) throw strange('The zip file is damaged.', 'Its list of files is not complete.');
  judge(entries, start);
  return entries.filter((entry) => !entry.name.endsWith('/'));
}

function judge(entries: Entry[], end: number): void {
  const unpacked = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (unpacked > LIMITS.unpacked) {
    throw strange(
      'The zip is too big when unpacked.',
      `It says ${Math.ceil(unpacked / 1e6)} MB; ${LIMITS.unpacked / 1e6} MB is the most.`,
    );
  }
  const names = new Set<string>();
  for (const { name } of entries) {
    // Windows and macOS take two names as one when only capitals differ.
    const key = name.toLowerCase();
    if (names.has(key))
      throw strange('Two files in the zip have the same name.', `Name: ${shown(name)}`);
    names.add(key);
  }
  let before = 0;
  for (const entry of [...entries].sort((a, b) => a.at - b.at)) {
    if (entry.at < before || entry.at + LOCAL_SIZE + entry.packed > end) {
      throw strange('The zip file is damaged.', `Two files share one place: ${shown(entry.name)}`);
    }
    before = entry.at + LOCAL_SIZE + entry.packed;
  }
}

/** Small pushes: DEFLATE can give 1,032 times what it is given, so this bounds each overshoot. */
const PUSH = 2_048;

function inflate(packed: Uint8Array, size: number): Uint8Array<ArrayBuffer> | undefined {
  const out = new Uint8Array(size);
  let length = 0;
  let fits = true;
  const stream = new Inflate((chunk) => {
    fits &&= length + chunk.length <= size;
    if (fits) out.set(chunk, length);
    length += chunk.length;
  });
  for (let at = 0; at < packed.length && fits; at += PUSH) {
    stream.push(packed.subarray(at, at + PUSH), at + PUSH >= packed.length);
  }
  return fits && length === size ? out : undefined;
}

/**
 * The bytes of one entry; undefined when they are damaged or more or fewer than the directory says.
 * Never throws.
 */
export function unpack(bytes: Uint8Array, entry: Entry): Uint8Array<ArrayBuffer> | undefined {
  try {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (view.getUint32(entry.at, true) !== LOCAL) return undefined;
    if (view.getUint16(entry.at + 8, true) !== entry.method) return undefined;
    const nameLength = view.getUint16(entry.at + 26, true);
    if (readName(bytes, entry.at + LOCAL_SIZE, nameLength) !== entry.name) return undefined;
    const start = entry.at + LOCAL_SIZE + nameLength + view.getUint16(entry.at + 28, true);
    const packed = bytes.slice(start, start + entry.packed);
    if (packed.length !== entry.packed) return undefined;
    if (entry.method === 8) return inflate(packed, entry.size);
    return entry.packed === entry.size ? packed : undefined;
  } catch {
    return undefined;
  }
}
