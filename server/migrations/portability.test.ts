import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { openTestDatabase, type TestDatabase } from '../src/platform/database/testing.ts';

/**
 * SQL stays portable to the distributed engines of PostgreSQL's family (docs/decisions): what the
 * migrations made is read back from the catalogue, so that no way of writing it slips past.
 */
const outsideDesks = new Set(['setup_link']);
const bookkeeping = new Set(['schema_migration', 'schema_migration_lock']);

/** Words that do not stand in a migration, and why. */
const notPortable: readonly (readonly [RegExp, string])[] = [
  [
    /\bserial\b|\bbigserial\b|generated\s+(always|by\s+default)\s+as\s+identity|\bcreate\s+sequence\b|\bnextval\b/i,
    'ids are made by the application',
  ],
  [
    /\bcreate\s+(or\s+replace\s+)?(trigger|function|procedure|rule)\b|\blanguage\s+plpgsql\b|\bdo\s+\$\$/i,
    'no code in the database',
  ],
  [/advisory_(xact_)?lock/i, 'no advisory locks'],
  [/\bdeferrable\b/i, 'no deferrable constraints'],
  [/\)\s*include\s*\(/i, 'no covering indexes'],
  [/\bskip\s+locked\b/i, 'no SKIP LOCKED'],
  [/\bcreate\s+extension\b/i, 'no extensions'],
];

let database: TestDatabase;
before(async () => {
  database = await openTestDatabase();
});
after(() => database.close());

async function rows<T>(query: ReturnType<typeof sql<T>>): Promise<T[]> {
  return (await query.execute(database.owner)).rows;
}

async function complaints(schema = 'public'): Promise<string[]> {
  const tables = await rows(sql<{ name: string; rls: boolean; forced: boolean; policies: number }>`
    select c.relname as name, c.relrowsecurity as rls, c.relforcerowsecurity as forced,
      (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
    from pg_class c where c.relnamespace = ${schema}::regnamespace and c.relkind in ('r', 'p')`);
  const keys = await rows(sql<{ table: string; name: string; columns: string[] }>`
    select c.relname as table, i.relname as name,
      array(select a.attname::text from unnest(x.indkey::int2[]) with ordinality k(n, o) join pg_attribute a on a.attrelid = c.oid and a.attnum = k.n order by k.o) as columns
    from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
    where c.relnamespace = ${schema}::regnamespace`);
  const foreign = await rows(sql<{ table: string; name: string; columns: string[] }>`
    select c.relname as table, k.conname as name,
      array(select a.attname::text from unnest(k.conkey) with ordinality x(n, o) join pg_attribute a on a.attrelid = c.oid and a.attnum = x.n order by x.o) as columns
    from pg_constraint k join pg_class c on c.oid = k.conrelid where k.contype = 'f' and c.relnamespace = ${schema}::regnamespace`);
  const code = await rows(sql<{ what: string }>`
    select 'the function ' || proname as what from pg_proc where pronamespace = ${schema}::regnamespace
    union all select 'the trigger ' || tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid where not tgisinternal and c.relnamespace = ${schema}::regnamespace
    union all select 'the sequence ' || relname from pg_class where relkind = 'S' and relnamespace = ${schema}::regnamespace
    union all select 'the deferrable constraint ' || conname from pg_constraint where condeferrable and connamespace = ${schema}::regnamespace`);
  const own = tables.filter((table) => !bookkeeping.has(table.name));
  const ofDesks = (table: string) => !outsideDesks.has(table) && !bookkeeping.has(table);
  return [
    ...own
      .filter((table) => !table.rls || !table.forced || table.policies === 0)
      .map((table) => `${table.name} has no forced row security`),
    ...keys
      .filter(
        ({ table, columns }) =>
          ofDesks(table) &&
          columns[0] !== 'desk_id' &&
          !(table === 'desk_address' && columns[0] === 'slug'),
      )
      .map(({ name }) => `the key ${name} does not begin with desk_id`),
    ...foreign
      .filter(({ columns }) => columns[0] !== 'desk_id')
      .map(({ name }) => `the foreign key ${name} does not begin with desk_id`),
    ...code.map(({ what }) => `${what} is code in the database`),
  ];
}

test('every table has desk_id first in every key, row security, and no code in the database', async () => {
  assert.deepEqual(await complaints(), []);
});

test('the application owns nothing and passes no row security', async () => {
  const found = await rows(sql<{ super: boolean; bypass: boolean; owned: number }>`
    select rolsuper as super, rolbypassrls as bypass, (select count(*)::int from pg_class c where c.relowner = r.oid) as owned
    from pg_roles r where rolname = 'commonweal_app'`);
  assert.deepEqual(found, [{ super: false, bypass: false, owned: 0 }]);
});

test('migrations use no words other engines lack', () => {
  const folder = fileURLToPath(new URL('./', import.meta.url));
  const files = readdirSync(folder).filter((file) => /^\d{4}-.*\.ts$/.test(file));
  assert.ok(files.length >= 13);
  assert.deepEqual(
    files.flatMap((file) => wordsIn(file, readFileSync(folder + file, 'utf8'))),
    [],
  );
});

for (const [name, statement, complaint] of [
  [
    'a table without row security',
    'create table planted.bare (desk_id uuid primary key)',
    'bare has no forced row security',
  ],
  [
    'a key that does not begin with desk_id',
    'create table planted.late (late_id uuid primary key, desk_id uuid)',
    'the key late_pkey does not begin with desk_id',
  ],
  ['a sequence', 'create sequence planted.counter', 'the sequence counter is code in the database'],
  [
    'a function',
    'create function planted.f() returns int language sql return 1',
    'the function f is code in the database',
  ],
] as const) {
  test(`the rules are shown to fail on ${name}`, async () => {
    await sql.raw('create schema planted').execute(database.owner);
    try {
      await sql.raw(statement).execute(database.owner);
      assert.ok((await complaints('planted')).includes(complaint));
    } finally {
      await sql.raw('drop schema planted cascade').execute(database.owner);
    }
  });
}

for (const statement of [
  'create table t (id bigserial)',
  'create trigger t before insert on item',
  'select pg_advisory_lock(1)',
  'create index i on item (a) include (b)',
  'select 1 for update skip locked',
]) {
  test(`the words are shown to fail on: ${statement}`, () => {
    assert.equal(wordsIn('planted', statement).length, 1);
  });
}

function wordsIn(file: string, text: string): string[] {
  const code = text.replaceAll(/\/\*[\s\S]*?\*\//g, '');
  return notPortable.flatMap(([pattern, why]) => (pattern.test(code) ? [`${file}: ${why}`] : []));
}
