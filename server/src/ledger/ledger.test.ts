import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { verifyLog, type FetchBytes, type LogReport } from '@commonweal/ledger';
import * as fc from 'fast-check';
import { sql } from 'kysely';
import { openTestDatabase } from '../platform/database/testing.ts';
import { createApp, nobody } from '../platform/http/index.ts';
import { growLedger, recordEvent, registerLedger } from './index.ts';
import { openTestLedger, testPlatform } from './testing.ts';

const database = await openTestDatabase({ poolSize: 8 });
const platform = testPlatform(database);
const app = await createApp(platform, { identify: () => nobody });
registerLedger(app, platform);
after(async () => {
  await app.close();
  await database.close();
});

type Ledger = Awaited<ReturnType<typeof openTestLedger>>;

function fetcher(slug: string): FetchBytes {
  return async (path) => {
    const reply = await app.inject({ url: `/d/${slug}/ledger/${path}` });
    return reply.statusCode === 200 ? reply.rawPayload : null;
  };
}

async function verify({ slug }: Ledger, previousCheckpoint?: string): Promise<LogReport> {
  const key = await app.inject({ url: `/d/${slug}/ledger/key` });
  return verifyLog({ vkey: key.body.trim(), fetchBytes: fetcher(slug), previousCheckpoint });
}

async function record({ deskId }: Ledger, count: number): Promise<void> {
  await database.inDesk(deskId, async (trx) => {
    for (let n = 0; n < count; n += 1) {
      await recordEvent(platform, trx, deskId, {
        kind: 'test.happened',
        subjectId: `subject-${n}`,
        event: { n },
      });
    }
  });
}

async function growFully({ deskId }: Ledger): Promise<void> {
  while ((await growLedger(platform, deskId)) > 0);
}

/** A transaction that has recorded and does not commit until told. */
function hold(ledger: Ledger) {
  const gate = Promise.withResolvers<boolean>();
  const recorded = Promise.withResolvers<void>();
  const done = database
    .inDesk(ledger.deskId, async (trx) => {
      await recordEvent(platform, trx, ledger.deskId, {
        kind: 'test.held',
        subjectId: 'held',
        event: { late: true },
      });
      recorded.resolve();
      if (!(await gate.promise)) throw new Error('rolled back on purpose');
    })
    .then(
      () => 1,
      () => 0,
    );
  return { recorded: recorded.promise, finish: (commit: boolean) => (gate.resolve(commit), done) };
}

test('a new ledger is empty, signed and valid', async () => {
  const ledger = await openTestLedger(platform);
  const report = await verify(ledger);
  assert.deepEqual([report.ok, report.size, report.findings], [true, 0, []]);
});

const action = fc.oneof(
  fc.record({ do: fc.constant('record' as const), count: fc.constantFrom(1, 2, 7, 130, 257) }),
  fc.record({ do: fc.constant('hold' as const) }),
  fc.record({ do: fc.constant('finish' as const), commit: fc.boolean() }),
  fc.record({ do: fc.constant('grow' as const), limit: fc.constantFrom(1, 3, 100, 4096) }),
  fc.record({ do: fc.constant('grow at once' as const) }),
  fc.record({ do: fc.constant('verify' as const) }),
);

test('any interleaving of transactions and sequencers gives a log the verifier accepts', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 4, maxLength: 14 }), async (actions) => {
      const ledger = await openTestLedger(platform);
      const held: ReturnType<typeof hold>[] = [];
      let committed = 0;
      let seen: string | undefined;
      for (const each of actions) {
        if (each.do === 'record') {
          await record(ledger, each.count);
          committed += each.count;
        } else if (each.do === 'hold' && held.length < 3) {
          const transaction = hold(ledger);
          await transaction.recorded;
          held.push(transaction);
        } else if (each.do === 'finish') {
          committed += (await held.shift()?.finish(each.commit)) ?? 0;
        } else if (each.do === 'grow') {
          await growLedger(platform, ledger.deskId, each.limit);
        } else if (each.do === 'grow at once') {
          const runs = [1, 2, 3].map(() => growLedger(platform, ledger.deskId, 5));
          const transaction = record(ledger, 2);
          await Promise.all([...runs, transaction]);
          committed += 2;
        } else if (each.do === 'verify') {
          const report = await verify(ledger, seen);
          assert.deepEqual(report.findings, []);
          seen = report.checkpoint ?? undefined;
        }
      }
      for (const transaction of held) committed += await transaction.finish(true);
      await growFully(ledger);
      const report = await verify(ledger, seen);
      assert.deepEqual([report.ok, report.size, report.findings], [true, committed, []]);
    }),
    { numRuns: 12 },
  );
});

