/**
 * PURE: the same members in another order, so that neighbours differ where that can be. Keeps the
 * given order as far as it can; deterministic.
 * @param keyOf what neighbours should differ in
 */
export function spread<T>(list: readonly T[], keyOf: (one: T) => string): T[] {
  const left = [...list];
  const counts = new Map<string, number>();
  for (const one of left) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
  const out: T[] = [];
  let before: string | undefined;
  while (left.length > 0) {
    // A key that more than half of the rest have must not wait, or they would end side by side.
    const pressing = [...counts].find(([, count]) => count * 2 > left.length)?.[0];
    const places = [
      left.findIndex((one) => keyOf(one) === pressing && pressing !== before),
      left.findIndex((one) => keyOf(one) !== before),
      0,
    ];
    const [one] = left.splice(places.find((place) => place >= 0) ?? 0, 1);
    if (one === undefined) break;
    before = keyOf(one);
    counts.set(before, (counts.get(before) ?? 1) - 1);
    out.push(one);
  }
  return out;
}
