import { recordEvent } from '../ledger/index.ts';
import type { Trx } from '../platform/database/index.ts';
import { refusal, staleVersion } from '../platform/http/index.ts';
import { newId } from '../platform/ids.ts';
import type { Platform } from '../platform/platform.ts';
import type { ChangedBy } from './add-entries.ts';
import { requireBank } from './create-bank.ts';
import { nextRevision } from './revision.ts';
import { insertChanges, requireEntry } from './store.ts';
import type { EntryRow } from './tables.ts';

/**
 * Says that a second person has looked at an entry: from then on a rule may act on it.
 * @throws ProblemError when it is not here, was changed meanwhile, is confirmed already, or is the person's own
 */
export async function confirmEntry(
  platform: Platform,
  trx: Trx,
  deskId: string,
  by: ChangedBy,
  place: { readonly bankId: string; readonly entryId: string },
  version: number,
): Promise<EntryRow> {
  const revision = await nextRevision(trx, deskId);
  const entry = await requireEntry(trx, deskId, place.bankId, place.entryId);
  if (entry.version !== version) throw staleVersion('bank entry', version, entry.version);
  if (entry.confirmed_at !== null) throw refusal('entry-confirmed');
  if (entry.added_by_id === by.id) throw refusal('entry-is-own');
  const [changed] = await confirm(platform, trx, deskId, by, revision, [entry.bank_entry_id]);
  await recordEvent(platform, trx, deskId, {
    kind: 'bank.entry_confirmed',
    subjectId: entry.bank_entry_id,
    event: { bank_id: entry.bank_id, by: by.name },
  });
  await platform.events.tell(trx, 'bank.changed', { deskId, bankEntryId: entry.bank_entry_id });
  return changed!;
}

/** What came of confirming a whole bank. */
export interface BankConfirmed {
  readonly confirmed: number;
  /** Left for somebody else, because this person added them. */
  readonly own: number;
}

const mostAtOnce = 5000; // rows of one statement

/** The same of all entries that match, that others added and nobody has confirmed, as after an import. */
export async function confirmEntries(
  platform: Platform,
  trx: Trx,
  deskId: string,
  by: ChangedBy,
  bankId: string,
): Promise<BankConfirmed> {
  const revision = await nextRevision(trx, deskId);
  await requireBank(trx, deskId, bankId);
  const rows = await trx
    .selectFrom('bank_entry')
    .select(['bank_entry_id', 'added_by_id'])
    .where('desk_id', '=', deskId)
    .where('bank_id', '=', bankId)
    .where('confirmed_at', 'is', null)
    .where('status', 'in', ['active', 'disputed'])
    .orderBy('bank_entry_id')
    .execute();
  const others = rows.filter((row) => row.added_by_id !== by.id).map((row) => row.bank_entry_id);
  for (let at = 0; at < others.length; at += mostAtOnce)
    await confirm(platform, trx, deskId, by, revision, others.slice(at, at + mostAtOnce));
  if (others.length > 0) {
    await recordEvent(platform, trx, deskId, {
      kind: 'bank.entries_confirmed',
      subjectId: bankId,
      event: { confirmed: others.length, by: by.name },
    });
    await platform.events.tell(trx, 'bank.changed', { deskId, bankEntryId: null });
  }
  return { confirmed: others.length, own: rows.length - others.length };
}

async function confirm(
  platform: Platform,
  trx: Trx,
  deskId: string,
  by: ChangedBy,
  revision: number,
  entryIds: readonly string[],
): Promise<EntryRow[]> {
  const now = platform.clock.now();
  const changed = await trx
    .updateTable('bank_entry')
    .set((column) => ({
      confirmed_by: by.name,
      confirmed_by_id: by.id,
      confirmed_at: now,
      updated_at: now,
      version: column('version', '+', 1),
      revision,
    }))
    .where('desk_id', '=', deskId)
    .where('bank_entry_id', 'in', entryIds)
    .returningAll()
    .execute();
  await insertChanges(
    trx,
    changed.map((entry) => ({
      desk_id: deskId,
      change_id: newId(),
      bank_entry_id: entry.bank_entry_id,
      at: now,
      by: by.name,
      change: 'confirmed' as const,
      from: null,
      to: by.name,
      reason: '',
    })),
  );
  return changed;
}
