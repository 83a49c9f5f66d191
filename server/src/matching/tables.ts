import type { BankKind, EntryStatus, EntryType, Signal } from '@commonweal/contract';

declare module '../platform/events.ts' {
  interface DeskEvents {
    /** An entry was withdrawn: what rested on it is to be looked at again. */
    'entry.withdrawn': EntryFate;
    /** A withdrawn entry is active or disputed again. */
    'entry.restored': EntryFate;
  }
}

/** What became of an entry, and at whose hands. */
export interface EntryFate {
  readonly deskId: string;
  readonly bankEntryId: string;
  /** The bank and the label: never the value, which may be content. */
  readonly subject: string;
  readonly by: string;
  readonly reason: string;
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    bank_revision: { desk_id: string; revision: number };
    bank: BankRow;
    bank_change: BankChangeRow;
    bank_entry: EntryRow;
    bank_entry_change: ChangeRow;
    signal: SignalRow;
  }
}

export interface BankRow {
  desk_id: string;
  bank_id: string;
  name: string;
  kind: BankKind;
  description: string;
  source: string;
  /** Off, nothing of it is found. */
  on: boolean;
  entries: number;
  /** Of a bank of hashes; null of others. */
  pdq_distance: number | null;
  created_at: Date;
  /** Of its last switch; 0 before the first. */
  revision: number;
}

export interface BankChangeRow {
  desk_id: string;
  change_id: string;
  bank_id: string;
  at: Date;
  by: string;
  change: 'made' | 'switched';
  from: 'on' | 'off' | null;
  to: 'on' | 'off';
  reason: string;
}

export interface EntryRow {
  desk_id: string;
  bank_entry_id: string;
  bank_id: string;
  bank_kind: BankKind;
  type: EntryType;
  value: string;
  value_digest: Buffer;
  label: string;
  source: string;
  severity: number | null;
  status: EntryStatus;
  note: string;
  added_by: string;
  /** The person or the key; null of entries from before this was kept. */
  added_by_id: string | null;
  confirmed_by: string | null;
  confirmed_by_id: string | null;
  confirmed_at: Date | null;
  expires_at: Date | null;
  created_at: Date;
  updated_at: Date;
  version: number;
  revision: number;
}

export interface ChangeRow {
  desk_id: string;
  change_id: string;
  bank_entry_id: string;
  at: Date;
  by: string;
  change: 'added' | 'status' | 'label' | 'expires_at' | 'confirmed';
  from: string | null;
  to: string | null;
  reason: string;
}

export interface SignalRow extends Omit<Signal, 'at' | 'entry_status'> {
  desk_id: string;
  item_id: string;
  at: Date;
}
