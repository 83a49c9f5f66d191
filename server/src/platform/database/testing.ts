/** Databases for tests: a fresh one per call, made from a template with the migrations applied. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { asSuperuser, createDatabase, startEmbeddedPostgres } from '../embedded-postgres/index.ts';
import { hashMigrations, migrate, migrationFolder } from './migrate.ts';
import { connect, type Database, embeddedAccess } from './open-database.ts';

/** Names the socket folder of a server that the test run shares; unset, each process starts its own. */
export const sharedServerVariable = 'COMMONWEAL_TEST_POSTGRES';

/** A database that vanishes when closed. */
export interface TestDatabase extends Database {
  readonly name: string;
  readonly socketDirectory: string;
}

let socket: Promise<string> | undefined;
const templates = new Map<string, Promise<string>>();

/**
 * Opens a fresh, migrated database; `await using` it, or close it.
 *
 * @example await using database = await openTestDatabase();
 */
export async function openTestDatabase(
  options: { readonly migrations?: string; readonly poolSize?: number } = {},
): Promise<TestDatabase> {
  const folder = options.migrations ?? migrationFolder;
  const socketDirectory = await (socket ??= socketOfThisRun());
  let template = templates.get(folder);
  if (template === undefined)
    templates.set(folder, (template = makeTemplate(socketDirectory, folder)));
  const name = `test_${randomBytes(8).toString('hex')}`;
  const source = await template;
  await asSuperuser(socketDirectory, 'postgres', (client) =>
    client.query(createDatabase(name, source)),
  );
  const access = embeddedAccess(socketDirectory, name);
  const database = await connect(access, { poolSize: options.poolSize ?? 5 });
  const close = async () => {
    await database.close();
    await asSuperuser(socketDirectory, 'postgres', (client) =>
      client.query(`drop database if exists ${name} with (force)`),
    );
  };
  return { ...database, name, socketDirectory, close, [Symbol.asyncDispose]: close };
}

/** Starts one server for a whole test run; hand `socketDirectory` to the tests in COMMONWEAL_TEST_POSTGRES. */
export async function startSharedTestServer(): Promise<{
  readonly socketDirectory: string;
  stop(): Promise<void>;
}> {
  const folder = await mkdtemp(join(tmpdir(), 'commonweal-test-'));
  const server = await startEmbeddedPostgres({ dataDir: folder, scratch: true });
  return {
    socketDirectory: server.socketDirectory,
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function socketOfThisRun(): Promise<string> {
  const shared = process.env[sharedServerVariable];
  // Our own needs no stopping: it goes, with its folder, when this process does.
  return shared || (await startSharedTestServer()).socketDirectory;
}

/** Processes of one run share templates; the name tells whether the migrations are the same. */
async function makeTemplate(socketDirectory: string, folder: string): Promise<string> {
  const name = `template_${(await hashMigrations(folder)).slice(0, 16)}`;
  await asSuperuser(socketDirectory, 'postgres', async (client) => {
    // Test support only: the lock keeps two processes from building the same template.
    await client.query('select pg_advisory_lock(4711)');
    if (await isFinished(client, name)) return;
    await client.query(`drop database if exists ${name} with (force)`);
    await client.query(createDatabase(name, 'template1'));
    const database = await connect(embeddedAccess(socketDirectory, name), { poolSize: 1 });
    try {
      await migrate(database, folder);
    } finally {
      await database.close();
    }
    await client.query(`alter database ${name} with is_template true allow_connections false`);
  });
  return name;
}

async function isFinished(client: pg.Client, name: string): Promise<boolean> {
  const found = await client.query(
    'select from pg_database where datname = $1 and not datallowconn',
    [name],
  );
  return found.rowCount === 1;
}
