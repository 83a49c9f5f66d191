import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { ApiProblem, verifyWebhook, type WebhookHeaders } from '@commonweal/client';
import { startTestHouse, type TestDesk, type TestHouse } from '../testing/start-test-desk.ts';
import {
  openListeningDesk,
  startReceiver,
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

test('410 ends an endpoint; the reversal then goes to the one that took its place', async () => {
  const { endpoint } = await here.addEndpoint();
  const { decision, measureId } = await here.removal();
  await here.send();
  receiver.answer = { status: 410 };
  const second = await here.removal();
  await here.send();
  const { data } = await desk.administrator.client.listEndpoints();
  assert.deepEqual([data[0]?.state, data[0]?.endpoint_id], ['gone', endpoint.endpoint_id]);
  const dead = (await here.read(second.measureId)).deliveries[0];
  assert.deepEqual([dead?.state, dead?.last_status], ['dead', 410]);
  const replay = { params: { delivery_id: dead?.delivery_id ?? '' } };
  await isRefused(desk.administrator.client.replayDelivery(replay), 409);
  await here.reverse(decision.decision_id);
  await here.send();
  assert.equal((await here.read(measureId)).measure.state, 'ending');
  await using heir = await startReceiver();
  await here.addEndpoint(heir.url);
  await here.send();
  assert.deepEqual(typesOf(heir.received).toSorted(), ['measure.applied', 'measure.reversed']);
  assert.equal((await here.read(measureId)).measure.state, 'ended');
  assert.equal((await here.read(second.measureId)).measure.state, 'sent');
});

test('a paused endpoint misses nothing; a test message goes out signed; removal waits for the last message', async () => {
  const { client } = desk.administrator;
  const { endpoint, secret } = await here.addEndpoint();
  const params = { endpoint_id: endpoint.endpoint_id };
  const paused = await client.changeEndpoint({
    params,
    body: { version: endpoint.version, state: 'paused' },
  });
  await here.removal();
  await here.send();
  assert.equal(receiver.received.length, 0);
  await isRefused(client.testEndpoint({ params }), 409);
  await isRefused(client.removeEndpoint({ params }), 409);
  await isRefused(client.changeEndpoint({ params, body: { version: 1, state: 'active' } }), 409);
  await client.changeEndpoint({ params, body: { version: paused.version, state: 'active' } });
  const ping = await client.testEndpoint({ params });
  assert.deepEqual([ping.event, ping.measure_id], ['test.ping', null]);
  await here.send();
  assert.deepEqual(typesOf(receiver.received).toSorted(), ['measure.applied', 'test.ping']);
  await verify(
    receiver.received.find(({ message }) => message.type === 'test.ping'),
    secret,
  );
  await client.removeEndpoint({ params });
  assert.deepEqual((await client.listEndpoints()).data, []);
  assert.equal((await client.listDeliveries()).data.length, 2);
  await isRefused(client.testEndpoint({ params }), 404);
});

test('secrets are shown once and kept sealed; private addresses need the desk’s word', async () => {
  const { client } = desk.administrator;
  const { secret } = await here.addEndpoint();
  assert.match(secret, /^whsec_/);
  const list = JSON.stringify(await client.listEndpoints());
  assert.ok(!list.includes(secret) && !list.includes('whsk_'));
  await house.database.inDesk(desk.deskId, async (trx) => {
    const row = await trx.selectFrom('endpoint').selectAll().executeTakeFirstOrThrow();
    assert.ok(!row.sealed_secret.toString('latin1').includes(secret.slice(6)));
  });
  await client.updateDesk({ body: { allow_private_endpoints: false } });
  for (const url of [receiver.url, 'https://127.0.0.1/', 'https://user:pass@1.1.1.1/'])
    await assert.rejects(
      here.addEndpoint(url),
      (error) => error instanceof ApiProblem && error.problem.errors?.[0]?.pointer === '/url',
    );
  const { measureId } = await here.removal();
  await here.send();
  assert.equal(receiver.received.length, 0, 'asked again at the moment of sending');
  assert.match((await here.read(measureId)).deliveries[0]?.last_error ?? '', /https|private/);
});

test('another desk sees neither measures nor deliveries nor endpoints', async () => {
  await here.addEndpoint();
  const { measureId } = await here.removal();
  await here.send();
  const other = await house.openDesk('elsewhere');
  const { client } = other.administrator;
  assert.deepEqual((await client.listMeasures()).data, []);
  assert.deepEqual((await client.listDeliveries()).data, []);
  assert.deepEqual((await client.listEndpoints()).data, []);
  await isRefused(client.readMeasure({ params: { measure_id: measureId } }), 404);
});
