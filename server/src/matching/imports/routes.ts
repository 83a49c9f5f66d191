import type { Readable } from 'node:stream';
import { operations, type BankImport } from '@commonweal/contract';
import type { FastifyInstance } from 'fastify';
import { refusal, route } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { changedBy } from '../changed-by.ts';
import { requireBank } from '../create-bank.ts';
import { refreshMatcher } from '../matchers.ts';
import { dropFile, recordImport, runImports, sweepImportFiles } from './run-imports.ts';
import { startImport } from './start-import.ts';
import { latestImports, requireImport, selectRefusals, stopImport } from './store.ts';
import type { BankImportRow } from './tables.ts';

const mostListed = 20;

/** Serves imports of files of entries. */
export function importRoutes(app: FastifyInstance, platform: Platform): void {
  const { database, clock } = platform;

  // A scope of its own: only here are files read as streams, whatever they hold.
  void app.register(async (scope) => {
    const { consumes } = operations.startBankImport;
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser([...consumes], (_request, body, done) => done(null, body));
    route(scope, operations.startBankImport, async ({ deskId, known, params, query, request }) => {
      const body = request.body as Readable | undefined;
      const by = changedBy(known);
      return presentImport(await startImport(platform, deskId, by, params.bank_id, body, query));
    });
  });

  route(app, operations.listBankImports, async ({ deskId, params }) => {
    const rows = await database.inDesk(deskId, async (trx) => {
      await requireBank(trx, deskId, params.bank_id);
      return latestImports(trx, deskId, params.bank_id, mostListed);
    });
    return { data: rows.map(presentImport) };
  });

  route(app, operations.readBankImport, async ({ deskId, params }) =>
    presentImport(
      await database.inDesk(deskId, (trx) =>
        requireImport(trx, deskId, params.bank_id, params.bank_import_id),
      ),
    ),
  );

  route(app, operations.listImportRefusals, async ({ deskId, params }) => {
    const rows = await database.inDesk(deskId, async (trx) => {
      const row = await requireImport(trx, deskId, params.bank_id, params.bank_import_id);
      return selectRefusals(trx, deskId, row.bank_import_id);
    });
    return { data: rows.map(({ line, detail }) => ({ line, detail })) };
  });

  route(app, operations.stopBankImport, async ({ deskId, params }) => {
    const stopped = await database.inDesk(deskId, async (trx) => {
      const row = await requireImport(trx, deskId, params.bank_id, params.bank_import_id);
      const ended = await stopImport(trx, deskId, row.bank_import_id, clock.now());
      if (ended === undefined) throw refusal('import-ended');
      await recordImport(platform, trx, ended);
      return ended;
    });
    await dropFile(platform, stopped);
    await refreshMatcher(platform, deskId);
    return presentImport(stopped);
  });
}

/** Defines the clocks of imports. */
export function importJobs(platform: Platform): void {
  platform.jobs.every('import entries', 1, () => runImports(platform));
  platform.jobs.every('sweep import files', 3600, () => sweepImportFiles(platform));
}

function presentImport(row: BankImportRow): BankImport {
  const { bank_import_id, bank_id, name, format, sha256, bytes, state } = row;
  const { bytes_read, rows_read, added, already_there, refused, problem, by } = row;
  return {
    bank_import_id,
    bank_id,
    name,
    format,
    sha256,
    bytes,
    state,
    bytes_read,
    rows_read,
    added,
    already_there,
    refused,
    problem,
    by,
    created_at: row.created_at.toISOString(),
    ended_at: row.ended_at?.toISOString() ?? null,
  };
}
