import type { Rule } from '@commonweal/contract';
import type { Trx } from '../platform/database/index.ts';
import { newId } from '../platform/ids.ts';
import type { Platform } from '../platform/platform.ts';
import { expressionOf, type RuleItem, type RuleSignal } from './expression.ts';
import { otherwise } from './standard-rules.ts';
import { rulesOf } from './store.ts';

/** Where a case goes, and what a rule suggests. A suggestion is never a decision. */
export interface Placement {
  readonly queue: string;
  readonly priority: number;
  readonly suggestion: Rule['suggestion'];
  /** The rule that spoke, or null. */
  readonly rule: string | null;
  readonly ruleId: string | null;
}

export interface PlacedItem {
  readonly itemId: string;
  readonly item: RuleItem;
  readonly signals: readonly RuleSignal[];
}

/**
 * Asks the desk's rules, first to last, about each item: the first live one that says yes places it.
 * Shadow rules are asked too and only counted.
 */
export async function placeItems(
  platform: Pick<Platform, 'clock'>,
  trx: Trx,
  deskId: string,
  items: readonly PlacedItem[],
): Promise<Placement[]> {
  const now = platform.clock.now();
  const rules = await rulesOf(trx, deskId, now);
  const counted: { rule_id: string; item_id: string; shadow: boolean }[] = [];
  const placements = items.map(({ itemId, item, signals }): Placement => {
    let placed: Placement | null = null;
    for (const rule of rules) {
      if (rule.mode === 'off' || (placed !== null && rule.mode === 'live')) continue;
      if (!expressionOf(rule.expression)(item, signals)) continue;
      counted.push({ rule_id: rule.rule_id, item_id: itemId, shadow: rule.mode === 'shadow' });
      if (rule.mode === 'live')
        placed = {
          queue: rule.queue,
          priority: rule.priority,
          suggestion: rule.suggestion,
          rule: rule.name,
          ruleId: rule.rule_id,
        };
    }
    return placed ?? { ...otherwise, rule: null, ruleId: null };
  });
  if (counted.length > 0) {
    await trx
      .insertInto('triage_placement')
      .values(counted.map((row) => ({ ...row, desk_id: deskId, placement_id: newId(), at: now })))
      .execute();
  }
  return placements;
}
