/**
 * JSON in the one form that RFC 8785 (JSON Canonicalization Scheme) fixes, so that a digest means
 * something. Written here because the package that does it needs `String.prototype.isWellFormed`,
 * which browsers of 2022 do not have; the tests hold the two equal.
 */

/**
 * Takes plain JSON data (no undefined members, no lone surrogates, finite numbers).
 * Gives its canonical text: members sorted by UTF-16 code units, no spaces (RFC 8785, section 3.2).
 * Throws a TypeError on what JSON cannot hold.
 */
export function canonical(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') {
    return JSON.stringify(value);
  }
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object') {
    const members = Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`);
    return `{${members.join(',')}}`;
  }
  throw new TypeError(`JSON cannot hold ${typeof value === 'number' ? value : typeof value}`);
}
