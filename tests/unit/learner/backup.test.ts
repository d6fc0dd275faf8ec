import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { clearDevice, makeBackup, openBackup } from '../../../src/learner/backup';
import { everything, type Everything } from '../../../src/learner/everything';
import type { Stores } from '../../../src/learner/storage';
import type { Answer, Attempt } from '../../../src/learner/types';
import { applyBackup, readBackup, restorePlan, type Choices } from '../../../src/learner/restore';
import { join, meet } from '../../../src/learner/merge';
import { Device, words, type OpenTab } from './device';
import { revision, sample, tried, written } from './sample';

let device: Device;
beforeEach(() => {
  device = new Device();
});

const fill = (page: OpenTab, data: Everything, current = 'l1') =>
  page.tab.storage.transact('readwrite', async (stores: Stores) => {
    for (const [store, records] of Object.entries(data)) {
      for (const record of records) stores.put(store as keyof Everything, record);
    }
    stores.put('meta', { key: 'current', learner: current });
  });
/** A device with these records on it, and a page that shows them. */
const deviceWith = async (data: Everything) => {
  device = new Device();
  await fill(await device.open(), data);
  return device.open();
};
const planOf = async (json: string, page: OpenTab) => {
  const read = await readBackup(json, page.tab);
  if (!read.ok) throw new Error(read.reason);
  return read.plan;
};
const restore = async (json: string, page: OpenTab, choices: Choices = {}) => {
  await applyBackup(await planOf(json, page), choices, page.tab);
  await device.idle();
};
const all = (page: OpenTab) => everything(undefined, page.tab);
/** Every text that can still be read, by question. */
const texts = ({ answers, forks, revisions }: Everything) =>
  [
    ...new Set(
      [...answers, ...forks, ...revisions].map(({ id, response }) =>
        JSON.stringify([id, response]),
      ),
    ),
  ].sort();

describe('a backup', () => {
  it('holds the own word on a unit, and joins it with a newer one of the same learner', async () => {
    const own = (word: string, rev: number) => ({
      ...tried('self-u01-end', { 'U01.1.1': word }, []),
      rev,
    });
    const page = await deviceWith({ ...sample(), answers: [own('could-explain', 2)] });
    const { json } = await makeBackup('learner', page.tab);
    const other = await deviceWith({ ...sample(), answers: [own('not-yet', 1)] });
    expect((await planOf(json, other)).items.map(({ meeting }) => meeting)).toEqual(['joined']);
    await restore(json, other);
    const { answers } = await all(other);
    expect(answers.map(({ response }) => response)).toEqual([{ 'U01.1.1': 'could-explain' }]);
  });

  it('comes back deep-equal on an empty device (F22)', async () => {
    const page = await deviceWith(sample());
    const { name, json } = await makeBackup('learner', page.tab);
    expect(name).toMatch(/^frontline-one-backup_L7Q4X_\d{4}-\d\d-\d\d\.json$/);
    const before = await all(page);
    expect(before.revisions.filter(({ why }) => why === 'export')).toHaveLength(2);
    await clearDevice(page.tab);
    const empty = await device.open();
    const plan = await planOf(json, empty);
    expect(plan.learners).toMatchObject([{ known: false, learner: { code: 'L7Q4X' } }]);
    expect(plan.items.map(({ meeting }) => meeting)).toEqual(['new', 'new', 'new']);
    await applyBackup(plan, {}, empty.tab);
    expect(await all(empty)).toEqual(before);
    expect((await device.open()).tab.currentLearner.get()).toEqual(sample().learners[0]);
  });

  it('holds one learner or the whole device', async () => {
    const page = await deviceWith(sample());
    const ben = { ...sample().learners[0], id: 'l2', code: 'M7Q4X', name: 'Ben' };
    await page.tab.storage.transact('readwrite', async (stores) => {
      stores.put('learners', ben);
      stores.put('answers', written('q1', 'of Ben', { learner: 'l2' }));
    });
    const one = JSON.parse((await makeBackup('learner', page.tab)).json) as { data: Everything };
    expect(JSON.stringify(one)).not.toContain('Ben');
    const { name, json } = await makeBackup('device', page.tab);
    expect(name).not.toContain('L7Q4X');
    const both = JSON.parse(json) as { data: Everything };
    expect(both.data.learners).toHaveLength(2);
    expect(both.data.answers).toHaveLength(4);
  });

  it('holds what is not saved yet, and works where nothing can be stored (F5, F7)', async () => {
    const page = await deviceWith(sample());
    page.tab.answer('q1');
    await device.idle();
    device.faults = Array(20).fill('QuotaExceededError');
    page.tab.change('q1', { response: words('not saved') });
    await device.idle();
    const full = openBackup((await makeBackup('learner', page.tab)).json);
    expect(full.ok && full.data.answers.find(({ id }) => id === 'q1')?.response).toEqual(
      words('not saved'),
    );

    device = new Device();
    Object.assign(globalThis, { indexedDB: undefined });
    const blocked = await device.open();
    blocked.tab.change('q1', { response: words('in memory') });
    await device.idle();
    const opened = openBackup((await makeBackup('learner', blocked.tab)).json);
    expect(opened).toMatchObject({
      ok: true,
      data: { learners: [{ name: '' }], answers: [{ response: words('in memory') }] },
    });
  });

  it('holds records that JSON cannot say', async () => {
    const page = await deviceWith(sample());
    const raw: Record<string, unknown> = { learner: 'l1', id: 'q8', big: 10n };
    raw['self'] = raw;
    await page.tab.storage.transact('readwrite', async (stores) => stores.put('answers', raw));
    const opened = openBackup((await makeBackup('learner', page.tab)).json);
    expect(opened.ok && opened.data.setAside.map(({ key }) => key)).toEqual([
      'answers/l1/q8',
      'answers/l1/q9',
    ]);
  });
});

