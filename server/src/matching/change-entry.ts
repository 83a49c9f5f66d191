import type { EntryStatus } from '@commonweal/contract';
import { recordEvent } from '../ledger/index.ts';
import type { Trx } from '../platform/database/index.ts';
import { refusal, staleVersion } from '../platform/http/index.ts';
import { newId } from '../platform/ids.ts';
import type { Platform } from '../platform/platform.ts';
import { requireFuture } from './add-entries.ts';
import { nextRevision } from './revision.ts';
import { insertChanges, requireEntry, selectBank } from './store.ts';
import type { ChangeRow, EntryRow } from './tables.ts';

/** What is to be different about an entry, and why. */
export interface EntryChange {
  /** The version the caller read. */
  readonly version: number;
  readonly status?: EntryStatus | undefined;
  readonly label?: string | undefined;
  /** RFC 3339, in time to come; null for none. */
  readonly expires_at?: string | null | undefined;
  readonly reason: string;
}

/**
 * Changes the status or the label of an entry; its history says what, who and why.
 * @throws ProblemError when it is not here, was changed meanwhile, or nothing would change
 */
export async function changeEntry(
  platform: Platform,
  trx: Trx,
  deskId: string,
  by: string,
  place: { readonly bankId: string; readonly entryId: string },
  wanted: EntryChange,
): Promise<EntryRow> {
  // First the revision, whose lock makes changes to this desk's banks wait for each other.
  const revision = await nextRevision(trx, deskId);
  const entry = await requireEntry(trx, deskId, place.bankId, place.entryId);
  if (entry.version !== wanted.version)
    throw staleVersion('bank entry', wanted.version, entry.version);
  requireFuture(platform, wanted.expires_at);
  const now = platform.clock.now();
  const wantedEnd = wanted.expires_at === undefined ? entry.expires_at : wanted.expires_at;
  // An entry that is active again is not ended by a date that has passed.
  const isOver = wantedEnd !== null && new Date(wantedEnd) <= now;
  const end = isOver && wanted.status === 'active' ? null : wantedEnd;
  const before = { ...entry, expires_at: entry.expires_at?.toISOString() ?? null };
  const after = {
    status: wanted.status ?? entry.status,
    label: wanted.label ?? entry.label,
    expires_at: end === null ? null : new Date(end).toISOString(),
  };
  const changes = (['status', 'label', 'expires_at'] as const).flatMap((field) =>
    after[field] === before[field] ? [] : { change: field, from: before[field], to: after[field] },
  );
  if (changes.length === 0) throw refusal('nothing-to-change');
  const changed = await trx
    .updateTable('bank_entry')
    .set({
      status: after.status,
      label: after.label,
      expires_at: end === null ? null : new Date(end),
      updated_at: now,
      version: entry.version + 1,
      revision,
    })
    .where('desk_id', '=', deskId)
    .where('bank_entry_id', '=', entry.bank_entry_id)
    .where('version', '=', wanted.version)
    .returningAll()
    .executeTakeFirst();
  if (changed === undefined) throw staleVersion('bank entry', wanted.version, wanted.version + 1);
  const rows = changes.map((change): ChangeRow => ({
    ...change,
    desk_id: deskId,
    change_id: newId(),
    bank_entry_id: entry.bank_entry_id,
    at: now,
    by,
    reason: wanted.reason,
  }));
  await insertChanges(trx, rows);
  await recordEvent(platform, trx, deskId, {
    kind: 'bank.entry_changed',
    subjectId: entry.bank_entry_id,
    event: { bank_id: entry.bank_id, changes, reason: wanted.reason, by },
  });
  const fate = fateOf(entry.status, changed.status);
  if (fate !== null) {
    const bank = await selectBank(trx, deskId, entry.bank_id);
    await platform.events.tell(trx, fate, {
      deskId,
      bankEntryId: entry.bank_entry_id,
      subject: [bank?.name ?? '', changed.label].filter((word) => word !== '').join(': '),
      by,
      reason: wanted.reason,
    });
  }
  return changed;
}

/** What later rooms must hear of. That an entry expired is no doubt of what it was. */
function fateOf(
  before: EntryStatus,
  after: EntryStatus,
): 'entry.withdrawn' | 'entry.restored' | null {
  if (before !== 'withdrawn' && after === 'withdrawn') return 'entry.withdrawn';
  const restored = before === 'withdrawn' && (after === 'active' || after === 'disputed');
  return restored ? 'entry.restored' : null;
}
