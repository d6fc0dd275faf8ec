/** Data of the course that pages load on use. */
import type { PracticeFile, UnitFile } from '../course/types';

/** @throws where it cannot be loaded: without a connection, for example */
async function load<T>(address: string): Promise<T> {
  const reply = await fetch(address);
  if (!reply.ok) throw new Error(`${address}: ${reply.status}`);
  return (await reply.json()) as T;
}

/** A unit with its prompts and the ids of its practice. @param base of the site @throws see `load` */
export const unitData = (base: string, key: string): Promise<UnitFile> =>
  load(`${base}data/${key}.json`);

/** The practice questions of a unit that fit a quick round. @param base of the site @throws see `load` */
export const practiceData = (base: string, key: string): Promise<PracticeFile> =>
  load(`${base}data/questions/${key}.json`);
