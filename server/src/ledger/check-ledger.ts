import { parseTilePath, verifierKey, verifyLog, type LogReport } from '@commonweal/ledger';
import type { Database, Trx } from '../platform/database/index.ts';
import { lastCheckpoint, readEntries, readKey, readTile } from './store.ts';

/** What checking a desk's own ledger showed. */
export interface LedgerCheck {
  readonly report: LogReport;
  /** When the newest checkpoint was signed. */
  readonly checkpointAt: Date;
  /** When the oldest event that waits for its leaf was recorded; null when none waits. */
  readonly waitingSince: Date | null;
}

/**
 * Checks a desk's ledger as it is stored, the way anybody can check it as it is published.
 * @returns null when the desk has no ledger
 */
export async function checkLedger(
  database: Pick<Database, 'inDesk'>,
  deskId: string,
): Promise<LedgerCheck | null> {
  const read = <T>(work: (trx: Trx) => Promise<T>) =>
    database.inDesk(deskId, work, { readOnly: true });
  const key = await read((trx) => readKey(trx, deskId));
  const checkpoint = await read((trx) => lastCheckpoint(trx, deskId));
  if (key === undefined || checkpoint === undefined) return null;
  const report = await verifyLog({
    vkey: verifierKey(key.origin, key.public_key),
    fetchBytes: async (path) => {
      if (path === 'checkpoint') return Buffer.from(checkpoint.note);
      const tile = parseTilePath(path);
      if (tile === null) return null;
      return read((trx) =>
        tile.entries ? readEntries(trx, deskId, tile) : readTile(trx, deskId, tile),
      );
    },
    parallel: 2,
  });
  const waitingSince = await read((trx) => oldestWaiting(trx, deskId));
  return { report, checkpointAt: checkpoint.at, waitingSince };
}

async function oldestWaiting(trx: Trx, deskId: string): Promise<Date | null> {
  const { since } = await trx
    .selectFrom('ledger_waiting')
    .innerJoin('ledger_entry', (join) =>
      join
        .onRef('ledger_entry.desk_id', '=', 'ledger_waiting.desk_id')
        .onRef('ledger_entry.entry_id', '=', 'ledger_waiting.entry_id'),
    )
    .select((row) => row.fn.min('ledger_entry.at').as('since'))
    .where('ledger_waiting.desk_id', '=', deskId)
    .executeTakeFirstOrThrow();
  return since;
}
