import { equalBytes, splitHashes } from './bytes.ts';
import { appendLeaf, edgeRoot, edgeTiles, emptyEdge } from './edge.ts';
import { fetchEntries, fetchTile } from './fetch-log.ts';
import type { FetchBytes } from './fetch-log.ts';
import type { Findings } from './findings.ts';
import { hashLeaf } from './merkle-hash.ts';
import { TILE_WIDTH, entriesPath, tilePath, tileWidth } from './tile.ts';
import type { Tile, TileId } from './tile.ts';

/** What walking a log's leaves showed. `root` is null when some leaves could not be had. */
export type Walk = {
  leaves: number;
  tiles: number;
  root: Uint8Array | null;
  oldRoot: Uint8Array | null;
};

/** How to walk: `oldSize` leaves is where to note the root on the way. */
export type WalkOptions = {
  size: number;
  oldSize: number | null;
  fetchBytes: FetchBytes;
  findings: Findings;
  /** Tiles fetched at a time. */
  parallel: number;
  onProgress?: ((progress: { leaves: number; size: number }) => void) | undefined;
};

function compareEntries(
  findings: Findings,
  tile: TileId,
  hashes: readonly Uint8Array[],
  fromEntries: readonly Uint8Array[],
): void {
  for (const [i, hash] of hashes.entries()) {
    if (!equalBytes(hash, fromEntries[i] as Uint8Array)) {
      const leaf = tile.index * TILE_WIDTH + i;
      findings.add(
        'entry-mismatch',
        entriesPath(tile),
        `leaf ${leaf}: the commitment published for it does not hash to ${tilePath(tile)}`,
      );
    }
  }
}

/** The leaf hashes of one tile, checked against its commitments, which stand in if it is missing. */
async function fetchLeaves(options: WalkOptions, index: number): Promise<Uint8Array[] | null> {
  const { fetchBytes, findings } = options;
  const tile = { level: 0, index, width: tileWidth(options.size, 0, index) };
  const [hashes, entries] = await Promise.all([
    fetchTile(fetchBytes, findings, tile),
    fetchEntries(fetchBytes, findings, tile),
  ]);
  const fromEntries = entries?.map(hashLeaf) ?? null;
  if (hashes !== null && fromEntries !== null) compareEntries(findings, tile, hashes, fromEntries);
  return hashes ?? fromEntries;
}

/** Checks a tile above the leaves against the same tile computed from below. */
async function compareTile(options: WalkOptions, computed: Tile): Promise<void> {
  const published = await fetchTile(options.fetchBytes, options.findings, computed);
  if (published === null) return;
  const expected = splitHashes(computed.bytes, computed.width);
  const wrong = expected.flatMap((hash, i) =>
    equalBytes(hash, published[i] as Uint8Array) ? [] : [i],
  );
  if (wrong.length === 0) return;
  options.findings.add(
    'tile-mismatch',
    tilePath(computed),
    `hash ${wrong[0]} (${wrong.length} in all) is not the root of the tile below it`,
  );
}

/**
 * Reads all leaves of a log in order, recomputes every tile above them and compares it with the
 * published one. Holds a few hundred hashes per level, whatever the size of the log.
 */
export async function walkLog(options: WalkOptions): Promise<Walk> {
  const { size, oldSize, parallel } = options;
  const edge = emptyEdge();
  const tileCount = Math.ceil(size / TILE_WIDTH);
  const walk: Walk = { leaves: 0, tiles: 0, root: null, oldRoot: null };
  if (oldSize === 0) walk.oldRoot = edgeRoot(edge.levels);
  for (let next = 0; next < tileCount; next += parallel) {
    const indexes = Array.from(
      { length: Math.min(parallel, tileCount - next) },
      (_, i) => next + i,
    );
    const rows = await Promise.all(indexes.map(async (index) => fetchLeaves(options, index)));
    const above: Tile[] = [];
    for (const row of rows) {
      // Past leaves that cannot be had nothing more can be recomputed; the findings say which.
      if (row === null) return walk;
      for (const hash of row) {
        above.push(...appendLeaf(edge, hash).filter((tile) => tile.level > 0));
        if (edge.size === oldSize) walk.oldRoot = edgeRoot(edge.levels);
      }
      walk.leaves = edge.size;
      walk.tiles += 1;
    }
    await Promise.all(above.map(async (tile) => compareTile(options, tile)));
    walk.tiles += above.length;
    options.onProgress?.({ leaves: walk.leaves, size });
  }
  const last = edgeTiles(edge).filter((tile) => tile.level > 0);
  await Promise.all(last.map(async (tile) => compareTile(options, tile)));
  walk.tiles += last.length;
  walk.root = edgeRoot(edge.levels);
  return walk;
}
