import { formatEntries, TILE_WIDTH, type TileId, type TileReader } from '@commonweal/ledger';
import type { Trx } from '../platform/database/index.ts';
import './tables.ts';

/** Tiles as they are kept; a stored one may be wider than the one asked for. */
export function storedTiles(trx: Trx, deskId: string): TileReader {
  return async ({ level, index }) => {
    const row = await trx
      .selectFrom('ledger_tile')
      .select('bytes')
      .where('desk_id', '=', deskId)
      .where('level', '=', level)
      .where('tile_index', '=', index)
      .executeTakeFirst();
    return row?.bytes ?? null;
  };
}

/** Exactly the tile asked for, or null when the tree has not grown so far. */
export async function readTile(trx: Trx, deskId: string, tile: TileId): Promise<Buffer | null> {
  const bytes = await storedTiles(trx, deskId)(tile);
  const length = tile.width * 32;
  return bytes === null || bytes.length < length ? null : Buffer.from(bytes.subarray(0, length));
}

/** The bundle of leaf data below a level-0 tile, or null when the tree has not grown so far. */
export async function readEntries(
  trx: Trx,
  deskId: string,
  { index, width }: Pick<TileId, 'index' | 'width'>,
): Promise<Buffer | null> {
  const first = index * TILE_WIDTH;
  const rows = await trx
    .selectFrom('ledger_leaf')
    .innerJoin('ledger_entry', (join) =>
      join
        .onRef('ledger_entry.desk_id', '=', 'ledger_leaf.desk_id')
        .onRef('ledger_entry.entry_id', '=', 'ledger_leaf.entry_id'),
    )
    .select('ledger_entry.commitment')
    .where('ledger_leaf.desk_id', '=', deskId)
    .where('ledger_leaf.leaf_index', '>=', first)
    .where('ledger_leaf.leaf_index', '<', first + width)
    .orderBy('ledger_leaf.leaf_index')
    .execute();
  if (rows.length !== width) return null;
  return Buffer.from(formatEntries(rows.map((row) => row.commitment)));
}

/** The newest signed checkpoint; undefined when this desk has no ledger. */
export function lastCheckpoint(trx: Trx, deskId: string) {
  return trx
    .selectFrom('ledger_checkpoint')
    .select(['size', 'root', 'note', 'at'])
    .where('desk_id', '=', deskId)
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The key that signs this desk's checkpoints, its private half sealed. */
export function readKey(trx: Trx, deskId: string) {
  return trx
    .selectFrom('ledger_key')
    .select(['origin', 'public_key', 'sealed_private_key'])
    .where('desk_id', '=', deskId)
    .executeTakeFirst();
}
