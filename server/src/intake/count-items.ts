import { sql } from 'kysely';
import type { Trx } from '../platform/database/index.ts';

export interface ItemCounts {
  readonly received: number;
  readonly clear: number;
  readonly review: number;
  readonly measured: number;
  readonly reports: readonly { readonly name: string; readonly count: number }[];
}

/** Items and reports received in [from, to). */
export async function countItems(
  trx: Trx,
  deskId: string,
  from: Date,
  to: Date,
): Promise<ItemCounts> {
  const verdicts = await trx
    .selectFrom('item')
    .select(['verdict', sql<number>`count(*)`.as('count')])
    .where('desk_id', '=', deskId)
    .where('received_at', '>=', from)
    .where('received_at', '<', to)
    .groupBy('verdict')
    .execute();
  const reports = await trx
    .selectFrom('report')
    .select(['reporter_kind as name', sql<number>`count(*)`.as('count')])
    .where('desk_id', '=', deskId)
    .where('received_at', '>=', from)
    .where('received_at', '<', to)
    .groupBy('reporter_kind')
    .orderBy('reporter_kind')
    .execute();
  const of = (verdict: string) => verdicts.find((row) => row.verdict === verdict)?.count ?? 0;
  return {
    received: verdicts.reduce((sum, row) => sum + row.count, 0),
    clear: of('clear'),
    review: of('review'),
    measured: of('measured'),
    reports,
  };
}
