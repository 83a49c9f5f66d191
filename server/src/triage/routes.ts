import { operations } from '@commonweal/contract';
import type { FastifyInstance } from 'fastify';
import { route } from '../platform/http/index.ts';
import type { Platform } from '../platform/platform.ts';
import { addRule, changeRule, orderRules, readRules, removeRule } from './change-rules.ts';
import { checkExpression } from './expression.ts';

/** Rules as people read and change them. */
export function triageRoutes(app: FastifyInstance, platform: Platform): void {
  const { database } = platform;

  route(app, operations.listRules, ({ deskId }) =>
    database.inDesk(deskId, (trx) => readRules(platform, trx, deskId)),
  );

  route(app, operations.createRule, ({ body, deskId }) => {
    checkExpression(body.expression);
    return database.inDesk(deskId, (trx) => addRule(platform, trx, deskId, body));
  });

  route(app, operations.changeRule, ({ body, params, deskId }) => {
    checkExpression(body.expression);
    return database.inDesk(deskId, (trx) =>
      changeRule(platform, trx, deskId, params.rule_id, body),
    );
  });

  route(app, operations.orderRules, ({ body, deskId }) =>
    database.inDesk(deskId, (trx) => orderRules(platform, trx, deskId, body)),
  );

  route(app, operations.removeRule, async ({ params, query, deskId, person }) => {
    await database.inDesk(deskId, (trx) =>
      removeRule(platform, trx, deskId, params.rule_id, {
        version: query.version,
        by: person.name,
      }),
    );
    return null;
  });
}
