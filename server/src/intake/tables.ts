import type { Actor, NewItem, NewReport, StoredFile, Verdict } from '@commonweal/contract';
import type { Static } from 'typebox';
import type { Likeness } from '../platform/media/likeness.ts';

export interface ItemTable {
  desk_id: string;
  item_id: string;
  external_id: string;
  kind: NewItem['kind'];
  surface: NewItem['surface'];
  posted_at: Date | null;
  received_at: Date;
  url: string | null;
  title: string | null;
  body: string | null;
  language: string | null;
  territory: string | null;
  actor_external_id: string | null;
  actor: Static<typeof Actor> | null;
  links: string[];
  audience: number | null;
  participant_report: { reporter_external_id: string; said: string } | null;
  content_hash: Buffer;
  salt: Buffer;
  intake_batch_id: string;
  verdict: Verdict;
  retention_until: Date;
}

export interface ItemFileTable {
  desk_id: string;
  file_id: string;
  item_id: string;
  position: number;
  name: string | null;
  media_type: string;
  bytes: number | null;
  md5: string | null;
  sha1: string | null;
  sha256: string | null;
  held: boolean;
  width: number | null;
  height: number | null;
  /** Where the platform keeps it, when it is to be fetched. */
  url: string | null;
  hashing: StoredFile['hashing'];
  hashing_note: string | null;
  /** When the work that is owed on it is next due; null when none is. */
  due_at: Date | null;
  attempts: number;
}

export interface FileFingerprintTable {
  desk_id: string;
  file_id: string;
  kind: Likeness['kind'];
  /** As `writeLikeness` writes it. */
  prints: Buffer;
}

export interface ReportTable {
  desk_id: string;
  report_id: string;
  item_id: string;
  reporter_kind: NewReport['reporter']['kind'];
  reporter_external_id: string;
  reporter_name: string | null;
  reporter_language: string | null;
  reason: NewReport['reason'];
  said: string;
  good_faith: boolean;
  received_at: Date;
  ledger_entry_id: string;
}

export interface IdempotencyTable {
  desk_id: string;
  caller_id: string;
  key: string;
  request_hash: Buffer;
  status: number | null;
  reply: unknown;
  created_at: Date;
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    item: ItemTable;
    item_file: ItemFileTable;
    file_fingerprint: FileFingerprintTable;
    report: ReportTable;
    idempotency: IdempotencyTable;
  }
}
