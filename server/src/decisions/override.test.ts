import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ApiProblem } from '@commonweal/client';
import { HOUR } from '../platform/clock.ts';
import { startTestHouse, type TestDesk, type TestHouse } from '../testing/start-test-desk.ts';
import { readDecision } from './index.ts';
import { expireOverrides } from './jobs.ts';
import { approve, assessmentFor, claim, decide, emergency, openCase } from './testing.ts';

let house: TestHouse;
let desk: TestDesk;
before(async () => {
  house = await startTestHouse();
  desk = await house.openDesk('reef');
});
after(() => house[Symbol.asyncDispose]());

async function overridden(caseId: string) {
  const assessment = assessmentFor(house, desk, 'remove', emergency);
  const proposed = await decide(desk.people.moderator, caseId, assessment);
  assert.equal(proposed.state, 'awaiting_second');
  return approve(desk.people.senior, proposed);
}

function stateOf(decisionId: string) {
  return house.database.inDesk(desk.deskId, async (trx) => {
    const { state, reversed_because } = await readDecision(trx, desk.deskId, decisionId);
    const measure = await trx
      .selectFrom('measure')
      .select(['state', 'ended_because', 'decision_id'])
      .where('decision_id', '=', decisionId)
      .executeTakeFirst();
    return { state, reversed_because, measure };
  });
}

test('an override takes two, acts at once, ends within a day and leaves the case to be decided', async () => {
  const { caseId } = await openCase(house, desk);
  const decision = await overridden(caseId);
  assert.equal(decision.gate?.outcome, 'emergency_override');
  assert.equal(decision.gate?.passed, false);
  const until = Date.parse(decision.override_expires_at ?? '') - Date.parse(decision.decided_at);
  assert.equal(until, 24 * HOUR);
  const { case: open } = await desk.people.moderator.client.readCase({
    params: { case_id: caseId },
  });
  assert.equal(open.state, 'open');
  const another = decide(
    desk.people.moderator,
    caseId,
    assessmentFor(house, desk, 'remove', emergency),
  );
  await assert.rejects(another, (error) => error instanceof ApiProblem && error.status === 409);
});

test('an override that nobody may declare is blocked: no life in danger, or a ban', async () => {
  for (const change of [
    { ...emergency, harm: { categories: ['recruitment' as const], severity: 4 } },
    { ...emergency, override: { ...emergency.override!, law_enforcement_told: ' ' } },
  ]) {
    const { caseId } = await openCase(house, desk);
    const work = decide(
      desk.people.moderator,
      caseId,
      assessmentFor(house, desk, 'remove', change),
    );
    await assert.rejects(work, (error) => error instanceof ApiProblem && error.status === 422);
  }
  const { caseId } = await openCase(house, desk);
  const ban = decide(desk.people.moderator, caseId, assessmentFor(house, desk, 'ban', emergency));
  await assert.rejects(ban, (error) => error instanceof ApiProblem && error.status === 422);
});

test('a decision through the gates takes the same measure over, and the override ends', async () => {
  const { caseId } = await openCase(house, desk);
  const override = await overridden(caseId);
  const decision = await decide(desk.people.moderator, caseId, assessmentFor(house, desk));
  assert.equal(decision.state, 'effective');
  assert.equal(decision.measure_id, override.measure_id);
  assert.deepEqual(await stateOf(override.decision_id), {
    state: 'reversed',
    reversed_because: 'override_expired',
    measure: undefined,
  });
  const { state, measure } = await stateOf(decision.decision_id);
  assert.deepEqual([state, measure?.ended_because], ['effective', null]);
  const view = await desk.people.moderator.client.readCase({ params: { case_id: caseId } });
  assert.deepEqual([view.case.state, view.items[0]?.verdict], ['decided', 'measured']);
});

test('a lighter decision through the gates replaces the emergency measure', async () => {
  const { caseId } = await openCase(house, desk);
  const override = await overridden(caseId);
  const decision = await decide(desk.people.moderator, caseId, assessmentFor(house, desk, 'limit'));
  assert.notEqual(decision.measure_id, override.measure_id);
  const { measure } = await stateOf(override.decision_id);
  assert.deepEqual([measure?.state, measure?.ended_because], ['ended', 'override_expired']);
});

test('finding that nothing was to be done ends the override at once', async () => {
  const { caseId } = await openCase(house, desk);
  const override = await overridden(caseId);
  const { moderator } = desk.people;
  await moderator.client.closeCase({
    params: { case_id: caseId },
    body: { version: await claim(moderator, caseId), reason: 'A drill, as the police confirm.' },
  });
  const { state, measure } = await stateOf(override.decision_id);
  assert.deepEqual([state, measure?.state], ['reversed', 'ended']);
  const view = await moderator.client.readCase({ params: { case_id: caseId } });
  assert.equal(view.items[0]?.verdict, 'clear');
});

test('an approved override whose assessment passes after all is an ordinary decision', async () => {
  const { caseId } = await openCase(house, desk);
  const assessment = assessmentFor(house, desk, 'remove', {
    override: emergency.override,
    context: { purpose: 'unclear', note: 'It may be a quotation; it can be used all the same.' },
  });
  const proposed = await decide(desk.people.moderator, caseId, assessment);
  const approved = await approve(desk.people.senior, proposed);
  assert.deepEqual([approved.gate?.outcome, approved.override_expires_at], ['pass', null]);
});

test('an override that nobody took through the gates is undone when its hours run out, once', async () => {
  const { caseId } = await openCase(house, desk);
  const override = await overridden(caseId);
  const late = await decide(
    desk.people.moderator,
    (await openCase(house, desk)).caseId,
    assessmentFor(house, desk, 'remove', emergency),
  );
  house.clock.advance(23 * HOUR);
  await expireOverrides(house.platform);
  assert.equal((await stateOf(override.decision_id)).state, 'effective');
  house.clock.advance(HOUR + 1000);
  await expireOverrides(house.platform);
  await expireOverrides(house.platform);
  const { state, reversed_because, measure } = await stateOf(override.decision_id);
  assert.deepEqual([state, reversed_because], ['reversed', 'override_expired']);
  assert.deepEqual([measure?.state, measure?.ended_because], ['ended', 'override_expired']);
  assert.equal((await stateOf(late.decision_id)).state, 'awaiting_second');
  await house.database.inDesk(desk.deskId, async (trx) => {
    const history = await trx
      .selectFrom('case_event')
      .select(['kind', 'actor_name'])
      .where('case_id', '=', caseId)
      .orderBy('event_id', 'desc')
      .executeTakeFirst();
    assert.deepEqual(history, { kind: 'reversed', actor_name: 'Commonweal' });
    const item = await trx
      .selectFrom('item')
      .innerJoin('case_item', 'case_item.item_id', 'item.item_id')
      .select('verdict')
      .where('case_item.case_id', '=', caseId)
      .executeTakeFirst();
    assert.equal(item?.verdict, 'review');
  });
});
