import { beforeEach, describe, expect, it } from 'vitest';
import { allAnswers, setAsideRecords } from '../../../src/learner/everything';
import { revisions } from '../../../src/learner/history';
import type { Stores } from '../../../src/learner/storage';
import { Device, words, type OpenTab } from './device';

let device: Device;
beforeEach(() => {
  device = new Device();
});

const text = ({ tab }: OpenTab, id = 'q') => tab.answer(id).get().answer?.response;
const fork = ({ tab }: OpenTab, id = 'q') => tab.answer(id).get().fork?.response;
const typed = async (page: OpenTab, value: string, id = 'q') => {
  page.tab.change(id, { response: words(value) });
  await device.idle();
};
const inside = <T>(page: OpenTab, work: (stores: Stores) => Promise<T>) =>
  page.tab.storage.transact('readwrite', work);

it('keeps the words when a page that never read them changes only their state', async () => {
  const writer = await device.open();
  writer.tab.change('q', { response: words('All of it'), questionText: 'Say it.', state: 'draft' });
  await device.idle();
  writer.kill();

  const page = await device.open();
  page.tab.change('q', { state: 'ready' });
  await device.idle();
  expect((await allAnswers(page.tab)).get('q')).toMatchObject({
    ...{ response: words('All of it'), questionText: 'Say it.', state: 'ready' },
  });
});

it('lets the browser ask before words go that are neither stored nor journalled', async () => {
  const page = await device.open();
  expect(page.asks()).toBe(false);
  page.tab.change('q', { response: words('Not stored yet') });
  expect(page.asks()).toBe(false);
  device.local.full = true;
  page.tab.change('q', { response: words('Not stored yet, and no room') });
  expect(page.asks()).toBe(true);
  await device.idle();
  expect(page.asks()).toBe(false);
});

describe('a first visit', () => {
  it('stores nothing until the learner does something', async () => {
    const page = await device.open();
    page.tab.answer('q');
    await device.idle();
    expect(page.tab.answer('q').get()).toEqual({
      loaded: true,
      answer: undefined,
      fork: undefined,
    });
    expect(await indexedDB.databases()).toEqual([]);
    expect(Object.keys(device.local)).toEqual([]);
    expect(page.tab.saveStatus.get()).toEqual({ kind: 'quiet' });
    expect(page.tab.currentLearner.get()).toBeUndefined();
  });

  it('makes one learner with the first answer, and says saved only after reading it back', async () => {
    const page = await device.open();
    const seen: string[] = [];
    page.tab.saveStatus.listen(({ kind }) => seen.push(kind));
    page.tab.change('q', { response: words('Hello'), questionText: 'Say hello.', state: 'draft' });
    expect(page.tab.saveStatus.get().kind).toBe('saving');
    expect(page.tab.unsaved()).toBe(true);
    await device.idle();
    expect(seen.at(-1)).toBe('saved');
    expect(page.tab.unsaved()).toBe(false);
    expect(page.tab.currentLearner.get()?.code).toMatch(/^[A-Z][A-Z2-9]{4}$/);

    page.kill();
    const later = await device.open();
    later.tab.answer('q');
    await device.idle();
    expect(later.tab.answer('q').get().answer).toMatchObject({
      ...{ v: 1, id: 'q', rev: 1, parentRev: 0, response: words('Hello') },
      ...{ questionText: 'Say hello.', state: 'draft', attempts: [], revealed: false },
    });
    expect(later.tab.currentLearner.get()).toEqual(page.tab.currentLearner.get());
  });

  it('makes one learner even when two tabs write the first answer together', async () => {
    const [a, b] = [await device.open(), await device.open()];
    a.tab.change('q', { response: words('a') });
    b.tab.change('r', { response: words('b') });
    await device.idle();
    expect(a.tab.currentLearner.get()?.id).toBe(b.tab.currentLearner.get()?.id);
    expect(await inside(a, (stores) => stores.all('learners'))).toHaveLength(1);
  });

  it('keeps what is typed before the record has opened', async () => {
    const page = await device.open(false);
    page.tab.change('q', { response: words('quick') });
    await device.idle();
    expect(page.tab.saveStatus.get().kind).toBe('saved');
    expect((await allAnswers(page.tab)).get('q')?.response).toEqual(words('quick'));
  });
});

