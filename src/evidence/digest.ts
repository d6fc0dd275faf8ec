/** Digests of bytes, with and without WebCrypto. */
import { sha256, sha512 } from '@noble/hashes/sha2.js';

export type Algorithm = 'SHA-256' | 'SHA-512';

export const hex = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
  return text;
};

/** The same digest in plain JavaScript. */
export const digestWithoutCrypto = (algorithm: Algorithm, bytes: Uint8Array): Uint8Array =>
  algorithm === 'SHA-256' ? sha256(bytes) : sha512(bytes);

/**
 * SHA-256 or SHA-512 of bytes (FIPS 180-4). `crypto.subtle` is missing on plain http from an
 * address of a local network, so there is a second way; both give the same.
 */
export async function digest(
  algorithm: Algorithm,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array> {
  const subtle = (globalThis.crypto as Crypto | undefined)?.subtle as SubtleCrypto | undefined;
  return subtle
    ? new Uint8Array(await subtle.digest(algorithm, bytes))
    : digestWithoutCrypto(algorithm, bytes);
}

/**
 * The short form of a digest for paper: its first 64 bits as 4 groups of 4 hex digits,
 * "9C41 77E0 5B2A D318". Takes 64 hex digits.
 */
export const shortFingerprint = (digestHex: string): string =>
  (digestHex.slice(0, 16).toUpperCase().match(/.{4}/g) ?? []).join(' ');
