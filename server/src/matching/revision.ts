import { sql } from 'kysely';
import type { Trx } from '../platform/database/index.ts';
import './tables.ts';

/**
 * Takes the desk's next revision and holds its lock until the transaction ends, so that revisions
 * become visible in their order.
 */
export async function nextRevision(trx: Trx, deskId: string): Promise<number> {
  const row = await trx
    .insertInto('bank_revision')
    .values({ desk_id: deskId, revision: 1 })
    .onConflict((conflict) =>
      conflict.column('desk_id').doUpdateSet({ revision: sql`bank_revision.revision + 1` }),
    )
    .returning('revision')
    .executeTakeFirstOrThrow();
  return row.revision;
}

/** The desk's revision; 0 before its banks were ever changed. */
export async function readRevision(trx: Trx, deskId: string): Promise<number> {
  const row = await trx
    .selectFrom('bank_revision')
    .select('revision')
    .where('desk_id', '=', deskId)
    .executeTakeFirst();
  return row?.revision ?? 0;
}
