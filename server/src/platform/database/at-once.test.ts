import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { hotStatement, OutcomeUnknownError } from './index.ts';
import { openTestDatabase, type TestDatabase } from './testing.ts';

const migrations = fileURLToPath(new URL('test-migrations', import.meta.url));
const here = '0190a000-0000-7000-8000-00000000000a';
const there = '0190a000-0000-7000-8000-00000000000b';
const idOf = (number: number) => `0190a000-0000-7000-8000-0000000001${number}`;

const plant = hotStatement(
  'plant',
  `insert into garden (desk_id, garden_id, name) values ($1::uuid, $2::uuid, $3)
   on conflict (desk_id, garden_id) do nothing`,
);
const divide = hotStatement('divide', 'select 1 / length($1::text)');

let database: TestDatabase;
before(async () => {
  // One connection, so that each transaction stands on what the one before left.
  database = await openTestDatabase({ migrations, poolSize: 1 });
});
after(() => database.close());

const names = (desk: string) =>
  database.inDesk(desk, async (trx) => {
    const { rows } = await sql<{ name: string }>`select name from garden order by name`.execute(
      trx,
    );
    return rows.map(({ name }) => name);
  });
const always = () => true;

test('statements sent together are one transaction of one desk, and say how many rows they changed', async () => {
  const seen: (readonly number[])[] = [];
  for (const name of ['first', 'again']) {
    const done = await database.inDeskAtOnce(
      here,
      [plant.with([here, idOf(10), name]), plant.with([here, idOf(11), 'second'])],
      (rows) => seen.push(rows) > 0,
    );
    assert.equal(done, true);
  }
  assert.deepEqual(seen, [
    [1, 1],
    [0, 0],
  ]);
  assert.deepEqual(await names(here), ['first', 'second']);
  assert.deepEqual(await names(there), []);
});

test('what is not agreed to leaves nothing behind', async () => {
  const done = await database.inDeskAtOnce(
    here,
    [plant.with([here, idOf(12), 'half']), plant.with([here, idOf(10), 'there already'])],
    (rows) => rows.every((count) => count === 1),
  );
  assert.equal(done, false);
  assert.deepEqual(await names(here), ['first', 'second']);
});

test('what fails leaves nothing behind, and its connection can be used again', async () => {
  const planted = plant.with([here, idOf(13), 'with a failure']);
  for (const divisor of ['', 'x', '']) {
    const statements = [planted, divide.with([divisor])];
    assert.equal(await database.inDeskAtOnce(here, statements, () => false), false);
  }
  assert.deepEqual(await names(here), ['first', 'second']);
  const fails = database.inDeskAtOnce(here, [planted], () => {
    throw new Error('not what we thought');
  });
  await assert.rejects(fails, /not what we thought/);
  assert.deepEqual(await names(here), ['first', 'second']);
});

test("no row of another desk can be written, and no desk but one's own be entered", async () => {
  const smuggled = [plant.with([there, idOf(14), 'smuggled'])];
  assert.equal(await database.inDeskAtOnce(here, smuggled, always), false);
  assert.equal(await database.inDeskAtOnce("'; drop table garden; --", smuggled, always), false);
  assert.deepEqual(await names(there), []);
  const { rows } = await database.outsideDesks((trx) =>
    sql<{ desk: string }>`select current_setting('commonweal.desk', true) as desk`.execute(trx),
  );
  assert.ok(!rows[0]?.desk);
});

test('a connection that breaks before the commit is undone', async () => {
  const die = hotStatement('die', 'select pg_terminate_backend(pg_backend_pid())').with([]);
  const statements = [plant.with([here, idOf(15), 'lost']), die];
  assert.equal(await database.inDeskAtOnce(here, statements, always), false);
  assert.deepEqual(await names(here), ['first', 'second']);
});

test('one that breaks during the commit is not taken for undone', async () => {
  await using own = await openTestDatabase({ migrations });
  await own.ownerPool.query(`
    create function cut() returns trigger language plpgsql
      as $$ begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$;
    create constraint trigger cut after insert on garden
      deferrable initially deferred for each row execute function cut()`);
  const work = own.inDeskAtOnce(here, [plant.with([here, idOf(16), 'perhaps'])], always);
  await assert.rejects(work, OutcomeUnknownError);
});

test('what only the commit refuses is undone', async () => {
  await using own = await openTestDatabase({ migrations });
  await own.ownerPool.query(`
    create function refuse() returns trigger language plpgsql
      as $$ begin raise exception 'no'; end $$;
    create constraint trigger refuse after insert on garden
      deferrable initially deferred for each row execute function refuse()`);
  const planted = plant.with([here, idOf(17), 'refused']);
  assert.equal(await own.inDeskAtOnce(here, [planted], always), false);
});
