import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { DAY } from '../platform/clock.ts';
import { startTestHouse, type TestDesk, type TestHouse } from '../testing/start-test-desk.ts';
import { approve, assessmentFor, decide, openCase, refused } from './testing.ts';

let house: TestHouse;
let desk: TestDesk;
before(async () => {
  house = await startTestHouse();
  desk = await house.openDesk('reef');
});
after(() => house[Symbol.asyncDispose]());

for (const measure of ['ban', 'refer'] as const) {
  test(`${measure} takes two people, who are not the same`, async () => {
    const { caseId } = await openCase(house, desk);
    const { senior, legal } = desk.people;
    const decision = await decide(senior, caseId, assessmentFor(house, desk, measure));
    assert.equal(decision.state, 'awaiting_second');
    assert.equal(decision.measure_id, null);
    await refused(approve(senior, decision), 'not-allowed');
    const approved = await approve(legal, decision);
    assert.deepEqual(
      [approved.state, approved.second_by?.name, approved.gate?.passed],
      ['effective', 'Test legal', true],
    );
    await refused(approve(legal, approved), 'conflict');
  });
}

test('a ban with an end date also takes two, though the gate would not ask', async () => {
  const { caseId } = await openCase(house, desk);
  const assessment = assessmentFor(house, desk, 'ban');
  assessment.scope.until = new Date(house.clock.now().getTime() + 90 * DAY).toISOString();
  const reply = await desk.people.moderator.client.checkDecision({
    params: { case_id: caseId },
    body: { assessment },
  });
  assert.deepEqual([reply.passed, reply.needs_second], [true, true]);
  const decision = await decide(desk.people.moderator, caseId, assessment);
  assert.equal(decision.state, 'awaiting_second');
});

test('a refusal by the second person opens the case again', async () => {
  const { caseId } = await openCase(house, desk);
  const { moderator, senior } = desk.people;
  const decision = await decide(moderator, caseId, assessmentFor(house, desk, 'ban'));
  const no = await senior.client.refuseDecision({
    params: { decision_id: decision.decision_id },
    body: { version: decision.version, reason: 'A removal is enough.' },
  });
  assert.equal(no.state, 'refused');
  const view = await moderator.client.readCase({ params: { case_id: caseId } });
  assert.equal(view.case.state, 'open');
  assert.equal((await decide(moderator, caseId, assessmentFor(house, desk))).state, 'effective');
});

test('the gate is asked again at approval: what ran out meanwhile does not take effect', async () => {
  const { caseId } = await openCase(house, desk);
  const assessment = assessmentFor(house, desk, 'remove', {
    context: { purpose: 'unclear', note: 'It may be a quotation; the appeal is still usable.' },
  });
  assessment.scope.until = new Date(house.clock.now().getTime() + 60_000).toISOString();
  const decision = await decide(desk.people.moderator, caseId, assessment);
  assert.equal(decision.state, 'awaiting_second');
  house.clock.advance(120_000);
  const { problem } = await refused(approve(desk.people.senior, decision), 'gate-blocked');
  assert.deepEqual(
    problem.errors?.map(({ pointer }) => pointer),
    ['/assessment/scope/until'],
  );
});
