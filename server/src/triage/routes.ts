import { operations, type NewRule, type Rule } from '@commonweal/contract';
import type { FastifyInstance } from 'fastify';
import type { Static } from 'typebox';
import { recordEvent } from '../ledger/index.ts';
import { notFound, route, staleVersion } from '../platform/http/index.ts';
import { newId } from '../platform/ids.ts';
import type { Platform } from '../platform/platform.ts';
import { checkExpression } from './expression.ts';
import { countPlacements, lockRules, rulesOf } from './store.ts';
import type { RuleRow } from './tables.ts';

/** Rules as people read and change them. */
export function triageRoutes(app: FastifyInstance, platform: Platform): void {
  const { database, clock } = platform;

  route(app, operations.listRules, ({ deskId }) =>
    database.inDesk(deskId, async (trx) => {
      const rules = await rulesOf(trx, deskId, clock.now());
      const counts = await countPlacements(trx, deskId);
      return { data: rules.map((row) => present(row, counts.get(row.rule_id) ?? 0)) };
    }),
  );

  route(app, operations.createRule, ({ body, deskId }) => {
    checkExpression(body.expression);
    return database.inDesk(deskId, async (trx) => {
      await lockRules(trx, deskId, clock.now());
      const rules = await rulesOf(trx, deskId, clock.now());
      const position = (rules.at(-1)?.position ?? -1) + 1;
      const row: RuleRow = {
        ...body,
        desk_id: deskId,
        rule_id: newId(),
        position,
        version: 1,
        updated_at: clock.now(),
      };
      await trx.insertInto('triage_rule').values(row).execute();
      await recordEvent(platform, trx, deskId, {
        kind: 'rule.created',
        subjectId: row.rule_id,
        event: plain(body),
      });
      return present(row, 0);
    });
  });

  route(app, operations.changeRule, ({ body, params, deskId }) => {
    const { version, ...rule } = body;
    checkExpression(rule.expression);
    return database.inDesk(deskId, async (trx) => {
      const key = { desk_id: deskId, rule_id: params.rule_id };
      const current = await trx
        .selectFrom('triage_rule')
        .select('version')
        .where('desk_id', '=', key.desk_id)
        .where('rule_id', '=', key.rule_id)
        .forUpdate()
        .executeTakeFirst();
      if (current === undefined) throw notFound('rule');
      if (current.version !== version) throw staleVersion('rule', version, current.version);
      const row = await trx
        .updateTable('triage_rule')
        .set({ ...rule, version: version + 1, updated_at: clock.now() })
        .where('desk_id', '=', key.desk_id)
        .where('rule_id', '=', key.rule_id)
        .returningAll()
        .executeTakeFirstOrThrow();
      await recordEvent(platform, trx, deskId, {
        kind: 'rule.changed',
        subjectId: row.rule_id,
        event: plain(rule),
      });
      return present(row, (await countPlacements(trx, deskId)).get(row.rule_id) ?? 0);
    });
  });
}

function plain(rule: Static<typeof NewRule>) {
  const { name, expression, queue, priority, suggestion, mode } = rule;
  return { name, expression, queue, priority, suggestion, mode };
}

function present(row: RuleRow, matched: number): Rule {
  const { rule_id, name, expression, queue, priority, suggestion, mode, version, updated_at } = row;
  return {
    rule_id,
    name,
    expression,
    queue,
    priority,
    suggestion,
    mode,
    matched,
    version,
    updated_at: updated_at.toISOString(),
  };
}