describe('a backup can always be restored', () => {
  const opened = (json: string) => {
    const found = openBackup(json);
    if (!found.ok) throw new Error(found.reason);
    return found.data;
  };

  it('also of texts so long that their history has no room; the newest of it is kept', async () => {
    const long = (n: number) => `${n} ${'x'.repeat(1_000_000)}`;
    const history = Array.from({ length: 30 }, (_, n) => revision('q1', n + 1, long(n), 'ready'));
    const page = await deviceWith({
      ...sample(),
      answers: [written('q1', long(99)), written('q2', 'short')],
      revisions: [...history, revision('q2', 1, 'sho', 'pause')],
    });
    const { answers, revisions } = opened((await makeBackup('learner', page.tab)).json);
    expect(answers).toHaveLength(2);
    const kept = revisions.filter(({ id }) => id === 'q1').map(({ n }) => n);
    expect(kept.at(-1)).toBe(31);
    expect(kept.length).toBeGreaterThan(5);
    expect(kept).toEqual(Array.from(kept, (_, i) => 32 - kept.length + i));
    expect(revisions.filter(({ id }) => id === 'q2')).toHaveLength(2);
  });

  it('also where something is left of a learner who is gone', async () => {
    const page = await deviceWith(sample());
    await page.tab.storage.transact('readwrite', async (stores) => {
      stores.put('revisions', { ...revision('q5', 1, 'left over', 'pause'), learner: 'gone' });
    });
    const { learners, revisions } = opened((await makeBackup('device', page.tab)).json);
    expect(learners.map(({ id }) => id).sort()).toEqual(['gone', 'l1']);
    expect(revisions).toContainEqual(expect.objectContaining({ response: words('left over') }));
  });

  it('with the words of a record that JSON cannot say', async () => {
    const page = await deviceWith(sample());
    const raw = { learner: 'l1', id: 'q8', big: 10n, response: words('of a later version') };
    await page.tab.storage.transact('readwrite', async (stores) => stores.put('answers', raw));
    const { setAside } = opened((await makeBackup('learner', page.tab)).json);
    expect(JSON.stringify(setAside)).toContain('of a later version');
  });
});

