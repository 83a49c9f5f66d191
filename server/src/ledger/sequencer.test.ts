import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { operations } from '@commonweal/contract';
import type { Caller } from '../platform/http/index.ts';
import { createApp } from '../platform/http/index.ts';
import { openTestDatabase } from '../platform/database/testing.ts';
import { newId } from '../platform/ids.ts';
import { growLedger, recordEvent, registerLedger } from './index.ts';
import { openTestLedger, testPlatform } from './testing.ts';

const database = await openTestDatabase();
const platform = testPlatform(database);
let caller: Caller = { kind: 'nobody' };
const app = await createApp(platform, { identify: () => caller });
registerLedger(app, platform);
after(async () => {
  await platform.jobs.stop();
  await app.close();
  await database.close();
});

function record(deskId: string): Promise<string> {
  return database.inDesk(deskId, (trx) =>
    recordEvent(platform, trx, deskId, { kind: 'test.happened', subjectId: 's', event: {} }),
  );
}

async function state(deskId: string) {
  const sessionId = newId();
  caller = {
    kind: 'person',
    deskId,
    personId: newId(),
    name: 'Ada',
    roles: ['auditor'],
    sessionId,
  };
  const reply = await app.inject({ url: operations.readLedger.path });
  assert.equal(reply.statusCode, 200, reply.body);
  return reply.json<{ size: number; waiting: number; origin: string; public_url: string }>();
}

test('the desk sees the size of its ledger, what waits, and where it is public', async () => {
  const { deskId, slug } = await openTestLedger(platform);
  await record(deskId);
  const before = await state(deskId);
  assert.deepEqual([before.size, before.waiting], [0, 1]);
  assert.equal(before.origin, `localhost:8080/d/${slug}/ledger`);
  assert.equal(before.public_url, `http://localhost:8080/d/${slug}/ledger`);
  await growLedger(platform, deskId);
  const now = await state(deskId);
  assert.deepEqual([now.size, now.waiting], [1, 0]);
});

test('the sequencer grows every ledger by itself, also beside one that cannot grow', async () => {
  const broken = await openTestLedger(platform);
  const whole = await openTestLedger(platform);
  await record(broken.deskId);
  await growLedger(platform, broken.deskId);
  await database.inDesk(broken.deskId, (trx) =>
    trx
      .updateTable('ledger_tile')
      .set({ bytes: Buffer.alloc(32) })
      .execute(),
  );
  await record(broken.deskId);
  await record(whole.deskId);
  await platform.jobs.start({ work: true });
  while ((await state(whole.deskId)).size === 0) await sleep(20);
  assert.deepEqual((await state(broken.deskId)).waiting, 1);
});
