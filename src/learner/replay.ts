/** Brings back the text of pages that were left before it was saved. Loaded only when there is one. */
import { isJournal } from './guards';
import { newLearner } from './new-learner';
import { dropJournal, journals } from './storage';
import type { Tab } from './tab';
import type { Answer, Base } from './types';
import { setAside, writeAnswer } from './write';

/**
 * Replays every journal by revision: text made from the stored rev is applied, equal text is
 * dropped, anything else becomes a fork or a revision. A journal is deleted once all of it is in
 * the database; one that cannot be read is set aside.
 * @param takeOver called with text that could not be stored, so that the page shows it
 */
export async function replay(
  here: Tab,
  takeOver: (key: string, base: Base | undefined, answer: Answer, error: unknown) => void,
): Promise<void> {
  for (const { key, raw } of journals()) {
    const journal = parsed(raw);
    if (!isJournal(journal)) {
      await here.storage
        .transact('readwrite', (stores) => setAside(stores, 'journal', key, raw))
        .then(() => dropJournal(key))
        .catch(() => undefined); // it stays where it is for the next start
      continue;
    }
    // left before it knew its learner: it was the one of the next start, or the first one ever
    const learner = journal.learner ?? here.currentLearner.value ?? newLearner();
    if (!here.currentLearner.value) here.currentLearner.set(learner);
    let kept = true;
    for (const { base, writing, answer } of journal.entries) {
      const mine = { ...answer, learner: learner.id };
      try {
        await writeAnswer(here.storage, learner, mine, base, { replay: { writing } });
      } catch (error) {
        kept = false;
        takeOver(key, base, mine, error);
      }
    }
    if (kept) dropJournal(key);
  }
}

function parsed(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    return undefined;
  }
}
