import { sql } from 'kysely';
import type { Desk } from '@commonweal/contract';
import { MINUTE } from '../platform/clock.ts';
import type { Trx } from '../platform/database/index.ts';
import { listDesks } from '../platform/directory.ts';
import { eraseSubject } from '../ledger/index.ts';
import type { Platform } from '../platform/platform.ts';
import { forgetReplies } from './idempotency.ts';
import { sweepFiles } from './sweep-files.ts';

declare module '../platform/events.ts' {
  interface DeskEvents {
    'items.erased': { deskId: string; itemIds: readonly string[] };
  }
}

/** Days a desk keeps items, read from the desk and remembered for a minute. */
export function retentionOf(
  platform: Platform,
  readDesk: (trx: Trx, deskId: string) => Promise<Pick<Desk, 'retention_days'>>,
): (deskId: string) => Promise<number> {
  const known = new Map<string, { days: number; until: number }>();
  return async (deskId) => {
    const now = platform.clock.now().getTime();
    const remembered = known.get(deskId);
    if (remembered && remembered.until > now) return remembered.days;
    const desk = await platform.database.inDesk(deskId, (trx) => readDesk(trx, deskId));
    known.set(deskId, { days: desk.retention_days, until: now + MINUTE });
    return desk.retention_days;
  };
}

/** Keeps items at least until a date; never shortens. What rests on them can be challenged until then. */
export async function keepItemsUntil(
  trx: Trx,
  deskId: string,
  itemIds: readonly string[],
  date: Date,
): Promise<void> {
  if (itemIds.length === 0) return;
  await trx
    .updateTable('item')
    .set({ retention_until: date })
    .where('desk_id', '=', deskId)
    .where('item_id', 'in', [...itemIds])
    .where('retention_until', '<', date)
    .execute();
}

/**
 * Keeps the date on every item (DESIGN 6.10): past it the content goes, and the files with it. The row
 * stays as an empty envelope, because decisions and public counts rest on it.
 */
export async function keepRetention(platform: Platform): Promise<void> {
  const now = platform.clock.now();
  for (const { deskId } of await listDesks(platform.database)) {
    const blobs = await platform.database.inDesk(deskId, async (trx) => {
      await forgetReplies(trx, deskId, now);
      const due = await trx
        .selectFrom('item')
        .select('item_id')
        .where('desk_id', '=', deskId)
        .where('retention_until', '<=', now)
        .where((or) =>
          or.or([
            or('body', 'is not', null),
            or('title', 'is not', null),
            or('actor', 'is not', null),
            or('url', 'is not', null),
            or('participant_report', 'is not', null),
            or('links', '<>', sql<string[]>`'[]'::jsonb`),
            or.exists(
              or
                .selectFrom('item_file')
                .select('file_id')
                .whereRef('item_file.desk_id', '=', 'item.desk_id')
                .whereRef('item_file.item_id', '=', 'item.item_id'),
            ),
          ]),
        )
        .limit(500)
        .execute();
      const ids = due.map((row) => row.item_id);
      if (ids.length === 0) return [];
      const files = await trx
        .deleteFrom('item_file')
        .where('desk_id', '=', deskId)
        .where('item_id', 'in', ids)
        .returning('sha256')
        .execute();
      await trx
        .updateTable('item')
        // The salt and the digest go too: without them the commitment says nothing about the content.
        .set({
          body: null,
          title: null,
          actor: null,
          actor_external_id: null,
          url: null,
          links: sql`'[]'::jsonb`,
          salt: Buffer.alloc(32),
          content_hash: sql`sha256(item_id::text::bytea)`,
          participant_report: null,
        })
        .where('desk_id', '=', deskId)
        .where('item_id', 'in', ids)
        .execute();
      // What reporters wrote speaks of the content, and who they are of them.
      await trx
        .updateTable('report')
        .set({ said: '', reporter_external_id: '', reporter_name: null })
        .where('desk_id', '=', deskId)
        .where('item_id', 'in', ids)
        .execute();
      for (const id of ids) await eraseSubject(platform, trx, deskId, id);
      await platform.events.tell(trx, 'items.erased', { deskId, itemIds: ids });
      const gone = files.flatMap(({ sha256 }) => sha256 ?? []);
      const still =
        gone.length === 0
          ? []
          : await trx
              .selectFrom('item_file')
              .select('sha256')
              .where('desk_id', '=', deskId)
              .where('sha256', 'in', gone)
              .where('held', '=', true)
              .execute();
      return gone.filter((sha256) => !still.some((row) => row.sha256 === sha256));
    });
    for (const sha256 of blobs) await platform.blobs.remove(deskId, sha256);
    await sweepFiles(platform, deskId, now);
  }
}
