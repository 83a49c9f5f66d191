import type { AppealStanding } from '../notices/index.ts';
import type { AppealRow } from './tables.ts';

/** What a notice's page tells of an appeal. */
export function standingOf(appeal: AppealRow): AppealStanding {
  return {
    decision_id: appeal.decision_id,
    state: appeal.state,
    received_at: appeal.received_at.toISOString(),
    decided_at: appeal.decided_at?.toISOString() ?? null,
    reasons: appeal.reasons,
  };
}
