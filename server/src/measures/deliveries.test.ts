import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { ApiProblem, verifyWebhook, type WebhookHeaders } from '@commonweal/client';
import { MINUTE } from '../platform/clock.ts';
import { newId } from '../platform/ids.ts';
import { startTestHouse, type TestDesk, type TestHouse } from '../testing/start-test-desk.ts';
import { deliver } from './deliver.ts';
import { countDeliveries } from './index.ts';
import {
  openListeningDesk,
  typesOf,
  type ListeningDesk,
  type Received,
  type Receiver,
} from './testing.ts';

let house: TestHouse;
let here: ListeningDesk;
let desk: TestDesk;
let receiver: Receiver;
before(async () => {
  house = await startTestHouse();
});
after(() => house[Symbol.asyncDispose]());
beforeEach(async () => {
  here = await openListeningDesk(house);
  ({ desk, receiver } = here);
});
afterEach(() => here[Symbol.asyncDispose]());

async function verify(received: Received | undefined, key: string): Promise<void> {
  assert.ok(received);
  const headers = received.headers as unknown as WebhookHeaders;
  await verifyWebhook(key, headers, received.body, house.clock.now());
}

async function isRefused(work: Promise<unknown>, status: number): Promise<void> {
  await assert.rejects(work, (error) => error instanceof ApiProblem && error.status === status);
}

test('a measure is delivered, signed under both keys, with nothing of the content in it', async () => {
  const { endpoint, secret } = await here.addEndpoint();
  const { decision, externalId, measureId } = await here.removal();
  await here.send();
  const [got] = receiver.received;
  await verify(got, secret);
  await verify(got, endpoint.public_key);
  assert.deepEqual(got?.message.type, 'measure.applied');
  assert.deepEqual(got.message.data, {
    measure_id: measureId,
    decision_id: decision.decision_id,
    kind: 'remove',
    subject: 'item',
    item_external_id: externalId,
    actor_external_id: `account-${externalId}`,
    target: 'item',
    territories: 'global',
    starts_at: decision.effective_at,
    ends_at: null,
    ended_at: null,
    ended_because: null,
    notice_url: decision.notice_url,
  });
  assert.ok(!got.body.includes('Grey Tide'));
  const { measure, deliveries } = await here.read(measureId);
  assert.equal(measure.state, 'sent');
  assert.deepEqual(
    [deliveries[0]?.state, deliveries[0]?.attempts, deliveries[0]?.last_status],
    ['delivered', 1, 204],
  );
  assert.equal(got.headers['webhook-id'], deliveries[0]?.delivery_id);
  await here.send();
  assert.equal(receiver.received.length, 1);
  const { medianMinutes } = await house.database.inDesk(desk.deskId, (trx) =>
    countDeliveries(trx, desk.deskId, new Date(0), new Date(house.clock.now().getTime() + 1)),
  );
  assert.ok(medianMinutes !== null && medianMinutes >= 0);
});

test('receipts move the measure, the same key only once; a reversal is delivered and ends it', async () => {
  await here.addEndpoint();
  const { decision, measureId } = await here.removal();
  await here.send();
  const key = await desk.keyed(['receipts:write']);
  const receipt = (receipt_key: string, effect: 'applied' | 'failed' | 'reversed') =>
    key.receiptMeasure({ params: { measure_id: measureId }, body: { receipt_key, effect } });
  const first = await receipt('job-1', 'applied');
  assert.equal((await here.read(measureId)).measure.state, 'confirmed');
  assert.deepEqual(await receipt('job-1', 'failed'), first);
  assert.equal((await here.read(measureId)).measure.state, 'confirmed');
  await receipt('job-2', 'failed');
  assert.equal((await here.read(measureId)).measure.state, 'failed');
  await here.reverse(decision.decision_id);
  const ending = await here.read(measureId);
  assert.deepEqual([ending.measure.state, ending.measure.ended_because], ['ending', 'reversed']);
  await receipt('job-3', 'applied');
  assert.equal((await here.read(measureId)).measure.state, 'ending');
  await here.send();
  const { measure, receipts } = await here.read(measureId);
  assert.equal(measure.state, 'ended');
  assert.equal(receipts.length, 3);
  assert.deepEqual(typesOf(receiver.received), ['measure.applied', 'measure.reversed']);
  const unknown = key.receiptMeasure({
    params: { measure_id: newId() },
    body: { receipt_key: 'x', effect: 'applied' },
  });
  await isRefused(unknown, 404);
});

