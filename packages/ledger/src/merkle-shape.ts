import { LedgerError } from './errors.ts';
import { isCount } from './bytes.ts';

/**
 * A complete subtree: the one over leaves `index * 2^height` to `(index + 1) * 2^height`.
 * These are the only hashes of a tree that never change as it grows, so the only ones stored.
 */
export type MerkleNode = { height: number; index: number };

/** Leaves from `start` up to, not including, `end`. */
export type LeafRange = { start: number; end: number };

/** Refuses a tree size that is not a whole number from 0 to 2^53 - 1. */
export function requireSize(size: number, what: string): void {
  if (!isCount(size))
    throw new LedgerError('bad-range', `${what} ${String(size)} is not a tree size`);
}

/** The height of the largest complete subtree of at most `count` leaves; `count` is at least 1. */
export function heightWithin(count: number): number {
  let height = 0;
  // Plain arithmetic, not shifts: sizes go past 32 bits.
  for (let span = 2; span <= count; span *= 2) height += 1;
  return height;
}

/** RFC 6962's k: the largest power of two smaller than `count`, which is at least 2. */
function splitPoint(count: number): number {
  return 2 ** heightWithin(count - 1);
}

/** The complete subtrees that make up a range, left to right; the range starts where one may. */
export function completeSubtrees(range: LeafRange): MerkleNode[] {
  const nodes: MerkleNode[] = [];
  let start = range.start;
  while (start < range.end) {
    const height = heightWithin(range.end - start);
    nodes.push({ height, index: start / 2 ** height });
    start += 2 ** height;
  }
  return nodes;
}

/**
 * The ranges whose roots prove leaf `index` in a tree of `size`, nearest the leaf first
 * (RFC 6962 section 2.1.1, PATH).
 *
 * @throws LedgerError `bad-range` when there is no such leaf.
 */
export function inclusionRanges(index: number, size: number): LeafRange[] {
  requireSize(size, 'size');
  if (!isCount(index) || index >= size) {
    throw new LedgerError('bad-range', `there is no leaf ${index} in a tree of ${size}`);
  }
  const ranges: LeafRange[] = [];
  let start = 0;
  let end = size;
  while (end - start > 1) {
    const middle = start + splitPoint(end - start);
    if (index < middle) {
      ranges.push({ start: middle, end });
      end = middle;
    } else {
      ranges.push({ start, end: middle });
      start = middle;
    }
  }
  return ranges.toReversed();
}

/**
 * The ranges whose roots prove that the tree of `size` begins with the tree of `oldSize`
 * (RFC 6962 section 2.1.2, SUBPROOF). None when the sizes are equal or the old tree was empty.
 *
 * @throws LedgerError `bad-range` when the old tree is the larger one.
 */
export function consistencyRanges(oldSize: number, size: number): LeafRange[] {
  requireSize(oldSize, 'old size');
  requireSize(size, 'size');
  if (oldSize > size) {
    throw new LedgerError('bad-range', `a tree of ${size} cannot begin with one of ${oldSize}`);
  }
  if (oldSize === 0) return [];
  const ranges: LeafRange[] = [];
  let start = 0;
  let end = size;
  while (oldSize < end) {
    const middle = start + splitPoint(end - start);
    if (oldSize <= middle) {
      ranges.push({ start: middle, end });
      end = middle;
    } else {
      ranges.push({ start, end: middle });
      start = middle;
    }
  }
  // The old root itself is known to the verifier; any other last piece must be given.
  if (start > 0) ranges.push({ start, end });
  return ranges.toReversed();
}
