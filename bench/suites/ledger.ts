import { createHash, hash } from 'node:crypto';
import { growTree, hashLeaf, tilePath, type TileReader } from '@commonweal/ledger';
import { ratePerSecond, type Suite } from '../suite.ts';

const atOnce = 4096; // as many as the server adds in one transaction

/** Commitments that stand for nothing. */
const commitments = Array.from({ length: atOnce }, (_, at) =>
  createHash('sha256').update(`commitment ${at}`).digest(),
);

/** A tree in memory that grows by a batch at every call. */
function growingTree(): () => Promise<void> {
  const tiles = new Map<string, Uint8Array>();
  const readTile: TileReader = (tile) => {
    // The reader may be handed a wider tile than it asked for, so one per place is kept.
    return tiles.get(tilePath({ ...tile, width: 256 })) ?? null;
  };
  let size = 0;
  return async () => {
    const grown = await growTree({ size, readTile, newLeafHashes: commitments.map(hashLeaf) });
    for (const { level, index, bytes } of grown.tiles)
      tiles.set(tilePath({ level, index, width: 256 }), bytes);
    size = grown.size;
  };
}

/** Leaves a second, grown for about `seconds`. */
async function growthRate(seconds: number): Promise<number> {
  const grow = growingTree();
  await grow();
  let leaves = 0;
  const began = performance.now();
  do {
    await grow();
    leaves += atOnce;
  } while (performance.now() - began < seconds * 1000);
  return (leaves * 1000) / (performance.now() - began);
}

export const ledger: Suite = {
  sentence: 'Leaves added to the ledger, beside node:crypto SHA-256 over the same bytes.',
  figures: ['leaves_per_s', 'baseline_sha256_leaves_per_s', 'ratio'],
  async run({ scale }) {
    const leaves = await growthRate(3 * scale);
    // Of each leaf one hash over 33 bytes is made, and of the nodes above it one over 65.
    const leaf = new Uint8Array(33);
    const node = new Uint8Array(65);
    const baseline = ratePerSecond(3 * scale, atOnce, () => {
      for (const commitment of commitments) {
        leaf.set(commitment, 1);
        node.set(hash('sha256', leaf, 'buffer'), 1);
        hash('sha256', node, 'buffer');
      }
    });
    return {
      leaves_per_s: leaves,
      baseline_sha256_leaves_per_s: baseline,
      ratio: leaves / baseline,
    };
  },
};
