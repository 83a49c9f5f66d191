import { sql } from 'kysely';
import type { Trx } from '../platform/database/index.ts';

export interface NoticeCounts {
  readonly affected: number;
  readonly reporter: number;
  /** Of those to people affected: told later, for a recorded reason. */
  readonly delayed: number;
}

/** Notices written in [from, to). */
export async function countNotices(
  trx: Trx,
  deskId: string,
  from: Date,
  to: Date,
): Promise<NoticeCounts> {
  const rows = await trx
    .selectFrom('notice')
    .select(['audience', 'delayed', sql<number>`count(*)`.as('count')])
    .where('desk_id', '=', deskId)
    .where('created_at', '>=', from)
    .where('created_at', '<', to)
    .groupBy(['audience', 'delayed'])
    .execute();
  const sum = (which: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(which).reduce((total, row) => total + row.count, 0);
  return {
    affected: sum((row) => row.audience === 'affected'),
    reporter: sum((row) => row.audience === 'reporter'),
    delayed: sum((row) => row.delayed),
  };
}
