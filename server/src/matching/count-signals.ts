import { sql } from 'kysely';
import type { Trx } from '../platform/database/index.ts';

/** Signals found in [from, to), by kind. */
export async function countSignals(
  trx: Trx,
  deskId: string,
  from: Date,
  to: Date,
): Promise<{ name: string; count: number }[]> {
  return trx
    .selectFrom('signal')
    .select(['kind as name', sql<number>`count(*)`.as('count')])
    .where('desk_id', '=', deskId)
    .where('at', '>=', from)
    .where('at', '<', to)
    .groupBy('kind')
    .orderBy('kind')
    .execute();
}
