import { distance } from '../questions/typed/distance';

/**
 * The name in `known` that a misspelt `name` most likely means: at most a third of its letters
 * (and at most three) apart. Undefined when none is that near.
 */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const limit = Math.min(3, Math.max(1, Math.floor(name.length / 3)));
  let best: string | undefined;
  let least = limit + 1;
  for (const candidate of known) {
    const steps = distance(name.toLowerCase(), candidate.toLowerCase());
    if (steps < least) {
      best = candidate;
      least = steps;
    }
  }
  return best;
}
