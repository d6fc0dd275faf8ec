/** Who uses this device. Loaded by the pages where learners choose or change who they are. */
import { tab } from './answers';
import { isJournal, isLearner } from './guards';
import { learnersIn, newLearner, randomCode } from './new-learner';
import { dropJournal, journals, NotSaved } from './storage';
import type { Tab } from './tab';
import type { Learner } from './types';
import { setAside } from './write';

/** Learners choose among this many colours, 1 to 8. */
const COLOURS = 8;

/** All learners on this device, the one who came first, first. */
export async function learners(here: Tab = tab): Promise<Learner[]> {
  await here.start();
  const found = await here.storage
    .transact('readonly', (stores) => stores.all('learners'))
    .catch((error: unknown) => {
      if (!(error instanceof NotSaved)) throw error;
      return [];
    });
  const known = learnersIn(found ?? []);
  const mine = here.currentLearner.get();
  if (mine && !known.some(({ id }) => id === mine.id)) known.push(mine);
  return known.sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
}

/**
 * Adds a learner with a code that no other learner of this device has. The page stays with its own
 * learner: `switchLearner` and a reload change that.
 * @param given.name name or nickname; spaces around it are cut off
 * @param given.colour 1 to 8
 * @throws NotSaved
 */
export async function addLearner(
  given: { name: string; colour: number },
  here: Tab = tab,
): Promise<Learner> {
  await here.start();
  const made = newLearner({ name: given.name.trim(), colour: inRange(given.colour) });
  await here.storage.transact('readwrite', async (stores) => {
    const codes = (await stores.all('learners')).filter(isLearner).map(({ code }) => code);
    while (codes.includes(made.code)) made.code = randomCode();
    stores.put('learners', made);
  });
  return made;
}

/**
 * Changes this page's learner, who is made if there is none yet. A detail is removed with
 * `undefined`.
 * @throws NotSaved
 */
export async function updateLearner(
  patch: { [K in Exclude<keyof Learner, 'v' | 'id'>]?: Learner[K] | undefined },
  here: Tab = tab,
): Promise<Learner> {
  await here.start();
  const mine = here.currentLearner.get() ?? newLearner();
  const next = await here.storage.transact('readwrite', async (stores) => {
    const stored = await stores.get('learners', mine.id);
    if (stored && !isLearner(stored)) await setAside(stores, 'learners', mine.id, stored);
    const changed = { ...(isLearner(stored) ? stored : mine), ...patch };
    for (const [field, value] of Object.entries(changed)) {
      if (value === undefined) Reflect.deleteProperty(changed, field);
    }
    changed.colour = inRange(changed.colour ?? mine.colour);
    if (!isLearner(changed)) throw new TypeError('not a learner');
    stores.put('learners', changed);
    if (!(await stores.get('meta', 'current'))) {
      stores.put('meta', { key: 'current', learner: mine.id });
    }
    return changed;
  });
  here.currentLearner.set(next ?? mine);
  return next ?? mine;
}

/**
 * Remembers who works here next. This page stays with its learner until it is loaded again, so the
 * caller reloads it; other pages offer a reload.
 * @throws NotSaved also where there is no such learner
 */
export async function switchLearner(id: string, here: Tab = tab): Promise<void> {
  await here.storage.transact('readwrite', async (stores) => {
    if (!(await stores.get('learners', id))) throw new RangeError('no such learner');
    stores.put('meta', { key: 'current', learner: id });
  });
  here.tell({ learner: id, current: true });
}

/**
 * Removes a learner and all they did from this device. The caller offers a backup first, and
 * reloads the page if it was this page's learner.
 * @throws NotSaved
 */
export async function removeLearner(id: string, here: Tab = tab): Promise<void> {
  if (here.currentLearner.get()?.id === id) here.forget();
  await here.storage.transact('readwrite', async (stores) => {
    stores.remove('learners', id);
    for (const store of ['answers', 'revisions', 'forks'] as const) stores.removeAll(store, [id]);
    for (const one of (await stores.all('setAside')) as { key: string; raw?: unknown }[]) {
      const { learner } = (one.raw ?? {}) as { learner?: unknown };
      if (learner === id || one.key.startsWith(`learners/${id}`))
        stores.remove('setAside', one.key);
    }
    const current = (await stores.get('meta', 'current')) as { learner?: unknown } | undefined;
    if (current?.learner === id) stores.remove('meta', 'current');
  });
  for (const { key, raw } of journals()) {
    if (raw.includes(id) && isOf(id, raw)) dropJournal(key);
  }
  here.tell({ learner: id, removed: true });
}

const inRange = (colour: number): number => Math.min(COLOURS, Math.max(1, Math.round(colour) || 1));

function isOf(id: string, raw: string): boolean {
  try {
    const journal: unknown = JSON.parse(raw);
    return isJournal(journal) && journal.learner?.id === id;
  } catch {
    return false;
  }
}
