/**
 * What pages use: the record of this page's learner. Nothing happens before `start`, so pages can
 * be rendered without a browser.
 */
import { createTab } from './tab';
import type { Answer, Revision, SetAside } from './types';

/** This page. Modules that are loaded on use take it as their last argument's default. */
export const tab = createTab(() => ({
  target: window,
  hidden: () => document.visibilityState === 'hidden',
}));

export const {
  start,
  saveStatus,
  currentLearner,
  trouble,
  learnerChangedElsewhere,
  answer,
  change,
} = tab;

/**
 * Keeps the text on the page as a dated revision, if it is not the newest one already.
 * @throws NotSaved
 */
export const keepRevision = async (id: string, why: Revision['why']): Promise<void> =>
  (await import('./history')).keepRevision(id, why);

/** Dated revisions of a written answer, oldest first. @throws NotSaved */
export const revisions = async (id: string): Promise<Revision[]> =>
  (await import('./history')).revisions(id);

/**
 * The learner's choice between this page's text and the one of another tab; `both` joins them slot
 * by slot. What was not chosen becomes a revision.
 * @throws NotSaved
 */
export const settleFork = async (id: string, keep: 'this' | 'other' | 'both'): Promise<void> =>
  (await import('./history')).settleFork(id, keep);

/**
 * All answers of this page's learner by question id, unsaved ones as they are on the page. Where
 * storage is blocked: those on the page.
 */
export const allAnswers = async (): Promise<Map<string, Answer>> =>
  (await import('./everything')).allAnswers();

/** Records that could not be read, as they were found. */
export const setAsideRecords = async (): Promise<SetAside[]> =>
  (await import('./everything')).setAsideRecords();
