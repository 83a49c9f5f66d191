import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { openTestDatabase, sharedServerVariable, startSharedTestServer } from './testing.ts';

const migrations = fileURLToPath(new URL('test-migrations', import.meta.url));

test('tests share a server; each database is fresh, migrated and its own', async () => {
  const shared = await startSharedTestServer();
  process.env[sharedServerVariable] = shared.socketDirectory;
  try {
    await using first = await openTestDatabase({ migrations });
    await using second = await openTestDatabase({ migrations });
    assert.equal(first.socketDirectory, shared.socketDirectory);
    await first.ownerPool.query('select from plant');
    await first.ownerPool.query('create table only_here (id uuid)');
    const found = await sql<{ found: boolean }>`
      select to_regclass('only_here') is not null as found`.execute(second.owner);
    assert.deepEqual(found.rows, [{ found: false }]);
    const { name } = second;
    await second.close();
    const left = await first.ownerPool.query('select from pg_database where datname = $1', [name]);
    assert.equal(left.rowCount, 0);
  } finally {
    Reflect.deleteProperty(process.env, sharedServerVariable);
    await shared.stop();
  }
});
