import { createHash } from 'node:crypto';
import type { EntryType } from '@commonweal/contract';
import { recordEvent } from '../ledger/index.ts';
import type { Trx } from '../platform/database/index.ts';
import { fault, faulty, refusal } from '../platform/http/index.ts';
import { newId } from '../platform/ids.ts';
import type { Platform } from '../platform/platform.ts';
import { requireBank } from './create-bank.ts';
import { normaliseEntry } from './normalise-entry.ts';
import { nextRevision } from './revision.ts';
import { insertChanges, insertEntries, selectEntry } from './store.ts';
import type { BankRow, EntryRow } from './tables.ts';

declare module '../platform/events.ts' {
  interface DeskEvents {
    'bank.changed': { deskId: string; bankEntryId: string | null };
  }
}

/** An entry to be added, its value as somebody wrote it. */
export interface NewEntry {
  readonly type: EntryType;
  readonly value: string;
  readonly label: string;
  readonly source: string;
  readonly severity?: number | null | undefined;
  readonly note?: string | undefined;
  /** RFC 3339, in time to come; it does not match from then on. */
  readonly expires_at?: string | null | undefined;
}

/** Who changes a bank: a person or an API key. */
export interface ChangedBy {
  readonly id: string;
  readonly name: string;
}

/** Adds one entry. @throws ProblemError when the value does not belong there or is there already */
export async function addEntry(
  platform: Platform,
  trx: Trx,
  deskId: string,
  by: ChangedBy,
  bankId: string,
  entry: NewEntry,
): Promise<EntryRow> {
  const bank = await requireBank(trx, deskId, bankId);
  const normal = normaliseEntry(bank.kind, entry.type, entry.value);
  if ('refused' in normal) throw faulty([normal.refused]);
  requireFuture(platform, entry.expires_at);
  const [id] = await putEntries(platform, trx, bank, by, [{ ...entry, value: normal.value }]);
  if (id === undefined)
    throw refusal('entry-in-bank', { bank: bank.name }, { errors: [fault('/value', 'in-bank')] });
  await recordEvent(platform, trx, deskId, {
    kind: 'bank.entry_added',
    subjectId: id,
    event: {
      bank_id: bankId,
      type: entry.type,
      value: normal.value,
      source: entry.source,
      by: by.name,
    },
  });
  await platform.events.tell(trx, 'bank.changed', { deskId, bankEntryId: id });
  return (await selectEntry(trx, deskId, bankId, id))!;
}

/** Enters entries whose values are normalised; returns the ids of those the bank did not have. */
export async function putEntries(
  platform: Platform,
  trx: Trx,
  bank: BankRow,
  by: ChangedBy,
  entries: readonly NewEntry[],
): Promise<string[]> {
  if (entries.length === 0) return [];
  const now = platform.clock.now();
  const revision = await nextRevision(trx, bank.desk_id);
  const rows = entries.map((entry) => ({
    desk_id: bank.desk_id,
    bank_entry_id: newId(),
    bank_id: bank.bank_id,
    bank_kind: bank.kind,
    type: entry.type,
    value: entry.value,
    value_digest: createHash('sha256').update(entry.value).digest(),
    label: entry.label,
    source: entry.source,
    severity: entry.severity ?? null,
    status: 'active' as const,
    note: entry.note ?? '',
    added_by: by.name,
    added_by_id: by.id,
    confirmed_by: null,
    confirmed_by_id: null,
    confirmed_at: null,
    expires_at: entry.expires_at ? new Date(entry.expires_at) : null,
    created_at: now,
    updated_at: now,
    version: 1,
    revision,
  }));
  const added = await insertEntries(trx, rows);
  const changes = [...added].map((bank_entry_id) => ({
    desk_id: bank.desk_id,
    change_id: newId(),
    bank_entry_id,
    at: now,
    by: by.name,
    change: 'added' as const,
    from: null,
    to: 'active',
    reason: '',
  }));
  await insertChanges(trx, changes);
  return [...added];
}

/** @throws ProblemError for an end that is past already, or no time at all */
export function requireFuture(
  { clock }: Pick<Platform, 'clock'>,
  expiresAt: string | null | undefined,
): void {
  if (expiresAt && !(new Date(expiresAt) > clock.now()))
    throw faulty([fault('/expires_at', 'end-is-past')]);
}
