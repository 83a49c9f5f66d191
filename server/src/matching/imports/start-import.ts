import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { mostImportBytes, type BankImport, type EntryType } from '@commonweal/contract';
import { BlobTooLarge } from '../../platform/blobs/blobs.ts';
import { problem, refusal } from '../../platform/http/index.ts';
import { newId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import type { ChangedBy } from '../add-entries.ts';
import { requireBank } from '../create-bank.ts';
import { guessFormat } from './read-rows.ts';
import { insertImport } from './store.ts';
import type { BankImportRow } from './tables.ts';

/** What is said of a file besides its bytes. */
export interface ImportWords {
  readonly name?: string | undefined;
  readonly format?: BankImport['format'] | undefined;
  readonly type?: EntryType | undefined;
  readonly label?: string | undefined;
  /** The bank's own unless said. */
  readonly source?: string | undefined;
  readonly severity?: number | undefined;
}

const beginning = 4096; // bytes from which a format is guessed

/**
 * Takes in a file to be imported: it is on disk, and the import in the database, when this resolves.
 * @throws ProblemError when the bank is not here, or the file is empty or too large
 */
export async function startImport(
  platform: Platform,
  deskId: string,
  by: ChangedBy,
  bankId: string,
  body: Readable | undefined,
  said: ImportWords,
): Promise<BankImportRow> {
  const bank = await platform.database.inDesk(deskId, (trx) => requireBank(trx, deskId, bankId));
  if (body === undefined) throw refusal('import-empty');
  const blob = await receive(platform, body);
  try {
    if (blob.bytes === 0) throw refusal('import-empty');
    const now = platform.clock.now();
    const row: BankImportRow = {
      desk_id: deskId,
      bank_import_id: newId(),
      bank_id: bankId,
      name: said.name ?? '',
      format: said.format ?? guessFormat(await beginningOf(blob.path)),
      sha256: blob.sha256,
      bytes: blob.bytes,
      type: said.type ?? null,
      label: said.label ?? '',
      source: said.source?.trim() || bank.source,
      severity: said.severity ?? null,
      state: 'waiting',
      bytes_read: 0,
      rows_read: 0,
      added: 0,
      already_there: 0,
      refused: 0,
      problem: null,
      by: by.name,
      by_id: by.id,
      attempts: 0,
      created_at: now,
      ended_at: null,
      due_at: now,
    };
    // Kept first: a file without an import is swept, an import without its file would fail.
    await blob.keep(deskId);
    await platform.database.inDesk(deskId, (trx) => insertImport(trx, row));
    return row;
  } finally {
    await blob.discard();
  }
}

function receive({ importFiles }: Platform, body: Readable) {
  return importFiles.receive(body, mostImportBytes).catch((error: unknown) => {
    if (!(error instanceof BlobTooLarge)) throw error;
    throw problem('too-large', `${error.message} Split it, and import the parts.`);
  });
}

async function beginningOf(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(beginning), 0, beginning, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}

/** The bytes of a file that was taken in. */
export function importBytes({ importFiles }: Platform, row: BankImportRow): Readable {
  return createReadStream(importFiles.pathOf(row.desk_id, row.sha256), {
    highWaterMark: 256 * 1024,
  });
}
