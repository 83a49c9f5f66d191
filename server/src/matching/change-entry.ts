import type { EntryStatus } from '@commonweal/contract';
import { recordEvent } from '../ledger/index.ts';
import type { Trx } from '../platform/database/index.ts';
import { notFound, refusal, staleVersion } from '../platform/http/index.ts';
import { newId } from '../platform/ids.ts';
import type { Platform } from '../platform/platform.ts';
import { nextRevision } from './revision.ts';
import { insertChanges, selectEntry } from './store.ts';
import type { ChangeRow, EntryRow } from './tables.ts';

/** What is to be different about an entry, and why. */
export interface EntryChange {
  /** The version the caller read. */
  readonly version: number;
  readonly status?: EntryStatus | undefined;
  readonly label?: string | undefined;
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
  const entry = await selectEntry(trx, deskId, place.bankId, place.entryId);
  if (entry === undefined) throw notFound('bank entry');
  if (entry.version !== wanted.version)
    throw staleVersion('bank entry', wanted.version, entry.version);
  const changes = (['status', 'label'] as const).flatMap((field) => {
    const to = wanted[field];
    return to === undefined || to === entry[field] ? [] : { change: field, from: entry[field], to };
  });
  if (changes.length === 0) throw refusal('nothing-to-change');
  const now = platform.clock.now();
  const changed = await trx
    .updateTable('bank_entry')
    .set({
      status: wanted.status ?? entry.status,
      label: wanted.label ?? entry.label,
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
  await platform.events.tell(trx, 'bank.changed', { deskId, bankEntryId: entry.bank_entry_id });
  return changed;
}
