/** From a backup or a bundle back into the record, with nothing overwritten silently. Loaded on use. */
import { tab } from './answers';
import { openBackup } from './backup';
import { everything, type Everything } from './everything';
import { same } from './given';
import { isAnswer, isFork, isLearner, isRevision } from './guards';
import { joinTexts } from './history';
import { join, meet, type Meeting, type Side } from './merge';
import { newLearner } from './new-learner';
import { NotSaved, type Stores } from './storage';
import type { Answer, Learner, Revision } from './types';
import type { Tab } from './tab';
import { addRevision, setAside, toFork } from './write';

/** One answer of a file. `key` names it in the choices. */
export interface RestoreItem {
  key: string;
  learner: string;
  id: string;
  meeting: Meeting;
  /** the answer on this device */
  here: Answer | undefined;
  /** the answer in the file */
  there: Answer;
}
export interface RestorePlan {
  /** `known`: on this device already; others are added, and never mixed with anyone */
  learners: { learner: Learner; known: boolean }[];
  items: RestoreItem[];
  data: Everything;
}
/** By key of the item. Without a choice, both texts are kept and the learner is asked later. */
export type Choices = Record<string, 'here' | 'there' | 'both'>;
/** One answer out of a bundle of evidence. */
export interface BundleItem {
  id: string;
  response: unknown;
  questionText: string;
  state: 'draft' | 'ready';
  /** ISO date-time */
  at: string;
}

/**
 * Reads a backup file and says what a restore would do. Stores nothing.
 * @throws NotSaved only where the database was reached and then failed
 */
export async function readBackup(
  text: string,
  here: Tab = tab,
): Promise<{ ok: true; plan: RestorePlan } | { ok: false; reason: string }> {
  const opened = openBackup(text);
  return opened.ok ? { ok: true, plan: await planOf(opened.data, here) } : opened;
}

/**
 * The same for answers out of a bundle. They join the learner of this device who has the bundle's
 * code; if nobody has it, a new learner takes it over.
 * @param code learner code of the bundle
 */
export async function restorePlan(
  items: readonly BundleItem[],
  code: string,
  here: Tab = tab,
): Promise<RestorePlan> {
  await here.start();
  const known = (await everything(undefined, here)).learners;
  const mine = here.currentLearner.get();
  const learner =
    (mine?.code === code ? mine : known.find((one) => one.code === code)) ?? newLearner({ code });
  const answers = items.map(({ id, response, questionText, state, at }): Answer => ({
    ...{ v: 1, learner: learner.id, id, rev: 1, parentRev: 0, tab: 'bundle', at, response },
    ...{ attempts: [], revealed: false, questionText, state },
  }));
  return planOf({ learners: [learner], answers, revisions: [], forks: [], setAside: [] }, here);
}

async function planOf(data: Everything, here: Tab): Promise<RestorePlan> {
  const mine = sides(await everything(undefined, here));
  const theirs = sides(data);
  const known = (await everything(undefined, here)).learners.map(({ id }) => id);
  return {
    learners: data.learners.map((learner) => ({ learner, known: known.includes(learner.id) })),
    items: [...theirs].map(([key, there]) => ({
      key,
      learner: there.answer.learner,
      id: there.answer.id,
      meeting: meet(mine.get(key), there),
      here: mine.get(key)?.answer,
      there: there.answer,
    })),
    data,
  };
}

const keyOf = ({ learner, id }: { learner: string; id: string }): string => `${learner}/${id}`;

function sides({ answers, forks, revisions }: Everything): Map<string, Side> {
  const forkOf = new Map(forks.map((fork) => [keyOf(fork), fork]));
  const history = new Map<string, Revision[]>();
  for (const one of revisions) history.set(keyOf(one), [...(history.get(keyOf(one)) ?? []), one]);
  return new Map(
    answers.map((answer) => {
      const key = keyOf(answer);
      return [key, { answer, fork: forkOf.get(key), revisions: history.get(key) ?? [] }];
    }),
  );
}

/**
 * Carries a plan out in one transaction: all of it or nothing. Answers that changed since the plan
 * was made are compared again. Doing it twice changes nothing more. The caller reloads the page if
 * it has no learner yet, or offers `switchLearner` where the file belongs to another one.
 * @throws NotSaved
 */
