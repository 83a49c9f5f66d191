import { operations, type Appeal } from '@commonweal/contract';
import type { FastifyInstance } from 'fastify';
import { readCase } from '../cases/index.ts';
import {
  decisionsOfCase,
  presentDecision,
  reviewsOf,
  readDecision,
  type StoredDecision,
} from '../decisions/index.ts';
import { peopleNames } from '../desks/index.ts';
import { measuresOf } from '../measures/index.ts';
import { noticeUrls } from '../notices/index.ts';
import type { Trx } from '../platform/database/index.ts';
import { notFound, readCursor, route, toPage, type Caller } from '../platform/http/index.ts';
import type { Platform } from '../platform/platform.ts';
import { decideAppeal } from './decide-appeal.ts';
import { mayHear, whoMayNotHear } from './policy.ts';
import { presentAppeal } from './present.ts';
import { findAppeal, listAppeals } from './store.ts';
import type { AppealRow } from './tables.ts';

/** Appeals as those who hear them see them. */
export function appealRoutes(app: FastifyInstance, platform: Platform): void {
  const { database } = platform;

  route(app, operations.listAppeals, ({ query, deskId, caller }) =>
    database.inDesk(deskId, async (trx) => {
      const limit = query.limit ?? 50;
      const cursor = readCursor(query.cursor, 3, 2);
      const rows = await listAppeals(trx, deskId, {
        state: query.state,
        after: cursor === null ? null : [Number(cursor[0]), Number(cursor[1]), String(cursor[2])],
        limit,
      });
      const { present } = await behind(trx, deskId, rows, caller);
      return toPage(
        rows,
        limit,
        (row) => [row.state === 'open' ? 0 : 1, row.received_at.getTime(), row.appeal_id],
        present,
      );
    }),
  );

  route(app, operations.readAppeal, ({ params, deskId, caller }) =>
    database.inDesk(deskId, async (trx) => {
      const row = await findAppeal(trx, deskId, params.appeal_id);
      if (row === undefined) throw notFound('appeal');
      const { present, decisions } = await behind(trx, deskId, [row], caller);
      const decision = decisions.get(row.decision_id);
      if (decision === undefined) throw notFound('decision');
      const id = decision.decision_id;
      const measures = await measuresOf(trx, deskId, [id]);
      const notices = await noticeUrls(platform, trx, deskId, [id]);
      const reviews = await reviewsOf(trx, deskId, [id]);
      return {
        appeal: present(row),
        decision: presentDecision(decision, {
          measureId: measures.get(id) ?? null,
          noticeUrl: notices.get(id) ?? null,
          reviews: reviews.get(id) ?? [],
        }),
        case: await readCase(platform, trx, deskId, decision.case_id, decisionsOfCase),
      };
    }),
  );

  route(app, operations.decideAppeal, ({ params, body, deskId, person }) =>
    database.inDesk(deskId, async (trx) => {
      const row = await decideAppeal(platform, trx, deskId, params.appeal_id, body, person);
      return (await behind(trx, deskId, [row], person)).present(row);
    }),
  );
}

/** What stands behind appeals: their decisions, and how each is shown to this caller. */
async function behind(
  trx: Trx,
  deskId: string,
  rows: readonly AppealRow[],
  caller: Caller,
): Promise<{
  decisions: ReadonlyMap<string, StoredDecision>;
  present: (row: AppealRow) => Appeal;
}> {
  const decisions = new Map<string, StoredDecision>();
  for (const id of new Set(rows.map((row) => row.decision_id)))
    decisions.set(id, await readDecision(trx, deskId, id));
  const mayNot = await whoMayNotHear(trx, deskId, rows, decisions);
  const names = await peopleNames(
    trx,
    rows.flatMap((row) => row.heard_by ?? []),
  );
  return {
    decisions,
    present: (row) =>
      presentAppeal(
        row,
        decisions.get(row.decision_id),
        names,
        mayHear(caller, mayNot.get(row.decision_id)),
      ),
  };
}
