import { recordEvent } from '../ledger/index.ts';
import type { Trx } from '../platform/database/index.ts';
import { listDesks } from '../platform/directory.ts';
import { newId } from '../platform/ids.ts';
import type { Platform } from '../platform/platform.ts';
import { refreshMatcher } from './matchers.ts';
import { nextRevision } from './revision.ts';
import { insertChanges } from './store.ts';

const mostAtOnce = 1000;

/** Ends the entries of every desk whose date has passed: they match no more, and their history says why. */
export async function expireEntries(platform: Platform): Promise<void> {
  for (const { deskId } of await listDesks(platform.database)) {
    while ((await expireEntriesOf(platform, deskId)) === mostAtOnce);
  }
}

/** The same of one desk, up to 1,000 of them; returns how many. */
export async function expireEntriesOf(platform: Platform, deskId: string): Promise<number> {
  const ended = await platform.database.inDesk(deskId, (trx) => expire(platform, trx, deskId));
  if (ended > 0) await refreshMatcher(platform, deskId);
  return ended;
}

async function expire(platform: Platform, trx: Trx, deskId: string): Promise<number> {
  const now = platform.clock.now();
  const due = await trx
    .selectFrom('bank_entry')
    .select(['bank_entry_id', 'status'])
    .where('desk_id', '=', deskId)
    .where('expires_at', '<=', now)
    .where('status', 'in', ['active', 'disputed'])
    .limit(mostAtOnce)
    .execute();
  if (due.length === 0) return 0;
  const revision = await nextRevision(trx, deskId);
  const changed = await trx
    .updateTable('bank_entry')
    .set((column) => ({
      status: 'expired' as const,
      updated_at: now,
      version: column('version', '+', 1),
      revision,
    }))
    .where('desk_id', '=', deskId)
    .where(
      'bank_entry_id',
      'in',
      due.map((entry) => entry.bank_entry_id),
    )
    .where('expires_at', '<=', now)
    .where('status', 'in', ['active', 'disputed'])
    .returning('bank_entry_id')
    .execute();
  const statusOf = new Map(due.map((entry) => [entry.bank_entry_id, entry.status]));
  await insertChanges(
    trx,
    changed.map(({ bank_entry_id }) => ({
      desk_id: deskId,
      change_id: newId(),
      bank_entry_id,
      at: now,
      by: 'Commonweal',
      change: 'status' as const,
      from: statusOf.get(bank_entry_id) ?? null,
      to: 'expired',
      reason: 'Its date has passed.',
    })),
  );
  await recordEvent(platform, trx, deskId, {
    kind: 'bank.entries_expired',
    subjectId: deskId,
    event: { entries: changed.map(({ bank_entry_id }) => bank_entry_id) },
  });
  await platform.events.tell(trx, 'bank.changed', { deskId, bankEntryId: null });
  return changed.length;
}
