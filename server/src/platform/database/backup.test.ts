import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { type Backup, backupDatabase, type Database, jsonb, restoreDatabase } from './index.ts';
import { openTestDatabase, type TestDatabase } from './testing.ts';

const migrations = fileURLToPath(new URL('test-migrations', import.meta.url));
const desks = ['0190a000-0000-7000-8000-00000000000a', '0190a000-0000-7000-8000-00000000000b'];
const id = (number: number) => `0190a000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const awkward = 'tab\t newline\n return\r backslash \\ \\N quote \' " \u{1F331} שלום \u0001 \u2028';

let root = '';
let source: TestDatabase;
let backup: Backup;
before(async () => {
  root = await mkdtemp(join(tmpdir(), 'commonweal-backup-'));
  source = await openTestDatabase({ migrations });
  for (const desk of desks) await fill(source, desk);
  backup = await backupDatabase(source, join(root, 'backup'));
});
after(async () => {
  await source.close();
  await rm(root, { recursive: true });
});

async function fill(database: Database, desk: string): Promise<void> {
  const everyByte = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
  await database.inDesk(desk, async (trx) => {
    await sql`insert into garden values (${desk}, ${id(1)}, ${awkward}, null), (${desk}, ${id(2)}, '', null)`.execute(
      trx,
    );
    for (let number = 1; number <= 300; number += 1) {
      await sql`insert into plant (desk_id, plant_id, garden_id, parent_id, label, picture, facts, planted_at,
          sown_on, weight, height, seeds, tags)
        values (${desk}, ${id(number)}, ${id(1)}, ${number > 1 ? id(number - 1) : null},
          ${number % 2 ? awkward : null}, ${everyByte}, ${jsonb({ text: awkward, list: [1.5, null, {}] })},
          '2026-11-23T10:11:12.123456+03', '1999-12-31', 12345678901234567890.0123456789, 0.1,
          9223372036854775807 / 2, ${[awkward, '', 'NULL']})`.execute(trx);
    }
    await sql`update garden set favourite_id = ${id(7)} where garden_id = ${id(1)}`.execute(trx);
  });
}

const everything = async (database: TestDatabase) => {
  const garden = await database.ownerPool.query('select g::text as row from garden g order by 1');
  const plant = await database.ownerPool.query('select p::text as row from plant p order by 1');
  return [...garden.rows, ...plant.rows] as { row: string }[];
};

test('a backup restores every value exactly, of every desk', async () => {
  await using copy = await openTestDatabase({ migrations });
  await restoreDatabase(copy, join(root, 'backup'), { expectedDigest: backup.digest });
  const there = await everything(copy);
  assert.equal(there.length, 604);
  assert.deepEqual(there, await everything(source));
  await assert.rejects(
    copy.inDesk(desks[0]!, (trx) => sql`update garden set favourite_id = ${id(999)}`.execute(trx)),
    /foreign key/,
    'the circle of references was closed again',
  );
});

test('a backup says what it holds, and is closed to others', async () => {
  const { tables, schemaVersion, format } = backup.manifest;
  assert.equal(format, 'commonweal-backup');
  assert.equal(schemaVersion, '0001-gardens');
  assert.deepEqual(
    tables.map(({ name, rows }) => ({ name, rows })),
    [
      { name: 'empty_shed', rows: 0 },
      { name: 'garden', rows: 4 },
      { name: 'plant', rows: 600 },
    ],
  );
  for (const name of await readdir(join(root, 'backup'))) {
    assert.equal((await stat(join(root, 'backup', name))).mode & 0o077, 0, name);
  }
});

test('a backup shows one moment, whatever is written meanwhile', async () => {
  await using busy = await openTestDatabase({ migrations });
  await fill(busy, desks[0]!);
  let wrote = false;
  const made = await backupDatabase(busy, join(root, 'busy'), (message) => {
    if (wrote || !message.includes('garden')) return;
    wrote = true;
    void busy.inDesk(desks[0]!, (trx) =>
      sql`delete from plant where plant_id = ${id(300)}`.execute(trx),
    );
  });
  assert.equal(made.manifest.tables.find(({ name }) => name === 'plant')?.rows, 300);
});

test('a changed file is refused, and nothing is loaded', async () => {
  const file = join(root, 'backup', 'plant.copy');
  const original = await readFile(file);
  const changed = Buffer.from(original);
  changed[original.length - 2] = changed[original.length - 2]! ^ 1;
  await using copy = await openTestDatabase({ migrations });
  for (const bytes of [changed, original.subarray(0, -1), Buffer.alloc(0)]) {
    await writeFile(file, bytes);
    await assert.rejects(restoreDatabase(copy, join(root, 'backup')), /plant\.copy was changed/);
  }
  await writeFile(file, original);
  assert.deepEqual(await everything(copy), []);
});

test('a changed manifest is refused by its digest, an absent one as unfinished', async () => {
  await using copy = await openTestDatabase({ migrations });
  const file = join(root, 'backup', 'manifest.json');
  const original = await readFile(file, 'utf8');
  const restore = (digest?: string) =>
    restoreDatabase(copy, join(root, 'backup'), digest ? { expectedDigest: digest } : {});
  await writeFile(file, original.replace('"rows": 600', '"rows": 599'));
  await assert.rejects(restore(backup.digest), /not the one with the digest/);
  await assert.rejects(restore(), /plant has 599 rows in the backup, but 600 were loaded/);
  await writeFile(file, original.replace('0001-gardens', '0002-later'));
  await assert.rejects(
    restore(),
    /made at schema 0002-later, and this database is at 0001-gardens/,
  );
  await rm(file);
  await assert.rejects(restore(), /no finished backup/);
  await writeFile(file, original);
  assert.deepEqual(await everything(copy), []);
});

test('a database that holds rows, and a folder that holds files, are left alone', async () => {
  await assert.rejects(restoreDatabase(source, join(root, 'backup')), /already holds rows/);
  await assert.rejects(backupDatabase(source, join(root, 'backup')), /is not empty/);
});
