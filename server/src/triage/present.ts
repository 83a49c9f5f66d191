import type { Rule } from '@commonweal/contract';
import type { RuleRow } from './tables.ts';

/** A rule as the wire shows it. @param matched cases it has placed, or would have */
export function presentRule(row: RuleRow, matched: number): Rule {
  const { desk_id: _desk, position: _place, updated_at, removed_at, ...rule } = row;
  return {
    ...rule,
    matched,
    updated_at: updated_at.toISOString(),
    removed_at: removed_at?.toISOString() ?? null,
  };
}
