import {
  commit,
  commitBatch,
  issueReceipt,
  verifierKey,
  type JsonObject,
  type Receipt,
} from '@commonweal/ledger';
import type { Trx } from '../platform/database/index.ts';
import { lastCheckpoint, readKey, storedTiles } from './store.ts';

/** An entry by its id, or the newest of one kind about a subject. */
export type EntryName = string | { readonly kind: string; readonly subjectId: string };

/** What an item's holder kept: with both, the item's commitment can be found in its batch. */
export interface BatchItem {
  readonly entryId: string;
  readonly salt: Uint8Array;
  readonly event: JsonObject;
}

interface Entry {
  readonly entry_id: string;
  readonly batch: Buffer | null;
  readonly leaf_index: number | null;
}

/**
 * The receipt for an event: what lets its holder prove, without us, that it was recorded.
 *
 * @returns `pending` until the entry has its leaf; null when there is no such entry or it was erased
 */
export async function receiptFor(
  _platform: unknown,
  trx: Trx,
  deskId: string,
  name: EntryName,
): Promise<Receipt | 'pending' | null> {
  const entry = await findEntry(trx, deskId, name);
  if (entry === undefined) return null;
  const secret = await trx
    .selectFrom('ledger_secret')
    .select(['salt', 'event'])
    .where('desk_id', '=', deskId)
    .where('entry_id', '=', entry.entry_id)
    .executeTakeFirst();
  return secret === undefined ? null : issue(trx, deskId, entry, secret);
}

/**
 * The receipt for one item of a batch, from the salt and event its own room keeps.
 *
 * @returns `pending` until the batch has its leaf; null when the batch does not hold such an item
 */
export async function itemReceiptFor(
  _platform: unknown,
  trx: Trx,
  deskId: string,
  item: BatchItem,
): Promise<Receipt | 'pending' | null> {
  const entry = await findEntry(trx, deskId, item.entryId);
  if (entry === undefined || entry.batch === null) return null;
  return issue(trx, deskId, entry, item);
}

function findEntry(trx: Trx, deskId: string, name: EntryName): Promise<Entry | undefined> {
  const entries = trx
    .selectFrom('ledger_entry')
    .leftJoin('ledger_leaf', (join) =>
      join
        .onRef('ledger_leaf.desk_id', '=', 'ledger_entry.desk_id')
        .onRef('ledger_leaf.entry_id', '=', 'ledger_entry.entry_id'),
    )
    .select(['ledger_entry.entry_id', 'ledger_entry.batch', 'ledger_leaf.leaf_index'])
    .where('ledger_entry.desk_id', '=', deskId);
  return (
    typeof name === 'string'
      ? entries.where('ledger_entry.entry_id', '=', name)
      : entries
          .where('ledger_entry.subject_id', '=', name.subjectId)
          .where('ledger_entry.kind', '=', name.kind)
          .orderBy('ledger_entry.entry_id', 'desc')
          .limit(1)
  ).executeTakeFirst();
}

async function issue(
  trx: Trx,
  deskId: string,
  entry: Entry,
  { salt, event }: { salt: Uint8Array; event: JsonObject },
): Promise<Receipt | 'pending' | null> {
  const batch = entry.batch === null ? undefined : batchProof(entry.batch, commit(salt, event));
  if (batch === null) return null;
  if (entry.leaf_index === null) return 'pending';
  const key = await readKey(trx, deskId);
  const checkpoint = await lastCheckpoint(trx, deskId);
  if (key === undefined || checkpoint === undefined) return 'pending';
  return issueReceipt({
    event,
    salt,
    batch,
    leafIndex: entry.leaf_index,
    checkpoint: checkpoint.note,
    vkey: verifierKey(key.origin, key.public_key),
    readTile: storedTiles(trx, deskId),
  });
}

function batchProof(bytes: Buffer, commitment: Uint8Array) {
  const commitments: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += 32) commitments.push(bytes.subarray(at, at + 32));
  const index = commitments.findIndex((each) => each.equals(commitment));
  if (index < 0) return null;
  const { size, inclusionProof } = commitBatch(commitments);
  return { index, size, proof: inclusionProof(index) };
}
