import type { Case, CaseEvent } from '@commonweal/contract';
import { isHeld } from './hold-case.ts';
import type { CaseEventRow, CaseRow } from './tables.ts';

/** A case as the wire shows it. An expired hold is shown as nobody's. */
export function presentCase(
  row: CaseRow,
  signals: number,
  names: ReadonlyMap<string, string>,
  now: Date,
): Case {
  const held = row.claimed_by !== null && isHeld(row, now);
  return {
    case_id: row.case_id,
    subject: row.subject,
    item_id: row.item_id,
    actor_external_id: row.actor_external_id,
    title: row.title,
    queue: row.queue,
    priority: row.priority,
    suggestion: row.suggestion,
    state: row.state,
    signals,
    claimed_by:
      held && row.claimed_by !== null
        ? { person_id: row.claimed_by, name: names.get(row.claimed_by) ?? 'Somebody' }
        : null,
    lease_until: held ? (row.lease_until?.toISOString() ?? null) : null,
    opened_at: row.opened_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
    version: row.version,
  };
}

export function presentEvent(row: CaseEventRow): CaseEvent {
  return {
    at: row.at.toISOString(),
    by: row.actor_name,
    tool: row.tool,
    kind: row.kind,
    detail: row.detail,
    rule_id: row.rule_id,
  };
}
