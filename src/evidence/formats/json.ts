/** The reference copy of the record: canonical JSON, whose digest is the fingerprint. */
import { canonical } from '../canonical';
import { digest, hex } from '../digest';
import type { BundleRecord } from '../types';

export const JSON_FILE = 'bundle.json';

/** bundle.json as bytes: canonical by RFC 8785, UTF-8. */
export const toJson = (record: BundleRecord): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(canonical(record));

/** SHA-256 of bundle.json, 64 hex digits. */
export const fingerprintOf = async (json: Uint8Array<ArrayBuffer>): Promise<string> =>
  hex(await digest('SHA-256', json));