export async function applyBackup(
  plan: RestorePlan,
  choices: Choices = {},
  here: Tab = tab,
): Promise<void> {
  const { data } = plan;
  const theirs = sides(data);
  const done = await here.storage.transact('readwrite', async (stores) => {
    for (const learner of data.learners) {
      const stored = await stores.get('learners', learner.id);
      if (stored && !isLearner(stored)) await setAside(stores, 'learners', learner.id, stored);
      if (!isLearner(stored)) stores.put('learners', learner);
      else if (!stored.name) stores.put('learners', { ...stored, name: learner.name });
    }
    if (data.learners[0] && !(await stores.get('meta', 'current'))) {
      stores.put('meta', { key: 'current', learner: data.learners[0].id });
    }
    for (const [key, there] of theirs) await applyOne(stores, there, choices[key]);
    // history without an answer can only be added to
    for (const one of data.revisions) {
      if (!theirs.has(keyOf(one))) await addAll(stores, [one], [one.learner, one.id]);
    }
    for (const one of data.forks) {
      const taken = await stores.get('forks', [one.learner, one.id]);
      if (!theirs.has(keyOf(one)) && !taken) stores.put('forks', one);
    }
    for (const one of data.setAside) {
      if (await stores.get('setAside', one.key)) {
        await setAside(stores, one.store, one.key.slice(one.store.length + 1), one.raw);
      } else stores.put('setAside', one);
    }
    return true;
  });
  if (!done) throw new NotSaved('trouble');
  here.load();
  for (const { id } of data.learners) here.tell({ learner: id });
}

/** Adds revisions that are not there yet; with no history here they keep their numbers. */
async function addAll(stores: Stores, revisions: readonly Revision[], under: [string, string]) {
  const found = (await stores.all('revisions', under)).filter(isRevision);
  let n = Math.max(0, ...found.map((one) => one.n));
  const fresh = revisions.filter(
    ({ at, why, response }) =>
      !found.some((one) => one.at === at && one.why === why && same(one.response, response)),
  );
  for (const one of fresh) stores.put('revisions', found.length ? { ...one, n: (n += 1) } : one);
}

async function applyOne(stores: Stores, there: Side, choice: Choices[string] | undefined) {
  const under: [string, string] = [there.answer.learner, there.answer.id];
  const [answer, fork] = [await stores.get('answers', under), await stores.get('forks', under)];
  if (answer !== undefined && !isAnswer(answer)) {
    await setAside(stores, 'answers', under.join('/'), answer);
  }
  const before = isAnswer(answer) ? answer : undefined;
  const waiting = isFork(fork) ? fork : undefined;
  const history = (await stores.all('revisions', under)).filter(isRevision);
  const mine: Side | undefined = before && { answer: before, fork: waiting, revisions: history };
  const meeting = meet(mine, there);
  await addAll(stores, there.revisions, under);

  /** A text that is not the answer any more, unless the history holds it already. */
  const keep = async (one: Pick<Answer, 'learner' | 'id' | 'at' | 'response'>) => {
    const texts = (await stores.all('revisions', under)).filter(isRevision);
    if (!texts.some(({ response }) => same(response, one.response))) {
      await addRevision(stores, one, 'restore');
    }
  };
  const put = (next: Answer) => {
    const rev = Math.max(before?.rev ?? 0, there.answer.rev) + 1;
    stores.put('answers', { ...next, rev, parentRev: before?.rev ?? 0 });
  };

  let shown = before ?? there.answer;
  if (!before) stores.put('answers', there.answer);
  else if (meeting === 'newer' || (meeting === 'both' && choice === 'there')) {
    await keep(before);
    put((shown = there.answer));
  } else if (meeting === 'joined') {
    shown = join(before, there.answer);
    for (const one of [before, there.answer]) {
      if (one.response !== null && !same(one.response, shown.response)) await keep(one);
    }
    put(shown);
  } else if (meeting === 'both' && choice === 'both') {
    await keep(before);
    await keep(there.answer);
    shown = { ...before, response: joinTexts(before.response, there.answer.response) };
    put({ ...shown, state: 'draft' });
  } else if (meeting === 'both' && choice === 'here') await keep(there.answer);

  // a text that waits for a choice: the one of the file, unless this device has settled it
  const asked = meeting === 'both' && !choice ? toFork(there.answer) : there.fork;
  if (!asked || same(asked.response, shown.response)) return;
  if (history.some(({ response }) => same(response, asked.response))) return;
  if (waiting && !same(waiting.response, asked.response)) await keep(waiting);
  if (!waiting || meeting === 'both') stores.put('forks', asked);
  else if (!same(waiting.response, asked.response)) await keep(asked);
}
