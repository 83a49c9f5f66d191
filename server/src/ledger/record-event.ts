import { randomBytes } from 'node:crypto';
import { commit, commitBatch, type JsonObject } from '@commonweal/ledger';
import { type BoundStatement, hotStatement, type Trx } from '../platform/database/index.ts';
import { newId } from '../platform/ids.ts';
import type { Platform } from '../platform/platform.ts';
import './tables.ts';

/** What happened, to be committed to. `event` holds facts and ids, plain JSON, nothing undefined. */
export interface LedgerEvent {
  /** `room.what_happened`, for instance `policy.published`. */
  readonly kind: string;
  /** The record it happened to: what `eraseSubject` and receipts find it by. */
  readonly subjectId: string;
  readonly event: JsonObject;
}

/** One intake transaction: the items' commitments (32 bytes each, salted by the caller), in order. */
export interface LedgerBatch extends LedgerEvent {
  readonly commitments: readonly Uint8Array[];
}

type Parts = Pick<Platform, 'clock'>;

/**
 * Commits to an event in the caller's transaction: it is in the ledger if and only if the caller's
 * change is. It gets its leaf within seconds.
 *
 * @returns the id of the entry
 * @throws LedgerError `bad-json` when the event is not plain JSON
 */
export async function recordEvent(
  platform: Parts,
  trx: Trx,
  deskId: string,
  happened: LedgerEvent,
): Promise<string> {
  const salt = randomBytes(32);
  const commitment = commit(salt, happened.event);
  const entry = { ...happened, entryId: newId(), salt, commitment, batch: null };
  await insertRows(trx, valuesOf(platform, deskId, entry));
  return entry.entryId;
}

/**
 * Commits to many items and the event that brought them with one leaf. The leaf is the root over the
 * items' commitments in order, and last the event's own.
 *
 * @returns the id of the entry
 * @throws LedgerError `bad-json` for the event, `bad-hash` for a commitment that is not 32 bytes
 */
export async function recordBatch(
  platform: Parts,
  trx: Trx,
  deskId: string,
  happened: LedgerBatch,
): Promise<string> {
  const entry = entryOf(happened);
  await insertRows(trx, valuesOf(platform, deskId, entry));
  return entry.entryId;
}

/** The same as a statement, which adds one row when it is run. */
export function batchStatement(
  platform: Parts,
  deskId: string,
  happened: LedgerBatch,
): BoundStatement {
  return insertRows.with(valuesOf(platform, deskId, entryOf(happened)));
}

function entryOf(happened: LedgerBatch): NewEntry {
  const salt = randomBytes(32);
  const commitments = [...happened.commitments, commit(salt, happened.event)];
  const { root } = commitBatch(commitments);
  return {
    ...happened,
    entryId: newId(),
    salt,
    commitment: root,
    batch: Buffer.concat(commitments),
  };
}

interface NewEntry extends LedgerEvent {
  readonly entryId: string;
  readonly salt: Buffer;
  readonly commitment: Uint8Array;
  readonly batch: Buffer | null;
}

/** One statement for three rows: intake records an entry with every request. */
const insertRows = hotStatement(
  'insert-ledger-entry',
  `with entry as (
    insert into ledger_entry (desk_id, entry_id, commitment, kind, subject_id, batch, at)
    values ($1::uuid, $2::uuid, $3::bytea, $4::text, $5::text, $6::bytea, $7::timestamptz)
  ), secret as (
    insert into ledger_secret (desk_id, entry_id, salt, event)
    values ($1::uuid, $2::uuid, $8::bytea, $9::jsonb)
  )
  insert into ledger_waiting (desk_id, entry_id, commitment) values ($1::uuid, $2::uuid, $3::bytea)`,
);

function valuesOf(
  platform: Parts,
  deskId: string,
  { entryId, kind, subjectId, event, salt, commitment, batch }: NewEntry,
) {
  return [
    deskId,
    entryId,
    Buffer.from(commitment.buffer, commitment.byteOffset, commitment.byteLength),
    kind,
    subjectId,
    batch,
    platform.clock.now().toISOString(),
    salt,
    JSON.stringify(event),
  ];
}
