import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { migrate, schemaVersion } from './index.ts';
import { openTestDatabase } from './testing.ts';

const creates = (table: string) =>
  `export async function up(db) { await db.schema.createTable('${table}').addColumn('id', 'uuid').execute(); }`;

let root = '';
before(async () => {
  root = await mkdtemp(join(tmpdir(), 'commonweal-migrate-'));
});
after(() => rm(root, { recursive: true }));

async function folderOf(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(root, 'm-'));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

test('applies what is new, in order, and reads only numbered files', async () => {
  await using database = await openTestDatabase({ migrations: await folderOf({}) });
  assert.equal(await schemaVersion(database), undefined);
  const folder = await folderOf({
    '0002-second.ts': creates('second'),
    '0001-first.ts': creates('first'),
    'shared.ts': 'throw new Error("not a migration")',
    'portability.test.ts': 'throw new Error("not a migration")',
  });
  assert.deepEqual(await migrate(database, folder), ['0001-first', '0002-second']);
  assert.equal(await schemaVersion(database), '0002-second');
});

test('several that start at once apply each migration once', async () => {
  await using database = await openTestDatabase({ migrations: await folderOf({}) });
  const folder = await folderOf({ '0001-first.ts': creates('first') });
  const results = await Promise.all([1, 2, 3].map(() => migrate(database, folder)));
  assert.deepEqual(results.flat(), ['0001-first']);
});

test('refuses a database that is newer than this version', async () => {
  const newer = await folderOf({ '0001-a.ts': creates('a'), '0002-b.ts': creates('b') });
  await using database = await openTestDatabase({ migrations: newer });
  const older = await folderOf({ '0001-a.ts': creates('a') });
  await assert.rejects(migrate(database, older), /newer than this version.*0002-b/);
});

test('keeps nothing of a migration that fails, nor of those with it', async () => {
  await using database = await openTestDatabase({ migrations: await folderOf({}) });
  const folder = await folderOf({
    '0001-good.ts': creates('good'),
    '0002-bad.ts': `export async function up(db) { throw new Error('no such thing'); }`,
  });
  await assert.rejects(
    migrate(database, folder),
    /\(0002-bad\): no such thing\. Nothing was changed/,
  );
  assert.equal(await schemaVersion(database), undefined);
  const tables = await database.ownerPool.query("select to_regclass('good') as good");
  assert.deepEqual(tables.rows, [{ good: null }]);
});
