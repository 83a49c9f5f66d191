import type { Trx } from '../platform/database/index.ts';
import type { IndexRow } from './entry-index.ts';
import type { BankRow } from './tables.ts';

/** A row of an entry with the revision it was last changed at. */
export type NumberedRow = IndexRow & { readonly revision: number };

/** Up to `limit` entries changed after a revision, in its order, those of banks that are off among them. */
export function entriesSince(
  trx: Trx,
  deskId: string,
  after: { readonly revision: number; readonly id: string },
  limit: number,
): Promise<NumberedRow[]> {
  return withBanks(
    trx,
    deskId,
    entryRows(trx, deskId)
      .where((where) =>
        where(
          where.refTuple('revision', 'bank_entry_id'),
          '>',
          where.tuple(after.revision, after.id),
        ),
      )
      .orderBy('revision')
      .orderBy('bank_entry_id')
      .limit(limit)
      .execute(),
  );
}

/** Up to `limit` entries of one bank, however it and they stand, in the order they were made, after `after`. */
export function entriesOfBank(
  trx: Trx,
  deskId: string,
  bankId: string,
  after: string | null,
  limit: number,
): Promise<NumberedRow[]> {
  return withBanks(
    trx,
    deskId,
    entryRows(trx, deskId)
      .where('bank_id', '=', bankId)
      .$if(after !== null, (query) => query.where('bank_entry_id', '>', after!))
      .orderBy('bank_entry_id')
      .limit(limit)
      .execute(),
  );
}

/** Hashes of pictures in all banks. */
export async function countPictures(trx: Trx, deskId: string): Promise<number> {
  const { pictures } = await trx
    .selectFrom('bank_entry')
    .select((count) => count.fn.countAll<string>().as('pictures'))
    .where('desk_id', '=', deskId)
    .where('type', '=', 'pdq')
    .executeTakeFirstOrThrow();
  return Number(pictures);
}

function entryRows(trx: Trx, deskId: string) {
  return trx
    .selectFrom('bank_entry')
    .select([
      'bank_entry_id',
      'bank_id',
      'type',
      'value',
      'label',
      'source',
      'severity',
      'status',
      'revision',
      'confirmed_at',
    ])
    .where('desk_id', '=', deskId);
}

/**
 * Adds what the index wants to know of their banks. Not a join: PostgreSQL gathers no statistics of a
 * table of a few rows, takes the join for a rare one, and then sorts a whole bank for each batch.
 */
async function withBanks(
  trx: Trx,
  deskId: string,
  entries: Promise<(Omit<NumberedRow, keyof OfBank> & { readonly bank_id: string })[]>,
): Promise<NumberedRow[]> {
  const banks = await trx
    .selectFrom('bank')
    .select(['bank_id', 'name as bank', 'on', 'pdq_distance'])
    .where('desk_id', '=', deskId)
    .execute();
  const byId = new Map<string, OfBank>(banks.map(({ bank_id, ...of }) => [bank_id, of]));
  return (await entries).map(({ bank_id, ...entry }) => ({ ...entry, ...byId.get(bank_id)! }));
}

type OfBank = { readonly bank: string } & Pick<BankRow, 'on' | 'pdq_distance'>;
