/**
 * Every name under which this site keeps something on a device. Other sites can share the origin
 * (a college's web space, for example), so each name starts with ours.
 */
export const PREFIX = 'frontline-one';
export const DATABASE = 'frontline-one';
/** One key for each tab that left with unsaved text. */
export const JOURNAL = `${PREFIX}:journal:`;
/** One key for each preference that is not the default. */
export const PREFERENCE = `${PREFIX}:`;
export const CHANNEL = 'frontline-one';

/** Object stores of the database, with the path of their keys. */
export const STORES = {
  learners: 'id',
  answers: ['learner', 'id'],
  revisions: ['learner', 'id', 'n'],
  forks: ['learner', 'id'],
  setAside: 'key',
  meta: 'key',
};
export type StoreName = keyof typeof STORES;

export const PREFERENCE_NAMES = ['theme', 'text', 'font', 'spacing', 'motion'] as const;

/** The list for tests and for the privacy page: nothing else may be found on a device. */
export const STORAGE_NAMES = {
  databases: [DATABASE],
  /** localStorage: a name, or the start of a name where it ends with a colon */
  local: [JOURNAL, ...PREFERENCE_NAMES.map((name) => PREFERENCE + name)],
  /** Cache Storage: the start of each name */
  caches: [PREFIX],
};
