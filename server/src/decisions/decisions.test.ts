import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { GateReply } from '@commonweal/contract';
import { measureKinds } from '@commonweal/law';
import { DAY } from '../platform/clock.ts';
import { startTestHouse, type TestDesk, type TestHouse } from '../testing/start-test-desk.ts';
import { countDecisions, readDecision } from './index.ts';
import { assessmentFor, claim, decide, openCase, refused } from './testing.ts';

let house: TestHouse;
let desk: TestDesk;
before(async () => {
  house = await startTestHouse();
  desk = await house.openDesk('reef');
});
after(() => house[Symbol.asyncDispose]());

test('the gate is asked without anything being written, and each finding points into what was sent', async () => {
  const { caseId } = await openCase(house, desk);
  const { moderator } = desk.people;
  const good = assessmentFor(house, desk);
  const ask = (assessment: typeof good) =>
    moderator.client.checkDecision({ params: { case_id: caseId }, body: { assessment } });
  const passing = await ask(good);
  assert.deepEqual([passing.outcome, passing.passed, passing.needs_second], ['pass', true, false]);
  assert.equal(passing.lightest_that_passes, 'remove');
  const bare = {
    ...good,
    ground: { ...good.ground, clause_keys: ['glorification', 'no-such-clause'] },
    alternatives: [],
    necessity: '',
    harm: { categories: [], severity: null },
  };
  const blocked = await ask(bare);
  assert.equal(blocked.passed, false);
  const unmet = blocked.findings.filter(({ fix }) => fix !== null).map(({ pointer }) => pointer);
  for (const pointer of ['/alternatives', '/necessity', '/harm/categories', '/harm/severity'])
    assert.ok(unmet.includes(pointer), `${pointer} of ${unmet.join(' ')}`);
  const { decision_ids } = await moderator.client.readCase({ params: { case_id: caseId } });
  assert.deepEqual(decision_ids, []);
});

test('a measure that passes takes effect at once: case decided, item marked, protections set by the desk', async () => {
  const { caseId, itemId } = await openCase(house, desk);
  const decision = await decide(desk.people.moderator, caseId, assessmentFor(house, desk));
  assert.equal(decision.state, 'effective');
  assert.equal(decision.gate?.outcome, 'pass');
  assert.equal(decision.decided_by.name, 'Test moderator');
  assert.ok(decision.measure_id !== null && decision.notice_url !== null);
  const view = await desk.people.moderator.client.readCase({ params: { case_id: caseId } });
  assert.equal(view.case.state, 'decided');
  assert.equal(view.case.claimed_by, null);
  assert.deepEqual(view.decision_ids, [decision.decision_id]);
  assert.equal(view.items.find((item) => item.item_id === itemId)?.verdict, 'measured');
  await house.database.inDesk(desk.deskId, async (trx) => {
    const row = await readDecision(trx, desk.deskId, decision.decision_id);
    assert.ok(row.effective_at && row.appeal_until);
    const days = (row.appeal_until.getTime() - row.effective_at.getTime()) / DAY;
    assert.ok(days >= 183, `${days} days to appeal`);
    assert.ok(row.retention_until > row.appeal_until);
    const basis = await trx
      .selectFrom('decision_basis')
      .select(['kind', 'clause_key', 'reference_id'])
      .where('decision_id', '=', decision.decision_id)
      .orderBy('kind')
      .execute();
    assert.deepEqual(
      basis.map(({ kind, clause_key }) => [kind, clause_key]),
      [
        ['clause', 'recruitment'],
        ['report', null],
      ],
    );
    assert.equal(basis[0]?.reference_id, desk.policy.policy_version_id);
    const kinds = await trx
      .selectFrom('ledger_entry')
      .select('kind')
      .where('subject_id', '=', decision.decision_id)
      .orderBy('entry_id')
      .execute();
    assert.deepEqual(
      kinds.map(({ kind }) => kind),
      ['decision.made', 'decision.effective'],
    );
  });
});

test('what the gate blocks changes nothing, and comes back with the gate’s reply', async () => {
  const { caseId, itemId } = await openCase(house, desk);
  const { moderator } = desk.people;
  const version = await claim(moderator, caseId);
  const assessment = assessmentFor(house, desk, 'remove', { necessity: ' ' });
  const { problem } = await refused(
    moderator.client.decideCase({ params: { case_id: caseId }, body: { version, assessment } }),
    'gate-blocked',
  );
  const { gate } = problem as unknown as { gate: GateReply };
  assert.equal(gate.outcome, 'incomplete');
  assert.deepEqual(
    problem.errors?.map(({ pointer }) => pointer),
    ['/assessment/necessity'],
  );
  const view = await moderator.client.readCase({ params: { case_id: caseId } });
  assert.deepEqual([view.case.state, view.case.version], ['open', version]);
  assert.equal(view.items.find((item) => item.item_id === itemId)?.verdict, 'review');
  assert.deepEqual(view.decision_ids, []);
});

test('the platform’s time of posting goes before the person’s; without either the rule may not have existed', async () => {
  const { caseId } = await openCase(house, desk, { posted: false });
  const { moderator } = desk.people;
  const check = (posted_at: string | null) =>
    moderator.client.checkDecision({
      params: { case_id: caseId },
      body: { assessment: assessmentFor(house, desk, 'remove', { posted_at }) },
    });
  const unknown = (await check(null)).findings.find(({ id }) => id === 'A2');
  assert.deepEqual([unknown?.state, unknown?.pointer], ['missing', '/posted_at']);
  assert.equal((await check(house.clock.now().toISOString())).passed, true);
  const before2020 = await check('2019-05-01T00:00:00Z');
  assert.equal(before2020.outcome, 'no_basis');
  assert.equal(before2020.findings.find(({ id }) => id === 'A4')?.pointer, '/ground/clause_keys/0');
  const known = await openCase(house, desk);
  const told = await moderator.client.checkDecision({
    params: { case_id: known.caseId },
    body: {
      assessment: assessmentFor(house, desk, 'remove', { posted_at: '2019-05-01T00:00:00Z' }),
    },
  });
  assert.equal(told.passed, true);
});

