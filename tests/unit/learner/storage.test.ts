import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { STORAGE_NAMES, STORES } from '../../../src/learner/names';
import { createStorage } from '../../../src/learner/storage';
import { same } from '../../../src/learner/given';
import { Device } from './device';

const quiet = { lost: () => undefined, gone: () => undefined };

it('keeps nothing under a name that is not published', async () => {
  const device = new Device();
  const storage = createStorage(quiet);
  await storage.transact('readwrite', async (stores) => stores.put('meta', { key: 'current' }));
  expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(STORAGE_NAMES.databases);
  expect(Object.keys(STORES)).toEqual([
    'learners',
    'answers',
    'revisions',
    'forks',
    'setAside',
    'meta',
  ]);
  await device.idle();
});

it('asks for a strict transaction and undoes all of it when the work fails', async () => {
  new Device();
  const storage = createStorage(quiet);
  await expect(
    storage.transact('readwrite', async (stores) => {
      stores.put('meta', { key: 'half' });
      throw new RangeError('no');
    }),
  ).rejects.toMatchObject({ why: 'trouble', cause: new RangeError('no') });
  expect(await storage.transact('readonly', (stores) => stores.all('meta'))).toEqual([]);
  expect(readFileSync('src/learner/storage.ts', 'utf8')).toContain("durability: 'strict'");
});

it('brings nothing back after a deletion', async () => {
  new Device();
  const storage = createStorage(quiet);
  let wiped: Promise<void> | undefined;
  const late = storage.transact('readwrite', async (stores) => {
    stores.put('meta', { key: 'late' });
    if (!wiped) {
      wiped = storage.wipe();
      throw new Error('dead connection');
    }
  });
  await expect(late).rejects.toMatchObject({ why: 'trouble' });
  await wiped;
  expect(await indexedDB.databases()).toEqual([]);
});

it('finds records below a key and no others', async () => {
  new Device();
  const storage = createStorage(quiet);
  const record = (learner: string, id: string) => ({ learner, id });
  const records = [record('a', 'q'), record('a', 'r'), record('aa', 'q'), record('b', 'q')];
  const left = await storage.transact('readwrite', async (stores) => {
    for (const one of records) stores.put('answers', one);
    expect(await stores.all('answers', ['a'])).toEqual(records.slice(0, 2));
    stores.removeAll('answers', ['a']);
    return stores.all('answers');
  });
  expect(left).toEqual(records.slice(2));
});

it('is the only file that names a browser storage API', () => {
  const named = readdirSync('src/learner').filter((file) =>
    /\b(indexedDB|localStorage|sessionStorage|caches\.)/.test(
      readFileSync(`src/learner/${file}`, 'utf8').replace(/\/\*[^]*?\*\/|\/\/.*/g, ''),
    ),
  );
  expect(named).toEqual(['storage.ts']);
});

it('compares what learners gave whatever the order of keys', () => {
  expect(same({ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 })).toBe(true);
  for (const other of [{ a: 1 }, { a: 1, b: undefined }, { a: '1', b: 2 }, [1, 2], null, 'a']) {
    expect(same({ a: 1, b: 2 }, other)).toBe(false);
  }
  expect(same([], {})).toBe(false);
  expect(same({ toString: undefined }, {})).toBe(false);
});
