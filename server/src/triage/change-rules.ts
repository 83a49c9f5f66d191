import type { NewRule, Rule, Rules } from '@commonweal/contract';
import { recordEvent } from '../ledger/index.ts';
import type { Trx } from '../platform/database/index.ts';
import { fault, faulty, notFound, refusal, staleVersion } from '../platform/http/index.ts';
import { newId } from '../platform/ids.ts';
import type { Platform } from '../platform/platform.ts';
import { presentRule } from './present.ts';
import {
  countChange,
  countPlacements,
  lockOrder,
  lockRule,
  readRevision,
  removedRules,
  rulesOf,
  updateRule,
  writeOrder,
} from './store.ts';
import type { RuleRow } from './tables.ts';

type Parts = Pick<Platform, 'clock'>;

/** All rules of a desk: those that are asked, in order, and those that were. */
export async function readRules(platform: Parts, trx: Trx, deskId: string): Promise<Rules> {
  const rules = await rulesOf(trx, deskId, platform.clock.now());
  const counts = await countPlacements(trx, deskId);
  const present = (row: RuleRow): Rule => presentRule(row, counts.get(row.rule_id) ?? 0);
  return {
    data: rules.map(present),
    removed: (await removedRules(trx, deskId)).map(present),
    revision: await readRevision(trx, deskId),
  };
}

/** Adds a rule after the others. Its expression is known to be one. */
export async function addRule(
  platform: Parts,
  trx: Trx,
  deskId: string,
  rule: NewRule,
): Promise<Rule> {
  const now = platform.clock.now();
  await lockOrder(trx, deskId, now);
  const rules = await rulesOf(trx, deskId, now);
  const row: RuleRow = {
    ...rule,
    desk_id: deskId,
    rule_id: newId(),
    position: (rules.at(-1)?.position ?? -1) + 1,
    version: 1,
    updated_at: now,
    removed_at: null,
    removed_by: null,
  };
  await trx.insertInto('triage_rule').values(row).execute();
  await countChange(trx, deskId);
  await recordEvent(platform, trx, deskId, {
    kind: 'rule.created',
    subjectId: row.rule_id,
    event: plain(rule),
  });
  return presentRule(row, 0);
}

/** Changes a rule that is asked. @throws ProblemError not-found, gone, stale-version */
export async function changeRule(
  platform: Parts,
  trx: Trx,
  deskId: string,
  ruleId: string,
  { version, ...rule }: NewRule & { readonly version: number },
): Promise<Rule> {
  const current = await requireRule(trx, deskId, ruleId, version);
  const row = await updateRule(trx, current, {
    ...rule,
    version: version + 1,
    updated_at: platform.clock.now(),
  });
  await recordEvent(platform, trx, deskId, {
    kind: 'rule.changed',
    subjectId: row.rule_id,
    event: plain(rule),
  });
  return presentRule(row, (await countPlacements(trx, deskId)).get(ruleId) ?? 0);
}

/**
 * Removes a rule: it is asked no more, and stays readable where a case names it.
 * @throws ProblemError not-found, gone, stale-version
 */
export async function removeRule(
  platform: Parts,
  trx: Trx,
  deskId: string,
  ruleId: string,
  { version, by }: { readonly version: number; readonly by: string },
): Promise<void> {
  const now = platform.clock.now();
  await lockOrder(trx, deskId, now);
  const current = await requireRule(trx, deskId, ruleId, version);
  await updateRule(trx, current, {
    position: null,
    removed_at: now,
    removed_by: by,
    version: version + 1,
  });
  await countChange(trx, deskId);
  await recordEvent(platform, trx, deskId, {
    kind: 'rule.removed',
    subjectId: ruleId,
    event: plain(current),
  });
}

/**
 * Puts the rules in another order.
 * @throws ProblemError stale-version when rules were added, removed or moved since; invalid unless the
 * order names every rule once
 */
export async function orderRules(
  platform: Parts,
  trx: Trx,
  deskId: string,
  { revision, rule_ids: ruleIds }: { readonly revision: number; readonly rule_ids: string[] },
): Promise<Rules> {
  const now = platform.clock.now();
  const current = await lockOrder(trx, deskId, now);
  if (current !== revision) throw staleVersion('order of rules', revision, current);
  const before = (await rulesOf(trx, deskId, now)).map((rule) => rule.rule_id);
  const named = new Set(ruleIds);
  const isWhole = before.length === ruleIds.length && before.every((id) => named.has(id));
  if (!isWhole) throw faulty([fault('/rule_ids', 'not-every-rule')]);
  if (before.some((id, at) => id !== ruleIds[at])) {
    await writeOrder(trx, deskId, ruleIds);
    await countChange(trx, deskId);
    await recordEvent(platform, trx, deskId, {
      kind: 'rules.ordered',
      subjectId: deskId,
      event: { rule_ids: ruleIds },
    });
  }
  return readRules(platform, trx, deskId);
}

async function requireRule(
  trx: Trx,
  deskId: string,
  ruleId: string,
  version: number,
): Promise<RuleRow> {
  const rule = await lockRule(trx, deskId, ruleId);
  if (rule === undefined) throw notFound('rule');
  if (rule.removed_at !== null) throw refusal('rule-removed');
  if (rule.version !== version) throw staleVersion('rule', version, rule.version);
  return rule;
}

function plain({ name, expression, queue, priority, suggestion, mode }: NewRule) {
  return { name, expression, queue, priority, suggestion, mode };
}
