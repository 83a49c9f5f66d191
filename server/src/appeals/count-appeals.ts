import { sql } from 'kysely';
import type { Trx } from '../platform/database/index.ts';

export interface AppealCounts {
  readonly received: number;
  readonly open: number;
  readonly upheld: number;
  readonly overturned: number;
  /** Median hours from an appeal to its outcome; null while none is decided. */
  readonly medianHours: number | null;
}

/** Appeals received in [from, to), by where they stand now. */
export async function countAppeals(
  trx: Trx,
  deskId: string,
  from: Date,
  to: Date,
): Promise<AppealCounts> {
  const row = await trx
    .selectFrom('appeal')
    .select([
      sql<number>`count(*)`.as('received'),
      sql<number>`count(*) filter (where state = 'open')`.as('open'),
      sql<number>`count(*) filter (where state = 'upheld')`.as('upheld'),
      sql<number>`count(*) filter (where state = 'overturned')`.as('overturned'),
      sql<
        number | null
      >`percentile_cont(0.5) within group (order by (extract(epoch from decided_at - received_at) / 3600)::float8) filter (where decided_at is not null)`.as(
        'medianHours',
      ),
    ])
    .where('desk_id', '=', deskId)
    .where('received_at', '>=', from)
    .where('received_at', '<', to)
    .executeTakeFirstOrThrow();
  return row;
}
