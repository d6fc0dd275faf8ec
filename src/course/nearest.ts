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

/**
 * How to mend a name that is none of the known ones: write the nearest, or do what `otherwise` says
 * where none is near.
 */
export function mendName(name: string, known: readonly string[], otherwise: string): string {
  const guess = nearest(name, known);
  return guess ? `Write “${guess}” if that is what you mean.` : otherwise;
}
