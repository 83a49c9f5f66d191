import type { Locale } from '@commonweal/contract';
import type { Generated } from 'kysely';

export interface AppealRow {
  desk_id: string;
  appeal_id: string;
  notice_id: string;
  decision_id: string;
  /** Copied from the decision, held by a foreign key: the database refuses them as hearers. */
  decided_by: string;
  second_by: string | null;
  submission_key: string;
  appellant: 'affected' | 'reporter';
  /** Null once its date is past. */
  body: string | null;
  contact: string | null;
  language: Locale;
  state: 'open' | 'upheld' | 'overturned';
  heard_by: string | null;
  reasons: string | null;
  received_at: Date;
  decided_at: Date | null;
  erased_at: Date | null;
  ledger_entry_id: string;
  version: number;
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    appeal: AppealRow & { second_key: Generated<string> };
  }
}
