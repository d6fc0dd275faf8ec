/**
 * How many letters must be put in, taken out, changed or swapped with the next to turn one text into
 * the other: the optimal string alignment distance.
 */
export function distance(a: string, b: string): number {
  let older: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let steps = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        steps = Math.min(steps, (older[j - 2] ?? 0) + 1);
      }
      next.push(steps);
    }
    older = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
