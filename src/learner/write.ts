/** The rule for writing one answer: compare-and-set by rev, and no text is ever dropped. */
import { isAnswer, isFork, isRevision } from './guards';
import { isWritten, joinAttempts, same, sameAnswer } from './given';
import { NotSaved, type Storage, type Stores } from './storage';
import type { StoreName } from './names';
import type { Answer, Base, Fork, Learner, Revision } from './types';

export interface Written {
  /** what the answer store now holds: the own text, or the text that won */
  answer: Answer;
  /** the text that lost and waits for the learner's choice */
  fork: Fork | undefined;
  /** the own text lost: it is `fork` */
  lost: boolean;
  /** the record had vanished and was written again */
  restored: boolean;
}

/**
 * Copies a record that cannot be read to the setAside store, once; the original stays where it is
 * until the learner answers again.
 */
export async function setAside(
  stores: Stores,
  store: string,
  name: string,
  raw: unknown,
): Promise<void> {
  let key = `${store}/${name}`;
  for (let old; (old = (await stores.get('setAside', key)) as { raw?: unknown } | undefined);) {
    if (same(old.raw, raw)) return;
    key += '~';
  }
  const reason = 'This version cannot read the record.';
  stores.put('setAside', { key, store, at: new Date().toISOString(), reason, raw });
}

/** A record that this version can read; anything else is set aside and counts as absent. */
export async function readable<T>(
  stores: Stores,
  store: StoreName,
  key: [string, string],
  guard: (value: unknown) => value is T,
): Promise<T | undefined> {
  const raw = await stores.get(store, key);
  if (raw === undefined || guard(raw)) return raw;
  await setAside(stores, store, key.join('/'), raw);
  return undefined;
}

/** Adds a dated revision with the next number. Append only. */
export async function addRevision(
  stores: Stores,
  from: Pick<Answer, 'learner' | 'id' | 'at' | 'response'>,
  why: Revision['why'],
): Promise<Revision[]> {
  const { learner, id, at, response } = from;
  const all = await stores.all('revisions', [learner, id]);
  const n = 1 + all.reduce<number>((most, one) => Math.max(most, Number((one as Revision).n)), 0);
  const added: Revision = { v: 1, learner, id, n, at, response, why };
  stores.put('revisions', added);
  return [...all.filter(isRevision), added];
}

/** The part of an answer that another one must be chosen from. */
export const toFork = (answer: Answer): Fork => {
  const { v, learner, id, tab, at, parentRev, response } = answer;
  return { v, learner, id, tab, at, baseRev: parentRev, response };
};

/**
 * Writes one answer in one strict transaction and reads it back.
 * @param learner put as well where the database does not know them (first answer, or cleared)
 * @param mine the answer; `rev` and `parentRev` are set here
 * @param base the stored answer that it was made from
 * @param how.replay for a journal: was an earlier state of this text on its way to the database?
 * @param how.copy for text that another page wrote, put back because it may have vanished
 * @throws NotSaved also where the text read back is not the text written
 */
export async function writeAnswer(
  storage: Storage,
  learner: Learner,
  mine: Answer,
  base: Base | undefined,
  { replay, copy }: { replay?: { writing: boolean }; copy?: boolean } = {},
): Promise<Written> {
  const written = await storage.transact('readwrite', async (stores): Promise<Written> => {
    const key: [string, string] = [mine.learner, mine.id];
    const stored = await readable(stores, 'answers', key, isAnswer);
    const fork = await readable(stores, 'forks', key, isFork);
    if (!(await stores.get('learners', learner.id))) {
      stores.put('learners', learner);
      if (!(await stores.get('meta', 'current'))) {
        stores.put('meta', { key: 'current', learner: learner.id });
      }
    }

    const put = (answer: Answer): Written => {
      const rev = Math.max(stored?.rev ?? 0, base?.rev ?? 0) + 1;
      const next = { ...answer, rev, parentRev: rev - 1 };
      if (!isAnswer(next)) throw new TypeError('not an answer');
      stores.put('answers', next);
      return { answer: next, fork, lost: false, restored: !stored && base !== undefined };
    };
    const lose = async (winner: Answer): Promise<Written> => {
      // one text at a time waits for a choice; an older one stays readable among the revisions
      if (fork && (replay || fork.tab !== mine.tab) && !same(fork.response, mine.response)) {
        await addRevision(stores, fork, 'fork');
      }
      const next = { ...toFork(mine), baseRev: base?.rev ?? 0 };
      stores.put('forks', next);
      return { answer: winner, fork: next, lost: true, restored: false };
    };

    if (!stored) return put(mine);
    if (sameAnswer(stored, mine)) return { answer: stored, fork, lost: false, restored: false };
    const attempts = joinAttempts(stored.attempts, mine.attempts);
    if (copy) {
      // whoever wrote after it knows more than this page; the copy is history
      if (!same(stored.response, mine.response)) await addRevision(stores, mine, 'leave');
      if (attempts.length > stored.attempts.length) return put({ ...stored, attempts });
      return { answer: stored, fork, lost: false, restored: false };
    }
    if (stored.rev === base?.rev && stored.tab === base.tab) return put(mine);
    if (stored.tab === mine.tab) {
      // this tab's own earlier write, acknowledged or not, is what the text was made from
      if (!replay) return put(mine);
      const newer = replay.writing && stored.rev === (base?.rev ?? 0) + 1;
      await addRevision(stores, newer ? stored : mine, 'leave');
      return newer ? put(mine) : { answer: stored, fork, lost: false, restored: false };
    }

    if (mine.response === null && !base) {
      // a page that never read the answer said something about it: the words are not its to empty
      const { response, questionText = mine.questionText } = stored;
      const kept = { ...mine, attempts, response, revealed: stored.revealed || mine.revealed };
      return put(questionText === undefined ? kept : { ...kept, questionText });
    }

    // From here on both changed. Tries at practice questions are joined: no choice to make.
    const joined = { ...mine, attempts, revealed: stored.revealed || mine.revealed };
    if (same(stored.response, mine.response)) return put(joined);
    if (isWritten(stored.response) && isWritten(mine.response)) return lose(stored);
    if (stored.response !== null) await addRevision(stores, stored, 'fork');
    return put(joined);
  });
  if (!written) throw new NotSaved('trouble');

  const back = await storage.transact('readonly', async (stores) => ({
    answer: await stores.get('answers', [mine.learner, mine.id]),
    fork: await stores.get('forks', [mine.learner, mine.id]),
  }));
  const found = written.lost
    ? same(back?.fork, written.fork)
    : isAnswer(back?.answer) &&
      // a higher rev was made from this one by another tab meanwhile
      (back.answer.rev > written.answer.rev || same(back.answer, written.answer));
  if (!found) throw new NotSaved('trouble');
  return written;
}

/** Puts a fork back that vanished with the database; without it the own text is still written. */
export const restoreFork = (storage: Storage, fork: Fork): Promise<void | undefined> =>
  storage
    .transact('readwrite', async (stores) => {
      if (!(await stores.get('forks', [fork.learner, fork.id]))) stores.put('forks', fork);
    })
    .catch(() => undefined);
