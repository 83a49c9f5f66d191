import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { OutcomeUnknownError, type Trx } from './index.ts';
import { openTestDatabase, type TestDatabase } from './testing.ts';

const migrations = fileURLToPath(new URL('test-migrations', import.meta.url));
const here = '0190a000-0000-7000-8000-00000000000a';
const there = '0190a000-0000-7000-8000-00000000000b';
const roses = '0190a000-0000-7000-8000-000000000001';

let database: TestDatabase;
before(async () => {
  database = await openTestDatabase({ migrations });
});
after(() => database.close());

const plant = (trx: Trx, desk: string, id: string, name: string) =>
  sql`insert into garden (desk_id, garden_id, name) values (${desk}, ${id}, ${name})`.execute(trx);

const names = async (trx: Trx) =>
  (await sql<{ name: string }>`select name from garden order by name`.execute(trx)).rows.map(
    (row) => row.name,
  );

test('a desk sees its own rows and no other', async () => {
  await database.inDesk(here, (trx) => plant(trx, here, roses, 'ours'));
  await database.inDesk(there, (trx) => plant(trx, there, roses, 'theirs'));
  assert.deepEqual(await database.inDesk(here, names), ['ours']);
  assert.deepEqual(await database.inDesk(there, names), ['theirs']);
  assert.deepEqual(await database.outsideDesks(names), []);
});

test("a desk cannot write, change or delete another desk's rows", async () => {
  await assert.rejects(
    database.inDesk(here, (trx) => plant(trx, there, here, 'smuggled')),
    /row-level security/,
  );
  await database.inDesk(here, (trx) => sql`update garden set name = 'taken'`.execute(trx));
  await database.inDesk(here, (trx) => sql`delete from garden where name = 'theirs'`.execute(trx));
  assert.deepEqual(await database.inDesk(there, names), ['theirs']);
});

test('the desk ends with its transaction, on the same connection too', async () => {
  await using single = await openTestDatabase({ migrations, poolSize: 1 });
  await single.inDesk(here, (trx) => plant(trx, here, roses, 'ours'));
  assert.deepEqual(await single.outsideDesks(names), []);
  await assert.rejects(
    single.inDesk(here, () => Promise.reject(new Error('undone'))),
    /undone/,
  );
  assert.deepEqual(await single.outsideDesks(names), []);
});

test('nothing but a desk id becomes part of the statement', async () => {
  await assert.rejects(
    database.inDesk("'; drop table garden; --", () => Promise.resolve()),
    /Not a desk id/,
  );
  await assert.rejects(
    database.inDesk('', () => Promise.resolve()),
    /Not a desk id/,
  );
});

test('work that fails leaves nothing behind', async () => {
  await assert.rejects(
    database.inDesk(here, async (trx) => {
      await plant(trx, here, '0190a000-0000-7000-8000-000000000002', 'half-way');
      throw new Error('changed our mind');
    }),
    /changed our mind/,
  );
  assert.ok(!(await database.inDesk(here, names)).includes('half-way'));
});

test('a real serialization failure is tried again until it holds', async () => {
  await database.inDesk(there, (trx) => sql`update garden set name = '0'`.execute(trx));
  let attempts = 0;
  let arrived = 0;
  const meeting = Promise.withResolvers<void>();
  const addOne = () =>
    database.inDesk(
      there,
      async (trx) => {
        attempts += 1;
        const [name] = await names(trx);
        // Both read before either writes, once; what they do afterwards cannot both be serial.
        if (++arrived === 2) meeting.resolve();
        await meeting.promise;
        await sql`update garden set name = ${String(Number(name) + 1)}`.execute(trx);
      },
      { isolation: 'serializable' },
    );
  await Promise.all([addOne(), addOne()]);
  assert.deepEqual(await database.inDesk(there, names), ['2']);
  assert.equal(attempts, 3);
});

test('the attempts are bounded', async () => {
  let attempts = 0;
  const failing = database.inDesk(
    here,
    () => {
      attempts += 1;
      return Promise.reject(Object.assign(new Error('again'), { code: '40001' }));
    },
    { attempts: 3 },
  );
  await assert.rejects(failing, /again/);
  assert.equal(attempts, 3);
});

test('a connection lost before the commit is made again', async () => {
  let attempts = 0;
  await database.inDesk(here, async (trx) => {
    attempts += 1;
    await plant(trx, here, '0190a000-0000-7000-8000-000000000003', 'survivor');
    if (attempts === 1) await sql`select pg_terminate_backend(pg_backend_pid())`.execute(trx);
  });
  assert.equal(attempts, 2);
  assert.ok((await database.inDesk(here, names)).includes('survivor'));
});

test('a connection known to be lost before the commit is sent is made again', async () => {
  let attempts = 0;
  await database.inDesk(here, async (trx) => {
    attempts += 1;
    await plant(trx, here, '0190a000-0000-7000-8000-000000000004', 'patient');
    if (attempts > 1) return;
    await sql`select pg_terminate_backend(pg_backend_pid())`.execute(trx).catch(() => undefined);
    // The driver has heard of it when the next question is refused unsent.
    const asked = await sql`select 1`.execute(trx).catch(String);
    assert.match(typeof asked === 'string' ? asked : 'answered', /connection/i);
  });
  assert.equal(attempts, 2);
  assert.ok((await database.inDesk(here, names)).includes('patient'));
});

test('a connection lost during the commit is not tried again', async () => {
  await using own = await openTestDatabase({ migrations });
  await own.ownerPool.query(`
    create function cut() returns trigger language plpgsql
      as $$ begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$;
    create constraint trigger cut after insert on garden
      deferrable initially deferred for each row execute function cut()`);
  let attempts = 0;
  const work = own.inDesk(here, async (trx) => {
    attempts += 1;
    await plant(trx, here, roses, 'perhaps');
  });
  await assert.rejects(work, OutcomeUnknownError);
  assert.equal(attempts, 1);
});

test('values arrive as what they are', async () => {
  const { rows } = await database.outsideDesks((trx) =>
    sql`select 9007199254740991::int8 as int8, array[1, 2]::int8[] as int8s, '2026-02-28'::date as day,
          1.10::numeric as money, '2026-01-01T00:00:00+02'::timestamptz as at,
          '\\x00ff'::bytea as bytes, '{"a": [1, null]}'::jsonb as json`.execute(trx),
  );
  assert.deepEqual(rows, [
    {
      int8: 9007199254740991,
      int8s: [1, 2],
      day: '2026-02-28',
      money: '1.10',
      at: new Date('2025-12-31T22:00:00Z'),
      bytes: Buffer.from([0, 255]),
      json: { a: [1, null] },
    },
  ]);
  await assert.rejects(
    database.outsideDesks((trx) => sql`select 9007199254740993::int8 as n`.execute(trx)),
    /too large for a number/,
  );
});

test('read-only work cannot write, and the database answers a ping', async () => {
  await assert.rejects(
    database.inDesk(here, (trx) => plant(trx, here, there, 'x'), { readOnly: true }),
    /read-only transaction/,
  );
  await database.ping();
});
