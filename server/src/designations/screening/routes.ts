import { operations, type ScreenedName } from '@commonweal/contract';
import type { FastifyInstance } from 'fastify';
import { readCursor, route, toPage } from '../../platform/http/index.ts';
import type { Trx } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { readRegister } from '../entities/register-view.ts';
import {
  endDifferentPerson,
  noteDifferentPerson,
  presentDifferentPerson,
  readDifferentPersons,
  standingOf,
} from './different-persons.ts';
import { SCREENING_THRESHOLD, screenName } from './screen-name.ts';
import { screeningIndex } from './screening-index.ts';

/** Serves the screening of names, and what people found of them. */
export function screeningRoutes(app: FastifyInstance, platform: Platform): void {
  const { database, clock } = platform;

  route(app, operations.screenName, async ({ deskId, body }) => {
    const { name, kind, countries = [], birth_years: birthYears = [], account, limit = 10 } = body;
    const index = await screeningIndex(database, deskId);
    const found = screenName(index, { name, kind, countries, birthYears }, limit);
    const { byDesignation } = await readRegister(database, deskId);
    const reviewed = await database.inDesk(
      deskId,
      (trx) => standingOf(trx, deskId, { name, account: account ?? null, now: clock.now() }),
      { readOnly: true },
    );
    const data = found.map(({ designation, score, because }): ScreenedName => {
      const review = reviewed.get(`${designation.listId} ${designation.reference}`);
      const authorities = byDesignation.get(designation.designationId)?.authorities ?? [];
      return {
        designation_id: designation.designationId,
        authority: designation.authority,
        list: designation.list,
        reference: designation.reference,
        kind: designation.kind,
        name: designation.name,
        listed_on: designation.listedOn,
        also_listed_by: authorities.filter((each) => each !== designation.authority),
        score,
        because,
        reviewed:
          review === undefined
            ? null
            : {
                review_id: review.review_id,
                by: review.by,
                reason: review.reason,
                until: review.expires_at.toISOString(),
              },
      };
    });
    return { threshold: SCREENING_THRESHOLD, searched: index.index.nameCount, data };
  });

  route(app, operations.listDifferentPersons, async ({ deskId, query }) => {
    const limit = query.limit ?? 50;
    const [before = null] = readCursor(query.cursor, 1) ?? [];
    const asked = { all: query.all ?? false, before: before as string | null, now: clock.now() };
    return database.inDesk(
      deskId,
      async (trx) => {
        const rows = await readDifferentPersons(trx, deskId, { ...asked, limit: limit + 1 });
        const authorities = await authoritiesIn(trx, deskId);
        return toPage(
          rows,
          limit,
          (row) => [row.review_id],
          (row) => presentDifferentPerson(row, authorities),
        );
      },
      { readOnly: true },
    );
  });

  route(app, operations.noteDifferentPerson, ({ deskId, body, person }) =>
    database.inDesk(deskId, async (trx) =>
      presentDifferentPerson(
        await noteDifferentPerson(platform, trx, deskId, body, person),
        await authoritiesIn(trx, deskId),
      ),
    ),
  );

  route(app, operations.endDifferentPerson, ({ deskId, params, person }) =>
    database.inDesk(deskId, async (trx) =>
      presentDifferentPerson(
        await endDifferentPerson(platform, trx, deskId, params.review_id, person),
        await authoritiesIn(trx, deskId),
      ),
    ),
  );
}

async function authoritiesIn(trx: Trx, deskId: string): Promise<Map<string, string>> {
  const lists = await trx
    .selectFrom('designation_list')
    .select(['list_id', 'authority'])
    .where('desk_id', '=', deskId)
    .execute();
  return new Map(lists.map((list) => [list.list_id, list.authority]));
}
