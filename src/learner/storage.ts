/**
 * The only file that names a browser storage API. It knows how to reach the database, when to try
 * again and why something could not be stored; what is stored and which text wins is decided by
 * its callers. Faults are numbered as in the reliability notes (F1 to F24).
 */
import { CHANNEL, DATABASE, JOURNAL, PREFIX, STORES, type StoreName } from './names';
import type { Journal, SaveStatus } from './types';

type Why = Extract<SaveStatus, { kind: 'not-saved' }>['why'];
type Key = IDBValidKey;

/** Thrown where something could not be stored or read, with the reason in the words of SaveStatus. */
export class NotSaved extends Error {
  readonly why: Why;
  constructor(why: Why, cause?: unknown) {
    super(why, { cause });
    this.why = why;
  }
}

/** The stores inside one transaction. `under` is the start of a key: all records below it. */
export interface Stores {
  get: (store: StoreName, key: Key) => Promise<unknown>;
  all: (store: StoreName, under?: Key[]) => Promise<unknown[]>;
  put: (store: StoreName, value: unknown) => void;
  /** removes one record */
  remove: (store: StoreName, key: Key) => void;
  /** removes all records below the start of a key */
  removeAll: (store: StoreName, under: Key[]) => void;
}

export type Storage = ReturnType<typeof createStorage>;

const TRIES = 4;
/** Other pages let go of a database that is to be deleted at once; so long it may take them. */
const PATIENCE = 3_000;
const nothing = () => undefined;

const answered = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** `[learner]` → every key that starts with it: an array sorts after all text and numbers. */
const below = (under: Key[]) => IDBKeyRange.bound(under, [...under, []]);

const storesOf = (tx: IDBTransaction): Stores => ({
  get: (store, key) => answered(tx.objectStore(store).get(key)),
  all: (store, under) => answered(tx.objectStore(store).getAll(under && below(under))),
  put: (store, value) => void tx.objectStore(store).put(value),
  remove: (store, key) => void tx.objectStore(store).delete(key),
  removeAll: (store, under) => void tx.objectStore(store).delete(below(under)),
});

/** One transaction over all stores; resolves after `complete`, rejects with what stopped it. */
async function attempt<T>(
  db: IDBDatabase,
  mode: IDBTransactionMode,
  work: (stores: Stores) => Promise<T>,
): Promise<T> {
  // strict: `complete` comes only after the data left the memory of the browser
  const tx = db.transaction(Object.keys(STORES), mode, { durability: 'strict' });
  const done = new Promise<void>((resolve, reject) => {
    tx.oncomplete = () => resolve();
    tx.onabort = () => reject(tx.error ?? new Error('aborted'));
  });
  try {
    const [result] = await Promise.all([work(storesOf(tx)), done]);
    return result;
  } catch (error) {
    try {
      tx.abort();
    } catch {
      // it has ended already; its own error says more than the one that followed from it
    }
    throw tx.error ?? error;
  }
}

/**
 * The connection of one page.
 * @param on.lost the browser closed the connection: data may have been cleared from outside (F8)
 * @param on.gone another page deletes the database: the learner cleared this device there
 */
