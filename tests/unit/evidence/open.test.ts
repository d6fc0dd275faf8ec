import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { makeBundle, makeWordFile } from '../../../src/evidence/bundle';
import { shortFingerprint } from '../../../src/evidence/digest';
import { openBundle, toRestore, type Opened } from '../../../src/evidence/open';
import { bundleOf, fakeZip, hostileFiles, withTextEverywhere, type FakeEntry } from './hostile';
import { NASTY, sample } from './sample';

const FOLDER = 'CSL1_L7Q4X_U01_2026-11-22_r2';
const made = await makeBundle(sample);
const entriesOf = (bytes: Uint8Array): FakeEntry[] =>
  Object.entries(unzipSync(bytes)).map(([name, data]) => ({ name, data }));
const opened = async (bytes: Uint8Array): Promise<Opened> => {
  const result = await openBundle(bytes);
  if (result.kind === 'refused') throw new Error(`${result.reason} ${result.found}`);
  return result;
};
/** The bundle with one file changed, packed again. */
const changed = (
  path: string,
  change: (data: Uint8Array) => Uint8Array | undefined,
): Promise<Opened> =>
  opened(
    fakeZip(
      entriesOf(made.bytes).flatMap(({ name, data }) => {
        if (name !== `${FOLDER}/${path}`) return [{ name, data: data as Uint8Array }];
        const bytes = change(data as Uint8Array);
        return bytes ? [{ name, data: bytes }] : [];
      }),
    ),
  );
const oneMore = (data: Uint8Array): Uint8Array => Uint8Array.from([...data, 32]);

describe('a whole bundle', () => {
  test('opens complete, with the fingerprint of its making', async () => {
    expect(await openBundle(made.bytes)).toEqual({
      kind: 'opened',
      record: sample,
      complete: true,
      files: 10,
      problems: [],
      harm: [],
      fingerprint: made.fingerprint,
      newer: false,
    });
  });

  test('also out of folders that were put round it, as “Extract all” and a new zip do', async () => {
    for (const outer of ['My work/', `Desktop/${FOLDER}/`]) {
      const entries = entriesOf(made.bytes).map((entry) => ({
        ...entry,
        name: outer + entry.name,
      }));
      const result = await opened(fakeZip(entries));
      expect(result.complete).toBe(true);
      expect(result.fingerprint).toBe(made.fingerprint);
    }
  });

  test('and our own Word file is told from it', async () => {
    const word = await makeWordFile(sample, sample.units[0] as (typeof sample.units)[0]);
    expect(await openBundle(word.bytes)).toMatchObject({
      kind: 'refused',
      reason: 'This is a Word file, not the zip file.',
    });
  });

  test('also when another program packed it again, with folders or without the top one', async () => {
    const entries = entriesOf(made.bytes);
    const again = fakeZip([{ name: `${FOLDER}/` }, { name: `${FOLDER}/data/` }, ...entries], {
      comment: 'Packed by someone',
    });
    expect((await opened(again)).complete).toBe(true);
    const bare = entries.map((entry) => ({ ...entry, name: entry.name.slice(FOLDER.length + 1) }));
    expect((await opened(fakeZip(bare))).complete).toBe(true);
  });

  test('gives the learner’s answers back', () => {
    const restored = toRestore(sample);
    expect(restored[0]).toEqual({
      id: 'u01-prompt-1',
      response: {
        slots: { first: sample.items[0]?.answer.slots[0]?.value, second: NASTY.emoji },
        ticks: ['inside'],
      },
      questionText: 'Question 1, as the learner saw it?',
      state: 'ready',
      at: '2026-11-21T10:42:00+00:00',
    });
  });
});

describe('a bundle that changed', () => {
  test.each([
    ['READ-ME-FIRST.txt', 'damaged'],
    ['bagit.txt', 'damaged'],
    ['bag-info.txt', 'damaged'],
    ['manifest-sha512.txt', 'damaged'],
    ['data/U01_evidence-pack.html', 'damaged'],
    ['data/U01_tracking-sheet.csv', 'damaged'],
    ['data/bundle.json', 'damaged'],
    ['data/U01_evidence-pack.docx', 'edited'],
  ])('tells that %s is %s', async (path, what) => {
    const result = await changed(path, oneMore);
    expect(result.complete).toBe(false);
    expect(result.problems.map((problem) => [problem.file, problem.what])).toEqual([[path, what]]);
    expect(result.record).toEqual(sample);
    expect(result.fingerprint === made.fingerprint).toBe(path !== 'data/bundle.json');
  });

  test('says that an edited Word file is fine', async () => {
    const { problems, harm } = await changed('data/U01_evidence-pack.docx', oneMore);
    expect(harm).toEqual([]);
    expect(problems[0]?.say).toBe(
      'data/U01_evidence-pack.docx was edited after export. That is fine for an assessor’s notes: bundle.json is the reference copy.',
    );
  });

  test('tells what is missing', async () => {
    for (const path of ['data/U01_tracking-sheet.csv', 'bagit.txt', 'manifest-sha256.txt']) {
      const { complete, problems, harm } = await changed(path, () => undefined);
      expect(complete).toBe(false);
      expect(harm).toEqual(problems);
      expect(problems.map((problem) => [problem.file, problem.what])).toEqual([[path, 'missing']]);
    }
  });

  test('tells what was added, and opens nothing of it', async () => {
    const bytes = fakeZip([
      ...entriesOf(made.bytes),
      { name: `${FOLDER}/data/feedback (1).docx`, data: new Uint8Array(9) },
      { name: `__MACOSX/${FOLDER}/._bagit.txt`, data: new Uint8Array(9) },
    ]);
    const { complete, problems, harm } = await opened(bytes);
    expect(complete).toBe(false);
    expect(harm).toEqual([]);
    expect(problems.map((problem) => [problem.file, problem.what])).toEqual([
      ['data/feedback (1).docx', 'extra'],
      [`__MACOSX/${FOLDER}/._bagit.txt`, 'extra'],
    ]);
  });

  test('a list that is too long or is no list is damaged, and the rest is still shown', async () => {
    const long = new TextEncoder().encode(
      Array.from({ length: 5_000 }, (_, index) => `${'0'.repeat(64)}  data/${index}\n`).join(''),
    );
    for (const data of [long, new TextEncoder().encode('no list')]) {
      const { problems, record } = await changed('manifest-sha256.txt', () => data);
      expect(problems.map((problem) => [problem.file, problem.what])).toEqual([
        ['manifest-sha256.txt', 'damaged'],
      ]);
      expect(record).toEqual(sample);
    }
  });
});

