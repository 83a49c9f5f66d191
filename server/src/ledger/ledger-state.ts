import { verifierKey } from '@commonweal/ledger';
import type { Trx } from '../platform/database/index.ts';
import { lastCheckpoint, readKey } from './store.ts';

/** Where a desk's ledger stands, as anybody may know it. */
export interface LedgerState {
  readonly origin: string;
  readonly verifierKey: string;
  readonly size: number;
  /** Events committed to and not yet in the tree. */
  readonly waiting: number;
  readonly root: Buffer;
  /** The signed note. */
  readonly checkpoint: string;
  readonly checkpointAt: Date;
}

/** The state of a desk's ledger; null when it has none. */
export async function ledgerState(trx: Trx, deskId: string): Promise<LedgerState | null> {
  const key = await readKey(trx, deskId);
  const checkpoint = await lastCheckpoint(trx, deskId);
  if (key === undefined || checkpoint === undefined) return null;
  return {
    origin: key.origin,
    verifierKey: verifierKey(key.origin, key.public_key),
    size: checkpoint.size,
    waiting: await countWaiting(trx, deskId),
    root: checkpoint.root,
    checkpoint: checkpoint.note,
    checkpointAt: checkpoint.at,
  };
}

async function countWaiting(trx: Trx, deskId: string): Promise<number> {
  const { waiting } = await trx
    .selectFrom('ledger_waiting')
    .select((row) => row.fn.countAll<number>().as('waiting'))
    .where('desk_id', '=', deskId)
    .executeTakeFirstOrThrow();
  return waiting;
}
