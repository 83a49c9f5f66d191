import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What one file of a backup holds. */
export interface BackupTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: number;
  readonly bytes: number;
  /** SHA-256 of the file, in hexadecimal. */
  readonly sha256: string;
}

/** `manifest.json`: written last, so a folder without it is an unfinished backup. */
export interface BackupManifest {
  readonly format: 'commonweal-backup';
  readonly version: 1;
  /** The newest migration of the database it was made from. */
  readonly schemaVersion: string;
  /** When the snapshot was taken, ISO 8601 in UTC. */
  readonly takenAt: string;
  readonly tables: readonly BackupTable[];
}

export const manifestFile = 'manifest.json';

/** The file that holds a table, in PostgreSQL's COPY text format (UTF-8). */
export function tableFile(folder: string, table: string): string {
  return join(folder, `${table}.copy`);
}

/** SHA-256 in hexadecimal. */
export function digestOf(bytes: string | Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * Reads a backup's manifest and checks every file against it, and the manifest against a digest
 * kept elsewhere when one is given.
 *
 * @throws Error naming the first thing that does not fit.
 */
export async function readBackup(
  folder: string,
  expectedDigest: string | undefined,
): Promise<BackupManifest> {
  const bytes = await readFile(join(folder, manifestFile)).catch((cause: unknown) => {
    throw new Error(`${folder} holds no finished backup (no ${manifestFile}).`, { cause });
  });
  if (expectedDigest !== undefined && digestOf(bytes) !== expectedDigest.toLowerCase()) {
    throw new Error(
      `${manifestFile} in ${folder} is not the one with the digest ${expectedDigest}.`,
    );
  }
  const manifest = parse(bytes.toString());
  if (manifest === undefined) {
    throw new Error(`${manifestFile} in ${folder} is not a backup's manifest this version reads.`);
  }
  for (const table of manifest.tables) await checkFile(folder, table);
  return manifest;
}

async function checkFile(folder: string, table: BackupTable): Promise<void> {
  const hash = createHash('sha256');
  let bytes = 0;
  const file = tableFile(folder, table.name);
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  if (bytes === table.bytes && hash.digest('hex') === table.sha256) return;
  throw new Error(`${file} was changed after the backup: its checksum is not the recorded one.`);
}

function parse(text: string): BackupManifest | undefined {
  try {
    const value = JSON.parse(text) as BackupManifest;
    const known = value.format === 'commonweal-backup' && value.version === 1;
    const named = /^[a-z0-9_]+$/; // table names become file names
    return known && value.tables.every(({ name }) => named.test(name)) ? value : undefined;
  } catch {
    return undefined;
  }
}
