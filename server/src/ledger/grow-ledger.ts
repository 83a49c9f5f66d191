import {
  formatCheckpoint,
  growTree,
  hashLeaf,
  signNote,
  type GrownTree,
  type Tile,
} from '@commonweal/ledger';
import { sql } from 'kysely';
import type { Trx } from '../platform/database/index.ts';
import type { Platform } from '../platform/platform.ts';
import { deskSigner } from './open-ledger.ts';
import { lastCheckpoint, storedTiles } from './store.ts';

/** Leaves added in one transaction at most: 4,096 is 16 full tiles and well below a second. */
export const leavesAtOnce = 4096;

/**
 * Gives waiting entries their leaves: entries in order, tiles, head and signed checkpoint, all or
 * nothing. Any number of processes may run it: who advances the head's version first goes on, and
 * the others find it advanced and leave. The head is taken before the entries are read, so that no
 * entry is seen waiting that another run has just given its leaf.
 *
 * @returns how many leaves were added; 0 when nothing waited or another run was faster
 * @throws LedgerError `wrong-root` when the stored tiles do not lead to the root last signed
 */
export async function growLedger(
  platform: Pick<Platform, 'database' | 'clock' | 'secrets'>,
  deskId: string,
  limit: number = leavesAtOnce,
): Promise<number> {
  return platform.database.inDesk(deskId, async (trx) => {
    const size = await takeHead(trx, deskId);
    if (size === null) return 0;
    const entries = await waitingEntries(trx, deskId, limit);
    if (entries.length === 0) return 0;
    const signer = await deskSigner(platform, trx, deskId);
    const before = await lastCheckpoint(trx, deskId);
    const grown = await growTree({
      size,
      readTile: storedTiles(trx, deskId),
      newLeafHashes: entries.map((entry) => hashLeaf(entry.commitment)),
      ...(before === undefined ? {} : { root: before.root }),
    });
    await insertLeaves(
      trx,
      deskId,
      size,
      entries.map((entry) => entry.entry_id),
    );
    await writeTiles(trx, deskId, grown.tiles);
    const note = signNote(formatCheckpoint({ ...grown, origin: signer.name }), [signer]);
    await writeHead(trx, deskId, grown, note, platform.clock.now());
    return entries.length;
  });
}

/** Locks the head for this transaction. Null when nothing waits or another run holds the head. */
async function takeHead(trx: Trx, deskId: string): Promise<number | null> {
  const head = await trx
    .selectFrom('ledger_head')
    .select(['size', 'version'])
    .where('desk_id', '=', deskId)
    .where((when) =>
      when.exists(
        when.selectFrom('ledger_waiting').select('entry_id').where('desk_id', '=', deskId),
      ),
    )
    .executeTakeFirst();
  if (head === undefined) return null;
  const taken = await trx
    .updateTable('ledger_head')
    .set({ version: head.version + 1 })
    .where('desk_id', '=', deskId)
    .where('version', '=', head.version)
    .executeTakeFirst();
  return taken.numUpdatedRows === 1n ? head.size : null;
}

function waitingEntries(trx: Trx, deskId: string, limit: number) {
  return trx
    .selectFrom('ledger_waiting')
    .select(['entry_id', 'commitment'])
    .where('desk_id', '=', deskId)
    .orderBy('entry_id')
    .limit(limit)
    .execute();
}

async function insertLeaves(trx: Trx, deskId: string, from: number, ids: string[]): Promise<void> {
  await sql`
    insert into ledger_leaf (desk_id, leaf_index, entry_id)
    select ${deskId}::uuid, ${from}::bigint + place - 1, entry_id
    from unnest(${ids}::uuid[]) with ordinality as taken (entry_id, place)`.execute(trx);
  await sql`
    delete from ledger_waiting
    where desk_id = ${deskId}::uuid and entry_id = any(${ids}::uuid[])`.execute(trx);
}

async function writeTiles(trx: Trx, deskId: string, tiles: readonly Tile[]): Promise<void> {
  await trx
    .insertInto('ledger_tile')
    .values(
      tiles.map(({ level, index, width, bytes }) => ({
        desk_id: deskId,
        level,
        tile_index: index,
        width,
        bytes: Buffer.from(bytes),
      })),
    )
    .onConflict((on) =>
      on.columns(['desk_id', 'level', 'tile_index']).doUpdateSet((row) => ({
        width: row.ref('excluded.width'),
        bytes: row.ref('excluded.bytes'),
      })),
    )
    .execute();
}

async function writeHead(
  trx: Trx,
  deskId: string,
  { size, root }: GrownTree,
  note: string,
  at: Date,
): Promise<void> {
  await trx.updateTable('ledger_head').set({ size }).where('desk_id', '=', deskId).execute();
  await trx
    .insertInto('ledger_checkpoint')
    .values({ desk_id: deskId, size, root: Buffer.from(root), note, at })
    .execute();
}