test('without an endpoint a measure waits for one; ended before, nobody is told', async () => {
  const waiting = await here.removal();
  const over = await here.removal();
  await here.reverse(over.decision.decision_id);
  assert.equal((await here.read(over.measureId)).measure.state, 'ended');
  assert.equal((await here.read(waiting.measureId)).measure.state, 'queued');
  await here.addEndpoint();
  await here.send();
  assert.deepEqual(
    receiver.received.map(({ message }) => message.data['measure_id']),
    [waiting.measureId],
  );
});

test('a failed message is sent again later: same id, same bytes, fresh signature', async () => {
  const { secret } = await here.addEndpoint();
  receiver.answer = { status: 500 };
  const { measureId } = await here.removal();
  await here.send();
  await here.send();
  assert.equal(receiver.received.length, 1);
  const failed = (await here.read(measureId)).deliveries[0];
  assert.deepEqual([failed?.state, failed?.attempts, failed?.last_status], ['queued', 1, 500]);
  assert.equal(failed?.last_error, 'The endpoint answered 500.');
  receiver.answer = { status: 200 };
  house.clock.advance(6000);
  await here.send();
  const [first, second] = receiver.received;
  assert.equal(second?.headers['webhook-id'], first?.headers['webhook-id']);
  assert.equal(second?.body, first?.body);
  await verify(second, secret);
  assert.equal((await here.read(measureId)).measure.state, 'sent');
});

test('a process that dies while sending loses nothing: the lease runs out, the same message goes again', async () => {
  await here.addEndpoint();
  const { measureId } = await here.removal();
  const id = (await here.read(measureId)).deliveries[0]?.delivery_id ?? '';
  const dies = () => Promise.reject(new Error('killed'));
  await assert.rejects(deliver(house.platform, desk.deskId, id, dies), /killed/);
  await here.send();
  assert.equal(receiver.received.length, 0, 'somebody may still be sending it');
  house.clock.advance(MINUTE + 1);
  await here.send();
  assert.deepEqual(
    receiver.received.map(({ headers }) => headers['webhook-id']),
    [id],
  );
  assert.equal((await here.read(measureId)).measure.state, 'sent');
});

test('workers that reach for the same message at once send it once', async () => {
  await here.addEndpoint();
  const { measureId } = await here.removal();
  const id = (await here.read(measureId)).deliveries[0]?.delivery_id ?? '';
  await Promise.all(Array.from({ length: 4 }, () => deliver(house.platform, desk.deskId, id)));
  assert.equal(receiver.received.length, 1);
});

test('a reversal never overtakes what it reverses', async () => {
  await here.addEndpoint();
  receiver.answer = { status: 503, headers: { 'retry-after': '60' } };
  const { decision, measureId } = await here.removal();
  await here.send();
  await here.reverse(decision.decision_id);
  receiver.answer = { status: 200 };
  await here.send();
  assert.deepEqual(typesOf(receiver.received), ['measure.applied']);
  house.clock.advance(61_000);
  await here.send();
  await here.send();
  assert.deepEqual(typesOf(receiver.received), [
    'measure.applied',
    'measure.applied',
    'measure.reversed',
  ]);
  assert.equal((await here.read(measureId)).measure.state, 'ended');
});

test('an application that never left goes first, then its reversal', async () => {
  await here.addEndpoint();
  const { decision } = await here.removal();
  await here.reverse(decision.decision_id);
  await here.send();
  await here.send();
  assert.deepEqual(typesOf(receiver.received), ['measure.applied', 'measure.reversed']);
});
