import { eraseNotices, noticesDue } from '../notices/index.ts';
import type { Trx } from '../platform/database/index.ts';
import { listDesks } from '../platform/directory.ts';
import type { Platform } from '../platform/platform.ts';

const atOnce = 500;

/**
 * Keeps the date on notices and what was said through them (DESIGN 6.10): past it the statement, the
 * appeal's text, the contact and the answer go. An appeal that still waits is never erased.
 */
export async function keepRetention(platform: Pick<Platform, 'database' | 'clock'>): Promise<void> {
  const now = platform.clock.now();
  for (const { deskId } of await listDesks(platform.database)) {
    await platform.database.inDesk(deskId, async (trx) => {
      const due = await noticesDue(trx, deskId, now, atOnce);
      if (due.length === 0) return;
      const waiting = await openAmong(trx, deskId, due);
      const over = due.filter((noticeId) => !waiting.has(noticeId));
      await eraseAppeals(trx, deskId, over, now);
      await eraseNotices(trx, deskId, over, now);
    });
  }
}

async function openAmong(
  trx: Trx,
  deskId: string,
  noticeIds: readonly string[],
): Promise<Set<string>> {
  const rows = await trx
    .selectFrom('appeal')
    .select('notice_id')
    .where('desk_id', '=', deskId)
    .where('notice_id', 'in', [...noticeIds])
    .where('state', '=', 'open')
    .execute();
  return new Set(rows.map((row) => row.notice_id));
}

async function eraseAppeals(
  trx: Trx,
  deskId: string,
  noticeIds: readonly string[],
  now: Date,
): Promise<void> {
  if (noticeIds.length === 0) return;
  await trx
    .updateTable('appeal')
    .set({ body: null, contact: null, reasons: '', erased_at: now })
    .where('desk_id', '=', deskId)
    .where('notice_id', 'in', [...noticeIds])
    .execute();
}
