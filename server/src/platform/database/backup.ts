import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import {
  type BackupManifest,
  type BackupTable,
  digestOf,
  manifestFile,
  tableFile,
} from './backup-manifest.ts';
import { type CatalogTable, liftRowSecurity, quote, readTables } from './catalog.ts';
import { copyOut } from './copy.ts';
import { schemaVersion } from './migrate.ts';
import type { Database } from './open-database.ts';

/** Values are written the same way whatever the server's settings. */
export const exactText = [
  "set local datestyle = 'ISO, YMD'",
  "set local intervalstyle = 'iso_8601'",
  "set local bytea_output = 'hex'",
  'set local extra_float_digits = 1',
  "set local timezone = 'UTC'",
  "set local client_encoding = 'UTF8'",
  "set local lock_timeout = '60s'",
];

/** A finished backup. */
export interface Backup {
  readonly manifest: BackupManifest;
  /** SHA-256 of the manifest. Kept elsewhere, it shows later that nothing in the backup was changed. */
  readonly digest: string;
}

/**
 * Writes every desk's rows into a new folder, as they are at one moment, while work goes on. The job
 * queue is left out: its jobs are made again from the rows at the next start.
 *
 * On a given server whose user may not bypass row security, the tables are locked meanwhile; run
 * `alter role … bypassrls` there to avoid that.
 *
 * @throws when the folder holds anything, or the schema has never been migrated.
 */
export async function backupDatabase(
  database: Pick<Database, 'owner' | 'ownerPool'>,
  folder: string,
  onProgress: (message: string) => void = () => undefined,
): Promise<Backup> {
  const version = await schemaVersion(database);
  if (version === undefined) throw new Error('The database is empty: there is nothing to back up.');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0) {
    throw new Error(`${folder} is not empty. Give the backup a folder of its own.`);
  }
  const client = await database.ownerPool.connect();
  try {
    await client.query('begin isolation level repeatable read');
    for (const statement of exactText) await client.query(statement);
    const tables = await readTables(client);
    await liftRowSecurity(client, tables);
    const taken = await client.query<{ at: Date }>('select now() as at');
    const written: BackupTable[] = [];
    for (const table of tables) {
      onProgress(`Writing ${table.name}.`);
      written.push(await writeTable(client, folder, table));
    }
    await client.query('rollback');
    client.release();
    return await finish(folder, {
      format: 'commonweal-backup',
      version: 1,
      schemaVersion: version,
      takenAt: taken.rows[0]!.at.toISOString(),
      tables: written,
    });
  } catch (error) {
    client.release(true);
    throw error;
  }
}

async function writeTable(
  client: ClientBase,
  folder: string,
  { name, columns }: CatalogTable,
): Promise<BackupTable> {
  const hash = createHash('sha256');
  let rows = 0;
  let bytes = 0;
  const measure = async function* (source: AsyncIterable<Buffer>) {
    for await (const chunk of source) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  };
  const statement = `copy (select ${columns.map(quote).join(', ')} from ${quote(name)}) to stdout`;
  const file = createWriteStream(tableFile(folder, name), {
    flags: 'wx',
    mode: 0o600,
    flush: true,
  });
  await pipeline(
    copyOut(client, statement, (number) => (rows = number)),
    measure,
    file,
  );
  return { name, columns, rows, bytes, sha256: hash.digest('hex') };
}

async function finish(folder: string, manifest: BackupManifest): Promise<Backup> {
  const text = `${JSON.stringify(manifest, undefined, 2)}\n`;
  const path = join(folder, manifestFile);
  await writeFile(`${path}.partial`, text, { mode: 0o600, flush: true });
  await rename(`${path}.partial`, path);
  return { manifest, digest: digestOf(text) };
}
