import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Migration, Migrator } from 'kysely/migration';
import { sql } from 'kysely';
import type { Database } from './open-database.ts';

/** Where the product's own migrations are. */
export const migrationFolder = fileURLToPath(new URL('../../../migrations', import.meta.url));

const migrationFile = /^(\d{4}-[a-z0-9-]+)\.ts$/;

/**
 * Brings the schema up to date with the folder's migrations (`0001-name.ts`, each exporting `up`),
 * all in one transaction as the owner. Starters at the same time wait for each other.
 *
 * @returns the names of those applied now.
 * @throws when the database has migrations this version does not know, or one fails; then none is kept.
 */
export async function migrate(
  database: Pick<Database, 'owner'>,
  folder: string = migrationFolder,
): Promise<string[]> {
  const known = await readMigrations(folder);
  await requireKnown(database, Object.keys(known));
  const migrator = new Migrator({
    db: database.owner,
    provider: { getMigrations: () => Promise.resolve(known) },
    migrationTableName: 'schema_migration',
    migrationLockTableName: 'schema_migration_lock',
  });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error !== undefined) {
    const failed = results.find((result) => result.status === 'Error');
    const reason = error instanceof Error ? error.message : 'unknown';
    throw new Error(
      `The database could not be brought up to date${failed ? ` (${failed.migrationName})` : ''}: ${reason}. Nothing was changed.`,
      { cause: error },
    );
  }
  return results.map((result) => result.migrationName);
}

/** The newest migration applied, which names the schema's version; undefined for an empty database. */
export async function schemaVersion(
  database: Pick<Database, 'owner'>,
): Promise<string | undefined> {
  return (await appliedMigrations(database)).at(-1);
}

/** Names what the folder's migrations say, for recognising a database made from the same ones. */
export async function hashMigrations(folder: string): Promise<string> {
  const hash = createHash('sha256');
  for (const name of await migrationNames(folder)) {
    hash.update(name).update(await readFile(join(folder, `${name}.ts`)));
  }
  return hash.digest('hex');
}

async function requireKnown(database: Pick<Database, 'owner'>, known: string[]): Promise<void> {
  const unknown = (await appliedMigrations(database)).filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  throw new Error(
    `The database is newer than this version of Commonweal: it has ${unknown.join(', ')}, which this version does not know. ` +
      'Start the newer version again.',
  );
}

async function appliedMigrations({ owner }: Pick<Database, 'owner'>): Promise<string[]> {
  const table = await sql<{ found: boolean }>`
    select to_regclass('schema_migration') is not null as found`.execute(owner);
  if (table.rows[0]?.found !== true) return [];
  const applied = await sql<{ name: string }>`
    select name from schema_migration order by name`.execute(owner);
  return applied.rows.map((row) => row.name);
}

async function migrationNames(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).map((file) => migrationFile.exec(file)?.[1]);
  return names.filter((name) => name !== undefined).sort();
}

async function readMigrations(folder: string): Promise<Record<string, Migration>> {
  const migrations: Record<string, Migration> = {};
  for (const name of await migrationNames(folder)) {
    const url = pathToFileURL(join(folder, `${name}.ts`)).href;
    migrations[name] = (await import(url)) as Migration;
  }
  return migrations;
}
