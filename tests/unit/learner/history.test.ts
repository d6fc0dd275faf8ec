import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { allAnswers } from '../../../src/learner/everything';
import { joinTexts, keepRevision, revisions, settleFork, thin } from '../../../src/learner/history';
import type { Revision } from '../../../src/learner/types';
import { Device, words, type OpenTab } from './device';

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 10, 22, 12);
const now = new Date(NOW).toISOString();

const whys = ['pause', 'leave', 'ready', 'fork', 'restore', 'export', 'clear'] as const;
const history = fc
  .array(
    fc.record({
      ago: fc.integer({ min: -HOUR, max: 90 * 24 * HOUR }),
      why: fc.constantFrom(...whys),
    }),
  )
  .map((all) =>
    all
      .sort((a, b) => b.ago - a.ago)
      .map(({ ago, why }, index): Revision => {
        const at = new Date(NOW - ago).toISOString();
        return { v: 1, learner: 'l', id: 'q', n: index + 1, at, response: words(`${index}`), why };
      }),
  );
const age = (revision: Revision) => NOW - Date.parse(revision.at);

describe('thinning', () => {
  it('keeps the last hour, the newest, and all that were made on purpose', () => {
    fc.assert(
      fc.property(history, (all) => {
        const kept = thin(all, now);
        const must = all.filter(
          (one, place) =>
            age(one) < HOUR || place === all.length - 1 || !['pause', 'leave'].includes(one.why),
        );
        expect(kept).toEqual(expect.arrayContaining(must));
      }),
    );
  });

  it('keeps one that may go for each hour of a day and each day before', () => {
    fc.assert(
      fc.property(history, (all) => {
        const kept = thin(all, now).filter(
          (one) => ['pause', 'leave'].includes(one.why) && one !== all.at(-1) && age(one) >= HOUR,
        );
        const spans = kept.map((one) => {
          const span = age(one) < 24 * HOUR ? HOUR : 24 * HOUR;
          return `${span}/${Math.floor(Date.parse(one.at) / span)}`;
        });
        expect(new Set(spans).size).toBe(spans.length);
        // and none of those hours and days went empty
        for (const one of all) {
          const span = age(one) < 24 * HOUR ? HOUR : 24 * HOUR;
          const near = thin(all, now).some(
            (other) =>
              Math.floor(Date.parse(other.at) / span) === Math.floor(Date.parse(one.at) / span),
          );
          expect(near).toBe(true);
        }
      }),
    );
  });

  it('changes nothing the second time, and keeps the order', () => {
    fc.assert(
      fc.property(history, (all) => {
        const once = thin(all, now);
        expect(thin(once, now)).toEqual(once);
        expect(once.map(({ n }) => n)).toEqual([...once.map(({ n }) => n)].sort((a, b) => a - b));
      }),
    );
  });

  it('keeps what has a date that cannot be read (F14)', () => {
    const odd = ['', 'yesterday', '9999-99-99'].map((at, n): Revision => {
      return { v: 1, learner: 'l', id: 'q', n, at, response: words('x'), why: 'pause' };
    });
    expect(thin(odd, now)).toHaveLength(3);
  });
});

let device: Device;
beforeEach(() => {
  device = new Device();
});
const typed = async ({ tab }: OpenTab, value: string) => {
  tab.change('q', { response: words(value) });
  await device.idle();
};
const kept = async ({ tab }: OpenTab) =>
  (await revisions('q', tab)).map(({ n, why, response }) => [
    n,
    why,
    (response as { slots: { a: string } }).slots.a,
  ]);

