/**
 * The learner's record as one open page sees it: what it shows, what is not saved yet, and what it
 * hears from other pages. A factory, so that tests can open several pages side by side.
 */
import { atom } from 'nanostores';
import { accept, changed, dirty, newEntry, show, type Change, type Entry } from './entry';
import { isWritten } from './given';
import { createJournal } from './journal';
import { randomId } from './new-learner';
import { listen, type Page } from './page';
import { chooseLearner, readAnswers, type Found } from './read';
import { askToPersist, createStorage, journals, NotSaved, openChannel } from './storage';
import type { Answer, Base, Learner, Revision, SaveStatus } from './types';
import { restoreFork, writeAnswer } from './write';

export type Tab = ReturnType<typeof createTab>;
/** What pages tell each other; `removed` without a learner: everything was. */
type Message = { learner?: string | undefined; answer?: string; removed?: true; current?: true };

/** A write that takes longer is told and journalled (F4), and a failed one is tried again. */
const PATIENCE = 5_000;
/** No key for this long: the text is worth a revision. */
const PAUSE = 60_000;

const CLEARED = 'Saved work was cleared from outside. What is on this page was saved again.';
const UNREADABLE =
  'One saved answer could not be read. It was set aside, not deleted. Your backup file holds it.';
const GONE = 'This work was cleared from this device in another tab.';

