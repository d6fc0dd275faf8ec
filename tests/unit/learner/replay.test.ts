import { beforeEach, describe, expect, it } from 'vitest';
import { allAnswers, setAsideRecords } from '../../../src/learner/everything';
import { revisions } from '../../../src/learner/history';
import type { Journal } from '../../../src/learner/types';
import { Device, words, type OpenTab } from './device';

let device: Device;
beforeEach(() => {
  device = new Device();
});

const typed = async (page: OpenTab, value: string, id = 'q') => {
  page.tab.change(id, { response: words(value) });
  await device.idle();
};
const seen = async (id = 'q') => {
  const page = await device.open();
  page.tab.answer(id);
  await device.idle();
  const { answer, fork } = page.tab.answer(id).get();
  return { page, text: answer?.response, fork: fork?.response };
};
const journalKeys = () => Object.keys(device.local);

describe('leaving a page right after a key (F3)', () => {
  it('brings the last key back, and deletes the journal', async () => {
    const page = await device.open();
    await typed(page, 'one');
    page.tab.change('q', { response: words('one two') });
    page.leave();
    expect(journalKeys()).toEqual([`frontline-one:journal:${page.tab.id}`]);
    expect(await seen()).toMatchObject({ text: words('one two'), fork: undefined });
    expect(journalKeys()).toEqual([]);
  });

  it('brings back the very first answer of a device', async () => {
    const page = await device.open(false);
    page.tab.change('q', { response: words('first') });
    page.leave();
    expect(await seen()).toMatchObject({ text: words('first') });
  });

  it('writes no journal when all is saved', async () => {
    const page = await device.open();
    await typed(page, 'one');
    page.leave();
    expect(journalKeys()).toEqual([]);
  });

  it('deletes the journal of a page that was only hidden, once all is saved', async () => {
    const page = await device.open();
    await typed(page, 'one');
    page.tab.change('q', { response: words('two') });
    page.hide();
    expect(journalKeys()).toHaveLength(1);
    await device.idle();
    expect(journalKeys()).toEqual([]);
  });
});

/** Lays a journal down as a page of an earlier visit would have. */
const lay = async (
  page: OpenTab,
  value: string,
  given: { base: number; tab?: string; writing?: boolean },
) => {
  const learner = page.tab.currentLearner.get();
  const answer = (await allAnswers(page.tab)).get('q');
  if (!learner || !answer) throw new Error('type something first');
  const tab = given.tab ?? 'gone';
  const base = { rev: given.base, tab: page.tab.id };
  const entry = { ...(given.base && { base }), writing: given.writing ?? false };
  const journal: Journal = {
    ...{ v: 1, tab, learner },
    entries: [{ ...entry, answer: { ...answer, tab, response: words(value) } }],
  };
  device.local.setItem(`frontline-one:journal:${tab}`, JSON.stringify(journal));
};

describe('replay by revision', () => {
  it('applies text that was made from the stored rev', async () => {
    const page = await device.open();
    await typed(page, 'one');
    await lay(page, 'one two', { base: 1 });
    expect(await seen()).toMatchObject({ text: words('one two'), fork: undefined });
  });

  it('drops text that is stored already', async () => {
    const page = await device.open();
    await typed(page, 'one');
    await lay(page, 'one', { base: 0 });
    const { page: later, text, fork } = await seen();
    expect([text, fork]).toEqual([words('one'), undefined]);
    expect((await allAnswers(later.tab)).get('q')?.rev).toBe(1);
    expect(journalKeys()).toEqual([]);
  });

  it('makes a fork of text that was made from another rev', async () => {
    const page = await device.open();
    await typed(page, 'one');
    await typed(page, 'two');
    await lay(page, 'one and more', { base: 1 });
    expect(await seen()).toMatchObject({ text: words('two'), fork: words('one and more') });
  });

  it('knows the write that was on its way when the page was left', async () => {
    const page = await device.open();
    await typed(page, 'one');
    await typed(page, 'one t');
    await lay(page, 'one two', { base: 1, tab: page.tab.id, writing: true });
    expect(await seen()).toMatchObject({ text: words('one two'), fork: undefined });
  });

  it('keeps a journal that came back from the dead as a revision only', async () => {
    const page = await device.open();
    for (const value of ['one', 'one two', 'one two three']) await typed(page, value);
    await lay(page, 'one t', { base: 1, tab: page.tab.id, writing: true });
    const { page: later, text, fork } = await seen();
    expect([text, fork]).toEqual([words('one two three'), undefined]);
    expect(await revisions('q', later.tab)).toMatchObject([{ response: words('one t') }]);
  });

  it('shows text that cannot be stored yet, and keeps the journal until it is', async () => {
    const page = await device.open();
    await typed(page, 'one');
    await lay(page, 'one two', { base: 1 });
    device.faults = ['QuotaExceededError'];
    const later = await device.open();
    later.tab.answer('q');
    await device.idle();
    expect(later.tab.answer('q').get().answer?.response).toEqual(words('one two'));
    expect(later.tab.saveStatus.get()).toEqual({ kind: 'not-saved', why: 'full' });
    expect(journalKeys()).toHaveLength(1);
    await device.pass(5_000);
    expect(later.tab.saveStatus.get().kind).toBe('saved');
    expect(journalKeys()).toEqual([]);
    expect((await seen()).text).toEqual(words('one two'));
  });

  it('writes to the learner of the journal, whoever works here now', async () => {
    const page = await device.open();
    await typed(page, 'one');
    await lay(page, 'one two', { base: 1 });
    const mine = page.tab.currentLearner.get()?.id;
    await page.tab.storage.transact('readwrite', async (stores) => {
      const learner = page.tab.currentLearner.get();
      stores.put('learners', { ...learner, id: 'someone-else' });
      stores.put('meta', { key: 'current', learner: 'someone-else' });
    });
    const { page: later, text } = await seen();
    expect(later.tab.currentLearner.get()?.id).toBe('someone-else');
    expect(text).toBeUndefined();
    const stored = await later.tab.storage.transact('readonly', (stores) => stores.all('answers'));
    expect(stored).toMatchObject([{ learner: mine, response: words('one two') }]);
  });

  it.each(['{"v":1,"tab":"x","ent', '[]', '{"v":2}', '{"v":1,"tab":"x","entries":[{"base":{}}]}'])(
    'sets a journal aside that cannot be read: %s',
    async (raw) => {
      device.local.setItem('frontline-one:journal:x', raw);
      const page = await device.open();
      expect(await setAsideRecords(page.tab)).toMatchObject([{ store: 'journal', raw }]);
      expect(journalKeys()).toEqual([]);
    },
  );

  it('still saves where localStorage is full (F6)', async () => {
    device.local.full = true;
    const page = await device.open();
    page.tab.change('q', { response: words('one') });
    page.hide();
    await device.idle();
    expect(page.tab.saveStatus.get().kind).toBe('saved');
  });
});
