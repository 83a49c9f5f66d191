import type { Appeal } from '@commonweal/contract';
import type { StoredDecision } from '../decisions/index.ts';
import type { AppealRow } from './tables.ts';

/** An appeal as the wire shows it. */
export function presentAppeal(
  row: AppealRow,
  decision: Pick<StoredDecision, 'title' | 'measure'> | undefined,
  names: ReadonlyMap<string, string>,
  mayHear: boolean,
): Appeal {
  return {
    appeal_id: row.appeal_id,
    decision_id: row.decision_id,
    state: row.state,
    text: row.body ?? '',
    language: row.language,
    title: decision?.title ?? '',
    measure: decision?.measure ?? 'no_action',
    received_at: row.received_at.toISOString(),
    heard_by:
      row.heard_by === null
        ? null
        : { person_id: row.heard_by, name: names.get(row.heard_by) ?? 'Somebody' },
    reasons: row.reasons,
    decided_at: row.decided_at?.toISOString() ?? null,
    may_hear: mayHear,
    version: row.version,
  };
}
