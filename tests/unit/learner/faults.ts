/**
 * A model test of the promise to learners: text that was called saved can be read afterwards, in
 * the answer, in the text that waits for a choice, or among the revisions. Random sequences of
 * typing in several tabs, dead connections, full disks, cut connections, killed and reloaded
 * pages, cleared data and restored journals. Each key adds a token that no other key has, so that
 * every token that was ever acknowledged can be looked for.
 */
import { clearDevice } from '../../../src/learner/backup';
import { everything } from '../../../src/learner/everything';
import { keepRevision, settleFork } from '../../../src/learner/history';
import { Device, words, type Fault, type OpenTab } from './device';

export interface FaultReport {
  sequences: number;
  steps: number;
  /** tokens that were called saved, and were still owed at the end */
  acknowledged: number;
  /** how often each fault was injected */
  faults: Record<string, number>;
  /** seed of the sequence, what was done, and which tokens are missing or came back */
  lost: { seed: number; done: string[]; tokens: string[] }[];
}

const QUESTIONS = ['q1', 'q2'];
const KINDS: Fault[] = ['InvalidStateError', 'UnknownError', 'QuotaExceededError'];

/** mulberry32: a small generator that gives the same numbers for the same seed. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Runs random fault sequences.
 * @param sequences how many; 200 in the tests, 1,000 in the benchmark
 * @param seed of the first one; each sequence has the next
 * @param steps in each sequence
 */
export async function runFaults(sequences: number, seed = 1, steps = 24): Promise<FaultReport> {
  const report: FaultReport = { sequences, steps, acknowledged: 0, faults: {}, lost: [] };
  for (let n = 0; n < sequences; n += 1) await runOne(seed + n, steps, report);
  return report;
}

async function runOne(seed: number, steps: number, report: FaultReport): Promise<void> {
  const device = new Device();
  const random = generator(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T;
  const done: string[] = [];
  let pages: OpenTab[] = [await device.open()];
  /** called saved, and not cleared since */
  const owed = new Set<string>();
  /** cleared by the learner: must never be seen again */
  const cleared = new Set<string>();
  const typed = new Set<string>();
  let count = 0;
  /** what localStorage held a while ago: a killed browser forgets what came later */
  let flushed: Record<string, string> = {};

  const shown = (page: OpenTab, id: string) => textOf(page.tab.answer(id).get().answer?.response);
  const acknowledge = () => {
    for (const { tab } of pages) {
      if (tab.unsaved() || tab.saveStatus.get().kind !== 'saved') continue;
      for (const id of QUESTIONS) {
        for (const token of tokensOf(tab.answer(id).get().answer?.response)) owed.add(token);
      }
    }
  };
  const key = (page: OpenTab) => {
    const id = pick(QUESTIONS);
    const token = `<${seed}.${(count += 1)}>`;
    typed.add(token);
    page.tab.change(id, { response: words(shown(page, id) + token) });
    done.push(`${pages.indexOf(page)} types ${token} in ${id}`);
  };
  const open = async () => {
    const page = await device.open();
    for (const id of QUESTIONS) page.tab.answer(id);
    await device.idle();
    pages.push(page);
  };
  const close = (page: OpenTab) => (pages = pages.filter((other) => other !== page));

  const actions: Record<string, () => Promise<void> | void> = {
    'types on': () => key(pick(pages)),
    'types on again': () => key(pick(pages)),
    'types and waits': async () => {
      key(pick(pages));
      await device.idle();
    },
    'all type at once': () => pages.forEach(key),
    waits: () => device.idle(),
    'time passes': () => device.pass(pick([1_000, 5_000, 61_000])),
    'second tab': () => (pages.length < 3 ? open() : undefined),
    reload: async () => {
      const page = pick(pages);
      if (random() < 0.7) key(page);
      page.leave();
      close(page);
      await open();
    },
    'kill one tab': async () => {
      const page = pick(pages);
      page.kill();
      close(page);
      await open();
    },
    'kill the browser': async () => {
      for (const page of pages) page.kill();
      pages = [];
      device.local.full = false;
      for (const name of Object.keys(device.local)) device.local.removeItem(name);
      for (const [name, value] of Object.entries(flushed)) device.local.setItem(name, value);
      await open();
    },
    hide: () => pick(pages).hide(),
    show: () => pick(pages).show(),
    fault: () => {
      device.faults = Array.from({ length: 1 + below(9) }, () =>
        random() < 0.7 ? pick(KINDS) : null,
      );
    },
    'cut connections': () => device.closeConnections(),
    deaf: () => void (device.deaf = !device.deaf),
    'local full': () => void (device.local.full = !device.local.full),
    flush: () => void (flushed = { ...device.local }),
    'keep a revision': () => keepRevision(pick(QUESTIONS), 'leave', pick(pages).tab),
    choose: () => settleFork(pick(QUESTIONS), pick(['this', 'other', 'both']), pick(pages).tab),
    'clear from outside': async () => {
      if (random() < 0.6) return;
      // what no page shows is gone; what a page shows is owed once it is called saved again
      owed.clear();
      flushed = {};
      device.clearFromOutside();
      await device.idle();
    },
    'clear this device': async () => {
      if (random() < 0.6) return;
      await device.idle();
      owed.clear();
      flushed = {};
      device.local.full = false;
      // a page with neither a connection nor a channel cannot know of it
      device.deaf = false;
      const clearing = clearDevice(pick(pages).tab);
      await device.idle();
      await clearing;
      for (const token of typed) cleared.add(token);
    },
  };

  for (let step = 0; step < steps; step += 1) {
    const name = pick(Object.keys(actions));
    done.push(name);
    report.faults[name] = (report.faults[name] ?? 0) + 1;
    try {
      await actions[name]?.();
    } catch (error) {
      // the learner is told that it could not be stored; nothing was promised
      done.push(`refused: ${String((error as Error).message)}`);
    }
    acknowledge();
  }

  // a fault that was on its way, then the page's own second try, then its revisions
  await device.idle();
  device.faults = [];
  await device.pass(5_000);
  await device.pass(61_000);
  acknowledge();
  const [last] = pages;
  if (!last) throw new Error(`no page is open: ${done.join(', ')}`);
  const all = await everything(undefined, last.tab);
  const readable = new Set(
    [...all.answers, ...all.forks, ...all.revisions].flatMap(({ response }) => tokensOf(response)),
  );
  const tokens = [
    ...[...owed].filter((token) => !readable.has(token)).map((token) => `missing ${token}`),
    ...[...cleared].filter((token) => readable.has(token)).map((token) => `came back ${token}`),
    ...(all.setAside.length ? ['something was set aside'] : []),
    ...pages
      .filter(({ tab }) => tab.unsaved() || tab.saveStatus.get().kind === 'not-saved')
      .map((page) => `page ${pages.indexOf(page)}: ${JSON.stringify(page.tab.saveStatus.get())}`),
  ];
  report.acknowledged += owed.size;
  if (tokens.length) report.lost.push({ seed, done, tokens });
}

const textOf = (response: unknown): string =>
  (response as { slots?: { a?: string } } | null | undefined)?.slots?.a ?? '';
const tokensOf = (response: unknown): string[] => textOf(response).match(/<[\d.]+>/g) ?? [];
