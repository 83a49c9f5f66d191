import type { NoticeDecision, NoticeSubject, Redress } from '@commonweal/contract/pages';

/**
 * What a notice said when it was written: a snapshot, so that it goes on saying what was true then.
 * What happened since (a measure ended, an appeal) is read when the page is shown.
 */
export interface Statement {
  readonly subject: NoticeSubject;
  /** Null: not decided yet (reporters only). */
  readonly decision: NoticeDecision | null;
  readonly redress: readonly Redress[];
  /** When a reporter may learn the outcome: not before a lawful delay for the person affected ends. */
  readonly told_from: string | null;
}

/** Where the appeal against a notice's decision stands, as its page tells it. */
export interface AppealStanding {
  readonly decision_id: string;
  readonly state: 'open' | 'upheld' | 'overturned';
  readonly received_at: string;
  readonly decided_at: string | null;
  readonly reasons: string | null;
}

export interface NoticeRow {
  desk_id: string;
  /** An affected person's notice carries its decision's id. */
  notice_id: string;
  audience: 'affected' | 'reporter';
  decision_id: string | null;
  report_id: string | null;
  item_id: string | null;
  /** The person's own language where it is known (BCP 47). */
  language: string | null;
  statement: Statement | null;
  appeal: AppealStanding | null;
  /** The notice of the full decision that took an emergency step's place. */
  superseded_by: string | null;
  available_from: Date;
  appeal_until: Date | null;
  /** Told later than the decision, for a reason the decision records. */
  delayed: boolean;
  /** When the platform was given the address of a notice that had been delayed. */
  handed_over_at: Date | null;
  created_at: Date;
  retention_until: Date;
  erased_at: Date | null;
  ledger_entry_id: string;
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    notice: NoticeRow;
  }
}
