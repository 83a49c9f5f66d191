import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { sql } from 'kysely';
import { reverseForAppeal } from '../decisions/index.ts';
import { approve, assessmentFor, claim, decide, openCase } from '../decisions/testing.ts';
import { DAY, HOUR } from '../platform/clock.ts';
import { newId } from '../platform/ids.ts';
import { startTestHouse, type TestDesk, type TestHouse } from '../testing/start-test-desk.ts';
import { expireMeasures } from './jobs.ts';
import { replayDelivery } from './replay-delivery.ts';
import {
  openListeningDesk,
  startReceiver,
  typesOf,
  type ListeningDesk,
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

test('after ten attempts a message is dead, in sight, and can be sent again unless that undid what came later', async () => {
  await here.addEndpoint();
  receiver.answer = { status: 500 };
  const { decision, measureId } = await here.removal();
  const session = desk.administrator.client;
  for (let attempt = 0; attempt < 12; attempt += 1) {
    await here.send();
    house.clock.advance(30 * HOUR);
  }
  assert.equal(receiver.received.length, 10);
  const rows = () =>
    house.database.inDesk(desk.deskId, (trx) =>
      trx
        .selectFrom('delivery')
        .selectAll()
        .where('measure_id', '=', measureId)
        .orderBy('delivery_id')
        .execute(),
    );
  const [dead] = await rows();
  assert.deepEqual([dead?.state, dead?.attempts, dead?.due_at], ['dead', 10, null]);
  await assert.rejects(session.listEndpoints(), 'the days went by for sessions too');
  receiver.answer = { status: 200 };
  const replay = () =>
    house.database.inDesk(desk.deskId, (trx) =>
      replayDelivery(house.platform, trx, desk.deskId, dead?.delivery_id ?? ''),
    );
  await replay();
  await here.send();
  const [again] = await rows();
  assert.deepEqual([again?.state, again?.attempts], ['delivered', 1]);
  await assert.rejects(replay(), /Only a dead message/);
  await house.database.inDesk(desk.deskId, (trx) =>
    sql`update delivery set state = 'dead', delivered_at = null where delivery_id = ${dead?.delivery_id}`.execute(
      trx,
    ),
  );
  await house.database.inDesk(desk.deskId, (trx) =>
    reverseForAppeal(house.platform, trx, desk.deskId, decision.decision_id, {
      personId: desk.people.appeals.personId,
      reasons: 'The appeal is right.',
    }),
  );
  await assert.rejects(replay(), /This measure is over/);
  await here.send();
  await assert.rejects(replay(), /A later message/);
});

test('a measure ends when its time does, and the platform is told', async () => {
  await here.addEndpoint();
  const { caseId } = await openCase(house, desk);
  const assessment = assessmentFor(house, desk, 'suspend');
  const decision = await decide(desk.people.moderator, caseId, assessment);
  await here.send();
  const expire = () => expireMeasures(house.platform, async () => null);
  await expire();
  assert.equal((await here.read(decision.measure_id ?? '')).measure.state, 'sent');
  house.clock.advance(30 * DAY + 1000);
  await expire();
  await expire();
  await here.send();
  assert.deepEqual(typesOf(receiver.received), ['measure.applied', 'measure.ended']);
  const end = receiver.received[1]?.message.data;
  assert.deepEqual(
    [end?.['subject'], end?.['ended_because'], end?.['item_external_id']],
    ['actor', 'expired', null],
  );
});

test('two endpoints: the measure is over when both know', async () => {
  await using other = await startReceiver();
  await here.addEndpoint();
  await here.addEndpoint(other.url);
  const { decision, measureId } = await here.removal();
  await here.send();
  other.answer = { status: 500 };
  await here.reverse(decision.decision_id);
  await here.send();
  assert.equal((await here.read(measureId)).measure.state, 'ending');
  other.answer = { status: 200 };
  house.clock.advance(6000);
  await here.send();
  assert.equal((await here.read(measureId)).measure.state, 'ended');
});

test('the database refuses a measure without a decision in force, or of another kind', async () => {
  const { caseId } = await openCase(house, desk);
  const waiting = await decide(desk.people.moderator, caseId, assessmentFor(house, desk, 'ban'));
  const insert = (decisionId: string, kind: string) =>
    house.database.inDesk(desk.deskId, (trx) =>
      sql`insert into measure (desk_id, measure_id, decision_id, decision_carries, kind, subject, target, territories, starts_at, state, created_at, version)
        values (${desk.deskId}, ${newId()}, ${decisionId}, true, ${kind}, 'actor', 'account', '"global"', now(), 'queued', now(), 1)`.execute(
        trx,
      ),
    );
  await assert.rejects(insert(waiting.decision_id, 'ban'), /foreign key/);
  await assert.rejects(insert(newId(), 'ban'), /foreign key/);
  const approved = await approve(desk.people.senior, waiting);
  assert.ok(approved.measure_id);
  const another = sql`update measure set kind = 'suspend' where measure_id = ${approved.measure_id}`;
  await assert.rejects(
    house.database.inDesk(desk.deskId, (trx) => another.execute(trx)),
    /foreign key/,
  );
  const closed = await openCase(house, desk);
  const { moderator } = desk.people;
  const nothing = await moderator.client.closeCase({
    params: { case_id: closed.caseId },
    body: { version: await claim(moderator, closed.caseId), reason: 'Nothing.' },
  });
  await assert.rejects(insert(nothing.decision_id, 'ban'), /foreign key/);
});
