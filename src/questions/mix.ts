/** Mixes lists in a way that is the same on the server, in the browser and on every visit. */

/** FNV-1a: a number from a text, so that each question has an order of its own. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  }
  return value >>> 0;
}

/**
 * Takes a seed (the question's id) and a list; gives a new list with the same members.
 * The same seed and length always give the same order. A list of two or more never keeps
 * its order: the authored order of an ordering question is the answer.
 */
export function mix<T>(seed: string, list: readonly T[]): T[] {
  // Sorting by a hash of seed and place is short, and its result does not depend on the engine.
  const keyed = list.map((item, place) => ({ item, place, key: hash(`${place} ${seed}`) }));
  keyed.sort((a, b) => a.key - b.key || a.place - b.place);
  if (keyed.every(({ place }, i) => place === i)) keyed.push(...keyed.splice(0, 1));
  return keyed.map(({ item }) => item);
}
