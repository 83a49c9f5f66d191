import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import {
  bytesColumn,
  hotStatement,
  instantColumn,
  intColumn,
  jsonColumn,
  textColumn,
  uuidColumn,
} from './index.ts';
import { openTestDatabase, type TestDatabase } from './testing.ts';

let database: TestDatabase;
before(async () => {
  database = await openTestDatabase();
});
after(() => database.close());

interface Row {
  readonly id: string;
  readonly text: string | null;
  readonly instant: Date | null;
  readonly int: number | null;
  readonly json: object | null;
  readonly bytes: Buffer;
}

const readBack = hotStatement(
  'read-columns-back',
  `select * from unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::int[], $5::jsonb[], $6::bytea[])
   with ordinality as row (id, text, instant, int, json, bytes, nth) order by nth`,
);

async function roundTrip(rows: readonly Row[]): Promise<Row[]> {
  const values = [
    uuidColumn(rows, ({ id }) => id),
    textColumn(rows, ({ text }) => text),
    instantColumn(rows, ({ instant }) => instant),
    intColumn(rows, ({ int }) => int),
    jsonColumn(rows, ({ json }) => json),
    bytesColumn(rows, ({ bytes }) => bytes),
  ];
  const read = await database.outsideDesks((trx) => readBack(trx, values));
  return read.rows.map(({ nth: _nth, ...row }) => row as unknown as Row);
}

// PostgreSQL's text holds every character but NUL, and no half of a pair.
const text = fc.string({ unit: 'grapheme' }).map((some) => some.replaceAll('\0', ''));
const row = fc.record<Row>({
  id: fc.uuid(),
  text: fc.option(text),
  instant: fc.option(
    fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
  ),
  int: fc.option(fc.integer()),
  json: fc.option(fc.oneof(fc.array(text), fc.dictionary(text, fc.option(text)))),
  bytes: fc.uint8Array().map((bytes) => Buffer.from(bytes)),
});

test('every column comes back as it went', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row), async (rows) => {
      const expected = JSON.parse(JSON.stringify(rows)) as unknown;
      assert.deepEqual(JSON.parse(JSON.stringify(await roundTrip(rows))), expected);
    }),
    { numRuns: 200 },
  );
});

test('columns wider than the buffer come back too', async () => {
  const wide = { id: '0190a000-0000-7000-8000-00000000000a', instant: null, int: -1 };
  const rows = [1, 70_000, 300_000].map((length) => ({
    ...wide,
    text: 'ž'.repeat(length),
    json: ['€'.repeat(length)],
    bytes: Buffer.alloc(length, 7),
  }));
  assert.deepEqual(await roundTrip(rows), rows);
});

const addUp = hotStatement('add-up', 'select $1::int + 1 as sum');
const runsOf = hotStatement(
  'list-prepared',
  'select (generic_plans + custom_plans)::int as runs from pg_prepared_statements where name = $1',
);

test('a hot statement is prepared once by a connection, and run again as it is', async () => {
  const runs = await database.outsideDesks(async (trx) => {
    for (let turn = 0; turn < 3; turn += 1)
      assert.deepEqual((await addUp(trx, [turn])).rows, [{ sum: turn + 1 }]);
    return runsOf(trx, ['add-up']);
  });
  assert.deepEqual(runs.rows, [{ runs: 3 }]);
});
