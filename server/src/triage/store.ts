import { sql } from 'kysely';
import type { Trx } from '../platform/database/index.ts';
import { newId } from '../platform/ids.ts';
import { standardRules } from './standard-rules.ts';
import type { RuleRow } from './tables.ts';

/** The desk's rules in the order they are asked; a desk that never had any is given the standard ones. */
export async function rulesOf(trx: Trx, deskId: string, now: Date): Promise<RuleRow[]> {
  const rules = await selectRules(trx, deskId);
  if (rules.length > 0 || (await removedRules(trx, deskId)).length > 0) return rules;
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
        removed_at: null,
        removed_by: null,
      })),
    )
    .onConflict((conflict) => conflict.columns(['desk_id', 'position']).doNothing())
    .execute();
  return selectRules(trx, deskId);
}

function selectRules(trx: Trx, deskId: string): Promise<RuleRow[]> {
  return trx
    .selectFrom('triage_rule')
    .selectAll()
    .where('desk_id', '=', deskId)
    .where('removed_at', 'is', null)
    .orderBy('position')
    .execute();
}

/** The rules that were removed, the last first. */
export function removedRules(trx: Trx, deskId: string): Promise<RuleRow[]> {
  return trx
    .selectFrom('triage_rule')
    .selectAll()
    .where('desk_id', '=', deskId)
    .where('removed_at', 'is not', null)
    .orderBy('removed_at', 'desc')
    .orderBy('rule_id', 'desc')
    .execute();
}

/** The revision of the order of the rules: 1 until it first changes. */
export async function readRevision(trx: Trx, deskId: string): Promise<number> {
  const order = await trx
    .selectFrom('triage_order')
    .select('revision')
    .where('desk_id', '=', deskId)
    .executeTakeFirst();
  return order?.revision ?? 1;
}

/**
 * Lets one transaction at a time change which rules there are and in what order; what is read after it
 * is read after the others. @returns the revision of the order
 */
export async function lockOrder(trx: Trx, deskId: string, now: Date): Promise<number> {
  await trx
    .insertInto('triage_order')
    .values({ desk_id: deskId, revision: 1 })
    .onConflict((conflict) => conflict.column('desk_id').doNothing())
    .execute();
  const { revision } = await trx
    .selectFrom('triage_order')
    .select('revision')
    .where('desk_id', '=', deskId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  await rulesOf(trx, deskId, now);
  return revision;
}

/** Counts a change of the order, under its lock. */
export async function countChange(trx: Trx, deskId: string): Promise<void> {
  await trx
    .updateTable('triage_order')
    .set((row) => ({ revision: row('revision', '+', 1) }))
    .where('desk_id', '=', deskId)
    .execute();
}

/** Puts the rules in this order, under its lock. @param ruleIds every rule that is asked, once */
export async function writeOrder(
  trx: Trx,
  deskId: string,
  ruleIds: readonly string[],
): Promise<void> {
  // No two rules may have one place at any moment, so all of them first go below zero.
  await trx
    .updateTable('triage_rule')
    .set((row) => ({ position: row(row.val(-1), '-', row.ref('position')) }))
    .where('desk_id', '=', deskId)
    .where('removed_at', 'is', null)
    .execute();
  for (const [position, ruleId] of ruleIds.entries())
    await trx
      .updateTable('triage_rule')
      .set({ position })
      .where('desk_id', '=', deskId)
      .where('rule_id', '=', ruleId)
      .execute();
}

/** A rule, locked. */
export function lockRule(trx: Trx, deskId: string, ruleId: string): Promise<RuleRow | undefined> {
  return trx
    .selectFrom('triage_rule')
    .selectAll()
    .where('desk_id', '=', deskId)
    .where('rule_id', '=', ruleId)
    .forUpdate()
    .executeTakeFirst();
}

/** Changes a locked rule. */
export function updateRule(
  trx: Trx,
  { desk_id, rule_id }: Pick<RuleRow, 'desk_id' | 'rule_id'>,
  change: Partial<RuleRow>,
): Promise<RuleRow> {
  return trx
    .updateTable('triage_rule')
    .set(change)
    .where('desk_id', '=', desk_id)
    .where('rule_id', '=', rule_id)
    .returningAll()
    .executeTakeFirstOrThrow();
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
