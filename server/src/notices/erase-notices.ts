import type { Trx } from '../platform/database/index.ts';

/** Notices whose date is past and that still say something, oldest date first. */
export async function noticesDue(
  trx: Trx,
  deskId: string,
  now: Date,
  limit: number,
): Promise<string[]> {
  const rows = await trx
    .selectFrom('notice')
    .select('notice_id')
    .where('desk_id', '=', deskId)
    .where('retention_until', '<=', now)
    .where('erased_at', 'is', null)
    .orderBy('retention_until')
    .limit(limit)
    .execute();
  return rows.map((row) => row.notice_id);
}

/** Takes everything a notice said away (DESIGN 6.10). The row stays: public counts rest on it. */
export async function eraseNotices(
  trx: Trx,
  deskId: string,
  noticeIds: readonly string[],
  now: Date,
): Promise<void> {
  if (noticeIds.length === 0) return;
  await trx
    .updateTable('notice')
    .set({ statement: null, appeal: null, language: null, erased_at: now })
    .where('desk_id', '=', deskId)
    .where('notice_id', 'in', [...noticeIds])
    .execute();
}