describe('writing', () => {
  it('has one write on its way and joins all later keys in the next', async () => {
    const page = await device.open();
    await typed(page, 'a');
    let writes = 0;
    const { transact } = page.tab.storage;
    page.tab.storage.transact = (mode, work) => {
      writes += mode === 'readwrite' ? 1 : 0;
      return transact(mode, work);
    };
    for (const value of ['ab', 'abc', 'abcd', 'abcde']) {
      page.tab.change('q', { response: words(value) });
    }
    expect(text(page)).toEqual(words('abcde'));
    await device.idle();
    expect(writes).toBe(2);
    expect((await allAnswers(page.tab)).get('q')).toMatchObject({
      response: words('abcde'),
      rev: 3,
    });
  });

  it.each([
    ['QuotaExceededError', 'full'],
    ['UnknownError', 'trouble'],
    ['InvalidStateError', 'trouble'],
  ] as const)('says why on %s, keeps the text and tries again', async (fault, why) => {
    const page = await device.open();
    await typed(page, 'one');
    device.faults = Array(4).fill(fault);
    await typed(page, 'two');
    expect(page.tab.saveStatus.get()).toEqual({ kind: 'not-saved', why });
    expect(page.tab.unsaved()).toBe(true);
    expect(text(page)).toEqual(words('two'));
    expect((await allAnswers(page.tab)).get('q')?.response).toEqual(words('two'));
    device.faults = [];
    await device.pass(5_000);
    expect(page.tab.saveStatus.get().kind).toBe('saved');
    expect((await device.open()).tab.unsaved()).toBe(false);
    expect(await inside(page, (stores) => stores.all('answers'))).toMatchObject([
      { response: words('two') },
    ]);
  });

  it('gets over a dead connection at once (F9)', async () => {
    const page = await device.open();
    await typed(page, 'one');
    device.faults = ['InvalidStateError', 'UnknownError', 'InvalidStateError'];
    await typed(page, 'two');
    expect(page.tab.saveStatus.get().kind).toBe('saved');
  });

  it('does not say saved when another text is read back', async () => {
    const page = await device.open();
    const { transact } = page.tab.storage;
    let lies = 1;
    page.tab.storage.transact = async (mode, work) => {
      const result = await transact(mode, work);
      const back = result as { answer?: { tab?: string } } | undefined;
      if (mode === 'readonly' && back?.answer && lies-- > 0) back.answer.tab = 'flipped';
      return result;
    };
    await typed(page, 'one');
    expect(page.tab.saveStatus.get()).toEqual({ kind: 'not-saved', why: 'trouble' });
    await device.pass(5_000);
    expect(page.tab.saveStatus.get().kind).toBe('saved');
  });

  it('tells and journals a write that is stuck (F4)', async () => {
    const page = await device.open();
    await typed(page, 'one');
    const { transact } = page.tab.storage;
    let free: () => void = () => undefined;
    const stuck = new Promise<void>((resolve) => (free = resolve));
    page.tab.storage.transact = async (mode, work) => {
      await stuck;
      return transact(mode, work);
    };
    await typed(page, 'two');
    expect(page.tab.saveStatus.get().kind).toBe('saving');
    await device.pass(5_000);
    expect(page.tab.saveStatus.get()).toEqual({ kind: 'not-saved', why: 'trouble' });
    expect(Object.keys(device.local)).toHaveLength(1);
    free();
    await device.idle();
    expect(page.tab.saveStatus.get().kind).toBe('saved');
    expect(Object.keys(device.local)).toEqual([]);
  });

  it('works in memory where storage is blocked (F7)', async () => {
    Object.defineProperty(globalThis, 'localStorage', {
      get: () => {
        throw new DOMException('blocked', 'SecurityError');
      },
      configurable: true,
    });
    Object.assign(globalThis, {
      indexedDB: {
        open: () => {
          throw new DOMException('blocked', 'SecurityError');
        },
      },
    });
    const page = await device.open();
    page.tab.answer('q');
    await device.idle();
    expect(page.tab.saveStatus.get()).toEqual({ kind: 'not-saved', why: 'blocked' });
    expect(page.tab.answer('q').get().loaded).toBe(true);
    await typed(page, 'kept in memory');
    page.hide();
    expect(page.tab.saveStatus.get()).toEqual({ kind: 'not-saved', why: 'blocked' });
    expect((await allAnswers(page.tab)).get('q')?.response).toEqual(words('kept in memory'));
    Reflect.deleteProperty(globalThis, 'localStorage');
  });

  it('leaves data of a newer version alone (F11)', async () => {
    const newer = indexedDB.open('frontline-one', 2);
    await new Promise((resolve) => (newer.onsuccess = resolve));
    newer.result.close();
    const page = await device.open();
    await typed(page, 'old tab');
    expect(page.tab.saveStatus.get()).toEqual({ kind: 'not-saved', why: 'newer' });
    expect((await allAnswers(page.tab)).get('q')?.response).toEqual(words('old tab'));
  });

  it('gives way to a newer version that wants to open (F11)', async () => {
    const page = await device.open();
    await typed(page, 'one');
    const newer = indexedDB.open('frontline-one', 2);
    await new Promise((resolve) => (newer.onsuccess = resolve));
    await typed(page, 'two');
    expect(page.tab.saveStatus.get()).toEqual({ kind: 'not-saved', why: 'newer' });
  });

  it('keeps hostile text to the last code unit (F19)', async () => {
    const page = await device.open();
    const nasty = `${'x'.repeat(1_000_000)}🙂‏עברית\0\uD800\uFFFE]]></script>__proto__`;
    await typed(page, nasty);
    expect(page.tab.saveStatus.get().kind).toBe('saved');
    expect((await allAnswers(page.tab)).get('q')?.response).toEqual(words(nasty));
  });
});

