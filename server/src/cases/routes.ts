import { operations, type Case } from '@commonweal/contract';
import type { FastifyInstance } from 'fastify';
import { peopleNames } from '../desks/index.ts';
import { readSignals } from '../matching/index.ts';
import type { Trx } from '../platform/database/index.ts';
import { notFound, readCursor, route, toPage } from '../platform/http/index.ts';
import type { Platform } from '../platform/platform.ts';
import { claimCase, releaseCase } from './hold-case.ts';
import { countCases, listCases } from './list-cases.ts';
import { presentCase, presentEvent } from './present.ts';
import { readCase, type DecisionsOfCase } from './read-case.ts';
import { appendEvent, findCase, itemsOfCases } from './store.ts';
import type { CaseRow } from './tables.ts';

/** The review queue. */
export function caseRoutes(
  app: FastifyInstance,
  platform: Platform,
  decisionsOfCase: DecisionsOfCase,
): void {
  const { database, clock } = platform;

  route(app, operations.listCases, ({ query, deskId, caller }) =>
    database.inDesk(deskId, async (trx) => {
      const limit = query.limit ?? 50;
      const cursor = readCursor(query.cursor, 3, 2);
      const rows = await listCases(trx, deskId, {
        state: query.state ?? 'open',
        queue: query.queue,
        claimedBy: query.mine === true && caller.kind === 'person' ? caller.personId : undefined,
        q: query.q,
        after: cursor === null ? null : [Number(cursor[0]), Number(cursor[1]), String(cursor[2])],
        limit,
      });
      const shown = new Map((await presentAll(trx, deskId, rows)).map((one) => [one.case_id, one]));
      return toPage(
        rows,
        limit,
        (row) => [row.priority, row.opened_at.getTime(), row.case_id],
        (row) => shown.get(row.case_id) as Case,
      );
    }),
  );

  route(app, operations.countCases, ({ deskId, caller }) =>
    database.inDesk(deskId, (trx) =>
      countCases(trx, deskId, caller.kind === 'person' ? caller.personId : null, clock.now()),
    ),
  );

  route(app, operations.readCase, ({ params, deskId }) =>
    database.inDesk(deskId, (trx) =>
      readCase(platform, trx, deskId, params.case_id, decisionsOfCase),
    ),
  );

  route(app, operations.claimCase, ({ params, body, deskId, person }) =>
    database.inDesk(deskId, async (trx) =>
      presentOne(
        trx,
        deskId,
        await claimCase(platform, trx, deskId, params.case_id, body.version, person),
      ),
    ),
  );

  route(app, operations.releaseCase, ({ params, body, deskId, person }) =>
    database.inDesk(deskId, async (trx) =>
      presentOne(
        trx,
        deskId,
        await releaseCase(platform, trx, deskId, params.case_id, body.version, person),
      ),
    ),
  );

  route(app, operations.noteCase, ({ params, body, deskId, person }) =>
    database.inDesk(deskId, async (trx) => {
      if ((await findCase(trx, deskId, params.case_id)) === undefined) throw notFound('case');
      return presentEvent(
        await appendEvent(trx, {
          desk_id: deskId,
          case_id: params.case_id,
          at: clock.now(),
          actor_id: person.personId,
          actor_name: person.name,
          tool: 'console',
          kind: 'note',
          detail: body.text,
          rule_id: null,
        }),
      );
    }),
  );

  async function presentOne(trx: Trx, deskId: string, row: CaseRow): Promise<Case> {
    const [shown] = await presentAll(trx, deskId, [row]);
    return shown as Case;
  }

  async function presentAll(trx: Trx, deskId: string, rows: readonly CaseRow[]): Promise<Case[]> {
    const links = await itemsOfCases(
      trx,
      deskId,
      rows.map((row) => row.case_id),
    );
    const signals = await readSignals(
      trx,
      deskId,
      links.map((link) => link.item_id),
    );
    const names = await peopleNames(
      trx,
      rows.flatMap((row) => row.claimed_by ?? []),
    );
    return rows.map((row) => {
      const count = links
        .filter((link) => link.case_id === row.case_id)
        .reduce((sum, link) => sum + (signals.get(link.item_id)?.length ?? 0), 0);
      return presentCase(row, count, names, clock.now());
    });
  }
}
