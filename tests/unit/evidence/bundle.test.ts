import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { bundleName, makeBundle } from '../../../src/evidence/bundle';
import { canonical } from '../../../src/evidence/canonical';
import { digest, digestWithoutCrypto, shortFingerprint } from '../../../src/evidence/digest';
import { openBundle, toRestore } from '../../../src/evidence/open';
import { toRecord } from '../../../src/evidence/record';
import { readRecord } from '../../../src/evidence/schema';
import { bagFaults } from './bagit-checker';
import { answerTo, input, sample, unit1 } from './sample';

const schema = JSON.parse(readFileSync('public/schemas/bundle-1.json', 'utf8')) as object;
const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema);
const filesOf = (bytes: Uint8Array): Map<string, Uint8Array> =>
  new Map(Object.entries(unzipSync(bytes)));
const hasUnzip = ((): boolean => {
  try {
    execFileSync('unzip', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

afterEach(() => vi.unstubAllGlobals());

describe('the bundle', () => {
  test('lies as it should, in one folder named like the zip', async () => {
    const { name, bytes } = await makeBundle(sample);
    expect(name).toBe('CSL1_L7Q4X_U01_2026-11-22_r2.zip');
    expect([...filesOf(bytes).keys()]).toEqual(
      [
        'READ-ME-FIRST.txt',
        'bagit.txt',
        'bag-info.txt',
        'manifest-sha256.txt',
        'manifest-sha512.txt',
        'tagmanifest-sha512.txt',
        'data/U01_evidence-pack.docx',
        'data/U01_evidence-pack.html',
        'data/U01_tracking-sheet.csv',
        'data/bundle.json',
      ].map((path) => `CSL1_L7Q4X_U01_2026-11-22_r2/${path}`),
    );
  });

  test('is a bag without faults (RFC 8493), and the checker sees a changed byte', async () => {
    const { name, bytes } = await makeBundle(sample);
    const folder = name.replace('.zip', '');
    const files = filesOf(bytes);
    expect(bagFaults(files, folder)).toEqual([]);
    for (const path of files.keys()) {
      const changed = new Map(files);
      changed.set(path, Uint8Array.from([...(files.get(path) ?? []), 32]));
      // The tag manifest is the only file that no other file vouches for.
      if (!path.includes('tagmanifest')) expect(bagFaults(changed, folder), path).not.toEqual([]);
    }
  });

  test.skipIf(!hasUnzip)('is a zip file for unzip -t (skipped without unzip)', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
    try {
      const file = join(folder, 'bundle.zip');
      writeFileSync(file, (await makeBundle(sample)).bytes);
      expect(execFileSync('unzip', ['-t', file], { encoding: 'utf8' })).toContain('No errors');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('has ASCII names without the learner’s, and no script', async () => {
    const { bytes } = await makeBundle(sample);
    for (const [path, content] of filesOf(bytes)) {
      expect(path).toMatch(/^[\x21-\x7e]{1,120}$/);
      expect(path).not.toMatch(/jodie|marsh|millbeck/i);
      if (/\.(?:html|txt|csv)$/.test(path)) {
        expect(new TextDecoder().decode(content)).not.toMatch(/<script|https?:\/\//i);
      }
    }
  });

  test('is the same for the same record, also without WebCrypto', async () => {
    const first = await makeBundle(sample);
    expect((await makeBundle(structuredClone(sample))).bytes).toEqual(first.bytes);
    vi.stubGlobal('crypto', {});
    expect((await makeBundle(sample)).bytes).toEqual(first.bytes);
  });

  test('prints the SHA-256 of bundle.json on the paperwork', async () => {
    const { bytes, fingerprint, name } = await makeBundle(sample);
    const files = filesOf(bytes);
    const folder = name.replace('.zip', '');
    const json = files.get(`${folder}/data/bundle.json`) ?? new Uint8Array();
    expect(createHash('sha256').update(json).digest('hex')).toBe(fingerprint);
    for (const path of ['READ-ME-FIRST.txt', 'data/U01_evidence-pack.html']) {
      const text = new TextDecoder().decode(files.get(`${folder}/${path}`));
      expect(text).toContain(shortFingerprint(fingerprint));
    }
  });

  test('survives a clock that is set to nonsense', async () => {
    for (const now of ['1970-01-01T00:00:00+00:00', '2199-12-31T23:59:59-11:00']) {
      const opened = await openBundle((await makeBundle(toRecord({ ...input, now }))).bytes);
      expect(opened).toMatchObject({ kind: 'opened', complete: true });
    }
  });

  test('names stay under 60 characters, whatever the units', () => {
    const unit = sample.units[0] as (typeof sample.units)[0];
    const units = Array.from({ length: 13 }, (_, index) => ({
      ...unit,
      key: `U${String(index + 1).padStart(2, '0')}`,
    }));
    expect(bundleName(sample, units.slice(0, 2))).toBe('CSL1_L7Q4X_U01-U02_2026-11-22_r2');
    expect(bundleName({ ...sample, revision: 100_000 }, units)).toBe(
      'CSL1_L7Q4X_13-units_2026-11-22_r100000',
    );
    for (let count = 1; count <= 13; count++) {
      expect(bundleName(sample, units.slice(0, count)).length).toBeLessThan(55);
    }
  });
});

describe('the published schema', () => {
  const practice = toRecord({ ...input, includePractice: true });
  test.each([
    ['sample', sample],
    ['with practice', practice],
    ['empty', toRecord({ ...input, answers: [], revisions: [] })],
  ])('takes the record: %s', (_, record) => {
    validate(record);
    expect(validate.errors ?? []).toEqual([]);
  });

  /** Every place in a record, as a path of member names. */
  function places(value: unknown, path: (string | number)[] = []): (string | number)[][] {
    if (typeof value !== 'object' || value === null) return [path];
    return [
      path,
      ...Object.entries(value).flatMap(([name, member]) => places(member, [...path, name])),
    ];
  }
  function changed(path: (string | number)[], change: 'drop' | 'add' | unknown[]): unknown {
    const copy = structuredClone(practice) as unknown as Record<string, unknown>;
    const name = path.at(-1) ?? '';
    const home = path
      .slice(0, -1)
      .reduce<Record<string, unknown>>((at, step) => at[step] as Record<string, unknown>, copy);
    if (change === 'drop') Reflect.deleteProperty(home, name);
    else if (change === 'add') (home[name] as Record<string, unknown>)['unknownMember'] = 1;
    else home[name] = change[0];
    return copy;
  }

  test('says the same as the check in the browser, for any one change to a record', () => {
    const all = places(practice).slice(1);
    const values = [null, '', 0, -1, 1.5, 1e9, true, [], {}, 'U01', '2.0', 'x'.repeat(30_000)];
    let refused = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...all),
        fc.oneof(
          fc.constant('drop' as const),
          fc.constantFrom(...values).map((value) => [value]),
        ),
        (path, change) => {
          // Dropping a list's member leaves a hole, which JSON cannot say.
          fc.pre(!(change === 'drop' && /^\d+$/.test(String(path.at(-1)))));
          const value = changed(path, change);
          const ours = 'record' in readRecord(value);
          // The browser's check reads a newer minor version as well.
          fc.pre(!(path[0] === 'version'));
          expect(ours, `${path.join('.')} ${JSON.stringify(change)}`).toBe(validate(value));
          if (!ours) refused++;
        },
      ),
      { numRuns: 500 },
    );
    expect(refused).toBeGreaterThan(100);
  });

  test('both want the words of a practice question, and no more than 20,000 characters', () => {
    const path = ['practice', 0, 'question'];
    for (const [change, taken] of [
      ['drop', false],
      [['x'.repeat(20_000)], true],
      [['x'.repeat(20_001)], false],
      [[7], false],
    ] as const) {
      const value = changed(path, typeof change === 'string' ? change : [...change]);
      expect(['record' in readRecord(value), validate(value)]).toEqual([taken, taken]);
    }
  });

  test('neither takes a member that it does not know, except in extensions', () => {
    for (const path of places(practice).slice(1)) {
      const home = path.reduce<unknown>(
        (at, step) => (at as Record<string, unknown>)[step],
        practice,
      );
      if (typeof home !== 'object' || home === null || Array.isArray(home)) continue;
      const value = changed(path, 'add');
      const free = path[0] === 'extensions';
      expect([path.join('.'), 'record' in readRecord(value), validate(value)]).toEqual([
        path.join('.'),
        free,
        free,
      ]);
    }
  });
});

describe('canonical JSON (RFC 8785)', () => {
  test('is what another implementation gives, for any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonical(value)).toBe(canonicalize(value));
      }),
    );
  });
  test('sorts by UTF-16 code units and writes numbers as the RFC does', () => {
    // Section 3.2.3 of the RFC.
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    expect(Object.values(JSON.parse(canonical(value)) as object)).toHaveLength(7);
    expect(canonical(value)).toBe(canonicalize(value));
    expect(canonical([333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001])).toBe(
      '[333333333.3333333,1e+30,4.5,0.002,1e-27]',
    );
    expect(() => canonical({ a: undefined })).toThrow(TypeError);
    expect(() => canonical(Infinity)).toThrow(TypeError);
  });
});