test('an entry that commits after younger ones were sequenced still gets its leaf', async () => {
  const ledger = await openTestLedger(platform);
  const late = hold(ledger);
  await late.recorded;
  await record(ledger, 3);
  await growFully(ledger);
  assert.equal((await verify(ledger)).size, 3);
  await late.finish(true);
  await growFully(ledger);
  const report = await verify(ledger);
  assert.deepEqual([report.ok, report.size], [true, 4]);
});

test('two sequencers at once give every entry one leaf', async () => {
  const ledger = await openTestLedger(platform);
  await record(ledger, 40);
  const added = await Promise.all([1, 2, 3, 4].map(() => growLedger(platform, ledger.deskId)));
  assert.equal(
    added.reduce((sum, each) => sum + each, 0),
    40,
  );
  assert.equal((await verify(ledger)).ok, true);
});

/** What an intruder with the owner's rights could do; the application's role could not. */
async function tamper({ deskId }: Ledger, statement: string): Promise<void> {
  const inDesk = statement.replaceAll('DESK', `desk_id = '${deskId}'`);
  const { numAffectedRows } = await sql.raw(inDesk).execute(database.owner);
  assert.equal(numAffectedRows, 1n);
}

for (const [what, statement] of Object.entries({
  'a changed tile': `update ledger_tile set bytes = sha256(bytes) || substr(bytes, 33) where DESK and level = 0 and tile_index = 0`,
  'a changed leaf': `update ledger_entry set commitment = sha256('planted') where DESK and entry_id = (select entry_id from ledger_leaf where DESK and leaf_index = 7)`,
  'a removed leaf': `delete from ledger_leaf where DESK and leaf_index = 299`,
  'a changed checkpoint': `update ledger_checkpoint set note = replace(note, '300', '299') where DESK and size = 300`,
})) {
  test(`the verifier finds ${what}`, async () => {
    const ledger = await openTestLedger(platform);
    await record(ledger, 300);
    await growFully(ledger);
    assert.equal((await verify(ledger)).ok, true);
    await tamper(ledger, statement);
    const report = await verify(ledger);
    assert.equal(report.ok, false);
    assert.ok(report.findings.length > 0);
  });
}

test('the ledger refuses to grow on tiles that do not lead to what it last signed', async () => {
  const ledger = await openTestLedger(platform);
  await record(ledger, 3);
  await growFully(ledger);
  await tamper(
    ledger,
    `update ledger_tile set bytes = sha256(bytes) || substr(bytes, 33) where DESK`,
  );
  await record(ledger, 1);
  await assert.rejects(growLedger(platform, ledger.deskId), { code: 'wrong-root' });
});

test('the application itself can neither change nor delete what is recorded', async () => {
  const ledger = await openTestLedger(platform);
  await record(ledger, 1);
  for (const statement of [
    `update ledger_entry set kind = 'other'`,
    `delete from ledger_entry`,
    `delete from ledger_leaf`,
    `delete from ledger_tile`,
    `update ledger_checkpoint set note = ''`,
    `update ledger_key set origin = 'elsewhere'`,
  ]) {
    await assert.rejects(
      database.inDesk(ledger.deskId, (trx) => sql.raw(statement).execute(trx)),
      { code: '42501' },
    );
  }
});

test('tiles are kept by caches for ever, the checkpoint for a second, and strange paths are refused', async () => {
  const ledger = await openTestLedger(platform);
  await record(ledger, 260);
  await growFully(ledger);
  const at = (path: string) => app.inject({ url: `/d/${ledger.slug}/ledger/${path}` });
  const full = await at('tile/0/000');
  assert.equal(full.headers['cache-control'], 'public, max-age=31536000, immutable');
  assert.equal(full.headers['content-type'], 'application/octet-stream');
  assert.equal(full.rawPayload.length, 256 * 32);
  assert.equal((await at('tile/0/001.p/4')).rawPayload.length, 4 * 32);
  assert.equal((await at('tile/0/001.p/2')).rawPayload.length, 2 * 32);
  assert.equal((await at('tile/entries/001.p/4')).rawPayload.length, 4 * 34);
  const checkpoint = await at('checkpoint');
  assert.equal(checkpoint.headers['cache-control'], 'public, max-age=1');
  assert.match(checkpoint.body, new RegExp(`^localhost:8080/d/${ledger.slug}/ledger\n260\n`));
  for (const path of ['tile/0/001', 'tile/0/001.p/5', 'tile/0/1', 'tile/9/000', 'tile/entries/002'])
    assert.equal((await at(path)).statusCode, 404, path);
  assert.equal((await app.inject({ url: '/d/no-such-desk/ledger/checkpoint' })).statusCode, 404);
});
