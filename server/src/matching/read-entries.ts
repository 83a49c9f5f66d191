import type { Trx } from '../platform/database/index.ts';
import type { IndexRow } from './entry-index.ts';

/** A row of an entry with the revision it was last changed at. */
export type NumberedRow = IndexRow & { readonly revision: number };

/** Up to `limit` entries of banks that are on, changed after a revision, in its order. */
export function entriesSince(
  trx: Trx,
  deskId: string,
  after: { readonly revision: number; readonly id: string },
  limit: number,
): Promise<NumberedRow[]> {
  return indexRows(trx, deskId)
    .where('bank.on', '=', true)
    .where((where) =>
      where(
        where.refTuple('bank_entry.revision', 'bank_entry.bank_entry_id'),
        '>',
        where.tuple(after.revision, after.id),
      ),
    )
    .orderBy('bank_entry.revision')
    .orderBy('bank_entry.bank_entry_id')
    .limit(limit)
    .execute();
}

/** Up to `limit` entries of one bank, however it and they stand, in the order they were made, after `after`. */
export function entriesOfBank(
  trx: Trx,
  deskId: string,
  bankId: string,
  after: string | null,
  limit: number,
): Promise<NumberedRow[]> {
  return indexRows(trx, deskId)
    .where('bank_entry.bank_id', '=', bankId)
    .$if(after !== null, (query) => query.where('bank_entry.bank_entry_id', '>', after!))
    .orderBy('bank_entry.bank_entry_id')
    .limit(limit)
    .execute();
}

function indexRows(trx: Trx, deskId: string) {
  return trx
    .selectFrom('bank_entry')
    .innerJoin('bank', (join) =>
      join
        .onRef('bank.desk_id', '=', 'bank_entry.desk_id')
        .onRef('bank.bank_id', '=', 'bank_entry.bank_id'),
    )
    .select([
      'bank_entry.bank_entry_id',
      'bank_entry.type',
      'bank_entry.value',
      'bank_entry.label',
      'bank_entry.source',
      'bank_entry.severity',
      'bank_entry.status',
      'bank_entry.revision',
      'bank_entry.confirmed_at',
      'bank.name as bank',
      'bank.on',
      'bank.pdq_distance',
    ])
    .where('bank_entry.desk_id', '=', deskId);
}
