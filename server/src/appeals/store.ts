import { sql } from 'kysely';
import type { Appeal } from '@commonweal/contract';
import type { Trx } from '../platform/database/index.ts';
import type { AppealRow } from './tables.ts';

/** Columns of ours; the database's own generated one stays behind. */
const columns = [
  'desk_id',
  'appeal_id',
  'notice_id',
  'decision_id',
  'decided_by',
  'second_by',
  'submission_key',
  'appellant',
  'body',
  'contact',
  'language',
  'state',
  'heard_by',
  'reasons',
  'received_at',
  'decided_at',
  'erased_at',
  'ledger_entry_id',
  'version',
] as const satisfies readonly (keyof AppealRow)[];

export async function insertAppeal(trx: Trx, row: AppealRow): Promise<void> {
  await trx.insertInto('appeal').values(row).execute();
}

/** One appeal; with `lock` it stays as read until the transaction ends. */
export async function findAppeal(
  trx: Trx,
  deskId: string,
  appealId: string,
  lock = false,
): Promise<AppealRow | undefined> {
  return trx
    .selectFrom('appeal')
    .select(columns)
    .where('desk_id', '=', deskId)
    .where('appeal_id', '=', appealId)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
}

/** Appeals made through one notice, oldest first: one a decision. */
export async function appealsOfNotice(
  trx: Trx,
  deskId: string,
  noticeId: string,
): Promise<AppealRow[]> {
  return trx
    .selectFrom('appeal')
    .select(columns)
    .where('desk_id', '=', deskId)
    .where('notice_id', '=', noticeId)
    .orderBy('appeal_id')
    .execute();
}

export interface AppealFilter {
  readonly state?: Appeal['state'] | undefined;
  /** Keyset of the last row seen: 1 when decided, received_at in milliseconds, id. */
  readonly after: readonly [number, number, string] | null;
  readonly limit: number;
}

const isDecided = sql<number>`case when state = 'open' then 0 else 1 end`;

/** Appeals: open ones first, oldest first. One more than the limit. */
export async function listAppeals(
  trx: Trx,
  deskId: string,
  { state, after, limit }: AppealFilter,
): Promise<AppealRow[]> {
  return trx
    .selectFrom('appeal')
    .select(columns)
    .where('desk_id', '=', deskId)
    .$if(state !== undefined, (query) => query.where('state', '=', state ?? 'open'))
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(${isDecided}, received_at, appeal_id) > (${after?.[0] ?? 0}::int, ${new Date(after?.[1] ?? 0)}::timestamptz, ${after?.[2] ?? ''}::uuid)`,
      ),
    )
    .orderBy(isDecided)
    .orderBy('received_at')
    .orderBy('appeal_id')
    .limit(limit + 1)
    .execute();
}

/** Writes the outcome; false when somebody changed the appeal first. */
export async function writeOutcome(
  trx: Trx,
  appeal: Pick<AppealRow, 'desk_id' | 'appeal_id' | 'version'>,
  outcome: Required<Pick<AppealRow, 'state' | 'heard_by' | 'reasons' | 'decided_at'>>,
): Promise<AppealRow | undefined> {
  return trx
    .updateTable('appeal')
    .set({ ...outcome, version: appeal.version + 1 })
    .where('desk_id', '=', appeal.desk_id)
    .where('appeal_id', '=', appeal.appeal_id)
    .where('version', '=', appeal.version)
    .returning(columns)
    .executeTakeFirst();
}
