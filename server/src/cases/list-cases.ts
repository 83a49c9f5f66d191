import { sql } from 'kysely';
import type { Case } from '@commonweal/contract';
import type { Trx } from '../platform/database/index.ts';
import type { CaseRow } from './tables.ts';

export interface CaseFilter {
  readonly state: Case['state'];
  readonly queue?: string | undefined;
  readonly claimedBy?: string | undefined;
  readonly q?: string | undefined;
  /** Keyset of the last row seen: priority, opened_at in milliseconds, id. */
  readonly after: readonly [number, number, string] | null;
  readonly limit: number;
}

/** A queue: highest priority first, then oldest; decided cases newest first. One more than the limit. */
export async function listCases(trx: Trx, deskId: string, filter: CaseFilter): Promise<CaseRow[]> {
  const like = `%${(filter.q ?? '').replaceAll(/[\\%_]/g, '\\$&')}%`;
  const { after } = filter;
  return trx
    .selectFrom('review_case')
    .selectAll()
    .where('desk_id', '=', deskId)
    .where('state', '=', filter.state)
    .$if(filter.queue !== undefined, (query) => query.where('queue', '=', filter.queue ?? ''))
    .$if(filter.claimedBy !== undefined, (query) =>
      query.where('claimed_by', '=', filter.claimedBy ?? null),
    )
    .$if(filter.q !== undefined, (query) =>
      query.where((or) => or.or([or('title', 'ilike', like), or('subject_key', 'ilike', like)])),
    )
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(-priority, date_trunc('milliseconds', opened_at), case_id) > (${-(after?.[0] ?? 0)}, ${new Date(after?.[1] ?? 0)}, ${after?.[2] ?? ''}::uuid)`,
      ),
    )
    .orderBy('priority', 'desc')
    .orderBy(sql`date_trunc('milliseconds', opened_at)`)
    .orderBy('case_id')
    .limit(filter.limit + 1)
    .execute();
}

/** How many cases wait, in all and by queue. */
export async function countCases(trx: Trx, deskId: string, personId: string | null, now: Date) {
  const states = await trx
    .selectFrom('review_case')
    .select(['state', sql<number>`count(*)`.as('count')])
    .where('desk_id', '=', deskId)
    .where('state', '<>', 'decided')
    .groupBy('state')
    .execute();
  const queues = await trx
    .selectFrom('review_case')
    .select([
      'queue',
      sql<number>`count(*)`.as('open'),
      sql<Date | null>`min(opened_at)`.as('oldest'),
    ])
    .where('desk_id', '=', deskId)
    .where('state', '=', 'open')
    .groupBy('queue')
    .orderBy('queue')
    .execute();
  const mine =
    personId === null
      ? 0
      : ((
          await trx
            .selectFrom('review_case')
            .select(sql<number>`count(*)`.as('count'))
            .where('desk_id', '=', deskId)
            .where('state', '=', 'open')
            .where('claimed_by', '=', personId)
            .where('lease_until', '>', now)
            .executeTakeFirst()
        )?.count ?? 0);
  const of = (state: Case['state']) => states.find((row) => row.state === state)?.count ?? 0;
  return {
    open: of('open'),
    awaiting_second: of('awaiting_second'),
    mine,
    queues: queues.map((row) => ({
      queue: row.queue,
      open: row.open,
      oldest: row.oldest?.toISOString() ?? null,
    })),
  };
}
