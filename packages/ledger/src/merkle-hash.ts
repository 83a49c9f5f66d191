import { hash } from 'node:crypto';
import { HASH_SIZE } from './bytes.ts';
import { LedgerError } from './errors.ts';

/** SHA-256 of the given bytes. */
export function sha256(bytes: Uint8Array): Uint8Array {
  // By way of a string: handing a buffer out of the native code costs as much as the hash itself.
  return Buffer.from(hash('sha256', bytes, 'binary'), 'binary');
}

/** The root of a tree without leaves: SHA-256 of nothing (RFC 6962 section 2.1). */
export const EMPTY_ROOT: Uint8Array = sha256(new Uint8Array(0));

/** Refuses anything but 32 bytes; `what` names the value in the message. */
export function requireHash(value: Uint8Array, what: string): void {
  if (value.length !== HASH_SIZE) {
    throw new LedgerError('bad-hash', `${what} is ${value.length} bytes long; a hash has 32`);
  }
}

// One buffer for the leaves that are hashes themselves, as all of a batch are. Its first byte stays 0.
const leafOfHash = new Uint8Array(1 + HASH_SIZE);

/** Hash of a leaf: SHA-256(0x00 || data) (RFC 6962 section 2.1). */
export function hashLeaf(data: Uint8Array): Uint8Array {
  const prefixed = data.length === HASH_SIZE ? leafOfHash : new Uint8Array(data.length + 1);
  prefixed.set(data, 1);
  return sha256(prefixed);
}

// One buffer for every node: hashing is synchronous, and a tree has as many nodes as leaves.
const pair = new Uint8Array(1 + 2 * HASH_SIZE);
pair[0] = 1;

/**
 * Hash of an inner node: SHA-256(0x01 || left || right) (RFC 6962 section 2.1).
 *
 * @throws LedgerError `bad-hash` when a side is not 32 bytes.
 */
export function hashNode(left: Uint8Array, right: Uint8Array): Uint8Array {
  requireHash(left, 'the left side');
  requireHash(right, 'the right side');
  pair.set(left, 1);
  pair.set(right, 1 + HASH_SIZE);
  return sha256(pair);
}

/**
 * The row of the tree above `row`. A last node without a sibling moves up unchanged, which gives
 * the same tree as RFC 6962's split at the largest power of two.
 */
export function rowAbove(row: readonly Uint8Array[]): Uint8Array[] {
  const above: Uint8Array[] = [];
  for (let i = 0; i + 1 < row.length; i += 2) {
    above.push(hashNode(row[i] as Uint8Array, row[i + 1] as Uint8Array));
  }
  if (row.length % 2 === 1) above.push(row[row.length - 1] as Uint8Array);
  return above;
}

/** The root over leaf hashes (not leaf data), in order (RFC 6962 section 2.1, MTH). */
export function rootOf(leafHashes: readonly Uint8Array[]): Uint8Array {
  const first = leafHashes[0];
  if (first === undefined) return EMPTY_ROOT;
  requireHash(first, 'leaf hash 0');
  let row = leafHashes;
  while (row.length > 1) row = rowAbove(row);
  return row[0] as Uint8Array;
}
