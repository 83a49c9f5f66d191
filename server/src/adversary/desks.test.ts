import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { startTestHouse } from '../testing/start-test-desk.ts';
import { changesSince, digestRows, everyTable } from './testing/every-table.ts';
import { fillDesk } from './testing/fill-desk.ts';

const house = await startTestHouse();
after(() => house[Symbol.asyncDispose]());
const { database } = house;
const reef = (await fillDesk(house, 'reef')).desk;
const shore = (await fillDesk(house, 'shore')).desk;
const tables = await everyTable(database);
const before = await digestRows(database, tables);

/** The two tables of no desk: who is where, and the one-time links that make desks. */
const ofNoDesk = ['desk_address', 'setup_link'];
const ofDesks = tables.filter(({ name }) => !ofNoDesk.includes(name));

test('there is a row of each desk in every table, so that what follows says something', async () => {
  for (const deskId of [reef.deskId, shore.deskId]) {
    const digests = await digestRows(database, ofDesks, deskId);
    const empty = [...digests].flatMap(([name, digest]) => (digest.startsWith('0') ? [name] : []));
    assert.deepEqual(empty, []);
  }
});

test('every table but two belongs to desks and is held by force', () => {
  for (const { name, columns, forced } of tables) {
    assert.ok(forced, `${name} holds its row security against its owner too`);
    if (!ofNoDesk.includes(name)) assert.equal(columns[0], 'desk_id', name);
  }
});

for (const { name } of ofDesks) {
  const table = sql.table(name);

  test(`${name}: another desk sees nothing of it`, async () => {
    const seen = await database.inDesk(shore.deskId, (trx) =>
      sql<{ own: number; others: number }>`
        select count(*) filter (where desk_id = ${shore.deskId}) as own,
          count(*) filter (where desk_id <> ${shore.deskId}) as others from ${table}`.execute(trx),
    );
    assert.equal(seen.rows[0]?.others, 0);
    assert.ok((seen.rows[0]?.own ?? 0) > 0, 'its own are seen');
  });

  test(`${name}: outside desks nothing is seen`, async () => {
    const seen = await database.outsideDesks((trx) => sql`select from ${table}`.execute(trx));
    assert.equal(seen.rows.length, 0);
  });

  test(`${name}: another desk changes and deletes nothing of it`, async () => {
    const statements = [
      sql`update ${table} set desk_id = desk_id where desk_id = ${reef.deskId}`,
      sql`delete from ${table} where desk_id = ${reef.deskId}`,
    ];
    for (const statement of statements)
      await refusedOr(
        database.inDesk(shore.deskId, async (trx) => {
          const { numAffectedRows } = await statement.execute(trx);
          assert.equal(numAffectedRows, 0n);
        }),
        /permission denied/,
      );
  });

  test(`${name}: no row is moved into another desk`, async () => {
    await assert.rejects(
      database.inDesk(shore.deskId, (trx) =>
        sql`update ${table} set desk_id = ${reef.deskId}`.execute(trx),
      ),
      /violates row-level security policy|permission denied/,
    );
  });

  test(`${name}: no row is added to another desk, nor outside desks`, async () => {
    const { rows } = await database.ownerPool.query<{ row: unknown }>(
      `select to_jsonb(t) as row from "${name}" t where desk_id = $1 limit 1`,
      [reef.deskId],
    );
    const columns = sql.join(
      (tables.find((one) => one.name === name)?.columns ?? []).map((column) => sql.ref(column)),
    );
    const insert = sql`insert into ${table} (${columns}) select ${columns}
      from jsonb_populate_record(null::${table}, ${JSON.stringify(rows[0]?.row)}::jsonb)`;
    const refused = /violates row-level security policy/;
    await assert.rejects(
      database.inDesk(shore.deskId, (trx) => insert.execute(trx)),
      refused,
    );
    await assert.rejects(
      database.outsideDesks((trx) => insert.execute(trx)),
      refused,
    );
  });
}

test('the directory is read by all and changed by its own desk only', async () => {
  const seen = await database.outsideDesks((trx) =>
    trx.selectFrom('desk_address').select('slug').orderBy('slug').execute(),
  );
  assert.deepEqual(seen, [{ slug: 'reef' }, { slug: 'shore' }]);
  const changed = await database.inDesk(shore.deskId, (trx) =>
    sql`update desk_address set name = 'Taken' where slug = 'reef'`.execute(trx),
  );
  assert.equal(changed.numAffectedRows, 0n);
});

test('one-time links that make desks are seen from no desk', async () => {
  const links = await database.inDesk(shore.deskId, (trx) =>
    trx.selectFrom('setup_link').selectAll().execute(),
  );
  assert.deepEqual(links, []);
});

test('nothing of any desk was changed by all this', async () => {
  assert.deepEqual(await changesSince(database, tables, before), []);
});

async function refusedOr(attempt: Promise<void>, refusal: RegExp): Promise<void> {
  await attempt.catch((error: unknown) => {
    if (!(error instanceof Error && refusal.test(error.message))) throw error;
  });
}
