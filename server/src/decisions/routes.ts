import { operations, type Decision, type TrackRecord } from '@commonweal/contract';
import type { FastifyInstance } from 'fastify';
import { requireEntry } from '../matching/index.ts';
import type { Trx } from '../platform/database/index.ts';
import { notFound, readCursor, route, toPage } from '../platform/http/index.ts';
import type { Platform } from '../platform/platform.ts';
import { checkDecision } from './check-decision.ts';
import { closeCase } from './close-case.ts';
import { decideCase } from './decide-case.ts';
import { factsOf } from './facts.ts';
import { presentAll, type Links } from './present.ts';
import { reverseDecision } from './reverse-decision.ts';
import { keepDecision } from './reviews.ts';
import { approveDecision, refuseDecision } from './second-person.ts';
import { trackRecords } from './track-record.ts';
import { countWaiting, findDecision, listDecisions, type DecisionRow } from './store.ts';

/** Deciding, approving, undoing. */
export function decisionRoutes(app: FastifyInstance, platform: Platform, links: Links): void {
  const { database } = platform;

  route(app, operations.checkDecision, ({ params, body, deskId, person }) =>
    database.inDesk(
      deskId,
      (trx) => checkDecision(platform, trx, deskId, params.case_id, body.assessment, person),
      { readOnly: true },
    ),
  );

  route(app, operations.decideCase, ({ params, body, deskId, person }) =>
    changing(deskId, (trx) => decideCase(platform, trx, deskId, params.case_id, body, person)),
  );

  route(app, operations.closeCase, ({ params, body, deskId, person }) =>
    changing(deskId, (trx) => closeCase(platform, trx, deskId, params.case_id, body, person)),
  );

  route(app, operations.approveDecision, ({ params, body, deskId, person }) =>
    changing(deskId, (trx) =>
      approveDecision(platform, trx, deskId, params.decision_id, body, person),
    ),
  );

  route(app, operations.refuseDecision, ({ params, body, deskId, person }) =>
    changing(deskId, (trx) =>
      refuseDecision(platform, trx, deskId, params.decision_id, body, person),
    ),
  );

  route(app, operations.reverseDecision, ({ params, body, deskId, person }) =>
    changing(deskId, (trx) =>
      reverseDecision(platform, trx, deskId, params.decision_id, body, person),
    ),
  );

  route(app, operations.keepDecision, ({ params, body, deskId, person }) =>
    database.inDesk(deskId, async (trx) =>
      presentOne(
        trx,
        deskId,
        await keepDecision(platform, trx, deskId, params.decision_id, body, person),
      ),
    ),
  );

  route(app, operations.countDecisions, ({ deskId }) =>
    database.inDesk(deskId, (trx) => countWaiting(trx, deskId)),
  );

  route(app, operations.trackRecordOfEntry, ({ params, deskId }) =>
    database.inDesk(deskId, async (trx) => {
      await requireEntry(trx, deskId, params.bank_id, params.bank_entry_id);
      const [record] = await trackRecords(trx, deskId, [params.bank_entry_id]);
      return record as TrackRecord;
    }),
  );

  route(app, operations.trackRecordsOfCase, ({ params, deskId }) =>
    database.inDesk(deskId, async (trx) => {
      const { signals } = await factsOf(platform, trx, deskId, params.case_id);
      const entries = signals.flatMap(({ entry_status, reference_id }) =>
        entry_status === null ? [] : (reference_id ?? []),
      );
      return { data: await trackRecords(trx, deskId, [...new Set(entries)]) };
    }),
  );

  route(app, operations.readDecision, ({ params, deskId }) =>
    database.inDesk(deskId, async (trx) => {
      const row = await findDecision(trx, deskId, params.decision_id);
      if (row === undefined) throw notFound('decision');
      return presentOne(trx, deskId, row);
    }),
  );

  route(app, operations.listDecisions, ({ query, deskId }) =>
    database.inDesk(deskId, async (trx) => {
      const limit = query.limit ?? 50;
      const cursor = readCursor(query.cursor, 1);
      const rows = await listDecisions(trx, deskId, {
        state: query.state,
        measure: query.measure,
        upForReview: query.up_for_review,
        before: cursor === null ? null : String(cursor[0]),
        limit,
      });
      const shown = await presentAll(trx, deskId, rows, links);
      return toPage(
        shown,
        limit,
        (one) => [one.decision_id],
        (one) => one,
      );
    }),
  );

  async function changing(
    deskId: string,
    change: (trx: Trx) => Promise<DecisionRow>,
  ): Promise<Decision> {
    const decision = await database.inDesk(deskId, async (trx) =>
      presentOne(trx, deskId, await change(trx)),
    );
    platform.metrics.decisions.inc({
      measure: decision.measure ?? 'no_action',
      outcome: decision.state,
    });
    return decision;
  }

  async function presentOne(trx: Trx, deskId: string, row: DecisionRow): Promise<Decision> {
    const [shown] = await presentAll(trx, deskId, [row], links);
    return shown as Decision;
  }
}