describe('a revision', () => {
  it('is kept 60 seconds after the last key, not for each key', async () => {
    const page = await device.open();
    await typed(page, 'a');
    await device.pass(59_000);
    await typed(page, 'ab');
    await device.pass(59_000);
    expect(await kept(page)).toEqual([]);
    await device.pass(1_000);
    expect(await kept(page)).toEqual([[1, 'pause', 'ab']]);
    await device.pass(120_000);
    expect(await kept(page)).toHaveLength(1);
  });

  it('is kept on leaving the page or the field, and when marked ready', async () => {
    const page = await device.open();
    await typed(page, 'a');
    page.hide();
    await device.idle();
    await typed(page, 'ab');
    await keepRevision('q', 'leave', page.tab);
    await keepRevision('q', 'leave', page.tab);
    page.tab.change('q', { response: words('abc'), state: 'ready' });
    await device.idle();
    expect(await kept(page)).toEqual([
      [1, 'leave', 'a'],
      [2, 'leave', 'ab'],
      [3, 'ready', 'abc'],
    ]);
  });

  it('is kept of the text of an earlier visit before it is written over', async () => {
    const page = await device.open();
    await typed(page, 'yesterday');
    page.kill();
    const later = await device.open();
    later.tab.answer('q');
    await device.idle();
    await typed(later, 'today');
    await typed(later, 'today and on');
    expect(await kept(later)).toEqual([[1, 'leave', 'yesterday']]);
  });

  it('outlives thinning when the same text is marked ready later', async () => {
    const page = await device.open();
    await typed(page, 'a');
    await keepRevision('q', 'pause', page.tab);
    await keepRevision('q', 'ready', page.tab);
    await keepRevision('q', 'export', page.tab);
    expect(await kept(page)).toEqual([
      [1, 'pause', 'a'],
      [2, 'ready', 'a'],
    ]);
  });

  it('is not kept of somebody else', async () => {
    const page = await device.open();
    await typed(page, 'a');
    const answer = page.tab.answer('q').get().answer;
    if (!answer) throw new Error('no answer');
    await keepRevision('q', 'leave', page.tab, { ...answer, learner: 'removed' });
    page.tab.forget();
    await keepRevision('q', 'leave', page.tab, answer);
    const stored = await page.tab.storage.transact('readonly', (all) => all.all('revisions'));
    expect(stored).toEqual([]);
  });

  it('is not kept of a practice question', async () => {
    const page = await device.open();
    page.tab.change('p', { response: 'x' });
    await device.pass(60_000);
    page.hide();
    await device.idle();
    expect(await revisions('p', page.tab)).toEqual([]);
  });
});

describe('choosing between two texts', () => {
  const conflict = async () => {
    device.deaf = true;
    const [a, b] = [await device.open(), await device.open()];
    await typed(a, 'from A');
    await typed(b, 'from B');
    device.deaf = false;
    a.show();
    await device.idle();
    return [a, b] as const;
  };

  it.each([
    ['this', 'from A', ['from B']],
    ['other', 'from B', ['from A']],
    ['both', 'from A\n\nfrom B', ['from A', 'from B']],
  ] as const)('keeps %s, and the rest as revisions', async (keep, chosen, lost) => {
    const [a, b] = await conflict();
    await settleFork('q', keep, a.tab);
    await device.idle();
    for (const page of [a, b]) {
      expect(page.tab.answer('q').get()).toMatchObject({
        answer: { response: words(chosen) },
        fork: undefined,
      });
    }
    expect((await kept(a)).map(([, why, text]) => [why, text]).sort()).toEqual(
      lost.map((text) => ['fork', text]),
    );
    await typed(b, `${chosen}!`);
    await typed(a, `${chosen}!!`);
    expect((await allAnswers(b.tab)).get('q')?.response).toEqual(words(`${chosen}!!`));
    expect(b.tab.answer('q').get().fork).toBeUndefined();
  });

  it('works from the tab whose text lost', async () => {
    const [a, b] = await conflict();
    expect(b.tab.answer('q').get().fork?.response).toEqual(words('from A'));
    await settleFork('q', 'this', b.tab);
    await device.idle();
    expect(a.tab.answer('q').get()).toMatchObject({
      answer: { response: words('from B') },
      fork: undefined,
    });
    expect(await kept(b)).toEqual([[1, 'fork', 'from A']]);
  });

  it('shows the choice as open again when it could not be stored', async () => {
    const [a] = await conflict();
    device.faults = Array(4).fill('QuotaExceededError');
    await expect(settleFork('q', 'other', a.tab)).rejects.toMatchObject({ why: 'full' });
    await device.idle();
    expect(a.tab.answer('q').get()).toMatchObject({
      answer: { response: words('from A') },
      fork: { response: words('from B') },
    });
  });

  it('takes back the word ready where the text is another one', async () => {
    const [a] = await conflict();
    a.tab.change('q', { state: 'ready' });
    await device.idle();
    await settleFork('q', 'both', a.tab);
    expect((await allAnswers(a.tab)).get('q')?.state).toBe('draft');
  });
});

describe('joining two texts', () => {
  it('joins slot by slot, doubling nothing', () => {
    const mine = { slots: { a: 'one', b: '', c: 'same' }, ticks: ['x'] };
    const other = { slots: { a: 'two', b: 'three', c: 'same', d: 'four' }, ticks: ['x', 'y'] };
    expect(joinTexts(mine, other)).toEqual({
      slots: { a: 'one\n\ntwo', b: 'three', c: 'same', d: 'four' },
      ticks: ['x', 'y'],
    });
  });
});
