import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { everything } from '../../../src/learner/everything';
import { openBackup } from '../../../src/learner/backup';
import { revisions } from '../../../src/learner/history';
import { applyBackup, readBackup } from '../../../src/learner/restore';
import { isJournal } from '../../../src/learner/guards';
import type { StoreName } from '../../../src/learner/names';
import { Device } from './device';

// Append only: every record and file that was ever released stays readable.
const folder = new URL('../../fixtures/learner/', import.meta.url);
const fixtures = readdirSync(folder).sort();
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');

it('has the fixtures of every version', () => {
  expect(fixtures).toEqual(['v1-backup.json', 'v1-database.json', 'v1-journal.json']);
});

it('reads a database of version 1', async () => {
  const stores = JSON.parse(read('v1-database.json')) as Record<StoreName, unknown[]>;
  const device = new Device();
  const { tab } = await device.open();
  await tab.storage.transact('readwrite', async ({ put }) => {
    for (const [store, records] of Object.entries(stores)) {
      for (const record of records) put(store as StoreName, record);
    }
  });
  const later = (await device.open()).tab;
  const found = await everything(undefined, later);
  for (const [store, records] of Object.entries(found)) {
    expect(records).toEqual(stores[store as StoreName]);
  }
  expect(later.currentLearner.get()).toEqual(stores.learners[1]);
  for (const id of ['u01-first-impression', 'u01-greeting']) later.answer(id);
  await device.idle();
  expect(later.answer('u01-first-impression').get().answer).toEqual(stores.answers[1]);
  expect(later.answer('u01-first-impression').get().fork).toEqual(stores.forks[0]);
  expect(later.answer('u01-greeting').get().answer).toEqual(stores.answers[2]);
  expect(await revisions('u01-first-impression', later)).toEqual(stores.revisions);
});

it('restores a backup of version 1', async () => {
  const opened = openBackup(read('v1-backup.json'));
  const { tab } = await new Device().open();
  const file = await readBackup(read('v1-backup.json'), tab);
  if (!opened.ok || !file.ok) throw new Error('refused');
  await applyBackup(file.plan, {}, tab);
  expect(await everything(undefined, tab)).toEqual(opened.data);
});

it('replays a journal of version 1', async () => {
  const journal: unknown = JSON.parse(read('v1-journal.json'));
  if (!isJournal(journal)) throw new Error('not a journal');
  const device = new Device();
  device.local.setItem('frontline-one:journal:0f1e2d3c4b5a6978', read('v1-journal.json'));
  const { tab } = await device.open();
  const { answers, learners } = await everything(undefined, tab);
  expect(answers.map(({ response }) => response)).toEqual(
    journal.entries.map(({ answer }) => answer.response),
  );
  expect(learners).toEqual([journal.learner]);
});
