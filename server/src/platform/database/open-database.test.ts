import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { asSuperuser } from '../embedded-postgres/index.ts';
import { backupDatabase, migrate, openDatabase, restoreDatabase, type Trx } from './index.ts';
import { connect, embeddedAccess } from './open-database.ts';
import { openTestDatabase } from './testing.ts';

const migrations = fileURLToPath(new URL('test-migrations', import.meta.url));
const desk = '0190a000-0000-7000-8000-00000000000a';

const whoAmI = async (trx: Trx) =>
  (await sql<{ name: string }>`select current_user as name`.execute(trx)).rows[0]?.name;

test('the bundled database is opened, survives a kill, and closes', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'commonweal-open-'));
  try {
    await using database = await openDatabase({ dataDir: folder });
    assert.equal(database.kind, 'embedded');
    assert.deepEqual(await migrate(database, migrations), ['0001-gardens']);
    assert.deepEqual(await migrate(database, migrations), []);
    assert.equal(await database.inDesk(desk, whoAmI), 'commonweal_app');
    {
      await assert.rejects(openDatabase({ dataDir: folder }), /Another Commonweal is running/);
      await using visitor = await openDatabase({ dataDir: folder, joinRunning: true });
      assert.equal(await visitor.inDesk(desk, whoAmI), 'commonweal_app');
    }
    await database.ping(); // a visitor that leaves stops nothing
    const restarted = new Promise<void>((resolve) => database.onRestart(resolve));
    const server = await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8');
    process.kill(Number.parseInt(server, 10), 'SIGKILL');
    // Only what reads is tried again whenever the connection breaks: its children may outlive the
    // server for a moment, and answer all but the commit.
    assert.equal(await database.inDesk(desk, whoAmI, { readOnly: true }), 'commonweal_app');
    await restarted;
    await database.ping();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test("a given server is used through the application's role", async () => {
  await using server = await openTestDatabase({ migrations });
  const url = `postgres://postgres@localhost/${server.name}?host=${server.socketDirectory}`;
  await using database = await openDatabase({ url });
  assert.equal(database.kind, 'server');
  assert.equal(await database.inDesk(desk, whoAmI), 'commonweal_app');
});

test('a user who may not create roles is told what to ask for; then all works, backups too', async () => {
  await using server = await openTestDatabase({ migrations });
  const { socketDirectory, name } = server;
  const user = `plain_${name}`;
  const admin = (text: string) =>
    asSuperuser(socketDirectory, 'postgres', (client) => client.query(text));
  await admin(`create role ${user} login`);
  await admin(`create database ${user} owner ${user}`);
  await admin(`create database ${user}_copy owner ${user}`);
  const at = (place: string) => `postgres://${user}@localhost/${place}?host=${socketDirectory}`;
  const folder = await mkdtemp(join(tmpdir(), 'commonweal-plain-'));
  try {
    await assert.rejects(openDatabase({ url: at(user) }), /Let the server's administrator run "/);
    await admin(`grant commonweal_app to ${user}`);
    await using database = await openDatabase({ url: at(user) });
    await migrate(database, migrations);
    await database.inDesk(desk, (trx) =>
      sql`insert into garden (desk_id, garden_id, name) values (${desk}, ${desk}, 'plain')`.execute(
        trx,
      ),
    );
    await backupDatabase(database, join(folder, 'backup'));
    await using copy = await openDatabase({ url: at(`${user}_copy`) });
    await migrate(copy, migrations);
    await restoreDatabase(copy, join(folder, 'backup'));
    for (const each of [database, copy]) {
      const own = await each.inDesk(desk, (trx) => sql`select name from garden`.execute(trx));
      assert.deepEqual(own.rows, [{ name: 'plain' }]);
      const all = await each.ownerPool.query('select name from garden');
      assert.deepEqual(all.rows, [], 'row security holds again even for the owner');
    }
  } finally {
    await rm(folder, { recursive: true });
    for (const each of [user, `${user}_copy`]) await admin(`drop database ${each} with (force)`);
    await admin(`drop role ${user}`);
  }
});

test('a role above row security is refused', async () => {
  await using server = await openTestDatabase({ migrations });
  const access = embeddedAccess(server.socketDirectory, server.name);
  await assert.rejects(
    connect({ ...access, app: { ...access.app, user: 'commonweal_owner' } }, {}),
    /"commonweal_owner", which sees every desk's rows/,
  );
});

test('an unreachable server is named, its password is not', async () => {
  await assert.rejects(
    openDatabase({ url: 'postgres://me:secret@127.0.0.1:9/desk' }),
    (error: unknown) => {
      assert.match(
        String(error),
        /Cannot connect to postgres:\/\/127\.0\.0\.1:9\/desk: .*ECONNREFUSED/,
      );
      assert.doesNotMatch(String(error), /secret/);
      return true;
    },
  );
});
