import { sql } from 'kysely';
import type { Trx } from '../../platform/database/index.ts';
import { notFound } from '../../platform/http/index.ts';
import type { BankImportRow, ImportRefusalRow } from './tables.ts';

export async function insertImport(trx: Trx, row: BankImportRow): Promise<void> {
  await trx.insertInto('bank_import').values(row).execute();
}

/** The latest imports into a bank, newest first. */
export function latestImports(
  trx: Trx,
  deskId: string,
  bankId: string,
  limit: number,
): Promise<BankImportRow[]> {
  return trx
    .selectFrom('bank_import')
    .selectAll()
    .where('desk_id', '=', deskId)
    .where('bank_id', '=', bankId)
    .orderBy('bank_import_id', 'desc')
    .limit(limit)
    .execute();
}

/** One import. @throws ProblemError not-found, also for other desks' and other banks' */
export async function requireImport(
  trx: Trx,
  deskId: string,
  bankId: string,
  importId: string,
): Promise<BankImportRow> {
  const row = await trx
    .selectFrom('bank_import')
    .selectAll()
    .where('desk_id', '=', deskId)
    .where('bank_id', '=', bankId)
    .where('bank_import_id', '=', importId)
    .executeTakeFirst();
  if (row === undefined) throw notFound('import');
  return row;
}

/** Refused rows in the order of the file. */
export function selectRefusals(
  trx: Trx,
  deskId: string,
  importId: string,
): Promise<ImportRefusalRow[]> {
  return trx
    .selectFrom('bank_import_refusal')
    .selectAll()
    .where('desk_id', '=', deskId)
    .where('bank_import_id', '=', importId)
    .orderBy('line')
    .execute();
}

export async function insertRefusals(trx: Trx, rows: readonly ImportRefusalRow[]): Promise<void> {
  if (rows.length > 0)
    await trx
      .insertInto('bank_import_refusal')
      .values([...rows])
      .execute();
}

/** Takes the import that has been due longest, until a time; undefined when none is due. */
export async function leaseImport(
  trx: Trx,
  deskId: string,
  now: Date,
  until: Date,
): Promise<BankImportRow | undefined> {
  const due = await trx
    .selectFrom('bank_import')
    .select('bank_import_id')
    .where('desk_id', '=', deskId)
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (due === undefined) return undefined;
  return trx
    .updateTable('bank_import')
    .set({ state: 'running', due_at: until, attempts: sql`attempts + 1` })
    .where('desk_id', '=', deskId)
    .where('bank_import_id', '=', due.bank_import_id)
    .returningAll()
    .executeTakeFirst();
}

/**
 * Changes an import that runs and has come exactly as far as `known`; false when it was stopped, or
 * another process has gone on with it.
 */
export async function changeRunning(
  trx: Trx,
  known: BankImportRow,
  change: Partial<Omit<BankImportRow, 'desk_id' | 'bank_import_id' | 'bank_id'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('bank_import')
    .set(change)
    .where('desk_id', '=', known.desk_id)
    .where('bank_import_id', '=', known.bank_import_id)
    .where('state', '=', 'running')
    .where('rows_read', '=', known.rows_read)
    .where('attempts', '=', known.attempts)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Ends an import that has not ended; undefined when it has. */
export function stopImport(
  trx: Trx,
  deskId: string,
  importId: string,
  now: Date,
): Promise<BankImportRow | undefined> {
  return trx
    .updateTable('bank_import')
    .set({ state: 'stopped', ended_at: now, due_at: null })
    .where('desk_id', '=', deskId)
    .where('bank_import_id', '=', importId)
    .where('ended_at', 'is', null)
    .returningAll()
    .executeTakeFirst();
}

/** Whether an import that has not ended still needs a file. */
export async function isFileNeeded(trx: Trx, deskId: string, sha256: string): Promise<boolean> {
  const row = await trx
    .selectFrom('bank_import')
    .select('bank_import_id')
    .where('desk_id', '=', deskId)
    .where('sha256', '=', sha256)
    .where('ended_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
