import { equalBytes, toBase64 } from './bytes.ts';
import { LedgerError } from './errors.ts';
import { appendLeaf, edgeRoot, edgeTiles, readEdge } from './edge.ts';
import type { Tile, TileReader } from './tile.ts';

/** What is to be added to which tree. */
export type Growth = {
  /** Leaves in the tree before. */
  size: number;
  readTile: TileReader;
  /** `hashLeaf(data)` of each new leaf, in order. */
  newLeafHashes: Iterable<Uint8Array>;
  /** The root before, where known: growth refuses to build on tiles that do not lead to it. */
  root?: Uint8Array;
};

/** The tree after, and the tiles that are new or wider than before; write them all, then sign. */
export type GrownTree = { size: number; root: Uint8Array; tiles: Tile[] };

/**
 * Adds leaves to a tiled tree. Reads one partial tile per level, hashes each new leaf's share of
 * the tree once, and returns full tiles and the partial ones that changed.
 *
 * @throws LedgerError `missing-tile` or `bad-tile` when the store lacks the old edge, `wrong-root`
 * when the store does not lead to the given root, `bad-hash` for a leaf hash that is not 32 bytes.
 */
export async function growTree(growth: Growth): Promise<GrownTree> {
  const edge = await readEdge(growth.size, growth.readTile);
  if (growth.root !== undefined) {
    const stored = edgeRoot(edge.levels);
    if (!equalBytes(stored, growth.root)) {
      throw new LedgerError(
        'wrong-root',
        `the stored tiles of size ${growth.size} lead to root ${toBase64(stored)}, ` +
          `not ${toBase64(growth.root)}; nothing was added`,
      );
    }
  }
  const widthBefore = edge.levels.map((row) => row.length);
  const tiles: Tile[] = [];
  for (const leafHash of growth.newLeafHashes) tiles.push(...appendLeaf(edge, leafHash));
  const filled = new Set(tiles.map((tile) => tile.level));
  const changed = edgeTiles(edge).filter(
    ({ level, width }) => filled.has(level) || width !== (widthBefore[level] ?? 0),
  );
  return { size: edge.size, root: edgeRoot(edge.levels), tiles: [...tiles, ...changed] };
}
