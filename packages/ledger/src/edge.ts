import { EMPTY_ROOT, requireHash, rootOf } from './merkle-hash.ts';
import { completeSubtrees, requireSize } from './merkle-shape.ts';
import { joinSubtrees } from './merkle-proof.ts';
import { TILE_WIDTH, leavesPerHash, partialTiles, readTileHashes } from './tile.ts';
import type { Tile, TileReader } from './tile.ts';

/**
 * The right edge of a tiled tree: at each tile level the hashes that do not fill a tile yet.
 * It is all one needs to add leaves and to know the root: at most 255 hashes a level.
 */
export type Edge = { size: number; levels: Uint8Array[][] };

/** The edge of a tree without leaves. */
export function emptyEdge(): Edge {
  return { size: 0, levels: [] };
}

/** Reads the edge of a tree of `size` leaves from its partial tiles (one per level at most). */
export async function readEdge(size: number, readTile: TileReader): Promise<Edge> {
  requireSize(size, 'size');
  const partials = partialTiles(size);
  const hashes = await Promise.all(partials.map(async (tile) => readTileHashes(readTile, tile)));
  const levels: Uint8Array[][] = [];
  for (const [i, { level }] of partials.entries()) {
    while (levels.length < level) levels.push([]);
    levels[level] = hashes[i] as Uint8Array[];
  }
  return { size, levels };
}

/** Adds one leaf hash to the edge; returns the tiles it filled, lowest level first. */
export function appendLeaf(edge: Edge, leafHash: Uint8Array): Tile[] {
  requireHash(leafHash, `leaf hash ${edge.size}`);
  edge.size += 1;
  const filled: Tile[] = [];
  let hash = leafHash;
  for (let level = 0; ; level += 1) {
    const row = (edge.levels[level] ??= []);
    row.push(hash);
    if (row.length < TILE_WIDTH) return filled;
    const index = edge.size / leavesPerHash(level + 1) - 1;
    filled.push({ level, index, width: TILE_WIDTH, bytes: Buffer.concat(row) });
    hash = rootOf(row);
    edge.levels[level] = [];
  }
}

/** The edge's partial tiles, lowest level first. */
export function edgeTiles(edge: Edge): Tile[] {
  return partialTiles(edge.size).map((tile) => ({
    ...tile,
    bytes: Buffer.concat(edge.levels[tile.level] ?? []),
  }));
}

/** The root of the tree that the edge ends. A level may also hold one full tile of 256 hashes. */
export function edgeRoot(levels: readonly (readonly Uint8Array[])[]): Uint8Array {
  // Higher levels lie to the left; within a level, larger complete subtrees do.
  const subtrees = levels.toReversed().flatMap((row) =>
    completeSubtrees({ start: 0, end: row.length }).map(({ height, index }) => {
      const span = 2 ** height;
      return rootOf(row.slice(index * span, (index + 1) * span));
    }),
  );
  return subtrees.length === 0 ? EMPTY_ROOT : joinSubtrees(subtrees);
}
