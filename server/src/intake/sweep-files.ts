import { HOUR, later } from '../platform/clock.ts';
import type { Platform } from '../platform/platform.ts';

/**
 * Removes files that belong to no item: kept just before an item that was then refused, or never
 * stored because the process ended. Younger than an hour they may belong to a request under way.
 */
export async function sweepFiles(platform: Platform, deskId: string, now: Date): Promise<void> {
  const kept = await platform.blobs.keptBefore(deskId, later(now, -HOUR));
  for (let from = 0; from < kept.length; from += 1000) {
    const some = kept.slice(from, from + 1000);
    const known = await platform.database.inDesk(deskId, (trx) =>
      trx
        .selectFrom('item_file')
        .select('sha256')
        .where('desk_id', '=', deskId)
        .where('sha256', 'in', some)
        .where('held', '=', true)
        .execute(),
    );
    const held = new Set(known.map((row) => row.sha256));
    for (const sha256 of some) if (!held.has(sha256)) await platform.blobs.remove(deskId, sha256);
  }
}