test('digests are equal with and without WebCrypto', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 300 }),
      fc.constantFrom('SHA-256' as const, 'SHA-512' as const),
      async (data, algorithm) => {
        const bytes = Uint8Array.from(data);
        expect(digestWithoutCrypto(algorithm, bytes)).toEqual(await digest(algorithm, bytes));
      },
    ),
  );
});

describe('round trip', () => {
  test('what was exported comes back equal, whatever was written', async () => {
    const words = fc.string({ unit: 'binary', maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(words, words), { maxLength: 9 }),
        words,
        words,
        async (texts, name, sources) => {
          const record = toRecord({
            ...input,
            answers: texts.map(([one, two], index) => answerTo(index + 1, one, two)),
            details: { name, centre: name },
            declaration: { ...input.declaration, sources },
          });
          const { bytes, fingerprint } = await makeBundle(record);
          const opened = await openBundle(bytes);
          expect(opened).toEqual({
            kind: 'opened',
            record,
            complete: true,
            files: 10,
            problems: [],
            harm: [],
            fingerprint,
            newer: false,
          });
        },
      ),
      { numRuns: 40 },
    );
  });

  test('a restored answer exports to the same item', async () => {
    const opened = await openBundle((await makeBundle(sample)).bytes);
    if (opened.kind !== 'opened') throw new Error(opened.reason);
    const restored = toRestore(opened.record).map(({ id, ...rest }) => ({
      ...answerTo(1, ''),
      id,
      ...rest,
    }));
    expect(restored.map(({ id }) => id)).toEqual(sample.items.map((item) => item.promptId));
    const again = toRecord({ ...input, answers: restored });
    expect(again.items).toEqual(sample.items);
  });

  test('two units make two packs in one bag', async () => {
    const second = structuredClone(unit1);
    second.unit.key = 'U02';
    second.unit.number = 2;
    second.prompts = [];
    for (const outcome of second.unit.outcomes) {
      for (const one of outcome.criteria) one.key = one.key.replace('U01', 'U02');
    }
    const record = toRecord({ ...input, units: [unit1, second] });
    const { name, bytes } = await makeBundle(record);
    expect(name).toBe('CSL1_L7Q4X_U01-U02_2026-11-22_r2.zip');
    expect(bagFaults(filesOf(bytes), name.replace('.zip', ''))).toEqual([]);
    expect(record.gaps.filter(({ unit }) => unit === 'U02')).toHaveLength(9);
    expect(await openBundle(bytes)).toMatchObject({ complete: true, files: 13 });
  });
});