test('a hold, a version and a role are needed; another desk’s case is not there', async () => {
  const { caseId } = await openCase(house, desk);
  const { moderator, senior, analyst } = desk.people;
  const assessment = assessmentFor(house, desk);
  const params = { case_id: caseId };
  const version = await claim(moderator, caseId);
  await refused(senior.client.decideCase({ params, body: { version, assessment } }), 'lease-lost');
  await refused(
    moderator.client.decideCase({ params, body: { version: version - 1, assessment } }),
    'stale-version',
  );
  await refused(
    analyst.client.decideCase({ params, body: { version, assessment } }),
    'not-allowed',
  );
  const other = await house.openDesk('delta');
  await refused(
    other.people.moderator.client.decideCase({ params, body: { version, assessment } }),
    'not-found',
  );
});

test('no action closes a case with its reason, and its reversal opens the case again', async () => {
  const { caseId } = await openCase(house, desk);
  const { moderator, legal } = desk.people;
  const params = { case_id: caseId };
  const decision = await moderator.client.closeCase({
    params,
    body: { version: await claim(moderator, caseId), reason: 'A quotation in a newspaper.' },
  });
  assert.deepEqual(
    [decision.kind, decision.state, decision.measure_id],
    ['no_action', 'effective', null],
  );
  const closed = await moderator.client.readCase({ params });
  assert.deepEqual([closed.case.state, closed.items[0]?.verdict], ['decided', 'clear']);
  await legal.client.reverseDecision({
    params: { decision_id: decision.decision_id },
    body: { version: decision.version, reason: 'It was no quotation.' },
  });
  const open = await moderator.client.readCase({ params });
  assert.deepEqual([open.case.state, open.items[0]?.verdict], ['open', 'review']);
});

test('the reversal of no action is no second live case where one came up since', async () => {
  const { caseId, externalId } = await openCase(house, desk);
  const { moderator, legal } = desk.people;
  const decision = await moderator.client.closeCase({
    params: { case_id: caseId },
    body: { version: await claim(moderator, caseId), reason: 'Nothing to see.' },
  });
  const again = await openCase(house, desk, { externalId });
  assert.notEqual(again.caseId, caseId);
  const reversed = await legal.client.reverseDecision({
    params: { decision_id: decision.decision_id },
    body: { version: decision.version, reason: 'There was.' },
  });
  assert.equal(reversed.state, 'reversed');
  const old = await moderator.client.readCase({ params: { case_id: caseId } });
  assert.equal(old.case.state, 'decided');
});

test('a reversal clears the item, is final, and says why', async () => {
  const { caseId } = await openCase(house, desk);
  const { moderator, legal } = desk.people;
  const decision = await decide(moderator, caseId, assessmentFor(house, desk));
  const params = { decision_id: decision.decision_id };
  const body = { version: decision.version, reason: 'The clause does not cover this.' };
  await refused(
    legal.client.reverseDecision({ params, body: { ...body, version: 9 } }),
    'stale-version',
  );
  const reversed = await legal.client.reverseDecision({ params, body });
  assert.deepEqual([reversed.state, reversed.reversed_because], ['reversed', 'reversed']);
  await refused(
    legal.client.reverseDecision({ params, body: { ...body, version: reversed.version } }),
    'conflict',
  );
  const view = await moderator.client.readCase({ params: { case_id: caseId } });
  assert.equal(view.items[0]?.verdict, 'clear');
  assert.equal(view.history.at(-1)?.kind, 'reversed');
});

test('lists page in stable order, and other desks’ decisions are not there', async () => {
  const { client } = desk.people.auditor;
  const first = await client.listDecisions({ query: { limit: 2 } });
  const second = await client.listDecisions({
    query: { limit: 2, cursor: first.next_cursor ?? '' },
  });
  const ids = [...first.data, ...second.data].map((one) => one.decision_id);
  assert.deepEqual(ids, ids.toSorted().toReversed());
  assert.equal(new Set(ids).size, 4);
  for (const measure of measureKinds)
    for (const one of (await client.listDecisions({ query: { measure } })).data)
      assert.equal(one.measure, measure);
  const other = await house.openDesk('lagoon');
  const params = { decision_id: ids[0] ?? '' };
  await refused(other.people.auditor.client.readDecision({ params }), 'not-found');
});

test('the public count adds up', async () => {
  const { decisions, hours_item_to_decision } = await house.database.inDesk(desk.deskId, (trx) =>
    countDecisions(trx, desk.deskId, new Date(0), new Date(house.clock.now().getTime() + 1)),
  );
  const measured = decisions.by_measure.reduce((sum, { count }) => sum + count, 0);
  assert.equal(measured + decisions.no_action, decisions.total);
  assert.ok(decisions.total >= 3);
  assert.equal(decisions.by_clause.find(({ name }) => name === 'recruitment')?.count, measured);
  assert.equal(decisions.by_category.find(({ name }) => name === 'recruitment')?.count, measured);
  assert.ok(hours_item_to_decision !== null && hours_item_to_decision >= 0);
  assert.equal(decisions.by_rule_without_person, 0);
});
