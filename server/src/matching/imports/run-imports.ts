import { setImmediate } from 'node:timers/promises';
import { mostToldRefusals } from '@commonweal/contract';
import { recordEvent } from '../../ledger/index.ts';
import { later } from '../../platform/clock.ts';
import type { Trx } from '../../platform/database/index.ts';
import { listDesks } from '../../platform/directory.ts';
import type { Platform } from '../../platform/platform.ts';
import { putEntries, type NewEntry } from '../add-entries.ts';
import { requireBank } from '../create-bank.ts';
import { refreshMatcher } from '../matchers.ts';
import { createRowReader, type ReadRow } from './read-rows.ts';
import { decoded, FileUnreadable, records } from './record-reader.ts';
import { importBytes } from './start-import.ts';
import { changeRunning, insertRefusals, isFileNeeded, leaseImport } from './store.ts';
import type { BankImportRow } from './tables.ts';

/** Rows of one transaction. */
const step = 2_000;
/** Milliseconds for which an import is held; each step holds it anew. */
const lease = 60_000;
const mostAttempts = 5;
/** Milliseconds of reading before other requests are let through. */
const slice = 8;

/** It was stopped, or another process went on with it. Nothing of the step under way is kept. */
class NotOurs extends Error {}

/** Imports what is due, one file at a time. What a crash cut off is due again when its lease runs out. */
export async function runImports(platform: Platform): Promise<void> {
  const { database, clock, media } = platform;
  for (const { deskId } of await listDesks(database)) {
    for (;;) {
      if (media.closing.aborted) return;
      const now = clock.now();
      const row = await database.inDesk(deskId, (trx) =>
        leaseImport(trx, deskId, now, later(now, lease)),
      );
      if (row === undefined) break;
      await runOne(platform, row);
    }
  }
}

async function runOne(platform: Platform, taken: BankImportRow): Promise<void> {
  let row = taken;
  try {
    if (row.attempts > mostAttempts)
      throw new FileUnreadable('It was begun several times and never came to its end.');
    for await (const read of stepsOf(platform, row)) {
      row = await takeStep(platform, row, read);
      if (platform.media.closing.aborted) return;
    }
    await end(platform, row, { state: 'done', bytes_read: row.bytes });
  } catch (error) {
    if (error instanceof NotOurs) return;
    if (!isTheFiles(error)) {
      platform.log.error(
        { err: error, deskId: row.desk_id, bankImportId: row.bank_import_id },
        'an import broke off and will go on',
      );
      return;
    }
    const problem =
      error instanceof FileUnreadable ? error.message : 'The file is not here any more.';
    await end(platform, row, { state: 'failed', problem });
  }
}

/** What stays wrong however often it is tried. */
function isTheFiles(error: unknown): boolean {
  return error instanceof FileUnreadable || (error as { code?: string }).code === 'ENOENT';
}

interface Step {
  readonly rows: readonly ReadRow[];
  readonly bytesRead: number;
}

/** The rows that are not in yet, in steps. */
async function* stepsOf(platform: Platform, row: BankImportRow): AsyncGenerator<Step> {
  const bank = await platform.database.inDesk(row.desk_id, (trx) =>
    requireBank(trx, row.desk_id, row.bank_id),
  );
  const readRow = createRowReader(row.format, { ...row, kind: bank.kind });
  let bytesRead = 0;
  let skip = row.rows_read;
  let rows: ReadRow[] = [];
  let turn = performance.now();
  const pieces = decoded(importBytes(platform, row), (bytes) => (bytesRead = bytes));
  for await (const record of records(pieces, row.format)) {
    const read = readRow(record);
    if (read === null) continue;
    if (skip > 0) skip--;
    else rows.push(read);
    if (performance.now() - turn > slice) {
      await setImmediate();
      turn = performance.now();
    }
    if (rows.length < step) continue;
    yield { rows, bytesRead };
    rows = [];
    turn = performance.now();
  }
  if (rows.length > 0) yield { rows, bytesRead };
}

/** Enters the rows of a step and says how far it has come, both or neither. @throws NotOurs */
async function takeStep(
  platform: Platform,
  row: BankImportRow,
  { rows, bytesRead }: Step,
): Promise<BankImportRow> {
  const entries: NewEntry[] = [];
  const refused: { line: number; detail: string }[] = [];
  for (const read of rows)
    if ('entry' in read) entries.push(read.entry);
    else refused.push({ line: read.line, detail: read.refused });
  const { desk_id, bank_import_id } = row;
  return platform.database.inDesk(desk_id, async (trx) => {
    const bank = await requireBank(trx, desk_id, row.bank_id);
    const by = { id: row.by_id, name: row.by };
    const added = await putEntries(platform, trx, bank, by, entries);
    const next: BankImportRow = {
      ...row,
      bytes_read: Math.min(bytesRead, row.bytes),
      rows_read: row.rows_read + rows.length,
      added: row.added + added.length,
      already_there: row.already_there + entries.length - added.length,
      refused: row.refused + refused.length,
      due_at: later(platform.clock.now(), lease),
    };
    const { bytes_read, rows_read, already_there, due_at } = next;
    const change = { bytes_read, rows_read, already_there, due_at };
    const counts = { added: next.added, refused: next.refused };
    if (!(await changeRunning(trx, row, { ...change, ...counts }))) throw new NotOurs();
    const told = refused.slice(0, Math.max(0, mostToldRefusals - row.refused));
    await insertRefusals(
      trx,
      told.map((one) => ({ desk_id, bank_import_id, ...one })),
    );
    return next;
  });
}

async function end(
  platform: Platform,
  row: BankImportRow,
  how: Partial<BankImportRow> & Pick<BankImportRow, 'state'>,
): Promise<void> {
  const change = { ...how, ended_at: platform.clock.now(), due_at: null };
  const ended = await platform.database.inDesk(row.desk_id, async (trx) => {
    if (!(await changeRunning(trx, row, change))) return false;
    await recordImport(platform, trx, { ...row, ...change });
    return true;
  });
  if (!ended) return;
  await dropFile(platform, row);
  await refreshMatcher(platform, row.desk_id);
}

/** Says in the ledger what came of an import. */
export async function recordImport(
  platform: Platform,
  trx: Trx,
  row: BankImportRow,
): Promise<void> {
  await recordEvent(platform, trx, row.desk_id, {
    kind: 'bank.entries_imported',
    subjectId: row.bank_id,
    event: {
      sha256: row.sha256,
      rows: row.rows_read,
      added: row.added,
      refused: row.refused,
      state: row.state,
      by: row.by,
    },
  });
}

/** Removes the file of an import that has ended, unless another still needs the same. */
export async function dropFile(
  platform: Platform,
  { desk_id, sha256 }: Pick<BankImportRow, 'desk_id' | 'sha256'>,
): Promise<void> {
  const needed = await platform.database.inDesk(desk_id, (trx) =>
    isFileNeeded(trx, desk_id, sha256),
  );
  if (!needed) await platform.importFiles.remove(desk_id, sha256);
}

/** Removes files that no import needs: kept just before their import was to be stored. */
export async function sweepImportFiles(platform: Platform): Promise<void> {
  for (const { deskId } of await listDesks(platform.database)) {
    const old = await platform.importFiles.keptBefore(
      deskId,
      later(platform.clock.now(), -60 * lease),
    );
    for (const sha256 of old) await dropFile(platform, { desk_id: deskId, sha256 });
  }
}