export function createTab(page: () => Page) {
  const tab = randomId();
  const entries = new Map<string, Entry>();
  const saveStatus = atom<SaveStatus>({ kind: 'quiet' });
  const currentLearner = atom<Learner | undefined>();
  const trouble = atom<string | undefined>();
  const learnerChangedElsewhere = atom(false);
  const storage = createStorage({ lost, gone });
  const journal = createJournal(tab);

  let started: Promise<void> | undefined;
  let ready = false;
  let channel: BroadcastChannel | undefined;
  let savedAt = '';
  /** why the database cannot be reached at all */
  let unreachable: NotSaved['why'] | undefined;
  let wanted = new Set<string>();
  let retry: ReturnType<typeof setTimeout> | undefined;

  const whyNot = (error: unknown) => (error instanceof NotSaved ? error.why : 'trouble');
  const unsaved = () => [...entries.values()].some(dirty);
  const tell = (message: Message) =>
    channel?.postMessage({ learner: currentLearner.value?.id, ...message });

  function entryOf(id: string): Entry {
    let entry = entries.get(id);
    if (!entry) {
      entries.set(id, (entry = newEntry()));
      if (ready) load([id]);
    }
    return entry;
  }

  function report() {
    const all = [...entries.values()];
    const why = all.find((entry) => entry.failed)?.failed ?? unreachable;
    if (why) saveStatus.set({ kind: 'not-saved', why });
    else if (all.some(dirty)) saveStatus.set({ kind: 'saving' });
    else if (savedAt) saveStatus.set({ kind: 'saved', at: savedAt });
    if (!all.some(dirty)) journal.release();
  }

  /** Finds the learner this page works for; made, with `create`, where this device has none. */
  async function choose(create = false): Promise<void> {
    const found = await chooseLearner(storage, create);
    if (!currentLearner.value) currentLearner.set(found);
  }

  /** Runs one write of an answer after the other, and then what became unsaved meanwhile. */
  function run(id: string, entry: Entry, write: Promise<void>): Promise<void> {
    entry.running = write
      .catch(() => undefined)
      .then(() => {
        entry.running = undefined;
        if (dirty(entry) && !entry.failed) save(id, entry);
      });
    return write;
  }

  function save(id: string, entry: Entry) {
    if (!entry.running) void run(id, entry, write(id, entry));
  }

  /**
   * Lets another module write an answer while this page writes nothing of it.
   * @param work shows the answer with `showChosen` before it waits, and gives what it stored
   */
  async function alone(id: string, work: () => Promise<Answer | undefined>): Promise<void> {
    const entry = entryOf(id);
    while (entry.running) await entry.running;
    const { changed: count } = entry;
    const writing = work().then((stored) => {
      if (!stored) return;
      entry.base = { rev: stored.rev, tab: stored.tab };
      entry.failed = undefined;
      savedAt = new Date().toISOString();
      if (entry.changed !== count) return;
      entry.saved = count;
      show(entry, { answer: stored, fork: undefined });
    });
    await run(id, entry, writing).finally(() => load([id]));
    report();
    tell({ answer: id });
  }

  /** Writes what is unsaved of one answer: all changes during one write go into the next. */
  async function write(id: string, entry: Entry): Promise<void> {
    let late;
    try {
      while (dirty(entry)) {
        const { changed: count, view } = entry;
        clearTimeout(late);
        late = setTimeout(overdue, PATIENCE, entry);
        report();
        if (!ready) await start();
        if (!currentLearner.value) await choose(true);
        const learner = currentLearner.value;
        const mine = view.value.answer;
        if (!learner || !mine) break;
        const own = { ...mine, learner: learner.id };
        const written = await writeAnswer(storage, learner, own, entry.base, {
          copy: own.tab !== tab,
        });
        // removed meanwhile: what came back must not be shown again
        if (currentLearner.value?.id !== learner.id) continue;
        if (!savedAt) askToPersist();
        savedAt = new Date().toISOString();
        unreachable = entry.failed = undefined;
        entry.saved = count;
        if (written.restored) trouble.set(CLEARED);
        accept(tab, entry, written.answer, written.fork, own);
        tell({ answer: id });
      }
    } catch (error) {
      entry.failed = whyNot(error);
      tryLater();
    }
    clearTimeout(late);
    report();
  }

  function overdue(entry: Entry) {
    entry.failed ??= 'trouble';
    journal.keep(entries.values(), currentLearner.value);
    report();
  }

  function tryLater() {
    retry ??= setTimeout(again, PATIENCE);
  }

  function again() {
    clearTimeout(retry);
    retry = undefined;
    for (const [id, entry] of entries) {
      if (dirty(entry)) save(id, entry);
      else if (!entry.view.value.loaded) load([id]);
    }
  }

  /** Reads answers again; several asked for in one task are read in one transaction. */
  function load(ids: Iterable<string>) {
    const first = !wanted.size;
    for (const id of ids) wanted.add(id);
    if (first && wanted.size) queueMicrotask(() => void read());
  }

  async function read(): Promise<void> {
    const ids = [...wanted];
    const before = new Map(ids.map((id) => [id, entryOf(id).changed]));
    wanted = new Set();
    let found: Found = new Map();
    let bad = false;
    try {
      if (!currentLearner.value && unreachable) await choose();
      const learner = currentLearner.value?.id;
      if (learner) ({ found, bad } = await readAnswers(storage, learner, ids));
      unreachable = undefined;
      if (learner !== currentLearner.value?.id) return;
    } catch (error) {
      unreachable = whyNot(error);
      // what could not be read now may be there: the field stays shut until it was read
      if (unreachable === 'trouble') tryLater();
    }
    report();
    for (const id of unreachable === 'trouble' ? [] : ids) {
      const entry = entryOf(id);
      const { answer, fork } = found.get(id) ?? {};
      // unsaved text stays: its write compares revs and finds out what happened before it, and what
      // happened since is read when it is done
      if (dirty(entry) || entry.running) {
        show(entry, { loaded: true });
        void entry.running?.then(() => load([id]));
      } else if (before.get(id) === entry.changed) accept(tab, entry, answer, fork);
    }
    if (bad) trouble.set(UNREADABLE);
  }

  /**
   * Changes an answer: shown at once, on its way to the database before this function returns.
   * While a fork waits for its choice only the response of the losing text is kept up to date.
   */
  function change(id: string, patch: Change): void {
    const entry = entryOf(id);
    const old = entry.view.value.answer;
    const learner = currentLearner.value?.id ?? '';
    entry.changed += 1;
    // text of an earlier visit is worth a revision before this visit writes over it
    const earlier = old && old.tab !== tab && isWritten(old.response) ? old : undefined;
    show(entry, { answer: changed(old, { learner, id, tab }, patch) });
    save(id, entry);

    if (!isWritten(entry.view.value.answer?.response)) return;
    if (earlier) keep(id, 'leave', earlier);
    clearTimeout(entry.pause);
    if (patch.state === 'ready') keep(id, 'ready');
    else entry.pause = setTimeout(keep, PAUSE, id, 'pause');
  }

  /** Keeps a revision in the background: the text itself is safe, so a failure costs history only. */
  function keep(id: string, why: Revision['why'], answer?: Answer) {
    import('./history')
      .then((history) => history.keepRevision(id, why, self, answer))
      .catch(() => undefined);
  }

  /** Shows text of a journal that could not be stored, and tries again with the page's own writes. */
  function takeOver(key: string, base: Base | undefined, answer: Answer, error: unknown) {
    const entry = entryOf(answer.id);
    if (answer.learner !== (currentLearner.value?.id ?? answer.learner) || dirty(entry)) return;
    Object.assign(entry, { base, changed: entry.changed + 1, failed: whyNot(error) });
    show(entry, { loaded: true, answer: { ...answer, tab } });
    journal.hold(key);
    tryLater();
  }

  async function begin(): Promise<void> {
    channel = openChannel((message) => hear(message as Message));
    listen(page(), leave, comeBack, unsafe);
    try {
      await choose();
    } catch (error) {
      unreachable = whyNot(error);
    }
    if (journals().length) {
      // Where that cannot be loaded, or not soon, the journals wait.
      await Promise.race([
        import('./replay').then(({ replay }) => replay(self, takeOver)).catch(() => undefined),
        new Promise((resolve) => setTimeout(resolve, PATIENCE)),
      ]);
    }
    ready = true;
    load(entries.keys());
    report();
  }

  /** Opens the record: learner, journals, then the answers that were asked for. Runs once. */
  function start(): Promise<void> {
    return (started ??= begin());
  }

  function leave() {
    journal.keep(entries.values(), currentLearner.value);
    for (const [id, entry] of entries) {
      if (!entry.pause) continue;
      clearTimeout(entry.pause);
      entry.pause = undefined;
      keep(id, 'leave');
    }
  }

  /** Words that are neither stored nor journalled: they would go with the page. */
  const unsafe = () => !journal.keep(entries.values(), currentLearner.value);

  /** What other pages did while this one could not hear them. */
  function comeBack() {
    again();
    look();
  }

  function look() {
    const seen = (found: Learner | undefined) => {
      const mine = currentLearner.value;
      if (!mine) currentLearner.set(found);
      else if (found) learnerChangedElsewhere.set(found.id !== mine.id);
      if (ready) load(entries.keys());
    };
    chooseLearner(storage, false).then(seen, () => undefined);
  }

  function hear({ learner, answer: id, removed, current }: Message) {
    const mine = currentLearner.value?.id;
    // without a learner: the first answer on this device was given in another tab
    if (current || !mine) look();
    else if (learner && learner !== mine) return;
    else if (removed) gone();
    else if (!id || entries.has(id)) load(id ? [id] : entries.keys());
  }

  /** The connection was cut: whatever this page shows is written again where it is missing (F8). */
  function lost() {
    for (const entry of entries.values()) {
      const { answer, fork } = entry.view.value;
      if (fork) void restoreFork(storage, fork);
      if (answer) entry.changed += 1;
    }
    again();
  }

  /** The learner, or everything, was removed: this page forgets it too and writes nothing back. */
  function gone() {
    trouble.set(GONE);
    forget();
  }

  function forget() {
    currentLearner.set(undefined);
    for (const entry of entries.values()) {
      clearTimeout(entry.pause);
      Object.assign(entry, {
        base: undefined,
        saved: entry.changed,
        failed: undefined,
        pause: undefined,
      });
      entry.view.set({ loaded: true, answer: undefined, fork: undefined });
    }
    savedAt = '';
    unreachable = undefined;
    saveStatus.set({ kind: 'quiet' });
    report();
  }

  const self = {
    id: tab,
    start,
    saveStatus,
    currentLearner,
    trouble,
    learnerChangedElsewhere,
    /** What the page shows of one answer; read from the database once `start` has run. */
    answer: (id: string) => entryOf(id).view,
    change,
    unsaved,
    /** For the modules that are loaded on use: the record's database, and what to do around it. */
    storage,
    /** Answers on the page that are not in the database yet. */
    unsavedAnswers: (): Answer[] =>
      [...entries.values()].filter(dirty).flatMap(({ view }) => view.value.answer ?? []),
    /** Shows the text that the learner chose, while it is being stored. */
    alone,
    showChosen: (answer: Answer) => show(entryOf(answer.id), { answer, fork: undefined }),
    load: (ids?: string[]) => load(ids ?? entries.keys()),
    tell,
    forget,
  };
  return self;
}
