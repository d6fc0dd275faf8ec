/**
 * One device in memory, for tests: database, localStorage, channel between tabs and a clock that
 * moves only when told. Faults are switched on and off here.
 */
import { forceCloseDatabase, IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { createTab, type Tab } from '../../../src/learner/tab';
// loaded on use by the record; loaded here so that no test waits for a file
import '../../../src/learner/history';
import '../../../src/learner/replay';

export interface OpenTab {
  tab: Tab;
  /** leaves the page as a browser does on navigation, then stops it */
  leave: () => void;
  /** stops it with no warning */
  kill: () => void;
  asks: () => boolean;
  hide: () => void;
  show: () => void;
}
export type Fault = 'InvalidStateError' | 'UnknownError' | 'QuotaExceededError';

interface Transaction {
  mode: string;
  _abort: (name: string) => void;
  addEventListener: (type: string, listener: () => void) => void;
}
interface Connection {
  transaction: (...given: unknown[]) => Transaction;
}

const turn = () => new Promise<void>((resolve) => void setImmediate(resolve));

export class Device {
  local = fakeLocalStorage();
  /** faults of the next transactions that write; null lets one through */
  faults: (Fault | null)[] = [];
  /** tabs cannot hear each other */
  deaf = false;
  channels = new Set<FakeChannel>();
  #running = 0;
  #connections = new Set<IDBDatabase>();
  #timers = new Map<number, { due: number; run: () => void }>();
  #now = 0;
  #next = 1;

  constructor() {
    this.newDatabase();
    const channels = this.channels;
    const deaf = () => this.deaf;
    Object.assign(globalThis, {
      IDBKeyRange,
      localStorage: this.local,
      BroadcastChannel: class extends FakeChannel {
        constructor() {
          super(channels, deaf);
        }
      },
      setTimeout: (run: (...given: unknown[]) => void, wait = 0, ...given: unknown[]) => {
        this.#timers.set(this.#next, { due: this.#now + wait, run: () => run(...given) });
        return this.#next++;
      },
      clearTimeout: (id: number) => this.#timers.delete(id),
    });
  }

  /** An empty database; connections to the old one stay as they are. */
  newDatabase(): void {
    const factory = new IDBFactory();
    const open = factory.open.bind(factory);
    factory.open = (...given) => {
      const request = open(...given);
      this.#running += 1;
      const done = () => (this.#running -= 1);
      request.addEventListener('success', () => {
        done();
        this.#connections.add(this.#watched(request.result));
        // opened while the data was being cleared: it is cut like all others
        if (indexedDB !== factory) setImmediate(() => this.closeConnections());
      });
      request.addEventListener('error', done);
      return request;
    };
    Object.assign(globalThis, { indexedDB: factory });
  }

  #watched(db: IDBDatabase): IDBDatabase {
    const connection = db as unknown as Connection;
    const transaction = connection.transaction.bind(db);
    connection.transaction = (...given) => {
      const fault = given[1] === 'readwrite' ? this.faults.shift() : null;
      if (fault === 'InvalidStateError') throw new DOMException('dead handle', fault);
      const tx = transaction(...given);
      this.#running += 1;
      let ended = false;
      const end = () => {
        this.#running -= ended ? 0 : 1;
        ended = true;
      };
      tx.addEventListener('complete', end);
      tx.addEventListener('abort', end);
      if (fault) setImmediate(() => ended || tx._abort(fault));
      return tx;
    };
    return db;
  }

  /** Waits until nothing is on its way to or from the database. */
  async idle(): Promise<void> {
    for (let calm = 0, turns = 0; calm < 6; calm += 1, turns += 1) {
      await turn();
      if (turns > 20_000) throw new Error(`${this.#running} requests were never answered`);
      if (this.#running) calm = -1;
    }
  }

  /** Moves the clock and runs what is due. */
  async pass(ms: number): Promise<void> {
    this.#now += ms;
    for (const [id, { due, run }] of [...this.#timers]) {
      if (due <= this.#now && this.#timers.delete(id)) run();
    }
    await this.idle();
  }

  /** The browser closes all connections, as it does when site data is cleared (F8). */
  closeConnections(): void {
    for (const db of this.#connections) forceCloseDatabase(db as never);
    this.#connections.clear();
  }

  /** Site data is deleted from outside while pages are open (F8). */
  clearFromOutside(): void {
    for (const key of Object.keys(this.local)) this.local.removeItem(key);
    this.newDatabase();
    this.closeConnections();
  }

  /** Opens a page; it has started when this resolves. */
  async open(wait = true): Promise<OpenTab> {
    const target = new EventTarget();
    let hidden = false;
    let alive = true;
    const tab = createTab(() => ({ target, hidden: () => hidden }));
    const { transact } = tab.storage;
    // a page that was stopped asks for nothing more, and an unfinished transaction is lost
    tab.storage.transact = async (mode, work) => {
      const result = alive
        ? await transact(mode, async (stores) => {
            const found = await work(stores);
            if (!alive) throw new Error('stopped');
            return found;
          }).catch((error: unknown) => {
            if (alive) throw error;
          })
        : undefined;
      if (!alive) await new Promise(() => undefined);
      return result as never;
    };
    const before = new Set(this.channels);
    const started = tab.start();
    const channel = [...this.channels].find((one) => !before.has(one));
    if (wait) await started;
    const kill = () => {
      alive = false;
      this.local.stopped.add(tab.id);
      if (channel) this.channels.delete(channel);
    };
    const turnTo = (value: boolean) => {
      hidden = value;
      target.dispatchEvent(new Event('visibilitychange'));
    };
    return {
      tab,
      kill,
      leave: () => {
        turnTo(true);
        target.dispatchEvent(new Event('pagehide'));
        kill();
      },
      /** whether the browser would ask before the page goes */
      asks: () => !target.dispatchEvent(new Event('beforeunload', { cancelable: true })),
      hide: () => turnTo(true),
      show: () => turnTo(false),
    };
  }
}

class FakeChannel {
  onmessage: ((event: { data: unknown }) => void) | null = null;
  channels: Set<FakeChannel>;
  deaf: () => boolean;
  constructor(channels: Set<FakeChannel>, deaf: () => boolean) {
    this.channels = channels;
    this.deaf = deaf;
    channels.add(this);
  }
  postMessage(data: unknown) {
    if (this.deaf()) return;
    for (const other of this.channels) {
      if (other !== this) queueMicrotask(() => other.onmessage?.({ data: structuredClone(data) }));
    }
  }
}

function fakeLocalStorage() {
  const methods = {
    getItem: (key: string): string | null => data[key] ?? null,
    setItem(key: string, value: string) {
      // the timers of a stopped page still run here; in a browser they do not
      if ([...store.stopped].some((id) => key.endsWith(id))) return;
      if (store.full) throw new DOMException('full', 'QuotaExceededError');
      data[key] = value;
    },
    removeItem: (key: string) => void Reflect.deleteProperty(data, key),
    /** switched on by tests: no more room */
    full: false,
    /** ids of tabs that cannot write any more */
    stopped: new Set<string>(),
  };
  const data: Record<string, string> = {};
  for (const [name, value] of Object.entries(methods)) {
    Object.defineProperty(data, name, { value, enumerable: false, writable: true });
  }
  const store = data as Record<string, string> & typeof methods;
  return store;
}

/** A written response with one slot. */
export const words = (text: string) => ({ slots: { a: text }, ticks: [] as string[] });
