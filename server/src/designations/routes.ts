import type { Readable } from 'node:stream';
import { operations } from '@commonweal/contract';
import type { FastifyInstance } from 'fastify';
import { readCursor, refusal, route, toPage } from '../platform/http/index.ts';
import { isId } from '../platform/ids.ts';
import type { Platform } from '../platform/platform.ts';
import { addList, askForList, followList } from './follow-list.ts';
import { importList } from './importing/import-list.ts';
import {
  presentDesignation,
  presentEdition,
  presentImport,
  presentKnown,
  presentList,
} from './present.ts';
import { findDesignations, readDesignation } from './read-designations.ts';
import { readEditions, readLists, withEditions } from './read-lists.ts';
import { getList } from './store.ts';

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
    return { data: lists.map(presentList) };
  });

  route(app, operations.listKnownLists, async ({ deskId }) => {
    const lists = await database.inDesk(deskId, (trx) => readLists(trx, deskId));
    return { data: presentKnown(new Set(lists.map(({ list }) => list.key))) };
  });

  route(app, operations.addOwnList, ({ deskId, body, person }) =>
    database.inDesk(deskId, async (trx) =>
      presentList(await addList(platform, trx, deskId, { url: null, ...body }, person.name)),
    ),
  );

  route(app, operations.followList, ({ deskId, params, body, person }) =>
    database.inDesk(deskId, async (trx) =>
      presentList(await followList(platform, trx, deskId, params.list_key, body, person.name)),
    ),
  );

  route(app, operations.fetchList, ({ deskId, params }) =>
    database.inDesk(deskId, async (trx) =>
      presentList(await askForList(platform, trx, deskId, params.list_key)),
    ),
  );

  route(app, operations.listEditions, async ({ deskId, params, query }) => {
    const limit = query.limit ?? 50;
    const [before = null] = readCursor(query.cursor, 2, 1) ?? [];
    const rows = await database.inDesk(deskId, async (trx) => {
      const { list_id: listId } = await getList(trx, deskId, params.list_key);
      return readEditions(trx, deskId, listId, {
        before: before === null ? null : Number(before),
        limit: limit + 1,
      });
    });
    return toPage(rows, limit, (row) => [row.number, row.list_id], presentEdition);
  });

  route(app, operations.listDesignations, async ({ deskId, query }) => {
    const limit = query.limit ?? 50;
    const { q, list_id: listId, authority, kind, on, cursor } = query;
    const narrowed = { q, listId, authority, kind, on };
    const filter = { ...narrowed, after: readPlace(cursor), limit: limit + 1 };
    const rows = await database.inDesk(deskId, (trx) => findDesignations(trx, deskId, filter));
    return toPage(rows, limit, (row) => [row.name, row.designation_id], presentDesignation);
  });

  route(app, operations.readDesignation, async ({ deskId, params }) =>
    presentDesignation(
      await database.inDesk(deskId, (trx) => readDesignation(trx, deskId, params.designation_id)),
    ),
  );

  // A scope of its own: only here are files of lists read, and as a stream.
  void app.register(async (scope) => {
    const { consumes } = operations.importList;
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser([...consumes], (_request, body, done) => done(null, body));
    route(scope, operations.importList, async ({ deskId, person, params, query, request }) => {
      const body = request.body as Readable | undefined;
      if (body === undefined) throw refusal('list-empty');
      const imported = await importList(platform, deskId, person.name, params.list_key, body, {
        force: query.force,
      });
      await afterImport(deskId);
      return database.inDesk(deskId, async (trx) =>
        presentImport(await withEditions(trx, imported.list), imported.done),
      );
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
