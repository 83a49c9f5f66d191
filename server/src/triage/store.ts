import { sql } from 'kysely';
import type { Trx } from '../platform/database/index.ts';
import { newId } from '../platform/ids.ts';
import { standardRules } from './standard-rules.ts';
import type { RuleRow } from './tables.ts';

/** The desk's rules in the order they are asked; a desk without any is given the standard ones. */
export async function rulesOf(trx: Trx, deskId: string, now: Date): Promise<RuleRow[]> {
  const rules = await selectRules(trx, deskId);
  if (rules.length > 0) return rules;
  await trx
    .insertInto('triage_rule')
    .values(
      standardRules.map((rule, position) => ({
        ...rule,
        desk_id: deskId,
        rule_id: newId(),
        position,
        version: 1,
        updated_at: now,
      })),
    )
    .onConflict((conflict) => conflict.columns(['desk_id', 'position']).doNothing())
    .execute();
  return selectRules(trx, deskId);
}

/** Lets one transaction at a time add to the rules; what is read after it is read after the others. */
export async function lockRules(trx: Trx, deskId: string, now: Date): Promise<void> {
  await rulesOf(trx, deskId, now);
  await trx
    .selectFrom('triage_rule')
    .select('rule_id')
    .where('desk_id', '=', deskId)
    .orderBy('position')
    .limit(1)
    .forUpdate()
    .execute();
}

function selectRules(trx: Trx, deskId: string): Promise<RuleRow[]> {
  return trx
    .selectFrom('triage_rule')
    .selectAll()
    .where('desk_id', '=', deskId)
    .orderBy('position')
    .execute();
}

/** How often each rule placed something, or would have. */
export async function countPlacements(trx: Trx, deskId: string): Promise<Map<string, number>> {
  const rows = await trx
    .selectFrom('triage_placement')
    .select(['rule_id', sql<number>`count(*)`.as('count')])
    .where('desk_id', '=', deskId)
    .groupBy('rule_id')
    .execute();
  return new Map(rows.map((row) => [row.rule_id, row.count]));
}
