import { hashNode, requireHash, rowAbove } from './merkle-hash.ts';
import { completeSubtrees, consistencyRanges, inclusionRanges } from './merkle-shape.ts';
import type { LeafRange, MerkleNode } from './merkle-shape.ts';
import { LedgerError } from './errors.ts';

/**
 * Reads the hashes of complete subtrees, one answer per node asked for, in order. All that a proof
 * needs is asked for at once, so that a store can answer with one query.
 */
export type NodeReader = (
  nodes: readonly MerkleNode[],
) => readonly Uint8Array[] | Promise<readonly Uint8Array[]>;

/** Joins neighbouring subtrees, largest first, into one root. There is at least one. */
export function joinSubtrees(hashes: readonly Uint8Array[]): Uint8Array {
  return hashes.reduceRight((right, left) => hashNode(left, right));
}

function foldRanges(plan: readonly MerkleNode[][], hashes: readonly Uint8Array[]): Uint8Array[] {
  let at = 0;
  return plan.map((nodes) => joinSubtrees(hashes.slice(at, (at += nodes.length))));
}

async function readRanges(ranges: LeafRange[], readNodes: NodeReader): Promise<Uint8Array[]> {
  const plan = ranges.map(completeSubtrees);
  const wanted = plan.flat();
  if (wanted.length === 0) return [];
  const hashes = await readNodes(wanted);
  if (hashes.length !== wanted.length) {
    throw new LedgerError(
      'bad-hash',
      `asked for ${wanted.length} stored hashes, was given ${hashes.length}`,
    );
  }
  for (const hash of hashes) requireHash(hash, 'a stored hash');
  return foldRanges(plan, hashes);
}

/**
 * The proof that leaf `index` is in the tree of `size`, nearest hash first (RFC 6962 2.1.1).
 * Reads at most about 2 log2(size) stored hashes.
 *
 * @throws LedgerError `bad-range` when there is no such leaf; `bad-hash` when the store answers wrongly.
 */
export async function inclusionProof(
  index: number,
  size: number,
  readNodes: NodeReader,
): Promise<Uint8Array[]> {
  return readRanges(inclusionRanges(index, size), readNodes);
}

/**
 * The proof that the tree of `size` begins with the tree of `oldSize` (RFC 6962 2.1.2).
 *
 * @throws LedgerError `bad-range` when the old tree is the larger; `bad-hash` as above.
 */
export async function consistencyProof(
  oldSize: number,
  size: number,
  readNodes: NodeReader,
): Promise<Uint8Array[]> {
  return readRanges(consistencyRanges(oldSize, size), readNodes);
}

/** A whole small tree in memory: its root, and the inclusion proof of any leaf without waiting. */
export type SmallTree = {
  root: Uint8Array;
  readNodes: (nodes: readonly MerkleNode[]) => Uint8Array[];
  inclusionProof: (index: number) => Uint8Array[];
};

/**
 * Builds a tree of at least one leaf hash in memory (64 bytes a leaf).
 *
 * @throws LedgerError `bad-range` for no leaves, `bad-hash` for one that is not 32 bytes.
 */
export function smallTree(leafHashes: readonly Uint8Array[]): SmallTree {
  if (leafHashes.length === 0) throw new LedgerError('bad-range', 'a tree needs a leaf');
  for (const [i, hash] of leafHashes.entries()) requireHash(hash, `leaf hash ${i}`);
  const rows: (readonly Uint8Array[])[] = [leafHashes];
  for (let row = leafHashes; row.length > 1; rows.push(row)) row = rowAbove(row);
  function readNodes(nodes: readonly MerkleNode[]): Uint8Array[] {
    return nodes.map(({ height, index }) => {
      const hash = rows[height]?.[index];
      if (hash === undefined || (index + 1) * 2 ** height > leafHashes.length) {
        throw new LedgerError('bad-range', `no complete subtree ${index} at height ${height}`);
      }
      return hash;
    });
  }
  return {
    root: rows.at(-1)?.[0] as Uint8Array,
    readNodes,
    inclusionProof: (index) => {
      const plan = inclusionRanges(index, leafHashes.length).map(completeSubtrees);
      return foldRanges(plan, readNodes(plan.flat()));
    },
  };
}
