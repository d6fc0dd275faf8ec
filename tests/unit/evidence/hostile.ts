/**
 * Builds files that a bad or broken sender could hand in. Zip files are written byte by byte here,
 * so that they can say what no honest program would write (PKWARE APPNOTE 6.3).
 */
import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import type { BundleRecord } from '../../../src/evidence/types';

export interface FakeEntry {
  name: string;
  data?: Uint8Array;
  /** bytes as they stand in the zip; `data` where left out */
  packed?: Uint8Array;
  method?: number;
  /** what the headers claim */
  size?: number;
  packedSize?: number;
  flags?: number;
  attributes?: number;
  /** name in the local header, where it differs */
  localName?: string;
  /** place that the directory claims */
  at?: number;
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function header(size: number, fields: [at: number, bytes: 2 | 4, value: number][]): Uint8Array {
  const view = new DataView(new ArrayBuffer(size));
  for (const [at, bytes, value] of fields) {
    if (bytes === 2) view.setUint16(at, value & 0xffff, true);
    else view.setUint32(at, value >>> 0, true);
  }
  return new Uint8Array(view.buffer);
}

/** A zip of entries, with what its end record claims. */
export function fakeZip(
  entries: FakeEntry[],
  claims: { count?: number; size?: number; start?: number; comment?: string } = {},
): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const entry of entries) {
    const data = entry.data ?? new Uint8Array();
    const packed = entry.packed ?? data;
    const method = entry.method ?? 0;
    const size = entry.size ?? data.length;
    const packedSize = entry.packedSize ?? packed.length;
    const local = bytesOf(entry.localName ?? entry.name);
    const name = bytesOf(entry.name);
    parts.push(
      header(30, [
        [0, 4, 0x04034b50],
        [4, 2, 20],
        [6, 2, entry.flags ?? 0],
        [8, 2, method],
        [18, 4, packedSize],
        [22, 4, size],
        [26, 2, local.length],
      ]),
      local,
      packed,
    );
    directory.push(
      header(46, [
        [0, 4, 0x02014b50],
        [4, 2, (3 << 8) | 20],
        [6, 2, 20],
        [8, 2, entry.flags ?? 0],
        [10, 2, method],
        [20, 4, packedSize],
        [24, 4, size],
        [28, 2, name.length],
        [38, 4, entry.attributes ?? 0],
        [42, 4, entry.at ?? at],
      ]),
      name,
    );
    at += 30 + local.length + packed.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const comment = bytesOf(claims.comment ?? '');
  const end = header(22, [
    [0, 4, 0x06054b50],
    [8, 2, claims.count ?? entries.length],
    [10, 2, claims.count ?? entries.length],
    [12, 4, claims.size ?? size],
    [16, 4, claims.start ?? at],
    [20, 2, comment.length],
  ]);
  return Uint8Array.from(Buffer.concat([...parts, ...directory, end, comment]));
}

