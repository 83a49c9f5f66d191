import { sql } from 'kysely';
import { jsonb, type Trx } from '../platform/database/index.ts';
import type { AppealStanding, NoticeRow, Statement } from './tables.ts';

/** Enters a notice; false when it is there already. */
export async function insertNotice(trx: Trx, row: NoticeRow): Promise<boolean> {
  const inserted = await trx
    .insertInto('notice')
    .values({ ...row, statement: row.statement && jsonb(row.statement) })
    .onConflict((on) => on.columns(['desk_id', 'notice_id']).doNothing())
    .executeTakeFirst();
  return (inserted.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** One notice; with `lock` it stays as read until the transaction ends. */
export async function findNotice(
  trx: Trx,
  deskId: string,
  noticeId: string,
  lock = false,
): Promise<NoticeRow | undefined> {
  return trx
    .selectFrom('notice')
    .selectAll()
    .where('desk_id', '=', deskId)
    .where('notice_id', '=', noticeId)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
}

/** The notices to people affected by these decisions. */
export async function findAffected(
  trx: Trx,
  deskId: string,
  decisionIds: readonly string[],
): Promise<Pick<NoticeRow, 'notice_id' | 'available_from'>[]> {
  if (decisionIds.length === 0) return [];
  return trx
    .selectFrom('notice')
    .select(['notice_id', 'available_from'])
    .where('desk_id', '=', deskId)
    .where('audience', '=', 'affected')
    .where('notice_id', 'in', [...decisionIds])
    .execute();
}

/** Notices of those who reported these items, locked in one order. */
export async function findReporters(
  trx: Trx,
  deskId: string,
  itemIds: readonly string[],
): Promise<Pick<NoticeRow, 'notice_id' | 'decision_id'>[]> {
  if (itemIds.length === 0) return [];
  return trx
    .selectFrom('notice')
    .select(['notice_id', 'decision_id'])
    .where('desk_id', '=', deskId)
    .where('audience', '=', 'reporter')
    .where('item_id', 'in', [...itemIds])
    .where('erased_at', 'is', null)
    .orderBy('notice_id')
    .forUpdate()
    .execute();
}

export interface Outcome {
  readonly decisionId: string;
  readonly statement: Pick<Statement, 'decision' | 'redress' | 'told_from'>;
  readonly appealUntil: Date;
  readonly keptUntil: Date;
}

/** Writes one outcome on many reporters' notices; what each reported stays. */
export async function writeOutcome(
  trx: Trx,
  deskId: string,
  noticeIds: readonly string[],
  { decisionId, statement, appealUntil, keptUntil }: Outcome,
): Promise<void> {
  await trx
    .updateTable('notice')
    .set({
      decision_id: decisionId,
      statement: sql<Statement>`statement || ${JSON.stringify(statement)}::jsonb`,
      appeal_until: appealUntil,
      retention_until: sql<Date>`greatest(retention_until, ${keptUntil}::timestamptz)`,
    })
    .where('desk_id', '=', deskId)
    .where('notice_id', 'in', [...noticeIds])
    .execute();
}

/** Writes where the appeal stands, and keeps the notice at least until then. */
export async function writeStanding(
  trx: Trx,
  deskId: string,
  noticeId: string,
  standing: AppealStanding,
  keptUntil: Date,
): Promise<void> {
  await trx
    .updateTable('notice')
    .set({
      appeal: jsonb(standing),
      retention_until: sql<Date>`greatest(retention_until, ${keptUntil}::timestamptz)`,
    })
    .where('desk_id', '=', deskId)
    .where('notice_id', '=', noticeId)
    .executeTakeFirstOrThrow();
}

/** The notice of an emergency step leads to the one of the decision that took its place. */
export async function supersede(
  trx: Trx,
  deskId: string,
  noticeId: string,
  byNoticeId: string,
): Promise<void> {
  await trx
    .updateTable('notice')
    .set({ superseded_by: byNoticeId })
    .where('desk_id', '=', deskId)
    .where('notice_id', '=', noticeId)
    .execute();
}

/**
 * The decision that now stands where this one stood: itself, or the one that took an emergency step's
 * place. Whoever undoes the one must undo the other.
 */
export async function decisionInForce(
  trx: Trx,
  deskId: string,
  decisionId: string,
): Promise<string> {
  const notice = await findNotice(trx, deskId, decisionId);
  return notice?.superseded_by ? decisionInForce(trx, deskId, notice.superseded_by) : decisionId;
}