describe('data that vanishes or cannot be read', () => {
  it('writes again what is on the page when data was cleared from outside (F8)', async () => {
    const page = await device.open();
    await typed(page, 'one');
    device.clearFromOutside();
    await device.idle();
    expect(page.tab.saveStatus.get().kind).toBe('saved');
    expect(page.tab.trouble.get()).toContain('cleared from outside');
    expect((await allAnswers(page.tab)).get('q')?.response).toEqual(words('one'));
    expect(await inside(page, (stores) => stores.all('learners'))).toHaveLength(1);
  });

  it('does not take a text for its own because their revs are equal after a clearing', async () => {
    device.deaf = true;
    const a = await device.open();
    await typed(a, 'from A');
    const b = await device.open();
    const { transact } = a.tab.storage;
    let free: () => void = () => undefined;
    const asleep = new Promise<void>((resolve) => (free = resolve));
    a.tab.storage.transact = async (mode, work) => {
      await asleep;
      return transact(mode, work);
    };
    device.clearFromOutside();
    await typed(b, 'from B');
    free();
    await device.idle();
    expect([text(a), fork(a)]).toEqual([words('from A'), words('from B')]);
  });

  it('does not put an older copy of another tab over its text when the connection was cut', async () => {
    const a = await device.open();
    await typed(a, 'one');
    device.deaf = true;
    const b = await device.open();
    b.tab.answer('q');
    await device.idle();
    await typed(a, 'one two');
    device.closeConnections();
    await device.idle();
    expect([text(a), fork(a)]).toEqual([words('one two'), undefined]);
    expect([text(b), fork(b)]).toEqual([words('one two'), undefined]);
    expect((await allAnswers(a.tab)).get('q')?.response).toEqual(words('one two'));
  });

  it('writes nothing when only the connection was cut', async () => {
    const page = await device.open();
    await typed(page, 'one');
    device.closeConnections();
    await device.idle();
    expect(page.tab.trouble.get()).toBeUndefined();
    expect((await allAnswers(page.tab)).get('q')?.rev).toBe(1);
  });

  it.each([
    ['another version', { v: 9, rev: 3, response: 'future' }],
    ['a wrong type', { v: 1, rev: 'three', response: words('x') }],
    ['junk', { junk: [1, null] }],
  ])('sets %s aside, shows blank, and never loses it (F13)', async (_, junk) => {
    const page = await device.open();
    await typed(page, 'one', 'other');
    const learner = page.tab.currentLearner.get()?.id ?? '';
    const raw = { ...junk, learner, id: 'q' };
    await inside(page, async (stores) => stores.put('answers', raw));
    for (let visit = 0; visit < 2; visit += 1) {
      const later = await device.open();
      later.tab.answer('q');
      await device.idle();
      expect(later.tab.answer('q').get()).toMatchObject({ loaded: true, answer: undefined });
      expect(later.tab.trouble.get()).toContain('could not be read');
      expect(await inside(later, (stores) => stores.all('setAside'))).toMatchObject([
        { store: 'answers', raw },
      ]);
    }
    expect(await inside(page, (stores) => stores.get('answers', [learner, 'q']))).toEqual(raw);
    await typed(page, 'answered again');
    expect((await allAnswers(page.tab)).get('q')?.response).toEqual(words('answered again'));
    expect(await setAsideRecords(page.tab)).toMatchObject([{ raw }]);
  });
});