/** A bundle with this text as its bundle.json and manifests that fit. */
export function bundleOf(json: string | Uint8Array, more: FakeEntry[] = []): Uint8Array {
  const data = typeof json === 'string' ? bytesOf(json) : json;
  const sum = (algorithm: string, bytes: Uint8Array): string =>
    createHash(algorithm).update(bytes).digest('hex');
  const manifest = bytesOf(`${sum('sha256', data)}  data/bundle.json\n`);
  const bagit = bytesOf('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
  const tags = bytesOf(
    `${sum('sha512', bagit)}  bagit.txt\n${sum('sha512', manifest)}  manifest-sha256.txt\n`,
  );
  return fakeZip([
    { name: 'top/bagit.txt', data: bagit },
    { name: 'top/manifest-sha256.txt', data: manifest },
    { name: 'top/tagmanifest-sha512.txt', data: tags },
    { name: 'top/data/bundle.json', data },
    ...more,
  ]);
}

/** The record with `text` in every field that takes any text. */
export function withTextEverywhere(record: BundleRecord, text: string): BundleRecord {
  const copy = structuredClone(record);
  copy.app = { name: text, version: text };
  copy.course.version = copy.specification.version = text;
  copy.qualification = { kind: text, title: text, number: text };
  copy.learner.name = copy.centre.name = text;
  copy.declaration = { ...copy.declaration, textVersion: text, text, sources: text };
  copy.methodKey = [{ code: text, label: text, status: 'settled' }];
  copy.extensions = { [text]: text };
  for (const unit of copy.units) {
    unit.reference = unit.title = text;
    unit.range = [{ topic: text, points: [text] }];
    for (const outcome of unit.outcomes) {
      outcome.title = text;
      for (const one of outcome.criteria) {
        one.number = one.printed = one.text = one.verb = text;
        one.rangePrompts = [text];
      }
    }
  }
  for (const item of copy.items) {
    item.verb = item.question.text = text;
    item.answer.slots = [{ id: text, label: text, value: text }];
    item.checklist = [{ id: text, text, ticked: true }];
    item.revisions = [{ n: 1, at: '', why: text, slots: item.answer.slots }];
  }
  for (const gap of copy.gaps) gap.number = gap.text = text;
  return copy;
}

const zeros = (count: number): Uint8Array => new Uint8Array(count);

/** Files that must be refused, each with a word of the reason. */
export function hostileFiles(
  record: BundleRecord,
): [name: string, bytes: Uint8Array, reason: RegExp][] {
  const json = JSON.stringify(record);
  const withRecord = (change: Record<string, unknown>): Uint8Array =>
    bundleOf(JSON.stringify({ ...record, ...change }));
  const good = bundleOf(json);
  const extra = (entry: FakeEntry): Uint8Array => bundleOf(json, [entry]);
  const deep = `{"schema":"frontline-one/bundle","version":"1.0","extensions":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`;
  const lying = deflateRawSync(zeros(30_000_000));
  return [
    ['an empty file', zeros(0), /not a zip/],
    ['a text file', bytesOf('Dear assessor, here is my work.'), /not a zip/],
    ['zeros', zeros(100_000), /not a zip/],
    ['bundle.json alone', bytesOf(json), /not a zip/],
    ['more than 20 MB', zeros(20_000_001), /too big/],
    ['an empty zip', fakeZip([]), /not a Frontline One bundle/],
    [
      'a zip of something else',
      fakeZip([{ name: 'photo.jpg', data: zeros(9) }]),
      /not a Frontline/,
    ],
    [
      'a Word file',
      fakeZip([
        { name: '[Content_Types].xml', data: bytesOf('<Types/>') },
        { name: 'word/document.xml', data: bytesOf('<w/>') },
      ]),
      /Word file/,
    ],
    [
      'a name with brackets that no Word file has',
      extra({ name: 'top/[Content_Types].xml' }),
      /not allowed/,
    ],
    [
      'a claim of 10 GB',
      fakeZip(
        Array.from({ length: 5 }, (_, index) => ({
          name: `top/${index}`,
          method: 8,
          packed: zeros(10),
          size: 2_147_483_647,
        })),
      ),
      /too big when unpacked/,
    ],
    [
      'a claim of 1 GB',
      extra({ name: 'top/x', method: 8, packed: zeros(10), size: 1e9 }),
      /too big when/,
    ],
    [
      '100,000 entries, told as the format can',
      fakeZip(Array.from({ length: 100_000 }, (_, index) => ({ name: `e${index}` }))),
      /too many/,
    ],
    [
      '100,000 entries, told as 10',
      fakeZip(
        Array.from({ length: 100_000 }, (_, index) => ({ name: `e${index}` })),
        { count: 10 },
      ),
      /damaged/,
    ],
    [
      '501 entries',
      fakeZip(Array.from({ length: 501 }, (_, index) => ({ name: `e${index}` }))),
      /too many/,
    ],
    ['zip64', fakeZip([{ name: 'top/data/bundle.json' }], { count: 0xffff }), /zip64/],
    ['zip64 size', extra({ name: 'top/x', size: 0xffffffff }), /zip64/],
    ...[
      '../x',
      'top/../../x',
      '/etc/passwd',
      'C:/x',
      'a\\..\\b',
      '..',
      'top//x',
      'a\u0000b',
      'nаme',
      'x\n',
      '<img src=x onerror=alert(1)>',
      `top/${'x'.repeat(300)}`,
    ].map((name): [string, Uint8Array, RegExp] => [
      `the name ${JSON.stringify(name.slice(0, 30))}`,
      extra({ name }),
      /name that is not allowed/,
    ]),
    ['a name twice', extra({ name: 'top/data/bundle.json' }), /same name/],
    ['a name twice but for capitals', extra({ name: 'top/data/BUNDLE.json' }), /same name/],
    ['two records', extra({ name: 'data/bundle.json' }), /not a Frontline One bundle/],
    ['a password', extra({ name: 'top/x', flags: 1 }), /password/],
    [
      'a symbolic link',
      extra({ name: 'top/x', data: bytesOf('/etc/passwd'), attributes: 0o120777 << 16 }),
      /link/,
    ],
    ['an unknown packing', extra({ name: 'top/x', method: 99 }), /not known/],
    ['entries on top of each other', extra({ name: 'top/x', at: 0 }), /damaged/],
    ['an entry beyond the end', extra({ name: 'top/x', at: 1e9 }), /damaged/],
    ['a directory beyond the end', fakeZip([{ name: 'top/x' }], { start: 1e9 }), /damaged/],
    [
      'a record that unpacks to more than it says',
      fakeZip([{ name: 'top/data/bundle.json', method: 8, packed: lying, size: 100 }]),
      /cannot be read/,
    ],
    [
      'a record that unpacks to less than it says',
      fakeZip([
        {
          name: 'top/data/bundle.json',
          method: 8,
          packed: deflateRawSync(bytesOf(json)),
          size: json.length + 9,
        },
      ]),
      /cannot be read/,
    ],
    [
      'a record that cannot be unpacked',
      fakeZip([
        { name: 'top/data/bundle.json', method: 8, packed: zeros(50).fill(0xff), size: 100 },
      ]),
      /cannot be read/,
    ],
    [
      'two names for one entry',
      fakeZip([
        { name: 'top/data/bundle.json', localName: 'top/data/another.txt', data: bytesOf(json) },
      ]),
      /cannot be read/,
    ],
    ['bad UTF-8', bundleOf(Uint8Array.from([0x22, 0xff, 0xfe, 0x22])), /cannot be read/],
    ['no JSON', bundleOf('{"schema":'), /cannot be read/],
    ['an empty record', bundleOf(''), /cannot be read/],
    ['deep JSON', bundleOf(deep), /not one that/],
    ['deep JSON that never closes', bundleOf('['.repeat(1_000_000)), /not one that/],
    ['JSON of a million parts', bundleOf(`[${'0,'.repeat(1_000_000)}0]`), /not one that/],
    [
      'JSON of 31 MB',
      fakeZip([
        {
          name: 'top/data/bundle.json',
          method: 8,
          packed: deflateRawSync(zeros(31_000_000).fill(32)),
          size: 31_000_000,
        },
      ]),
      /record in the bundle is too big/,
    ],
    ...['null', '1', '"text"', '[]', '{}', '{"schema":"frontline-one/bundle"}'].map(
      (text): [string, Uint8Array, RegExp] => [`the JSON ${text}`, bundleOf(text), /not one that/],
    ),
    ['version 2', withRecord({ version: '2.0' }), /version of Frontline One/],
    ['version 0', withRecord({ version: '0.9' }), /version of Frontline One/],
    ['version 1', withRecord({ version: 1 }), /not one that/],
    ['another schema', withRecord({ schema: 'something-else' }), /not one that/],
    ['an unknown member', withRecord({ constructor: 1 }), /not one that/],
    ['a huge number', bundleOf(json.replace('"revision":2', '"revision":1e999')), /not one that/],
    [
      'a text that is too long',
      withRecord({ learner: { code: 'A', name: 'x'.repeat(20_001) } }),
      /not one that/,
    ],
    ['a code that is markup', withRecord({ learner: { code: '<b>', name: '' } }), /not one that/],
    ['an answer twice', withRecord({ items: [...record.items, record.items[0]] }), /fit together/],
    [
      'an answer to no criterion',
      withRecord({ items: [{ ...record.items[0], acs: ['U09.1.1'] }] }),
      /fit together/,
    ],
    ['only the first half', good.slice(0, good.length / 2), /not complete/],
    ['all but the last byte', good.slice(0, -1), /not complete/],
    ['all but the first byte', good.slice(1), /not a zip/],
  ];
}
