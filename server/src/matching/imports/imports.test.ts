/** Files of entries on their way into a bank: all that can be taken is, once, whatever breaks off on the way. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, test } from 'node:test';
import { ApiProblem, type Client } from '@commonweal/client';
import type { Bank, BankImport } from '@commonweal/contract';
import * as fc from 'fast-check';
import { startTestHouse } from '../../testing/start-test-desk.ts';
import { matchItems, runImports } from '../index.ts';
import { anItem } from '../testing.ts';

const house = await startTestHouse();
after(() => house[Symbol.asyncDispose]());
const { platform } = house;
const desk = await house.openDesk('reef');
const { analyst, moderator } = desk.people;

let banks = 0;
const aBank = (client: Client, kind: Bank['kind'] = 'hash') =>
  client.createBank({
    body: { name: `Bank ${++banks}`, kind, description: '', source: 'Invented Lab' },
  });

const start = (client: Client, { bank_id }: Bank, body: string, query = {}) =>
  client.startBankImport({ params: { bank_id }, query, raw: { body, contentType: 'text/plain' } });

const now = (client: Client, { bank_id, bank_import_id }: BankImport) =>
  client.readBankImport({ params: { bank_id, bank_import_id } });

const digest = (text: string) => createHash('md5').update(text).digest('hex');
const counts = ({ added, already_there, refused, rows_read }: BankImport) => ({
  added,
  already_there,
  refused,
  rows_read,
});
const refusedWith = (code: string) => (error: unknown) =>
  error instanceof ApiProblem && error.problem['code'] === code;

test('a file is taken in, and what cannot be is told by its line', async () => {
  const bank = await aBank(analyst.client);
  const file = [`md5 ${digest('a')}`, 'nonsense', digest('b'), digest('a'), `url ${digest('c')}`];
  const begun = await start(analyst.client, bank, file.join('\n'), {
    name: 'from-a-partner.txt',
    label: 'march',
    severity: 4,
  });
  assert.deepEqual(
    [begun.state, begun.format, begun.name],
    ['waiting', 'lines', 'from-a-partner.txt'],
  );
  await runImports(platform);
  const done = await now(moderator.client, begun);
  assert.deepEqual(counts(done), { added: 2, already_there: 1, refused: 2, rows_read: 5 });
  assert.deepEqual([done.state, done.bytes_read], ['done', done.bytes]);
  const params = { bank_id: bank.bank_id, bank_import_id: begun.bank_import_id };
  const { data: refusals } = await moderator.client.listImportRefusals({ params });
  assert.deepEqual(
    refusals.map(({ line }) => line),
    [2, 5],
  );
  const { data } = await analyst.client.listBankEntries({ params });
  assert.deepEqual(
    data.map(({ label, source, severity, added_by }) => [label, source, severity, added_by]),
    Array.from({ length: 2 }, () => ['march', 'Invented Lab', 4, begun.by]),
  );
  const files = [{ md5: digest('a') }];
  const [signals] = await matchItems(platform, desk.deskId, [anItem({ files })]);
  assert.equal(signals?.length, 1, 'it matches at once');
  assert.equal(await platform.importFiles.has(desk.deskId, done.sha256), false, 'the file is gone');
  await assert.rejects(analyst.client.stopBankImport({ params }), refusedWith('import-ended'));
  const { data: listed } = await moderator.client.listBankImports({ params });
  assert.deepEqual(listed, [done]);
});

test('any mix of rows adds up, and the same file again adds nothing', async () => {
  const client = analyst.client;
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.oneof(
          fc.nat(20).map((n) => digest(String(n))),
          fc.constant('nonsense'),
        ),
        {
          minLength: 1,
        },
      ),
      async (rows) => {
        const bank = await aBank(client);
        const begun = await start(client, bank, rows.join('\n'));
        await runImports(platform);
        const distinct = new Set(rows).size - Number(rows.includes('nonsense'));
        const refused = rows.filter((row) => row === 'nonsense').length;
        const whole = { rows_read: rows.length, refused };
        const already = rows.length - refused - distinct;
        assert.deepEqual(counts(await now(client, begun)), {
          ...whole,
          added: distinct,
          already_there: already,
        });
        const again = await start(client, bank, rows.join('\n'));
        await runImports(platform);
        assert.deepEqual(counts(await now(client, again)), {
          ...whole,
          added: 0,
          already_there: distinct + already,
        });
        const { entries } = await client.readBank({ params: { bank_id: bank.bank_id } });
        assert.equal(entries, distinct);
      },
    ),
    { numRuns: 15 },
  );
});

test('what broke off goes on where it was, by one process only, with nothing twice', async () => {
  const bank = await aBank(analyst.client);
  const rows = Array.from({ length: 9_000 }, (_, at) => digest(`row ${at}`));
  const begun = await start(analyst.client, bank, rows.join('\n'));
  // The database fails in the middle of the third step, as if the process had been killed there.
  let steps = 0;
  const breaking: typeof platform = {
    ...platform,
    database: {
      ...platform.database,
      inDesk: (deskId, work, how) =>
        platform.database.inDesk(
          deskId,
          async (trx) => {
            const result = await work(trx);
            if (
              how?.readOnly !== true &&
              typeof result === 'object' &&
              result !== null &&
              'rows_read' in result &&
              ++steps === 4
            )
              throw new Error('the power is gone');
            return result;
          },
          how,
        ),
    },
  };
  await runImports(breaking);
  const cut = await now(analyst.client, begun);
  assert.deepEqual([cut.state, cut.rows_read], ['running', 4_000]);
  assert.equal(
    (await analyst.client.readBank({ params: { bank_id: bank.bank_id } })).entries,
    4_000,
  );
  await runImports(platform);
  assert.equal((await now(analyst.client, begun)).rows_read, 4_000, 'it is still held');
  house.clock.advance(61_000);
  await Promise.all([runImports(platform), runImports(platform)]);
  const done = await now(analyst.client, begun);
  assert.deepEqual(counts(done), { added: 9_000, already_there: 0, refused: 0, rows_read: 9_000 });
  assert.equal(done.state, 'done');
});

test('a stopped import keeps what it added and goes no further', async () => {
  const bank = await aBank(analyst.client);
  const begun = await start(analyst.client, bank, `${digest('stop')}\n`);
  const { bank_id, bank_import_id } = begun;
  const stopped = await analyst.client.stopBankImport({ params: { bank_id, bank_import_id } });
  assert.equal(stopped.state, 'stopped');
  await runImports(platform);
  assert.deepEqual(await now(analyst.client, begun), stopped);
  assert.equal(stopped.added, 0);
  assert.equal(await platform.importFiles.has(desk.deskId, begun.sha256), false);
});

test('a file that cannot be read fails with the reason; an empty one is refused', async () => {
  const bank = await aBank(analyst.client);
  const begun = await start(analyst.client, bank, `value,type\n"never closed,md5\n`);
  await runImports(platform);
  const failed = await now(analyst.client, begun);
  assert.equal(failed.state, 'failed');
  assert.match(failed.problem ?? '', /quotation mark in line 2/);
  await assert.rejects(start(analyst.client, bank, ''), refusedWith('import-empty'));
});

test('who may, and who may not', async () => {
  const bank = await aBank(analyst.client);
  const row = `${digest('x')}\n`;
  await assert.rejects(start(moderator.client, bank, row), refusedWith('needs-role'));
  const elsewhere = await house.openDesk('dune');
  await assert.rejects(
    start(elsewhere.people.analyst.client, bank, row),
    refusedWith('no-such-thing'),
  );
  const begun = await start(analyst.client, bank, row);
  await assert.rejects(now(elsewhere.people.analyst.client, begun), refusedWith('no-such-thing'));
  const other = await aBank(analyst.client);
  await assert.rejects(
    now(analyst.client, { ...begun, bank_id: other.bank_id }),
    refusedWith('no-such-thing'),
  );
});
