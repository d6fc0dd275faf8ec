/** Everything that is kept on this device, read at once. Loaded on use. */
import { tab } from './answers';
import { isAnswer, isFork, isLearner, isRevision } from './guards';
import { learnersIn, newLearner } from './new-learner';
import type { Answer, Fork, Learner, Revision, SetAside } from './types';
import type { Tab } from './tab';
import { setAside } from './write';

export interface Everything {
  learners: Learner[];
  answers: Answer[];
  revisions: Revision[];
  forks: Fork[];
  setAside: SetAside[];
}

/**
 * All records of one learner, or of all. Records that cannot be read are set aside first, so they
 * are among `setAside`. What is on the page but not saved yet stands in place of what is stored.
 * @param learner an id; all learners if left out
 * @throws NotSaved only where the database was reached and then failed
 */
export async function everything(learner?: string, here: Tab = tab): Promise<Everything> {
  const under = learner === undefined ? undefined : [learner];
  const stored = await here.storage
    .transact('readonly', async (stores) => ({
      learners: await stores.all('learners'),
      answers: await stores.all('answers', under),
      revisions: await stores.all('revisions', under),
      forks: await stores.all('forks', under),
      setAside: (await stores.all('setAside')) as SetAside[],
    }))
    .catch(unreachable);
  const found = stored ?? { learners: [], answers: [], revisions: [], forks: [], setAside: [] };
  const all: Everything = {
    learners: learnersIn(found.learners).filter(({ id }) => (learner ?? id) === id),
    answers: found.answers.filter(isAnswer),
    revisions: found.revisions.filter(isRevision),
    forks: found.forks.filter(isFork),
    setAside: [...found.setAside],
  };
  const unreadable = [
    ...found.learners.filter((one) => !isLearner(one)).map((raw) => ['learners', raw] as const),
    ...found.answers.filter((one) => !isAnswer(one)).map((raw) => ['answers', raw] as const),
    ...found.forks.filter((one) => !isFork(one)).map((raw) => ['forks', raw] as const),
    ...found.revisions.filter((one) => !isRevision(one)).map((raw) => ['revisions', raw] as const),
  ];
  if (unreadable.length) {
    await here.storage.transact('readwrite', async (stores) => {
      for (const [store, raw] of unreadable) {
        const { learner: of, id, n } = raw as { learner?: string; id: string; n?: number };
        await setAside(stores, store, [...(of ? [of] : []), id, ...(n ? [n] : [])].join('/'), raw);
      }
      all.setAside = (await stores.all('setAside')) as SetAside[];
    });
  }
  overlay(all, learner, here);
  return all;
}

/** Storage that cannot be reached at all holds nothing to lose: what is on the page is everything. */
function unreachable(error: unknown): undefined {
  const why = (error as { why?: unknown }).why;
  if (why !== 'blocked' && why !== 'newer') throw error;
}

function overlay(all: Everything, learner: string | undefined, here: Tab): void {
  const unsaved = here.unsavedAnswers();
  let mine = here.currentLearner.get();
  if (!mine && unsaved.length) here.currentLearner.set((mine = newLearner()));
  if (!mine || (learner ?? mine.id) !== mine.id) return;
  for (const shown of unsaved) {
    all.answers = all.answers.filter(({ learner: of, id }) => of !== mine.id || id !== shown.id);
    all.answers.push({ ...shown, learner: mine.id });
  }
  if (unsaved.length && !all.learners.some(({ id }) => id === mine.id)) all.learners.push(mine);
}

/** See answers.ts. */
export async function allAnswers(here: Tab = tab): Promise<Map<string, Answer>> {
  await here.start();
  const { answers } = await everything(here.currentLearner.get()?.id, here);
  return new Map(answers.map((answer) => [answer.id, answer]));
}

/** See answers.ts. */
export async function setAsideRecords(here: Tab = tab): Promise<SetAside[]> {
  return (await everything(undefined, here)).setAside;
}
