import type { Readable } from 'node:stream';
import { operations } from '@commonweal/contract';
import type { FastifyInstance } from 'fastify';
import { readCursor, refusal, route, toPage } from '../platform/http/index.ts';
import { isId } from '../platform/ids.ts';
import type { Platform } from '../platform/platform.ts';
import { importList } from './import-list.ts';
import { presentDesignation, presentImport, presentList } from './present.ts';
import { findDesignations, readDesignation, readLists } from './read-designations.ts';

/** What happens once an import is committed, before it is answered. */
export type AfterImport = (deskId: string) => Promise<void>;

/** Serves the register, and takes in lists. */
export function designationRoutes(
  app: FastifyInstance,
  platform: Platform,
  afterImport: AfterImport,
): void {
  const { database } = platform;

  route(app, operations.listLists, async ({ deskId }) => {
    const lists = await database.inDesk(deskId, (trx) => readLists(trx, deskId));
    return { data: lists.map(({ list, last }) => presentList(list, last)) };
  });

  route(app, operations.listDesignations, async ({ deskId, query }) => {
    const limit = query.limit ?? 50;
    const { q, list_id: listId, cursor } = query;
    const filter = { q, listId, after: readPlace(cursor), limit: limit + 1 };
    const rows = await database.inDesk(deskId, (trx) => findDesignations(trx, deskId, filter));
    return toPage(rows, limit, (row) => [row.name, row.designation_id], presentDesignation);
  });

  route(app, operations.readDesignation, async ({ deskId, params }) =>
    presentDesignation(
      await database.inDesk(deskId, (trx) => readDesignation(trx, deskId, params.designation_id)),
    ),
  );

  // A scope of its own: only here is XML read, and as a stream.
  void app.register(async (scope) => {
    const { consumes } = operations.importList;
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser([...consumes], (_request, body, done) => done(null, body));
    route(scope, operations.importList, async ({ deskId, person, params, query, request }) => {
      const body = request.body as Readable | undefined;
      if (body === undefined) throw refusal('list-empty');
      const imported = await importList(platform, deskId, person.name, params.format, body, {
        force: query.force,
      });
      await afterImport(deskId);
      return presentImport(imported);
    });
  });
}

function readPlace(cursor: string | undefined): { name: string; id: string } | null {
  const values = readCursor(cursor, 2);
  if (values === null) return null;
  const [name, id] = values.map(String);
  if (name !== undefined && id !== undefined && isId(id)) return { name, id };
  throw refusal('foreign-cursor');
}
