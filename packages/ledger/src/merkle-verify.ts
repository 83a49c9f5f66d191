import { HASH_SIZE, equalBytes, isCount } from './bytes.ts';
import { EMPTY_ROOT, hashNode } from './merkle-hash.ts';

/** A claim that one leaf stands at one place in one tree. Hashes are 32 bytes. */
export type InclusionClaim = {
  index: number;
  size: number;
  leafHash: Uint8Array;
  proof: readonly Uint8Array[];
};

/** A claim that the tree of `size` begins with the tree of `oldSize`. */
export type ConsistencyClaim = {
  oldSize: number;
  oldRoot: Uint8Array;
  size: number;
  root: Uint8Array;
  proof: readonly Uint8Array[];
};

const isOdd = (n: number): boolean => n % 2 === 1;
const half = (n: number): number => Math.floor(n / 2);
const isHash = (bytes: Uint8Array): boolean => bytes.length === HASH_SIZE;

/**
 * The root that an inclusion proof leads to (RFC 9162 section 2.1.3.2), or null when the proof
 * cannot belong to that index and size.
 */
export function rootFromInclusion(claim: InclusionClaim): Uint8Array | null {
  const { index, size, leafHash, proof } = claim;
  if (!isCount(index) || !isCount(size) || index >= size) return null;
  if (!isHash(leafHash) || !proof.every(isHash)) return null;
  let node = index;
  let last = size - 1;
  let root = leafHash;
  for (const sibling of proof) {
    if (last === 0) return null;
    if (isOdd(node) || node === last) {
      root = hashNode(sibling, root);
      // A node at the right edge without a sibling rises until it gets one.
      while (!isOdd(node) && node !== 0) {
        node = half(node);
        last = half(last);
      }
    } else {
      root = hashNode(root, sibling);
    }
    node = half(node);
    last = half(last);
  }
  return last === 0 ? root : null;
}

/** Whether the proof shows the leaf at that index of the tree with that root. Never throws. */
export function verifyInclusion(claim: InclusionClaim & { root: Uint8Array }): boolean {
  const root = rootFromInclusion(claim);
  return root !== null && equalBytes(root, claim.root);
}

/**
 * Whether the proof shows that the larger tree begins with the smaller (RFC 9162 section 2.1.4.2).
 * Every tree begins with the empty one, whose root is known and whose proof is empty. Never throws.
 */
export function verifyConsistency(claim: ConsistencyClaim): boolean {
  const { oldSize, oldRoot, size, root, proof } = claim;
  if (!isCount(oldSize) || !isCount(size) || oldSize > size) return false;
  if (!isHash(oldRoot) || !isHash(root) || !proof.every(isHash)) return false;
  if (size === 0 && !equalBytes(root, EMPTY_ROOT)) return false;
  if (oldSize === 0) return proof.length === 0 && equalBytes(oldRoot, EMPTY_ROOT);
  if (oldSize === size) return proof.length === 0 && equalBytes(oldRoot, root);
  let node = oldSize - 1;
  let last = size - 1;
  while (isOdd(node)) {
    node = half(node);
    last = half(last);
  }
  // node is 0 exactly when the old tree was complete, so that its root is itself the first piece.
  const path = node === 0 ? [oldRoot, ...proof] : proof;
  const first = path[0];
  if (first === undefined) return false;
  let oldSide = first;
  let side = first;
  for (const sibling of path.slice(1)) {
    if (last === 0) return false;
    if (isOdd(node) || node === last) {
      oldSide = hashNode(sibling, oldSide);
      side = hashNode(sibling, side);
      while (!isOdd(node) && node !== 0) {
        node = half(node);
        last = half(last);
      }
    } else {
      side = hashNode(side, sibling);
    }
    node = half(node);
    last = half(last);
  }
  return last === 0 && equalBytes(oldSide, oldRoot) && equalBytes(side, root);
}
