import { LedgerError } from './errors.ts';
import { rootOf } from './merkle-hash.ts';
import type { NodeReader } from './merkle-proof.ts';
import type { MerkleNode } from './merkle-shape.ts';
import { TILE_WIDTH, readTileHashes, tilePath, tileWidth } from './tile.ts';
import type { TileId, TileReader } from './tile.ts';

/** Tree heights that one tile level spans: 256 = 2^8. */
const TILE_HEIGHT = 8;

type Place = { tile: TileId; from: number; to: number };

function placeOf({ height, index }: MerkleNode, size: number): Place {
  const level = Math.floor(height / TILE_HEIGHT);
  const count = 2 ** (height % TILE_HEIGHT);
  const tileIndex = Math.floor((index * count) / TILE_WIDTH);
  const from = (index * count) % TILE_WIDTH;
  const width = tileWidth(size, level, tileIndex);
  if (from + count > width) {
    throw new LedgerError(
      'bad-range',
      `height ${height} node ${index} is not in a tree of ${size}`,
    );
  }
  return { tile: { level, index: tileIndex, width }, from, to: from + count };
}

/**
 * Reads the hashes a proof needs from the tiles of a tree of `size`: each tile once per proof.
 * Give the same `size` as to the proof.
 *
 * @throws LedgerError `missing-tile`, `bad-tile`, or `bad-range` for a node outside the tree.
 */
export function proofReader(readTile: TileReader, size: number): NodeReader {
  return async (nodes) => {
    const places = nodes.map((node) => placeOf(node, size));
    const tiles = new Map(places.map(({ tile }) => [tilePath(tile), tile]));
    const rows = new Map(
      await Promise.all(
        Array.from(
          tiles,
          async ([path, tile]) => [path, await readTileHashes(readTile, tile)] as const,
        ),
      ),
    );
    return places.map(({ tile, from, to }) =>
      rootOf((rows.get(tilePath(tile)) ?? []).slice(from, to)),
    );
  };
}
