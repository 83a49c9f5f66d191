import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { asSuperuser, databaseName, DataFolderInUseError, startEmbeddedPostgres } from './index.ts';
import { readPostmasterProcess } from './postmaster.ts';
import { numberInUse } from './process-identity.ts';

const child = fileURLToPath(new URL('start-in-child.ts', import.meta.url));
const asRoot = process.getuid?.() === 0;

describe('the bundled database', { concurrency: false }, () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'commonweal-embedded-'));
    await using server = await startEmbeddedPostgres({ dataDir: join(folder, 'data') });
    await query(server.socketDirectory, 'create table kept (line text)');
  });
  after(() => rm(folder, { recursive: true, force: true }));

  test('keeps what was stored from one start to the next, and says fsync is on', async () => {
    {
      await using first = await start();
      await query(first.socketDirectory, "insert into kept values ('first start')");
    }
    await using second = await start();
    const rows = await query(second.socketDirectory, 'select line from kept');
    assert.deepEqual(rows, [{ line: 'first start' }]);
    assert.deepEqual(await query(second.socketDirectory, 'show fsync'), [{ fsync: 'on' }]);
    assert.deepEqual(await query(second.socketDirectory, 'show data_checksums'), [
      { data_checksums: 'on' },
    ]);
  });

  test('gives the application a role without any power over row security', async () => {
    await using server = await start();
    const rows = await query(
      server.socketDirectory,
      `select rolname, rolsuper, rolbypassrls, rolcanlogin from pg_roles
       where rolname like 'commonweal%' order by rolname`,
    );
    assert.deepEqual(rows, [
      { rolname: 'commonweal_app', rolsuper: false, rolbypassrls: false, rolcanlogin: true },
      { rolname: 'commonweal_owner', rolsuper: false, rolbypassrls: true, rolcanlogin: true },
    ]);
  });

  test('refuses a second Commonweal on the same folder and names the first', async () => {
    await using server = await start();
    await assert.rejects(start(), (error: unknown) => {
      assert.ok(error instanceof DataFolderInUseError);
      assert.match(error.message, new RegExp(`Another Commonweal .*process ${process.pid}`));
      assert.equal(error.socketDirectory, server.socketDirectory);
      return true;
    });
  });

  test('brings the server back when it is killed, with what was committed', async () => {
    await using server = await start();
    await query(server.socketDirectory, "insert into kept values ('before the kill')");
    const restarted = new Promise<void>((resolve) => server.onRestart(resolve));
    const killed = await postmaster();
    process.kill(killed, 'SIGKILL');
    await restarted;
    assert.notEqual(await postmaster(), killed);
    const rows = await query(
      server.socketDirectory,
      "select line from kept where line = 'before the kill'",
    );
    assert.equal(rows.length, 1);
  });

  test('stops the server when we are killed, and starts over the stale claim', async () => {
    const parent = spawn(process.execPath, [child, join(folder, 'data')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(parent.stdout, 'data')) as [Buffer];
    const socketDirectory = line.toString().trim();
    await query(socketDirectory, "insert into kept values ('before our own kill')");
    const orphan = await postmaster();
    parent.kill('SIGKILL');
    await once(parent, 'exit');
    {
      await using server = await start(); // waits for the orphan to finish
      assert.equal(numberInUse(orphan), false);
      const log = await readFile(join(folder, 'data', 'postgres.log'), 'utf8');
      const lastStart = log.slice(log.lastIndexOf('starting PostgreSQL'));
      assert.match(lastStart, /database system was shut down at/, 'the orphan shut down cleanly');
      const rows = await query(
        server.socketDirectory,
        "select line from kept where line = 'before our own kill'",
      );
      assert.equal(rows.length, 1);
    }
    const left = await stat(socketDirectory).catch(() => undefined);
    assert.equal(left, undefined, 'the socket folder of the killed one is gone');
    const claims = (await readdir(join(folder, 'data'))).filter((name) =>
      name.includes('instance'),
    );
    assert.deepEqual(claims, []);
  });

  test('clears away what an interrupted creation left', async () => {
    const other = join(folder, 'interrupted');
    await mkdir(join(other, 'postgres.new-123', 'base'), { recursive: true });
    await writeFile(join(other, 'postgres.new-123', 'PG_VERSION'), '18\n');
    await using server = await startEmbeddedPostgres({ dataDir: other, scratch: true });
    assert.ok(server.socketDirectory);
    assert.deepEqual(
      (await readdir(other)).filter((name) => name.startsWith('postgres.new')),
      [],
    );
  });

  test('of several that start at once, one holds the folder', async () => {
    const results = await Promise.allSettled([start(), start(), start()]);
    const held = results.filter((result) => result.status === 'fulfilled');
    assert.equal(held.length, 1);
    await held[0]?.value.stop();
  });

  test('explains a database of another version', async () => {
    const other = join(folder, 'older');
    await mkdir(join(other, 'postgres'), { recursive: true });
    await writeFile(join(other, 'postgres', 'PG_VERSION'), '12\n');
    await assert.rejects(
      startEmbeddedPostgres({ dataDir: other }),
      /made by PostgreSQL 12, and this Commonweal brings 18/,
    );
  });

  test('runs below a folder that only root may enter, and again after it was opened and closed', async (t) => {
    if (!asRoot) t.diagnostic('Not run as root: the same start is tried as an ordinary user.');
    const closed = join(folder, 'closed');
    await mkdir(closed, { mode: 0o700 });
    for (const mode of [0o700, 0o755, 0o700]) {
      await chmod(closed, mode);
      await using server = await startEmbeddedPostgres({ dataDir: join(closed, 'data') });
      const rows = await query(server.socketDirectory, 'select 1 as one');
      assert.deepEqual(rows, [{ one: 1 }], mode.toString(8));
    }
  });

  const start = () => startEmbeddedPostgres({ dataDir: join(folder, 'data') });

  async function postmaster(): Promise<number> {
    for (;;) {
      const found = await readPostmasterProcess(join(folder, 'data', 'postgres'));
      if (found !== undefined) return found;
      await sleep(20);
    }
  }
});

function query(socketDirectory: string, text: string): Promise<object[]> {
  return asSuperuser(socketDirectory, databaseName, async (client) => {
    return (await client.query<object>(text)).rows;
  });
}