describe('a file that is not trusted', () => {
  const good = async () => (await makeBackup('learner', (await deviceWith(sample())).tab)).json;
  const refused = (text: string) => {
    const result = openBackup(text);
    expect(result.ok).toBe(false);
    return result.ok ? '' : result.reason;
  };

  it('is refused with a reason', async () => {
    const json = await good();
    const file = JSON.parse(json) as Record<string, unknown>;
    expect(refused('')).toContain('damaged or cut short');
    expect(refused(json.slice(0, -1))).toContain('damaged or cut short');
    expect(refused('null')).toContain('not a backup');
    expect(refused('[]')).toContain('not a backup');
    expect(refused('{"format":"something-else"}')).toContain('not a backup');
    expect(refused('['.repeat(100_000))).toContain('not a backup');
    expect(refused('{"a":'.repeat(100_000))).toContain('not a backup');
    expect(refused(' '.repeat(20_000_001))).toContain('too big');
    expect(refused(JSON.stringify({ ...file, v: 2 }))).toContain('newer version');
    expect(refused(JSON.stringify({ ...file, check: 'x' }))).toContain('changed or damaged');
    expect(refused(JSON.stringify({ ...file, v: '1' }))).toContain('changed or damaged');
  });

  it('is exact or refused when any one character is another one', async () => {
    const json = await good();
    const exact = openBackup(json);
    fc.assert(
      fc.property(fc.nat(json.length - 1), fc.integer({ min: 32, max: 126 }), (at, code) => {
        const flipped = json.slice(0, at) + String.fromCharCode(code) + json.slice(at + 1);
        const result = openBackup(flipped);
        if (result.ok) expect(result).toEqual(exact);
      }),
      { numRuns: 500 },
    );
  });

  it('never reaches a prototype, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(openBackup(text).ok).toBe(false);
      }),
    );
    openBackup('{"__proto__":{"polluted":1},"data":{"__proto__":{"polluted":1}}}');
    expect({}).not.toHaveProperty('polluted');
  });

  it('changes nothing that is stored', async () => {
    const page = await deviceWith(sample());
    const before = await all(page);
    for (const text of ['', '{}', '[[[[', (await good()).slice(5)]) {
      expect((await readBackup(text, page.tab)).ok).toBe(false);
    }
    expect(await all(await deviceWith(before))).toEqual(before);
  });
});

/** The sample, with other words in one answer and an own history. */
const variant = (text: string, ...history: string[]): Everything => ({
  ...sample(),
  answers: [written('q1', text)],
  revisions: history.map((one, n) => revision('q1', n + 1, one, 'export')),
  forks: [],
  setAside: [],
});
const backupOf = async (data: Everything) =>
  (await makeBackup('learner', (await deviceWith(data)).tab)).json;

