import { listDesks } from '../platform/directory.ts';
import type { Platform } from '../platform/platform.ts';

const mostAtOnce = 200;

/**
 * Lets go of every notice whose lawful delay has ended (Regulation (EU) 2021/784 Art 11(3) and its
 * like): from now on it can be read, and the platform is told where.
 */
export async function handOverDelayed(platform: Platform): Promise<void> {
  const now = platform.clock.now();
  for (const { deskId } of await listDesks(platform.database)) {
    await platform.database.inDesk(deskId, async (trx) => {
      const due = await trx
        .selectFrom('notice')
        .select('notice_id')
        .where('desk_id', '=', deskId)
        .where('delayed', '=', true)
        .where('handed_over_at', 'is', null)
        .where('available_from', '<=', now)
        .orderBy('available_from')
        .limit(mostAtOnce)
        .forUpdate()
        .execute();
      for (const { notice_id: noticeId } of due) {
        await trx
          .updateTable('notice')
          .set({ handed_over_at: now })
          .where('desk_id', '=', deskId)
          .where('notice_id', '=', noticeId)
          .execute();
        await platform.events.tell(trx, 'notice.available', { deskId, decisionId: noticeId });
      }
    });
  }
}
