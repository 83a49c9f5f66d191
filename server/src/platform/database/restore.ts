import { createReadStream } from 'node:fs';
import type { ClientBase } from 'pg';
import { exactText } from './backup.ts';
import { type BackupManifest, type BackupTable, readBackup, tableFile } from './backup-manifest.ts';
import {
  type CatalogReference,
  type CatalogTable,
  liftRowSecurity,
  orderForLoading,
  quote,
  readReferences,
  readTables,
} from './catalog.ts';
import { copyIn } from './copy.ts';
import { schemaVersion } from './migrate.ts';
import type { Database } from './open-database.ts';

/** How to restore. */
export interface RestoreOptions {
  /** The manifest's SHA-256 noted when the backup was made. */
  readonly expectedDigest?: string;
  readonly onProgress?: (message: string) => void;
}

/**
 * Loads a backup into an empty database that has been migrated to the same schema; all of it or
 * nothing. Serves also to move from the bundled database to a server and from one PostgreSQL
 * version to another.
 *
 * @throws Error saying what does not fit: files changed since the backup, another schema version,
 * tables that already hold rows.
 */
export async function restoreDatabase(
  database: Pick<Database, 'owner' | 'ownerPool'>,
  folder: string,
  { expectedDigest, onProgress = () => undefined }: RestoreOptions = {},
): Promise<BackupManifest> {
  onProgress('Checking the backup.');
  const manifest = await readBackup(folder, expectedDigest);
  const version = await schemaVersion(database);
  if (version !== manifest.schemaVersion) {
    throw new Error(
      `The backup was made at schema ${manifest.schemaVersion}, and this database is at ${version ?? 'none'}. ` +
        'Restore it with the version of Commonweal that made it, then upgrade.',
    );
  }
  const client = await database.ownerPool.connect();
  try {
    await client.query('begin');
    for (const statement of exactText) await client.query(statement);
    await load(client, folder, manifest, onProgress);
    await client.query('commit');
    client.release();
    return manifest;
  } catch (error) {
    client.release(true); // ends the connection, and with it the transaction
    throw error;
  }
}

async function load(
  client: ClientBase,
  folder: string,
  manifest: BackupManifest,
  onProgress: (message: string) => void,
): Promise<void> {
  const found = await readTables(client);
  requireSameTables(found, manifest);
  if (found.length === 0) return;
  const names = found.map(({ name }) => quote(name)).join(', ');
  await client.query(`lock table ${names} in access exclusive mode`);
  const lifted = await liftRowSecurity(client, found);
  const { tables, circular } = orderForLoading(found, await readReferences(client));
  for (const { name } of tables) await requireEmpty(client, name);
  for (const reference of circular) await client.query(dropReference(reference));
  for (const { name } of tables) {
    onProgress(`Loading ${name}.`);
    await loadTable(
      client,
      folder,
      manifest.tables.find((table) => table.name === name)!,
    );
  }
  for (const reference of circular) await client.query(addReference(reference));
  for (const { name } of lifted) {
    await client.query(`alter table ${quote(name)} force row level security`);
  }
  // Left alone, PostgreSQL would plan without knowing how many rows there are: of small tables for ever.
  await client.query(`analyze ${names}`);
}

async function loadTable(client: ClientBase, folder: string, table: BackupTable): Promise<void> {
  const columns = table.columns.map(quote).join(', ');
  const rows = await copyIn(
    client,
    `copy ${quote(table.name)} (${columns}) from stdin`,
    createReadStream(tableFile(folder, table.name)) as AsyncIterable<Buffer>,
  );
  if (rows === table.rows) return;
  throw new Error(`${table.name} has ${table.rows} rows in the backup, but ${rows} were loaded.`);
}

function requireSameTables(found: readonly CatalogTable[], { tables }: BackupManifest): void {
  const here = shape(found);
  const there = shape(tables);
  const odd = [
    ...here.filter((table) => !there.includes(table)),
    ...there.filter((table) => !here.includes(table)),
  ];
  if (odd.length === 0) return;
  throw new Error(`The backup does not fit this database. Different: ${odd.join('; ')}.`);
}

function shape(tables: readonly { name: string; columns: readonly string[] }[]): string[] {
  return tables.map(({ name, columns }) => `${name}(${[...columns].sort().join(',')})`).sort();
}

async function requireEmpty(client: ClientBase, name: string): Promise<void> {
  const { rows } = await client.query<{ filled: boolean }>(
    `select exists (select from ${quote(name)}) as filled`,
  );
  if (rows[0]?.filled !== true) return;
  throw new Error(`${name} already holds rows. A backup is restored only into an empty database.`);
}

function dropReference({ from, name }: CatalogReference): string {
  return `alter table ${quote(from)} drop constraint ${quote(name)}`;
}

function addReference({ from, name, definition }: CatalogReference): string {
  return `alter table ${quote(from)} add constraint ${quote(name)} ${definition}`;
}