describe('restoring over what is here', () => {
  it.each([
    ['same', variant('a'), variant('a')],
    ['newer', variant('a'), variant('a b', 'a')],
    ['older', variant('a b', 'a'), variant('a')],
    ['both', variant('a b', 'a'), variant('a c', 'a')],
  ] as const)('says %s and loses no text', async (meeting, here, there) => {
    const json = await backupOf(there);
    const page = await deviceWith(here);
    const plan = await planOf(json, page);
    expect(plan.items).toMatchObject([{ key: 'l1/q1', meeting }]);
    await applyBackup(plan, {}, page.tab);
    const after = await all(page);
    expect(texts(after)).toEqual([...new Set([...texts(here), ...texts(there)])].sort());
    const [answer] = after.answers;
    expect(answer?.response).toEqual((meeting === 'newer' ? there : here).answers[0]?.response);
    expect(after.forks.map(({ response }) => response)).toEqual(
      meeting === 'both' ? [words('a c')] : [],
    );
    await restore(json, page);
    expect(await all(page)).toEqual(after);
  });

  it.each([
    ['here', 'a b'],
    ['there', 'a c'],
    ['both', 'a b\n\na c'],
  ] as const)('does what the learner chose: %s', async (choice, chosen) => {
    const json = await backupOf(variant('a c', 'a'));
    const page = await deviceWith(variant('a b', 'a'));
    await restore(json, page, { 'l1/q1': choice });
    const after = await all(page);
    expect(after.answers).toMatchObject([{ response: words(chosen) }]);
    expect(after.forks).toEqual([]);
    for (const text of ['a', 'a b', 'a c']) {
      expect(texts(after)).toContain(JSON.stringify(['q1', words(text)]));
    }
    await restore(json, page);
    expect((await all(page)).forks).toEqual([]);
  });

  it('joins tries at practice questions', async () => {
    const json = await backupOf({ ...variant('a'), answers: [tried('p1', 'a', [0, 0, 1])] });
    const page = await deviceWith({ ...variant('a'), answers: [tried('p1', 'b', [0])] });
    await restore(json, page);
    const { answers, revisions } = await all(page);
    expect(answers[0]).toMatchObject({
      response: 'a',
      attempts: tried('p1', 'a', [0, 0, 1]).attempts,
    });
    expect(revisions).toMatchObject([{ response: 'b', why: 'restore' }]);
  });

  it('brings back how sure the learner was, tries that nobody marked, and their own words', async () => {
    const attempts: Attempt[] = [
      { at: '2026-11-22T11:00:00.000Z', score: 0, outOf: 0 },
      { at: '2026-11-22T11:01:00.000Z', score: 1, outOf: 1, sure: 'guess' },
    ];
    const response = { text: 'Hello Ann.', ticks: ['greet'] };
    const one = { ...tried('p1', 'a', []), response, attempts };
    const page = await deviceWith({ ...variant('a'), answers: [] });
    await restore(await backupOf({ ...variant('a'), answers: [one] }), page);
    expect((await all(page)).answers).toMatchObject([{ id: 'p1', response, attempts }]);
  });

  it('shows the restored text in open pages', async () => {
    const json = await backupOf(variant('a b', 'a'));
    const page = await deviceWith(variant('a'));
    const other = await device.open();
    for (const { tab } of [page, other]) tab.answer('q1');
    await device.idle();
    await restore(json, page);
    for (const { tab } of [page, other]) {
      expect(tab.answer('q1').get().answer?.response).toEqual(words('a b'));
    }
  });

  it('never mixes learners', async () => {
    const json = await backupOf(variant('of Ana'));
    const page = await deviceWith({
      ...variant(''),
      learners: sample().learners.map((ana) => ({ ...ana, id: 'l2', code: 'M7Q4X', name: 'Ben' })),
      answers: [written('q1', 'of Ben', { learner: 'l2' })],
    });
    await page.tab.storage.transact('readwrite', async (stores) =>
      stores.put('meta', { key: 'current', learner: 'l2' }),
    );
    await restore(json, page);
    const after = await all(page);
    expect(after.answers).toMatchObject([
      { learner: 'l1', response: words('of Ana') },
      { learner: 'l2', response: words('of Ben') },
    ]);
    expect((await device.open()).tab.currentLearner.get()?.name).toBe('Ben');
  });

  it('does all of it or nothing', async () => {
    const json = await backupOf(variant('a b', 'a'));
    const page = await deviceWith(variant('a'));
    const before = await all(page);
    const plan = await planOf(json, page);
    device.faults = ['QuotaExceededError'];
    await expect(applyBackup(plan, {}, page.tab)).rejects.toMatchObject({ why: 'full' });
    expect(await all(page)).toEqual(before);
  });
});

describe('merging', () => {
  const histories = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1 });
  const side = histories.map((history) => variant(history.at(-1) ?? '', ...history.slice(0, -1)));

  it('is commutative: both devices can read the same texts after they swapped backups', async () => {
    await fc.assert(
      fc.asyncProperty(side, side, async (one, two) => {
        const [first, second] = [await backupOf(one), await backupOf(two)];
        const a = await deviceWith(one);
        await restore(second, a);
        const after = texts(await all(a));
        const b = await deviceWith(two);
        await restore(first, b);
        expect(texts(await all(b))).toEqual(after);
        expect(after).toEqual([...new Set([...texts(one), ...texts(two)])].sort());
      }),
      { numRuns: 40 },
    );
  });

  it('is idempotent', async () => {
    await fc.assert(
      fc.asyncProperty(side, side, async (one, two) => {
        const json = await backupOf(two);
        const page = await deviceWith(one);
        await restore(json, page);
        const once = await all(page);
        await restore(json, page);
        expect(await all(page)).toEqual(once);
      }),
      { numRuns: 40 },
    );
  });

  it('calls newer on one side what it calls older on the other', () => {
    const swap = { newer: 'older', older: 'newer' } as Record<string, string>;
    fc.assert(
      fc.property(side, side, (one, two) => {
        const [a, b] = [one, two].map(({ answers, revisions }) => ({
          answer: answers[0] as Answer,
          revisions,
        }));
        if (!a || !b) throw new Error('two sides');
        const meeting = meet(a, b);
        expect(meet(b, a)).toBe(swap[meeting] ?? meeting);
      }),
    );
  });

  it('joins practice the same way round whoever asks', () => {
    const scores = fc.array(fc.constantFrom(0, 1), { maxLength: 5 });
    fc.assert(
      fc.property(scores, scores, (one, two) => {
        const [a, b] = [tried('p', 'a', one), tried('p', 'b', two)];
        const [x, y] = [join(a, b), join(b, a)];
        expect({ ...x, parentRev: 0 }).toEqual({ ...y, parentRev: 0 });
        expect(join(x, b).attempts).toEqual(x.attempts);
      }),
    );
  });
});

