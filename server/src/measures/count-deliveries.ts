import { sql } from 'kysely';
import type { Trx } from '../platform/database/index.ts';

/** Median minutes from a decision's effect to its first delivery, of measures begun in [from, to); null without any. */
export async function countDeliveries(
  trx: Trx,
  deskId: string,
  from: Date,
  to: Date,
): Promise<{ readonly medianMinutes: number | null }> {
  const { rows } = await sql<{ minutes: number | null }>`
    select percentile_cont(0.5) within group (order by extract(epoch from first.delivered_at - m.starts_at)::float8 / 60) as minutes
    from measure m
    join (
      select d.measure_id, min(d.delivered_at) as delivered_at from delivery d
      where d.desk_id = ${deskId} and d.event = 'measure.applied' and d.state = 'delivered'
      group by d.measure_id
    ) first on first.measure_id = m.measure_id
    where m.desk_id = ${deskId} and m.starts_at >= ${from} and m.starts_at < ${to}`.execute(trx);
  return { medianMinutes: rows[0]?.minutes ?? null };
}
