import type { BankImport, EntryType } from '@commonweal/contract';

declare module '../../platform/database/tables.ts' {
  interface Tables {
    bank_import: BankImportRow;
    bank_import_refusal: ImportRefusalRow;
  }
}

export interface BankImportRow {
  desk_id: string;
  bank_import_id: string;
  bank_id: string;
  name: string;
  format: BankImport['format'];
  sha256: string;
  bytes: number;
  /** Of rows that do not say theirs; the next three too. */
  type: EntryType | null;
  label: string;
  source: string;
  severity: number | null;
  state: BankImport['state'];
  bytes_read: number;
  rows_read: number;
  added: number;
  already_there: number;
  refused: number;
  problem: string | null;
  by: string;
  by_id: string;
  /** Beginnings, also those that a crash cut off. */
  attempts: number;
  created_at: Date;
  ended_at: Date | null;
  /** When a process may take it up; null once it has ended. */
  due_at: Date | null;
}

export interface ImportRefusalRow {
  desk_id: string;
  bank_import_id: string;
  line: number;
  detail: string;
}