/** Every version that was ever released stays readable: add a file, never change one. */
describe('an earlier version', () => {
  test('1.0 opens, with the fingerprint that its paperwork prints', async () => {
    const json = readFileSync('tests/fixtures/bundles/v1.0.json');
    const result = await opened(bundleOf(Uint8Array.from(json)));
    expect(result.record).toEqual(JSON.parse(json.toString()));
    expect(shortFingerprint(result.fingerprint)).toBe('C1A1 467F B84E F06B');
    expect(toRestore(result.record).map(({ id, state }) => [id, state])).toEqual([
      ['u01-prompt-1', 'ready'],
      ['u01-prompt-5', 'draft'],
    ]);
  });
});

describe('a newer minor version', () => {
  test('is read, said, and what it adds is kept', async () => {
    const value = { ...sample, version: '1.4', mood: 'new', items: [{ ...sample.items[0], x: 1 }] };
    const result = await opened(bundleOf(JSON.stringify(value)));
    expect(result).toMatchObject({ newer: true, complete: true });
    expect(result.record).toEqual(value);
  });
});

describe('hostile files', () => {
  const files = hostileFiles(sample);
  test.each(files)('refuses %s', async (_, bytes, reason) => {
    const before = bytes.slice();
    const result = await openBundle(bytes);
    expect(result.kind === 'refused' ? result.reason : 'opened').toMatch(reason);
    if (result.kind === 'refused') {
      for (const sentence of [result.reason, result.found, result.mend]) {
        expect(sentence).toMatch(/^[\x20-\x7e“”…’]{5,300}$/);
      }
    }
    expect(Buffer.compare(bytes, before)).toBe(0);
  });

  test('a bomb is stopped soon after the size that it tells', async () => {
    const { deflateRawSync } = await import('node:zlib');
    const bomb = deflateRawSync(new Uint8Array(100_000_000), { level: 9 });
    const bytes = fakeZip([{ name: 'top/data/bundle.json', method: 8, packed: bomb, size: 1_000 }]);
    const used = process.memoryUsage().arrayBuffers;
    expect((await openBundle(bytes)).kind).toBe('refused');
    expect(process.memoryUsage().arrayBuffers - used).toBeLessThan(50_000_000);
  });

  test('script in every text field stays text, and touches no prototype', async () => {
    const script = '"><img src=x onerror=alert(1)><script>alert(1)</script>{{7*7}}';
    const evil = withTextEverywhere(sample, script);
    const result = await opened(bundleOf(JSON.stringify(evil)));
    expect(result.record).toEqual(evil);

    const polluted = JSON.stringify({ ...sample, extensions: {} }).replace(
      '"extensions":{}',
      '"extensions":{"__proto__":{"evil":1},"constructor":{"prototype":{"evil":1}}}',
    );
    const kept = await opened(bundleOf(polluted));
    expect(({} as Record<string, unknown>)['evil']).toBeUndefined();
    expect((kept.record.extensions as Record<string, unknown>)['evil']).toBeUndefined();
    const slots = structuredClone(sample);
    for (const item of slots.items) {
      item.answer.slots = [{ id: '__proto__', label: 'x', value: 'evil' }];
    }
    const restored = toRestore((await opened(bundleOf(JSON.stringify(slots)))).record);
    expect(Object.getPrototypeOf(restored[0]?.response.slots)).toBe(Object.prototype);
  });

  test('one flipped bit anywhere: told or refused, never silent, never thrown', async () => {
    const places = fc.integer({ min: 0, max: made.bytes.length * 8 - 1 });
    await fc.assert(
      fc.asyncProperty(places, async (bit) => {
        const bytes = made.bytes.slice();
        bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const result = await openBundle(bytes);
        if (result.kind === 'refused') return;
        // Times and checksums in the zip's own headers say nothing about what the files hold.
        if (result.complete) expect(result.record).toEqual(sample);
        else expect(result.problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });

  test('cut anywhere: refused', async () => {
    const places = fc.integer({ min: 0, max: made.bytes.length - 1 });
    await fc.assert(
      fc.asyncProperty(places, async (length) => {
        expect((await openBundle(made.bytes.slice(0, length))).kind).toBe('refused');
      }),
      { numRuns: 200 },
    );
  });

  test('any bytes: refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.boolean(), async (noise, headed) => {
        const head = headed ? [0x50, 0x4b, 3, 4] : [];
        expect((await openBundle(Uint8Array.from([...head, ...noise]))).kind).toBe('refused');
      }),
      { numRuns: 200 },
    );
  });
});