describe('a bundle', () => {
  const item = {
    id: 'q1',
    questionText: 'Say why.',
    state: 'draft' as const,
    at: '2026-11-22T10:00:00Z',
  };

  it('joins the learner who has its code', async () => {
    const page = await deviceWith(variant('a b', 'a'));
    const plan = await restorePlan(
      [
        { ...item, response: words('a') },
        { ...item, id: 'q5', response: words('only there') },
      ],
      'L7Q4X',
      page.tab,
    );
    expect(plan.learners).toMatchObject([{ known: true, learner: { id: 'l1' } }]);
    expect(plan.items.map(({ meeting }) => meeting)).toEqual(['older', 'new']);
    await applyBackup(plan, {}, page.tab);
    expect((await all(page)).answers).toMatchObject([
      { id: 'q1', response: words('a b') },
      { id: 'q5', response: words('only there'), state: 'draft', questionText: 'Say why.' },
    ]);
  });

  it('makes a new learner of a code that nobody here has', async () => {
    const page = await deviceWith(variant('mine'));
    const plan = await restorePlan([{ ...item, response: words('theirs') }], 'T3KQW', page.tab);
    expect(plan.learners).toMatchObject([{ known: false, learner: { code: 'T3KQW', name: '' } }]);
    await applyBackup(plan, {}, page.tab);
    expect((await all(page)).answers.map(({ response }) => response)).toEqual(
      expect.arrayContaining([words('mine'), words('theirs')]),
    );
    expect((await all(page)).learners).toHaveLength(2);
  });
});

it('another tab goes on with what was cleared and restored', async () => {
  const [page, other] = [await device.open(), await device.open()];
  other.tab.answer('q');
  page.tab.change('q', { response: words('in the backup') });
  await device.idle();
  const { json } = await makeBackup('learner', page.tab);
  await clearDevice(page.tab);
  await device.idle();
  expect(other.tab.answer('q').get().answer).toBeUndefined();
  const read = await readBackup(json, page.tab);
  if (!read.ok) throw new Error(read.reason);
  await applyBackup(read.plan, {}, page.tab);
  await device.idle();
  expect(other.tab.answer('q').get().answer?.response).toEqual(words('in the backup'));
  other.tab.change('q', { response: words('in the backup, typed on') });
  await device.idle();
  const { answers, forks } = await all(other);
  expect(answers).toMatchObject([{ response: words('in the backup, typed on') }]);
  expect(forks).toEqual([]);
});

it('words typed in another tab while the device is restored stand beside the restored ones', async () => {
  const [page, other] = [await device.open(), await device.open()];
  page.tab.change('q', { response: words('in the backup') });
  await device.idle();
  const { json } = await makeBackup('learner', page.tab);
  await clearDevice(page.tab);
  await device.idle();
  const read = await readBackup(json, page.tab);
  if (!read.ok) throw new Error(read.reason);
  other.tab.change('q', { response: words('typed meanwhile') });
  await applyBackup(read.plan, {}, page.tab);
  await device.idle();
  await device.pass(5_000);
  const known = texts(await all(page)).join();
  expect(known).toContain('in the backup');
  expect(known).toContain('typed meanwhile');
});
