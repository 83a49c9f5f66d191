import { createHash } from 'node:crypto';
import type { LookupEntry } from '@commonweal/contract';
import type { Trx } from '../platform/database/index.ts';
import type { Value } from './question-of.ts';

/** Entries of any bank that have one of these values, however they stand, with who said so last. */
export async function entriesWith(
  trx: Trx,
  deskId: string,
  values: readonly Value[],
): Promise<LookupEntry[]> {
  if (values.length === 0) return [];
  const digests = values.map(({ value }) => createHash('sha256').update(value).digest());
  const rows = await trx
    .selectFrom('bank')
    .innerJoin('bank_entry as entry', (join) =>
      join.onRef('entry.desk_id', '=', 'bank.desk_id').onRef('entry.bank_id', '=', 'bank.bank_id'),
    )
    .innerJoinLateral(
      (query) =>
        query
          .selectFrom('bank_entry_change as change')
          .select(['change.at', 'change.by', 'change.reason'])
          .whereRef('change.desk_id', '=', 'entry.desk_id')
          .whereRef('change.bank_entry_id', '=', 'entry.bank_entry_id')
          .where('change.change', 'in', ['added', 'status'])
          .orderBy('change.change_id', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .select(['bank.bank_id', 'bank.name', 'entry.bank_entry_id', 'entry.type', 'entry.label'])
    .select(['entry.source', 'entry.status', 'entry.confirmed_at'])
    .select(['last.at', 'last.by', 'last.reason'])
    .where('bank.desk_id', '=', deskId)
    .where('entry.type', 'in', [...new Set(values.map(({ type }) => type))])
    .where('entry.value_digest', 'in', digests)
    .orderBy('entry.bank_entry_id', 'desc')
    .limit(100)
    .execute();
  return rows.map((row) => ({
    bank_id: row.bank_id,
    bank: row.name,
    bank_entry_id: row.bank_entry_id,
    type: row.type,
    label: row.label,
    source: row.source,
    status: row.status,
    confirmed: row.confirmed_at !== null,
    changed_at: row.at.toISOString(),
    changed_by: row.by,
    reason: row.reason,
  }));
}

/** The banks that entries are in, by entry. Ids that are of no entry are left out. */
export async function banksOfEntries(
  trx: Trx,
  deskId: string,
  entryIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (entryIds.length === 0) return new Map();
  const rows = await trx
    .selectFrom('bank_entry')
    .select(['bank_entry_id', 'bank_id'])
    .where('desk_id', '=', deskId)
    .where('bank_entry_id', 'in', entryIds)
    .execute();
  return new Map(rows.map((row) => [row.bank_entry_id, row.bank_id]));
}
