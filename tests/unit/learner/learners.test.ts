import { beforeEach, describe, expect, it } from 'vitest';
import { clearDevice } from '../../../src/learner/backup';
import { allAnswers } from '../../../src/learner/everything';
import {
  addLearner,
  learners,
  removeLearner,
  switchLearner,
  updateLearner,
} from '../../../src/learner/learners';
import { randomCode } from '../../../src/learner/new-learner';
import { Device, words, type OpenTab } from './device';

let device: Device;
beforeEach(() => {
  device = new Device();
});
const typed = async ({ tab }: OpenTab, value: string, id = 'q') => {
  tab.change(id, { response: words(value) });
  await device.idle();
};
const text = async (page: OpenTab) => {
  page.tab.answer('q');
  await device.idle();
  return page.tab.answer('q').get().answer?.response;
};

describe('learners', () => {
  it('keeps several apart', async () => {
    const page = await device.open();
    await typed(page, 'of the first');
    const ana = await addLearner({ name: ' Ana ', colour: 12 }, page.tab);
    expect(ana).toMatchObject({ name: 'Ana', colour: 8, aim: 'Award', units: [] });
    await switchLearner(ana.id, page.tab);
    const hers = await device.open();
    expect(hers.tab.currentLearner.get()).toEqual(ana);
    expect(await text(hers)).toBeUndefined();
    await typed(hers, 'of Ana');
    expect((await allAnswers(hers.tab)).get('q')?.response).toEqual(words('of Ana'));
    // the first page stays with its learner for as long as it is open
    await typed(page, 'still of the first');
    expect((await allAnswers(page.tab)).get('q')?.response).toEqual(words('still of the first'));
    expect(await text(hers)).toEqual(words('of Ana'));
    expect((await learners(hers.tab)).map(({ name }) => name)).toEqual(['', 'Ana']);
  });

  it('tells other pages that somebody else works here now, with and without a channel', async () => {
    const [page, other] = [await device.open(), await device.open()];
    await typed(page, 'one');
    const ana = await addLearner({ name: 'Ana', colour: 2 }, page.tab);
    await switchLearner(ana.id, page.tab);
    await device.idle();
    expect(other.tab.learnerChangedElsewhere.get()).toBe(true);

    device.deaf = true;
    await switchLearner(page.tab.currentLearner.get()?.id ?? '', page.tab);
    await device.idle();
    expect(other.tab.learnerChangedElsewhere.get()).toBe(true);
    other.show();
    await device.idle();
    expect(other.tab.learnerChangedElsewhere.get()).toBe(false);
  });

  it('changes the own record and keeps what others changed in it', async () => {
    const page = await device.open();
    await updateLearner({ name: 'Bo', details: { name: 'Bo B', centre: 'C' } }, page.tab);
    const other = await device.open();
    await updateLearner({ units: [1, 7] }, other.tab);
    await updateLearner({ details: undefined }, page.tab);
    const [bo] = await learners(page.tab);
    expect(bo).toMatchObject({ name: 'Bo', units: [1, 7] });
    expect(bo).not.toHaveProperty('details');
    await expect(updateLearner({ units: ['x'] as never }, page.tab)).rejects.toThrow();
    expect(await learners(page.tab)).toEqual([bo]);
  });

  it('removes one with all they did, in all tabs, and leaves the others alone', async () => {
    const page = await device.open();
    await typed(page, 'of the first');
    const first = page.tab.currentLearner.get()?.id ?? '';
    const ana = await addLearner({ name: 'Ana', colour: 1 }, page.tab);
    await switchLearner(ana.id, page.tab);
    const hers = await device.open();
    await typed(hers, 'of Ana');
    await removeLearner(first, hers.tab);
    await device.idle();
    expect(page.tab.answer('q').get().answer).toBeUndefined();
    expect(page.tab.trouble.get()).toContain('another tab');
    const left = await hers.tab.storage.transact('readonly', async (stores) => [
      ...(await stores.all('answers')),
      ...(await stores.all('learners')),
    ]);
    expect(left).toMatchObject([{ response: words('of Ana') }, { name: 'Ana' }]);
  });

  it('refuses to switch to nobody', async () => {
    const page = await device.open();
    await typed(page, 'one');
    await expect(switchLearner('nobody', page.tab)).rejects.toThrow();
    expect((await device.open()).tab.currentLearner.get()).toEqual(page.tab.currentLearner.get());
  });

  it('gives codes that are easy to read out', () => {
    const codes = Array.from({ length: 500 }, randomCode);
    for (const code of codes) expect(code).toMatch(/^[CDFHJKLMNPQRTVWX][CDFHJKLMNPQRTVWX2-9]{4}$/);
    expect(new Set(codes).size).toBeGreaterThan(490);
  });
});

describe('clearing the device', () => {
  it('leaves nothing, and other tabs write nothing back', async () => {
    const [page, other] = [await device.open(), await device.open()];
    other.tab.answer('q');
    await typed(page, 'private');
    device.local.setItem('frontline-one:theme', 'dark');
    device.local.setItem('another-site', 'stays');
    other.tab.change('q', { response: words('private, typed just now') });
    await clearDevice(page.tab);
    await device.idle();
    other.leave();
    await device.pass(60_000);
    expect(await indexedDB.databases()).toEqual([]);
    expect(Object.keys(device.local)).toEqual(['another-site']);
    expect(other.tab.answer('q').get().answer).toBeUndefined();
    expect(page.tab.answer('q').get().answer).toBeUndefined();
    expect(other.tab.currentLearner.get()).toBeUndefined();
  });

  it('does not say that it is done where the browser could not do it', async () => {
    const page = await device.open();
    await typed(page, 'private');
    const { indexedDB: real } = globalThis;
    const remove = real.deleteDatabase.bind(real);
    real.deleteDatabase = () => {
      const request = new EventTarget() as IDBOpenDBRequest;
      setImmediate(() => request.onerror?.(new Event('error')));
      return request;
    };
    await expect(clearDevice(page.tab)).rejects.toMatchObject({ why: 'trouble' });
    real.deleteDatabase = remove;
    await clearDevice(page.tab);
    expect(await real.databases()).toEqual([]);
  });

  it('does not wait for ever for a page that does not let go', async () => {
    const page = await device.open();
    await typed(page, 'private');
    const { indexedDB: real } = globalThis;
    real.deleteDatabase = () => {
      const request = new EventTarget() as IDBOpenDBRequest;
      setImmediate(() => request.onblocked?.(new Event('blocked') as IDBVersionChangeEvent));
      return request;
    };
    const clearing = expect(clearDevice(page.tab)).rejects.toMatchObject({ why: 'trouble' });
    await device.idle();
    await device.pass(5_000);
    await clearing;
  });

  it('starts anew with the next answer', async () => {
    const page = await device.open();
    await typed(page, 'private');
    const before = page.tab.currentLearner.get()?.id;
    await clearDevice(page.tab);
    await typed(page, 'new');
    expect(page.tab.currentLearner.get()?.id).not.toBe(before);
    expect([...(await allAnswers(page.tab)).values()]).toMatchObject([{ response: words('new') }]);
  });
});