describe('what comes late', () => {
  /** Holds back the result of the next transaction of this kind. */
  const hold = (page: OpenTab, kind: 'readonly' | 'readwrite') => {
    const { transact } = page.tab.storage;
    let free: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (free = resolve));
    page.tab.storage.transact = async (mode, work) => {
      const result = await transact(mode, work);
      if (mode === kind) {
        page.tab.storage.transact = transact;
        await held;
      }
      return result;
    };
    return async () => {
      free();
      await device.idle();
    };
  };

  it('does not put an older text over a newer one', async () => {
    const page = await device.open();
    await typed(page, 'one');
    const free = hold(page, 'readonly');
    page.tab.load(['q']);
    await device.idle();
    await typed(page, 'one two');
    await free();
    expect(text(page)).toEqual(words('one two'));
    await typed(page, 'one two three');
    expect(fork(page)).toBeUndefined();
  });

  it('does not take text typed on an older copy for a continuation of the newer text', async () => {
    const a = await device.open();
    await typed(a, 'one');
    device.deaf = true;
    const b = await device.open();
    b.tab.answer('q');
    await device.idle();
    await typed(a, 'one two');
    const free = hold(b, 'readwrite');
    device.closeConnections();
    await device.idle();
    await typed(b, 'one three');
    await free();
    expect([text(b), fork(b)]).toEqual([words('one three'), words('one two')]);
    expect((await allAnswers(a.tab)).get('q')?.response).toEqual(words('one two'));
  });

  it('shows a second text that another tab stored while the own one was being read back', async () => {
    const [a, b] = [await device.open(), await device.open()];
    await typed(a, 'base');
    b.tab.answer('q');
    await device.idle();
    const free = hold(a, 'readonly');
    await typed(a, 'base A');
    await typed(b, 'base B');
    expect([text(b), fork(b)]).toEqual([words('base B'), words('base A')]);
    await free();
    expect([text(a), fork(a)]).toEqual([words('base A'), words('base B')]);
  });

  it('does not show the text of a learner who was removed', async () => {
    const page = await device.open();
    await typed(page, 'one');
    const free = hold(page, 'readwrite');
    await typed(page, 'one two');
    page.tab.forget();
    await free();
    expect(page.tab.answer('q').get().answer).toBeUndefined();
    expect(page.tab.saveStatus.get().kind).toBe('quiet');
  });
});

