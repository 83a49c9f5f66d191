import type { Case } from '@commonweal/contract';

export interface CaseRow {
  desk_id: string;
  case_id: string;
  subject: Case['subject'];
  subject_key: string;
  item_id: string | null;
  actor_external_id: string | null;
  title: string;
  queue: string;
  priority: number;
  suggestion: Case['suggestion'];
  state: Case['state'];
  claimed_by: string | null;
  lease_until: Date | null;
  opened_at: Date;
  updated_at: Date;
  version: number;
}

export interface CaseEventRow {
  desk_id: string;
  case_id: string;
  event_id: string;
  at: Date;
  actor_id: string | null;
  actor_name: string;
  tool: string;
  kind: string;
  detail: string;
  /** The triage rule that spoke. */
  rule_id: string | null;
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    review_case: CaseRow;
    case_item: { desk_id: string; case_id: string; item_id: string; added_at: Date };
    case_event: CaseEventRow;
  }
}
