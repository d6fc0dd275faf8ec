/** Reading what one page needs, and setting aside what cannot be read. */
import { isAnswer, isFork } from './guards';
import { learnersIn, newLearner } from './new-learner';
import type { Storage } from './storage';
import type { Answer, Fork, Learner } from './types';
import { readable } from './write';

/** By question id; an answer that is not there has an empty value. */
export type Found = Map<string, { answer?: Answer | undefined; fork?: Fork | undefined }>;

/**
 * The learner of a page that starts: the one chosen last on this device, else the first.
 * @param create makes one where there is none; otherwise nothing is stored
 * @throws NotSaved
 */
export const chooseLearner = (storage: Storage, create: boolean): Promise<Learner | undefined> =>
  storage.transact(create ? 'readwrite' : 'readonly', async (stores) => {
    const current = (await stores.get('meta', 'current')) as { learner?: unknown } | undefined;
    const known = learnersIn(await stores.all('learners'));
    const chosen = known.find(({ id }) => id === current?.learner) ?? known[0];
    if (chosen || !create) return chosen;
    const made = newLearner();
    stores.put('learners', made);
    stores.put('meta', { key: 'current', learner: made.id });
    return made;
  });

/**
 * Reads answers and forks in one transaction. A record that this version cannot read counts as
 * absent and is set aside (F13); `bad` says that there was one.
 * @throws NotSaved
 */
export async function readAnswers(
  storage: Storage,
  learner: string,
  ids: readonly string[],
): Promise<{ found: Found; bad: boolean }> {
  const found: Found = new Map();
  let bad = false;
  await storage.transact('readonly', async (stores) => {
    for (const id of ids) {
      const key = [learner, id];
      const [answer, fork] = await Promise.all([
        stores.get('answers', key),
        stores.get('forks', key),
      ]);
      found.set(id, {
        answer: isAnswer(answer) ? answer : undefined,
        fork: isFork(fork) ? fork : undefined,
      });
      bad ||= !(answer === undefined || isAnswer(answer)) || !(fork === undefined || isFork(fork));
    }
  });
  if (bad) {
    await storage
      .transact('readwrite', async (stores) => {
        for (const id of ids) {
          await readable(stores, 'answers', [learner, id], isAnswer);
          await readable(stores, 'forks', [learner, id], isFork);
        }
      })
      .catch(() => undefined); // it still lies in its store, and is set aside before any write
  }
  return { found, bad };
}