describe('two tabs (F10)', () => {
  it('shows what the other tab saved where nothing is unsaved here', async () => {
    const [a, b] = [await device.open(), await device.open()];
    b.tab.answer('q');
    await typed(a, 'one');
    expect(text(b)).toEqual(words('one'));
    await typed(b, 'one two');
    expect(text(a)).toEqual(words('one two'));
    expect(fork(a)).toBeUndefined();
  });

  it('keeps both texts when both changed, shows both in both tabs, and goes on saving both', async () => {
    const [a, b] = [await device.open(), await device.open()];
    await typed(a, 'base');
    b.tab.answer('q');
    await device.idle();
    a.tab.change('q', { response: words('base A') });
    b.tab.change('q', { response: words('base B') });
    await device.idle();
    expect([text(a), fork(a)]).toEqual([words('base A'), words('base B')]);
    expect([text(b), fork(b)]).toEqual([words('base B'), words('base A')]);
    await typed(b, 'base B more');
    await typed(a, 'base A more');
    expect([text(a), fork(a)]).toEqual([words('base A more'), words('base B more')]);
    expect([text(b), fork(b)]).toEqual([words('base B more'), words('base A more')]);
    expect(b.tab.saveStatus.get().kind).toBe('saved');

    const later = await device.open();
    later.tab.answer('q');
    await device.idle();
    expect([text(later), fork(later)]).toEqual([words('base A more'), words('base B more')]);
  });

  it('finds the conflict also where tabs cannot hear each other', async () => {
    device.deaf = true;
    const [a, b] = [await device.open(), await device.open()];
    await typed(a, 'base');
    b.tab.answer('q');
    b.show();
    await device.idle();
    expect(text(b)).toEqual(words('base'));
    await typed(a, 'base A');
    await typed(b, 'base B');
    expect([text(b), fork(b)]).toEqual([words('base B'), words('base A')]);
    a.show();
    await device.idle();
    expect([text(a), fork(a)]).toEqual([words('base A'), words('base B')]);
  });

  it('keeps an older fork among the revisions when a third tab makes another', async () => {
    device.deaf = true;
    const pages = [await device.open(), await device.open(), await device.open()];
    for (const [n, page] of pages.entries()) await typed(page, `text ${n}`);
    const [first] = pages as [OpenTab];
    first.show();
    await device.idle();
    expect([text(first), fork(first)]).toEqual([words('text 0'), words('text 2')]);
    expect(await revisions('q', first.tab)).toMatchObject([
      { why: 'fork', response: words('text 1') },
    ]);
  });

  it('asks nothing when both say the same', async () => {
    device.deaf = true;
    const [a, b] = [await device.open(), await device.open()];
    await typed(a, 'same');
    await typed(b, 'same');
    expect(fork(b)).toBeUndefined();
    expect((await allAnswers(b.tab)).get('q')?.rev).toBe(1);
  });

  it('joins tries at a practice question', async () => {
    device.deaf = true;
    const [a, b] = [await device.open(), await device.open()];
    const attempt = (at: string, score: number) => ({ at, score, outOf: 1 });
    a.tab.change('p', { response: 'x', attempts: [attempt('2026-01-01', 0)], revealed: true });
    await device.idle();
    b.tab.change('p', { response: 'y', attempts: [attempt('2026-01-02', 1)] });
    await device.idle();
    expect(b.tab.answer('p').get()).toMatchObject({
      answer: {
        ...{ response: 'y', revealed: true, rev: 2 },
        attempts: [attempt('2026-01-01', 0), attempt('2026-01-02', 1)],
      },
      fork: undefined,
    });
    expect(await revisions('p', b.tab)).toMatchObject([{ response: 'x', why: 'fork' }]);
  });
});
