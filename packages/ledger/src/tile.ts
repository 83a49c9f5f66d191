import { HASH_SIZE, isCount, splitHashes } from './bytes.ts';
import { LedgerError } from './errors.ts';

/** Hashes in a full tile (C2SP tlog-tiles). */
export const TILE_WIDTH = 256;

/** Which tile: `level` 0 holds leaf hashes; `width` is 1 to 256, below 256 for a partial tile. */
export type TileId = { level: number; index: number; width: number };

/** A tile and its hashes, concatenated. */
export type Tile = TileId & { bytes: Uint8Array };

/**
 * Reads a stored tile, or null when it is not there. It may answer with more hashes than the width
 * asked for (a later, wider version of the same tile begins with the same hashes).
 */
export type TileReader = (tile: TileId) => Uint8Array | null | Promise<Uint8Array | null>;

/** How many leaves one hash of a tile at `level` stands for. */
export function leavesPerHash(level: number): number {
  return TILE_WIDTH ** level;
}

/** The width of tile `index` at `level` in a tree of `size`: 256, less for the last, 0 beyond it. */
export function tileWidth(size: number, level: number, index: number): number {
  const hashes = Math.floor(size / leavesPerHash(level)) - index * TILE_WIDTH;
  return Math.max(0, Math.min(TILE_WIDTH, hashes));
}

/** The partial tiles of a tree of `size`, lowest level first; a level may have none. */
export function partialTiles(size: number): TileId[] {
  const tiles: TileId[] = [];
  for (let level = 0; leavesPerHash(level) <= size; level += 1) {
    const hashes = Math.floor(size / leavesPerHash(level));
    const width = hashes % TILE_WIDTH;
    if (width > 0) tiles.push({ level, index: (hashes - width) / TILE_WIDTH, width });
  }
  return tiles;
}

function indexPath(index: number): string {
  const digits = String(index);
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0');
  const groups = padded.match(/\d{3}/g) ?? [];
  return groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join('/');
}

function pathOf(kind: string, index: number, width: number): string {
  if (!isCount(index) || !isCount(width) || width < 1 || width > TILE_WIDTH) {
    throw new LedgerError('bad-tile', `there is no tile ${index} of width ${width}`);
  }
  return `tile/${kind}/${indexPath(index)}${width < TILE_WIDTH ? `.p/${width}` : ''}`;
}

/**
 * The path of a tile of hashes, `tile/<L>/<N>[.p/<W>]`: index 1234067 is `x001/x234/067`
 * (C2SP tlog-tiles).
 *
 * @throws LedgerError `bad-tile` for a level above 63, a width outside 1 to 256.
 */
export function tilePath({ level, index, width }: TileId): string {
  if (!isCount(level) || level > 63) {
    throw new LedgerError('bad-tile', `there is no tile level ${level}`);
  }
  return pathOf(String(level), index, width);
}

/** The path of a bundle of entries, `tile/entries/<N>[.p/<W>]` (C2SP tlog-tiles). */
export function entriesPath({ index, width }: Omit<TileId, 'level'>): string {
  return pathOf('entries', index, width);
}

const PATH = /^tile\/(entries|\d|[1-5]\d|6[0-3])\/((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;

/**
 * What a path asks for, or null when it is not the one right spelling of a tile's path: for a
 * server's route.
 */
export function parseTilePath(path: string): (TileId & { entries: boolean }) | null {
  const [, kind, digits, width] = PATH.exec(path) ?? [];
  if (kind === undefined || digits === undefined) return null;
  const entries = kind === 'entries';
  const tile = {
    level: entries ? 0 : Number(kind),
    index: Number(digits.replaceAll(/[x/]/g, '')),
    width: width === undefined ? TILE_WIDTH : Number(width),
  };
  if (!Number.isSafeInteger(tile.index) || tile.width > TILE_WIDTH) return null;
  const spelled = entries ? entriesPath(tile) : tilePath(tile);
  return spelled === path ? { ...tile, entries } : null;
}

/**
 * Reads the first `width` hashes of a stored tile.
 *
 * @throws LedgerError `missing-tile` when it is not stored, `bad-tile` when it is cut short.
 */
export async function readTileHashes(readTile: TileReader, tile: TileId): Promise<Uint8Array[]> {
  const bytes = await readTile(tile);
  if (bytes === null) {
    throw new LedgerError('missing-tile', `${tilePath(tile)} is not in the store`);
  }
  if (bytes.length < tile.width * HASH_SIZE || bytes.length % HASH_SIZE !== 0) {
    throw new LedgerError(
      'bad-tile',
      `${tilePath(tile)} has ${bytes.length} bytes; ${tile.width * HASH_SIZE} were needed`,
    );
  }
  return splitHashes(bytes, tile.width);
}
