import type { Assessment, Decision, DecisionReview, GateReply } from '@commonweal/contract';
import type { GateOutcome, MeasureKind, MeasureSubject } from '@commonweal/law';
import type { Generated } from 'kysely';

/** Why a decision no longer stands. */
export type ReversedBecause = 'appeal' | 'reversed' | 'override_expired';

export interface DecisionTable {
  desk_id: string;
  decision_id: string;
  case_id: string;
  item_id: string | null;
  actor_external_id: string | null;
  title: string;
  /** What the measure acts on; for no action, what the case is about. */
  subject: MeasureSubject;
  /** When the item came in: the beginning of the wait for this decision. */
  subject_received_at: Date | null;
  kind: Decision['kind'];
  state: Decision['state'];
  measure: MeasureKind | null;
  assessment: Assessment | null;
  gate: GateReply | null;
  gate_outcome: GateOutcome | null;
  gate_passed: boolean;
  needs_second: boolean;
  carries_measure: Generated<boolean>;
  reasons: string;
  policy_version_id: string | null;
  decided_by: string;
  second_by: string | null;
  second_reason: string | null;
  refused_by: string | null;
  override_expires_at: Date | null;
  decided_at: Date;
  effective_at: Date | null;
  reversed_at: Date | null;
  reversed_by: string | null;
  reversed_because: ReversedBecause | null;
  reversal_reasons: string | null;
  appeal_until: Date | null;
  retention_until: Date;
  erased_at: Date | null;
  ledger_entry_id: string;
  version: number;
}

export interface DecisionBasisTable {
  desk_id: string;
  decision_id: string;
  basis_id: string;
  kind: 'clause' | 'bank_entry' | 'designation' | 'report';
  /** The policy version of a clause; the entry, designation or report itself. */
  reference_id: string;
  clause_key: string | null;
}

export interface DecisionReviewRow extends Omit<
  DecisionReview,
  'opened_at' | 'closed_at' | 'closed_by'
> {
  desk_id: string;
  decision_id: string;
  /** The decision's own, so that the database can tell them from who closes it. */
  decided_by: string;
  opened_at: Date;
  closed_at: Date | null;
  closed_by: string | null;
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    decision: DecisionTable;
    decision_basis: DecisionBasisTable;
    decision_review: DecisionReviewRow;
  }
}

declare module '../platform/events.ts' {
  interface DeskEvents {
    /** A decision was recorded, in whatever state. */
    'decision.made': { deskId: string; decisionId: string };
    /**
     * A decision took effect, also one for no action. `takesOverFrom`: the emergency override on the
     * same case that it completes; that one is reversed right after this event.
     */
    'decision.effective': {
      deskId: string;
      decisionId: string;
      itemId: string | null;
      kind: Decision['kind'];
      takesOverFrom: string | null;
    };
    /** A decision that had taken effect no longer stands, also one for no action. */
    'decision.reversed': {
      deskId: string;
      decisionId: string;
      because: ReversedBecause;
      reasons: string;
    };
  }
}
