import { operations } from '@commonweal/contract';
import type { FastifyInstance } from 'fastify';
import { notFound, readCursor, refusal, route, toPage } from '../../platform/http/index.ts';
import { isId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { exportRegister } from '../exporting/export-register.ts';
import { decideLink, presentProposals, readProposals } from './links.ts';
import { matrixOf, placeOf } from './matrix.ts';
import { authoritiesOf, presentEntity, presentMatrixRow } from './present.ts';
import { presentChangeRow, readChanges } from './read-changes.ts';
import { readRegister } from './register-view.ts';

/** Serves what is asked of the register: entities, changes, the matrix, links and exports. */
export function entityRoutes(app: FastifyInstance, platform: Platform): void {
  const { database } = platform;

  route(app, operations.readEntity, async ({ deskId, params }) => {
    const view = await readRegister(database, deskId);
    const entity = view.byDesignation.get(params.designation_id);
    if (entity === undefined) throw notFound('designation');
    return database.inDesk(deskId, (trx) => presentEntity(trx, deskId, view, entity), {
      readOnly: true,
    });
  });

  route(app, operations.listRegisterChanges, async ({ deskId, query }) => {
    const limit = query.limit ?? 50;
    const { from, to, list_id: listId = null, cursor } = query;
    if (from > to) throw refusal('days-reversed');
    const after = readChangePlace(cursor);
    const rows = await database.inDesk(
      deskId,
      (trx) => readChanges(trx, deskId, { from, to, listId, after, limit: limit + 1 }),
      { readOnly: true },
    );
    const key = (row: (typeof rows)[number]) => [row.day, row.what, row.designation_id];
    return toPage(rows, limit, key, presentChangeRow);
  });

  route(app, operations.readMatrix, async ({ deskId, query }) => {
    const limit = query.limit ?? 50;
    const { kind = 'organisation', q, commonwealth = false, cursor } = query;
    const view = await readRegister(database, deskId);
    const [count, name, id] = readCursor(cursor, 3, 1) ?? [];
    const after =
      count === undefined ? null : { count: Number(count), name: String(name), id: String(id) };
    const rows = matrixOf(view, { kind, q, commonwealth, after, limit: limit + 1 });
    const key = (row: (typeof rows)[number]) => {
      const place = placeOf(row);
      return [place.count, place.name, place.id];
    };
    return { authorities: authoritiesOf(view), ...toPage(rows, limit, key, presentMatrixRow) };
  });

  route(app, operations.exportRegister, async ({ deskId, query, reply }) => {
    const { format, list_id: listId, on } = query;
    const { text, type, name } = await exportRegister(platform, deskId, { format, listId, on });
    void reply.header('content-disposition', `attachment; filename="${name}"`).type(type);
    return text;
  });

  route(app, operations.listLinks, async ({ deskId, query }) => {
    const limit = query.limit ?? 50;
    const [score, id] = readCursor(query.cursor, 2) ?? [];
    const after = id === undefined ? null : { score: Number(score), id: String(id) };
    if (after !== null && Number.isNaN(after.score)) throw refusal('foreign-cursor');
    const view = await readRegister(database, deskId);
    const rows = await database.inDesk(
      deskId,
      (trx) => readProposals(trx, deskId, { after, limit: limit + 1 }),
      { readOnly: true },
    );
    const page = toPage(
      rows,
      limit,
      (row) => [String(row.score), row.link_id],
      (row) => row,
    );
    return { data: presentProposals(view, page.data), next_cursor: page.next_cursor };
  });

  route(app, operations.decideLink, async ({ deskId, params, body, person }) => {
    const row = await database.inDesk(deskId, (trx) =>
      decideLink(platform, trx, deskId, params.link_id, body, person),
    );
    return {
      link_id: row.link_id,
      state: body.same ? ('confirmed' as const) : ('refused' as const),
    };
  });
}

function readChangePlace(cursor: string | undefined) {
  const [day, what, id] = (readCursor(cursor, 3) ?? []).map(String);
  if (day === undefined || what === undefined || id === undefined) return null;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !isId(id)) throw refusal('foreign-cursor');
  return { day, what, id };
}
