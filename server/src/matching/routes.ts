import { operations } from '@commonweal/contract';
import type { FastifyInstance } from 'fastify';
import { receiveFiles } from '../intake/index.ts';
import {
  type KnownCaller,
  mayCall,
  readCursor,
  refusal,
  route,
  toPage,
} from '../platform/http/index.ts';
import { isId } from '../platform/ids.ts';
import type { Platform } from '../platform/platform.ts';
import { addEntry } from './add-entries.ts';
import { changedBy } from './changed-by.ts';
import { changeEntry } from './change-entry.ts';
import { confirmEntries, confirmEntry } from './confirm-entry.ts';
import { createBank, requireBank } from './create-bank.ts';
import { lookUp, type CasesOfItems, type Sight } from './look-up.ts';
import { importEntries } from './import-entries.ts';
import { refreshMatcher } from './matchers.ts';
import { previewBank } from './preview-bank.ts';
import { presentBank, presentChange, presentEntry } from './present.ts';
import {
  requireEntry,
  selectBankChanges,
  selectBanks,
  selectChanges,
  selectEntries,
} from './store.ts';
import { switchBank } from './switch-bank.ts';

/** Serves look-ups. A file that is sent is discarded with the reply, by the hook that intake adds. */
export function lookupRoutes(
  app: FastifyInstance,
  platform: Platform,
  casesOfItems: CasesOfItems,
): void {
  route(
    app,
    operations.lookUp,
    ({ deskId, body, known, request }) => {
      const [prepared] = request.receivedFiles ?? [];
      const [blob] = request.incomingBlobs ?? [];
      const file =
        prepared === undefined || blob === undefined ? undefined : { prepared, path: blob.path };
      return lookUp(platform, deskId, { ...body, file }, sightOf(known), casesOfItems);
    },
    { readBody: (request) => receiveFiles(platform, request, 'one file') },
  );
}

/** Serves previews of banks. */
export function previewRoutes(
  app: FastifyInstance,
  platform: Platform,
  casesOfItems: CasesOfItems,
): void {
  route(app, operations.previewBank, ({ deskId, known, params, body }) => {
    const { days = 7, most = 10_000 } = body;
    return previewBank(
      platform,
      deskId,
      params.bank_id,
      { days, most },
      sightOf(known),
      casesOfItems,
    );
  });
}

function sightOf(known: KnownCaller): Sight {
  return {
    items: mayCall(operations.listItems.access, known),
    cases: mayCall(operations.readCase.access, known),
  };
}

/** Serves the desk's banks. A change that is answered is already matched by. */
export function bankRoutes(app: FastifyInstance, platform: Platform): void {
  const { database } = platform;

  route(app, operations.listBanks, async ({ deskId, query }) => {
    const limit = query.limit ?? 50;
    const after = cursorId(query.cursor);
    const rows = await database.inDesk(deskId, (trx) => selectBanks(trx, deskId, after, limit + 1));
    return toPage(rows, limit, (row) => [row.bank_id], presentBank);
  });

  route(app, operations.createBank, async ({ deskId, known, body }) =>
    presentBank(
      await database.inDesk(deskId, (trx) => createBank(platform, trx, deskId, known.name, body)),
    ),
  );

  route(app, operations.readBank, async ({ deskId, params }) =>
    presentBank(await database.inDesk(deskId, (trx) => requireBank(trx, deskId, params.bank_id))),
  );

  route(app, operations.switchBank, async ({ deskId, known, params, body }) => {
    const bank = await database.inDesk(deskId, (trx) =>
      switchBank(platform, trx, deskId, known.name, params.bank_id, body),
    );
    await refreshMatcher(platform, deskId);
    return presentBank(bank);
  });

  route(app, operations.readBankHistory, async ({ deskId, params }) => {
    const changes = await database.inDesk(deskId, async (trx) => {
      const bank = await requireBank(trx, deskId, params.bank_id);
      return selectBankChanges(trx, deskId, bank.bank_id);
    });
    return { data: changes.map(presentChange) };
  });

  route(app, operations.listBankEntries, async ({ deskId, params, query }) => {
    const limit = query.limit ?? 50;
    const before = cursorId(query.cursor);
    const rows = await database.inDesk(deskId, async (trx) => {
      await requireBank(trx, deskId, params.bank_id);
      const { status, confirmed, q } = query;
      const filter = { status, confirmed, q, before, limit: limit + 1 };
      return selectEntries(trx, deskId, params.bank_id, filter);
    });
    return toPage(rows, limit, (row) => [row.bank_entry_id], presentEntry);
  });

  route(app, operations.addBankEntry, async ({ deskId, known, params, body }) => {
    const entry = await database.inDesk(deskId, (trx) =>
      addEntry(platform, trx, deskId, changedBy(known), params.bank_id, body),
    );
    await refreshMatcher(platform, deskId);
    return presentEntry(entry);
  });

  route(app, operations.importBankEntries, async ({ deskId, known, params, body }) => {
    const done = await importEntries(platform, deskId, changedBy(known), params.bank_id, body.csv);
    return { added: done.added, already_there: done.alreadyThere };
  });

  route(app, operations.changeBankEntry, async ({ deskId, known, params, body }) => {
    const place = { bankId: params.bank_id, entryId: params.bank_entry_id };
    const entry = await database.inDesk(deskId, (trx) =>
      changeEntry(platform, trx, deskId, known.name, place, body),
    );
    await refreshMatcher(platform, deskId);
    return presentEntry(entry);
  });

  route(app, operations.confirmBankEntry, async ({ deskId, person, params, body }) => {
    const place = { bankId: params.bank_id, entryId: params.bank_entry_id };
    const entry = await database.inDesk(deskId, (trx) =>
      confirmEntry(platform, trx, deskId, changedBy(person), place, body.version),
    );
    await refreshMatcher(platform, deskId);
    return presentEntry(entry);
  });

  route(app, operations.confirmBankEntries, async ({ deskId, person, params }) => {
    const done = await database.inDesk(deskId, (trx) =>
      confirmEntries(platform, trx, deskId, changedBy(person), params.bank_id),
    );
    await refreshMatcher(platform, deskId);
    return done;
  });

  route(app, operations.readBankEntryHistory, async ({ deskId, params }) => {
    const changes = await database.inDesk(deskId, async (trx) => {
      const entry = await requireEntry(trx, deskId, params.bank_id, params.bank_entry_id);
      return selectChanges(trx, deskId, entry.bank_entry_id);
    });
    return { data: changes.map(presentChange) };
  });
}

function cursorId(cursor: string | undefined): string | null {
  const [id] = readCursor(cursor, 1) ?? [null];
  if (id === null || id === undefined) return null;
  if (typeof id === 'string' && isId(id)) return id;
  throw refusal('foreign-cursor');
}
