/** Dated revisions of written answers, and the choice between two texts. Loaded on use. */
import { tab } from './answers';
import { isAnswer, isFork, isRevision } from './guards';
import { same } from './given';
import { NotSaved, type Stores } from './storage';
import type { Answer, Revision } from './types';
import type { Tab } from './tab';
import { addRevision } from './write';

const HOUR = 3_600_000;
/** Made on purpose or at a turning point: these are never thinned. */
const KEPT: ReadonlySet<Revision['why']> = new Set(['ready', 'fork', 'restore', 'export', 'clear']);

/**
 * PURE: the revisions of one answer that are worth keeping: all of the last hour, the last of each
 * hour for a day, the last of each day after that, the newest one, and all that were made on
 * purpose. A date that cannot be read or lies in the future counts as just now.
 * @param revisions in any order
 * @param now ISO date-time
 */
export function thin(revisions: readonly Revision[], now: string): Revision[] {
  const newestFirst = [...revisions].sort((a, b) => b.n - a.n);
  const taken = new Set<string>();
  return newestFirst
    .filter((revision, place) => {
      const time = Date.parse(revision.at);
      const age = Date.parse(now) - time;
      if (place === 0 || KEPT.has(revision.why) || !(age >= HOUR)) return true;
      const span = age < 24 * HOUR ? HOUR : 24 * HOUR;
      const bucket = `${span} ${Math.floor(time / span)}`;
      return !taken.has(bucket) && taken.add(bucket);
    })
    .reverse();
}

/**
 * Keeps the text of a written answer as a dated revision. Nothing is added where there is no text,
 * or where the newest revision says the same, unless this one must outlive thinning and that one
 * need not.
 * @param answer the text to keep; the one on the page if left out
 * @throws NotSaved
 */
export async function keepRevision(
  id: string,
  why: Revision['why'],
  here: Tab = tab,
  answer: Answer | undefined = here.answer(id).get().answer,
): Promise<void> {
  const learner = here.currentLearner.get()?.id;
  if (!answer || answer.response === null || !learner) return;
  // text of a learner who was removed meanwhile must not come back
  if (answer.learner && answer.learner !== learner) return;
  const known = await here.storage.transact('readwrite', async (stores) => {
    if (!(await stores.get('learners', learner))) return false;
    await keepIn(stores, { ...answer, learner }, why);
    return true;
  });
  if (!known) throw new NotSaved('trouble');
}

/** The same inside a transaction of the caller's. */
export async function keepIn(
  stores: Stores,
  answer: Pick<Answer, 'learner' | 'id' | 'at' | 'response'>,
  why: Revision['why'],
): Promise<void> {
  const { learner, id } = answer;
  const earlier = (await stores.all('revisions', [learner, id])).filter(isRevision);
  const last = earlier.at(-1);
  const told = last && same(last.response, answer.response);
  if (told && (KEPT.has(last.why) || !KEPT.has(why))) return;
  const all = await addRevision(stores, answer, why);
  const worth = new Set(thin(all, new Date().toISOString()).map(({ n }) => n));
  for (const { n } of all) if (!worth.has(n)) stores.remove('revisions', [learner, id, n]);
}

/** All readable revisions of one answer of this page's learner, oldest first. @throws NotSaved */
export async function revisions(id: string, here: Tab = tab): Promise<Revision[]> {
  const learner = here.currentLearner.get()?.id;
  if (!learner) return [];
  const all = await here.storage.transact('readonly', (stores) =>
    stores.all('revisions', [learner, id]),
  );
  return (all ?? []).filter(isRevision);
}

/** Both texts in each slot, this one first; ticks of either. Equal or empty slots are not doubled. */
export function joinTexts(mine: unknown, other: unknown): unknown {
  const [a, b] = [written(mine), written(other)];
  if (!a || !b) return mine ?? other;
  const slots: Record<string, string> = { ...a.slots };
  for (const [slot, text] of Object.entries(b.slots)) {
    const own = slots[slot] ?? '';
    if (!own.includes(text)) slots[slot] = own.trim() ? `${own}\n\n${text}` : text;
  }
  return { slots, ticks: [...new Set([...a.ticks, ...b.ticks])] };
}

function written(response: unknown) {
  const { slots, ticks } = (response ?? {}) as { slots?: unknown; ticks?: unknown };
  if (typeof slots !== 'object' || slots === null) return undefined;
  const texts = Object.entries(slots).filter(
    (slot): slot is [string, string] => typeof slot[1] === 'string',
  );
  return {
    slots: Object.fromEntries(texts),
    ticks: Array.isArray(ticks) ? (ticks as string[]) : [],
  };
}

/**
 * The learner's choice between the two texts that a page shows. Every text that was not chosen is
 * kept as a revision, also one that came in between.
 * @throws NotSaved
 */
export async function settleFork(
  id: string,
  keep: 'this' | 'other' | 'both',
  here: Tab = tab,
): Promise<void> {
  await here.alone(id, async () => {
    const { answer, fork } = here.answer(id).get();
    const learner = here.currentLearner.get();
    if (!answer || !fork || !learner) return undefined;
    const response = {
      this: answer.response,
      other: fork.response,
      both: joinTexts(answer.response, fork.response),
    }[keep];
    const at = new Date().toISOString();
    const next: Answer = { ...answer, learner: learner.id, response, tab: here.id, at };
    // text that is not as the learner called it ready is a draft again
    if (next.state && keep !== 'this') next.state = 'draft';
    here.showChosen(next);
    return here.storage.transact('readwrite', async (stores) => {
      const key = [learner.id, id];
      const [stored, forked] = [await stores.get('answers', key), await stores.get('forks', key)];
      const others = [answer, fork, stored, forked].filter((one) => isAnswer(one) || isFork(one));
      const done = [response];
      for (const one of others) {
        if (done.some((text) => same(text, one.response))) continue;
        done.push(one.response);
        await addRevision(stores, { ...one, learner: learner.id, id }, 'fork');
      }
      const rev = 1 + Math.max(answer.rev, isAnswer(stored) ? stored.rev : 0);
      const chosen = { ...next, rev, parentRev: fork.baseRev };
      stores.put('answers', chosen);
      stores.remove('forks', key);
      return chosen;
    });
  });
}
