import type { Bank, BankEntry, BankEntryChange, LookupMatch, Signal } from '@commonweal/contract';
import type { Static } from 'typebox';
import type { SignalDraft } from './matchable-item.ts';
import type { BankChangeRow, BankRow, ChangeRow, EntryRow, SignalRow } from './tables.ts';

export function presentBank(row: BankRow): Bank {
  const { desk_id: _desk, revision: _revision, created_at, ...bank } = row;
  return { ...bank, created_at: created_at.toISOString() };
}

/** A list of a video's frames may have hundreds of kilobytes: too much for a page of entries. */
const longestShown = 4096;

export function presentEntry(row: EntryRow): BankEntry {
  return {
    bank_entry_id: row.bank_entry_id,
    bank_id: row.bank_id,
    type: row.type,
    value: row.value.slice(0, longestShown),
    label: row.label,
    source: row.source,
    severity: row.severity,
    status: row.status,
    note: row.note,
    added_by: row.added_by,
    added_by_id: row.added_by_id,
    confirmed_by: row.confirmed_by,
    confirmed_at: row.confirmed_at?.toISOString() ?? null,
    expires_at: row.expires_at?.toISOString() ?? null,
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
    version: row.version,
  };
}

export function presentChange(row: ChangeRow | BankChangeRow): Static<typeof BankEntryChange> {
  const { at, by, change, from, to, reason } = row;
  return { at: at.toISOString(), by, change, from, to, reason };
}

/** How an entry stands now, which may be otherwise than when it raised a signal. */
export type EntryStanding = Pick<EntryRow, 'status' | 'confirmed_at'>;

/** Signals that entries of banks raise; their `reference_id` is the entry. */
export const entrySignals: ReadonlySet<Signal['kind']> = new Set([
  'hash',
  'picture',
  'video',
  'near_text',
  'url',
  'phrase',
]);

/** A signal of an entry stands as its entry does now: as it was found, unless `now` says otherwise. */
export function presentSignal(row: SignalRow, now?: EntryStanding): Signal {
  const { desk_id: _desk, item_id: _item, at, ...signal } = row;
  return {
    ...signal,
    confirmed: now === undefined ? signal.confirmed : now.confirmed_at !== null,
    entry_status: entrySignals.has(signal.kind)
      ? (now?.status ?? (signal.disputed ? 'disputed' : 'active'))
      : null,
    at: at.toISOString(),
  };
}

/** What would be a signal. */
export function presentMatch(draft: SignalDraft): LookupMatch {
  const status = draft.disputed ? 'disputed' : 'active';
  return { ...draft, entry_status: entrySignals.has(draft.kind) ? status : null };
}
