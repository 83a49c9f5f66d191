import { LedgerError } from './errors.ts';
import type { LedgerErrorCode } from './errors.ts';

/** Bytes in a SHA-256 hash, and so in every hash, commitment and salt of the ledger. */
export const HASH_SIZE = 32;

/** Whether two byte strings are the same. Not constant-time: everything compared here is public. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && Buffer.compare(a, b) === 0;
}

/** Standard base64 with padding (RFC 4648 section 4). */
export function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64');
}

/**
 * Reads standard base64 strictly. Node's own decoder skips what it does not know, which would let
 * two different texts stand for the same bytes.
 *
 * @throws LedgerError with `code` when the text is not canonical padded base64.
 */
export function fromBase64(text: string, code: LedgerErrorCode, what: string): Uint8Array {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.toString('base64') !== text) {
    throw new LedgerError(code, `${what} is not standard base64`);
  }
  return bytes;
}

/** Cuts concatenated 32-byte hashes apart, without copying; trailing bytes are the caller's error. */
export function splitHashes(bytes: Uint8Array, count: number): Uint8Array[] {
  return Array.from({ length: count }, (_, i) =>
    bytes.subarray(i * HASH_SIZE, (i + 1) * HASH_SIZE),
  );
}

/** Whether `n` is a whole number from 0 to 2^53 - 1. */
export function isCount(n: unknown): n is number {
  return Number.isSafeInteger(n) && (n as number) >= 0;
}