export function createStorage(on: { lost: () => void; gone: () => void }) {
  let handle: IDBDatabase | undefined;
  let opening: Promise<unknown> = Promise.resolve();
  /** counts deletions: a transaction that was begun before one must not bring data back after it */
  let deletions = 0;

  function drop(db: IDBDatabase) {
    db.close();
    if (handle === db) handle = undefined;
  }

  /** Resolves with undefined where there is no database and none is wanted: reading leaves no trace. */
  const open = (create: boolean) =>
    new Promise<IDBDatabase | undefined>((resolve, reject) => {
      const request = indexedDB.open(DATABASE, 1);
      request.onupgradeneeded = () => {
        if (!create) return request.transaction?.abort();
        for (const [store, keyPath] of Object.entries(STORES)) {
          request.result.createObjectStore(store, { keyPath });
        }
      };
      request.onsuccess = () => {
        const db = (handle = request.result);
        db.onclose = () => {
          drop(db);
          on.lost();
        };
        // held open, this page would block a newer version or a deletion in another one (F11)
        db.onversionchange = (event) => {
          drop(db);
          if (event.newVersion === null) {
            deletions += 1;
            on.gone();
          }
        };
        resolve(db);
      };
      request.onerror = (event) => {
        event.preventDefault();
        const name = request.error?.name;
        if (name === 'AbortError' && !create) return resolve(undefined);
        const why = { VersionError: 'newer', QuotaExceededError: 'full' } as const;
        reject(new NotSaved(why[name as keyof typeof why] ?? 'blocked', request.error));
      };
    }).catch((error: unknown) => {
      // `open` itself throws where storage is blocked (F7)
      throw error instanceof NotSaved ? error : new NotSaved('blocked', error);
    });

  /** One opening at a time, and none where there is a connection. */
  const connect = (create: boolean, begun: number) => {
    const next = opening.catch(nothing).then(() => {
      if (begun !== deletions) throw new NotSaved('trouble');
      return handle ?? open(create);
    });
    opening = next;
    return next;
  };

  /**
   * Runs `work` in one transaction over all stores. It may run again when a connection was dead
   * (F9), so it must not change anything but the stores. Reading where nothing was ever stored
   * gives undefined and creates nothing.
   * @throws NotSaved
   */
  async function transact<T>(
    mode: 'readonly' | 'readwrite',
    work: (stores: Stores) => Promise<T>,
  ): Promise<T | undefined> {
    const begun = deletions;
    for (let tries = 1; ; tries += 1) {
      // with a connection at hand the transaction begins in the task of the key press
      const db = handle ?? (await connect(mode === 'readwrite', begun));
      if (!db) return undefined;
      try {
        return await attempt(db, mode, work);
      } catch (error) {
        if ((error as Error | null)?.name === 'QuotaExceededError')
          throw new NotSaved('full', error);
        drop(db);
        if (tries === TRIES) throw new NotSaved('trouble', error);
      }
    }
  }

  /** Deletes the database and all other traces; resolves when they are gone. @throws NotSaved */
  async function wipe(): Promise<void> {
    deletions += 1;
    await opening.catch(nothing);
    if (handle) drop(handle);
    for (const key of localKeys(PREFIX)) writeLocal(key, undefined);
    // where storage is blocked these throw, and there is nothing to delete
    let blocked = false;
    await new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase(DATABASE);
      request.onsuccess = resolve;
      request.onerror = reject;
      // a page that does not let go: the deletion waits for it, the learner must hear of it
      request.onblocked = () => setTimeout(() => reject((blocked = true)), PATIENCE);
    }).catch(async () => {
      if (blocked || (await open(false).catch(nothing))) throw new NotSaved('trouble');
    });
    const names = await (async () => caches.keys())().catch(() => []);
    await Promise.all(names.filter((name) => name.startsWith(PREFIX)).map((n) => caches.delete(n)));
  }

  return { transact, wipe };
}

/** The small synchronous store: journal and preferences. Gives null where it is blocked. */
export function readLocal(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Writes, or removes where `value` is undefined. False where that is blocked or full (F6, F7). */
export function writeLocal(key: string, value: string | undefined): boolean {
  try {
    if (value === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
    return true;
  } catch {
    return false;
  }
}

function localKeys(start: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(start));
  } catch {
    return [];
  }
}

/** Keeps a journal at once, without waiting: this survives leaving the page. False if it cannot. */
export const keepJournal = (journal: Journal): boolean =>
  writeLocal(JOURNAL + journal.tab, JSON.stringify(journal));

/** Journals that pages left behind, as raw text. */
export const journals = (): { key: string; raw: string }[] =>
  localKeys(JOURNAL).map((key) => ({ key, raw: readLocal(key) ?? '' }));

export const dropJournal = (key: string): boolean => writeLocal(key, undefined);

/** Asks the browser not to throw this site's data away; it may say no, and nobody is told. */
export function askToPersist(): void {
  void navigator.storage?.persist?.().catch(nothing);
}

/** A line to the other pages of this site in this browser; undefined where there is none. */
export function openChannel(hear: (message: unknown) => void): BroadcastChannel | undefined {
  try {
    const channel = new BroadcastChannel(CHANNEL);
    channel.onmessage = (event) => hear(event.data);
    return channel;
  } catch {
    return undefined;
  }
}
