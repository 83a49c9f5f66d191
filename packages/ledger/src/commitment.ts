import { HASH_SIZE } from './bytes.ts';
import { canonicalJson } from './canonical-json.ts';
import { LedgerError } from './errors.ts';
import { hashLeaf, requireHash, sha256 } from './merkle-hash.ts';
import { smallTree } from './merkle-proof.ts';

/** Bytes of an event that the shared buffer takes. */
const ROOM = 4096;
// One buffer for most events: hashing is synchronous, and allocating costs as much.
const scratch = Buffer.alloc(HASH_SIZE + ROOM);

/**
 * The commitment to an event: SHA-256(salt || canonical JSON). With salt and event one can prove
 * what was recorded; with both erased the commitment tells nothing, and the log stays valid.
 *
 * Use a new random salt for every event: 32 bytes, without which short events could be guessed.
 *
 * @throws LedgerError `bad-salt` when the salt is not 32 bytes; `bad-json` when the event is not a
 * JSON object. Objects only: a bare value could be short enough for the inside of a batch to be
 * passed off as an event.
 */
export function commit(salt: Uint8Array, event: object): Uint8Array {
  if (salt.length !== HASH_SIZE) {
    throw new LedgerError('bad-salt', `a salt has 32 bytes, not ${salt.length}`);
  }
  if (Array.isArray(event))
    throw new LedgerError('bad-json', '$ is an array; an event is an object');
  const json = canonicalJson(event);
  // UTF-8 takes at most three bytes for a UTF-16 unit.
  const bytes = json.length * 3 <= ROOM ? scratch : Buffer.allocUnsafe(HASH_SIZE + json.length * 3);
  bytes.set(salt);
  return sha256(bytes.subarray(0, HASH_SIZE + bytes.write(json, HASH_SIZE)));
}

/**
 * One ledger leaf for many items: `root` is the leaf's data; proofs lead from an item to it. They
 * prove that an item is in the batch; its place in it and the batch's size are not proven.
 */
export type Batch = {
  root: Uint8Array;
  size: number;
  inclusionProof: (index: number) => Uint8Array[];
};

/**
 * Commits to many items at once, so that one transaction adds one leaf: the root (RFC 6962) over
 * the items' commitments, in order.
 *
 * @throws LedgerError `bad-range` for an empty batch, `bad-hash` for a commitment not of 32 bytes.
 */
export function commitBatch(commitments: readonly Uint8Array[]): Batch {
  for (const [i, commitment] of commitments.entries()) requireHash(commitment, `commitment ${i}`);
  const tree = smallTree(commitments.map(hashLeaf));
  return {
    root: tree.root,
    size: commitments.length,
    inclusionProof: tree.inclusionProof,
  };
}
