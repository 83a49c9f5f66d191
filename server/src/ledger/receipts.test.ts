import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { commit, verifierKey, verifyReceipt } from '@commonweal/ledger';
import { openTestDatabase } from '../platform/database/testing.ts';
import { newId } from '../platform/ids.ts';
import {
  eraseSubject,
  growLedger,
  itemReceiptFor,
  receiptFor,
  recordBatch,
  recordEvent,
} from './index.ts';
import { readKey } from './store.ts';
import { openTestLedger, testPlatform } from './testing.ts';

const database = await openTestDatabase();
const platform = testPlatform(database);
after(() => database.close());

async function keyOf(deskId: string): Promise<string> {
  const key = await database.inDesk(deskId, (trx) => readKey(trx, deskId));
  assert.ok(key);
  return verifierKey(key.origin, key.public_key);
}

test('a receipt is pending, then verifies, and by kind and subject is the newest', async () => {
  const { deskId } = await openTestLedger(platform);
  const made = { kind: 'decision.made', subjectId: 'decision-1' };
  await database.inDesk(deskId, async (trx) => {
    for (const step of [1, 2])
      await recordEvent(platform, trx, deskId, { ...made, event: { step } });
  });
  const read = () => database.inDesk(deskId, (trx) => receiptFor(platform, trx, deskId, made));
  assert.equal(await read(), 'pending');
  await growLedger(platform, deskId);
  const receipt = await read();
  assert.ok(receipt !== null && receipt !== 'pending');
  assert.deepEqual(receipt.event, { step: 2 });
  assert.equal(verifyReceipt({ receipt, vkey: await keyOf(deskId) }).ok, true);
  const planted = { ...receipt, event: { step: 3 } };
  assert.equal(verifyReceipt({ receipt: planted, vkey: await keyOf(deskId) }).ok, false);
});

test('events survive the database unchanged, whatever JSON they are', async () => {
  const { deskId } = await openTestLedger(platform);
  const event = {
    z: [1e-7, -0.5, 1e21, 123456789.123456, true, null],
    a: { 'ключ "x"': '\u2028 \u{1f30d}', '': [[]] },
  };
  const entryId = await database.inDesk(deskId, (trx) =>
    recordEvent(platform, trx, deskId, { kind: 'test.json', subjectId: 's', event }),
  );
  await growLedger(platform, deskId);
  const receipt = await database.inDesk(deskId, (trx) =>
    receiptFor(platform, trx, deskId, entryId),
  );
  assert.equal(verifyReceipt({ receipt, vkey: await keyOf(deskId) }).ok, true);
});

test('a batch has one leaf, and each item of it a receipt of its own', async () => {
  const { deskId } = await openTestLedger(platform);
  const vkey = await keyOf(deskId);
  const items = [0, 1, 2, 3, 4].map((n) => ({ salt: Buffer.alloc(32, n + 1), event: { item: n } }));
  const entryId = await database.inDesk(deskId, (trx) =>
    recordBatch(platform, trx, deskId, {
      kind: 'items.accepted',
      subjectId: newId(),
      commitments: items.map(({ salt, event }) => commit(salt, event)),
      event: { count: items.length },
    }),
  );
  assert.equal(await growLedger(platform, deskId), 1);
  await database.inDesk(deskId, async (trx) => {
    for (const item of items) {
      const receipt = await itemReceiptFor(platform, trx, deskId, { entryId, ...item });
      assert.equal(verifyReceipt({ receipt, vkey }).ok, true);
    }
    const foreign = { entryId, salt: Buffer.alloc(32, 99), event: { item: 0 } };
    assert.equal(await itemReceiptFor(platform, trx, deskId, foreign), null);
    const receipt = await receiptFor(platform, trx, deskId, entryId);
    assert.equal(verifyReceipt({ receipt, vkey }).ok, true);
  });
});

test('erasing a subject takes salts and events, and nothing else', async () => {
  const { deskId } = await openTestLedger(platform);
  const record = (subjectId: string) =>
    database.inDesk(deskId, (trx) =>
      recordEvent(platform, trx, deskId, { kind: 'test.about', subjectId, event: { subjectId } }),
    );
  const erased = await record('ada');
  const kept = await record('bo');
  await growLedger(platform, deskId);
  await database.inDesk(deskId, async (trx) => {
    const before = await receiptFor(platform, trx, deskId, erased);
    assert.equal(await eraseSubject(platform, trx, deskId, 'ada'), 1);
    assert.equal(await eraseSubject(platform, trx, deskId, 'ada'), 0);
    assert.equal(await receiptFor(platform, trx, deskId, erased), null);
    assert.notEqual(await receiptFor(platform, trx, deskId, kept), null);
    const left = await trx.selectFrom('ledger_entry').select('entry_id').execute();
    assert.equal(left.length, 2);
    assert.equal(verifyReceipt({ receipt: before, vkey: await keyOf(deskId) }).ok, true);
  });
});

test('events that are not plain JSON are refused, and nothing is recorded', async () => {
  const { deskId } = await openTestLedger(platform);
  const event = { at: new Date() } as never;
  await assert.rejects(
    database.inDesk(deskId, (trx) =>
      recordEvent(platform, trx, deskId, { kind: 'test.bad', subjectId: 's', event }),
    ),
    { code: 'bad-json' },
  );
  assert.equal(await growLedger(platform, deskId), 0);
});
