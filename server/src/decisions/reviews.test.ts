/** What becomes of decisions when an entry they rest on is withdrawn, and how entries did before. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { BankEntry, Decision } from '@commonweal/contract';
import { newId } from '../platform/ids.ts';
import { startTestHouse, type TestDesk, type TestHouse } from '../testing/start-test-desk.ts';
import { approve, assessmentFor, claim, decide, refused } from './testing.ts';

let house: TestHouse;
let desk: TestDesk;
let bankId: string;
before(async () => {
  house = await startTestHouse();
  desk = await house.openDesk('reef');
  const { bank_id } = await desk.administrator.client.createBank({
    body: { name: 'Known links', kind: 'url', description: '', source: 'Invented Lab' },
  });
  bankId = bank_id;
});
after(() => house[Symbol.asyncDispose]());

async function addLink(): Promise<BankEntry> {
  return desk.administrator.client.addBankEntry({
    params: { bank_id: bankId },
    body: {
      type: 'url',
      value: `https://grey-tide.example/${newId()}`,
      label: 'oath page',
      source: 'Invented Lab',
    },
  });
}

/** Has a post with the link handed in. */
async function postWith(entry: BankEntry): Promise<{ caseId: string; itemId: string }> {
  const platform = await desk.keyed(['items:write']);
  const { case_id, item_id } = await platform.createItem({
    body: {
      external_id: newId(),
      kind: 'post',
      surface: 'open',
      text: `Join us: ${entry.value}`,
      actor: { external_id: 'account-1' },
      posted_at: house.clock.now().toISOString(),
    },
  });
  return { caseId: case_id ?? assert.fail('no case'), itemId: item_id };
}

async function change(entry: BankEntry, status: BankEntry['status']): Promise<BankEntry> {
  return desk.administrator.client.changeBankEntry({
    params: { bank_id: bankId, bank_entry_id: entry.bank_entry_id },
    body: { version: entry.version, status, reason: 'The page is a news report.' },
  });
}

async function reverse(decision: Decision): Promise<void> {
  const { version } = await readAgain(decision);
  await desk.people.senior.client.reverseDecision({
    params: { decision_id: decision.decision_id },
    body: { version, reason: 'What it rested on is gone.' },
  });
}

const readAgain = ({ decision_id }: Decision) =>
  desk.people.senior.client.readDecision({ params: { decision_id } });

async function upForReview(): Promise<string[]> {
  const { data } = await desk.people.senior.client.listDecisions({
    query: { up_for_review: true, limit: 200 },
  });
  return data.map((decision) => decision.decision_id);
}

test('withdrawn, an entry puts up for review what was decided on it, with the reason; the measure stays', async () => {
  const entry = await addLink();
  const { caseId } = await postWith(entry);
  const decision = await decide(desk.people.moderator, caseId, assessmentFor(house, desk));
  assert.deepEqual(decision.reviews, []);
  const waitingBefore = await desk.people.senior.client.countDecisions();
  await change(entry, 'withdrawn');
  const seen = await readAgain(decision);
  assert.equal(seen.state, 'effective');
  const [review, ...more] = seen.reviews;
  assert.deepEqual(more, []);
  assert.deepEqual(
    [review?.cause, review?.reference_id, review?.subject, review?.cause_reason, review?.state],
    [
      'entry_withdrawn',
      entry.bank_entry_id,
      'Known links: oath page',
      'The page is a news report.',
      'open',
    ],
  );
  assert.deepEqual(await upForReview(), [decision.decision_id]);
  const waiting = await desk.people.senior.client.countDecisions();
  assert.equal(waiting.up_for_review, waitingBefore.up_for_review + 1);
  const { history, signals } = await desk.people.moderator.client.readCase({
    params: { case_id: caseId },
  });
  const last = history.at(-1);
  assert.deepEqual(
    [last?.kind, last?.detail],
    ['ground_withdrawn', 'Known links: oath page. The page is a news report.'],
  );
  assert.ok(!JSON.stringify(history).includes(entry.value), 'the history never quotes content');
  assert.deepEqual(
    signals.map((signal) => signal.entry_status),
    ['withdrawn'],
  );
});

test('reversed, it is reviewed; the platform and the person are told as of any reversal', async () => {
  const entry = await addLink();
  const { caseId } = await postWith(entry);
  const decision = await decide(desk.people.moderator, caseId, assessmentFor(house, desk));
  await change(entry, 'withdrawn');
  await reverse(decision);
  const { reviews, state } = await readAgain(decision);
  assert.deepEqual([state, reviews[0]?.state], ['reversed', 'reversed']);
  assert.equal(reviews[0]?.closed_by?.name, 'Test senior');
  assert.ok(!(await upForReview()).includes(decision.decision_id));
});

test('it may stand on its other grounds, if somebody else than who made it says so, once', async () => {
  const entry = await addLink();
  const { caseId } = await postWith(entry);
  const decision = await decide(desk.people.senior, caseId, assessmentFor(house, desk));
  await change(entry, 'withdrawn');
  const { reviews } = await readAgain(decision);
  const params = { decision_id: decision.decision_id };
  const body = {
    review_ids: reviews.map((review) => review.review_id),
    reason: 'The words themselves recruit.',
  };
  const own = await refused(
    desk.people.senior.client.keepDecision({ params, body }),
    'not-allowed',
  );
  assert.equal(own.problem.code, 'review-own');
  const unknown = { ...body, review_ids: [newId()] };
  const { legal } = desk.people;
  assert.equal(
    (await refused(legal.client.keepDecision({ params, body: unknown }), 'conflict')).problem.code,
    'review-closed',
  );
  const kept = await legal.client.keepDecision({ params, body });
  assert.deepEqual(
    [kept.state, kept.reviews[0]?.state, kept.reviews[0]?.closing_reason],
    ['effective', 'kept', 'The words themselves recruit.'],
  );
  const twice = await refused(legal.client.keepDecision({ params, body }), 'conflict');
  assert.equal(twice.problem.code, 'review-closed');
  const again = await change({ ...entry, version: entry.version + 1 }, 'active');
  await change(again, 'withdrawn');
  assert.deepEqual(
    (await readAgain(decision)).reviews.map((review) => review.state),
    ['kept', 'open'],
  );
});

test('the database itself keeps whoever decided from letting it stand', async () => {
  const entry = await addLink();
  const { caseId } = await postWith(entry);
  const decision = await decide(desk.people.moderator, caseId, assessmentFor(house, desk));
  await change(entry, 'withdrawn');
  await assert.rejects(
    house.database.inDesk(desk.deskId, (trx) =>
      trx
        .updateTable('decision_review')
        .set({
          state: 'kept',
          closed_at: house.clock.now(),
          closed_by: decision.decided_by.person_id,
          closing_reason: 'Mine.',
        })
        .where('decision_id', '=', decision.decision_id)
        .execute(),
    ),
    /kept_by_somebody_else/,
  );
});

test('an entry that is back closes the reviews it opened; one that expired opens none', async () => {
  const entry = await addLink();
  const { caseId } = await postWith(entry);
  const decision = await decide(desk.people.moderator, caseId, assessmentFor(house, desk));
  const expired = await change(entry, 'expired');
  assert.deepEqual((await readAgain(decision)).reviews, []);
  const withdrawn = await change(expired, 'withdrawn');
  await change(withdrawn, 'disputed');
  assert.deepEqual(
    (await readAgain(decision)).reviews.map((review) => review.state),
    ['restored'],
  );
  const view = await desk.people.moderator.client.readCase({ params: { case_id: caseId } });
  assert.deepEqual(
    view.history.slice(-2).map((event) => event.kind),
    ['ground_withdrawn', 'ground_restored'],
  );
});

test('whoever reads a case while its entry is withdrawn does not decide on what she read', async () => {
  const entry = await addLink();
  const { caseId } = await postWith(entry);
  const version = await claim(desk.people.moderator, caseId);
  await change(entry, 'withdrawn');
  const params = { case_id: caseId };
  const body = { version, assessment: assessmentFor(house, desk) };
  const stale = await refused(
    desk.people.moderator.client.decideCase({ params, body }),
    'stale-version',
  );
  assert.equal(stale.problem.code, 'stale-version');
  const { history } = await desk.people.moderator.client.readCase({ params });
  assert.equal(history.at(-1)?.kind, 'ground_withdrawn');
});

test('what waits for a second person is up for review too, and no longer once it is refused', async () => {
  const entry = await addLink();
  const { caseId } = await postWith(entry);
  const decision = await decide(desk.people.moderator, caseId, assessmentFor(house, desk, 'ban'));
  assert.equal(decision.state, 'awaiting_second');
  await change(entry, 'withdrawn');
  const seen = await readAgain(decision);
  assert.equal(seen.reviews[0]?.state, 'open');
  await desk.people.legal.client.refuseDecision({
    params: { decision_id: decision.decision_id },
    body: { version: seen.version, reason: 'What it rested on is gone.' },
  });
  assert.equal((await readAgain(decision)).reviews[0]?.state, 'reversed');
});

test('decided at the same moment as withdrawn, a decision is reviewed or not made', async () => {
  for (let round = 0; round < 5; round++) {
    const entry = await addLink();
    const { caseId } = await postWith(entry);
    const version = await claim(desk.people.moderator, caseId);
    const [decision] = await Promise.allSettled([
      desk.people.moderator.client.decideCase({
        params: { case_id: caseId },
        body: { version, assessment: assessmentFor(house, desk) },
      }),
      change(entry, 'withdrawn'),
    ]);
    if (decision.status === 'fulfilled')
      assert.equal((await readAgain(decision.value)).reviews[0]?.state, 'open');
    else assert.equal(decision.reason.problem.code, 'stale-version');
  }
});

test('an entry tells how often it was right and wrong here, to those who may know', async () => {
  const entry = await addLink();
  const recordOf = async () => {
    const { bank_entry_id: _, ...record } = await desk.people.analyst.client.trackRecordOfEntry({
      params: { bank_id: bankId, bank_entry_id: entry.bank_entry_id },
    });
    return record;
  };
  assert.deepEqual(await recordOf(), { signals: 0, right: 0, wrong: 0, overturned: 0 });
  const posts = [await postWith(entry), await postWith(entry), await postWith(entry)] as const;
  const { moderator, senior } = desk.people;
  await decide(moderator, posts[0].caseId, assessmentFor(house, desk));
  const undone = await decide(moderator, posts[1].caseId, assessmentFor(house, desk));
  await reverse(undone);
  await moderator.client.closeCase({
    params: { case_id: posts[2].caseId },
    body: { version: await claim(moderator, posts[2].caseId), reason: 'A news report.' },
  });
  const waits = await postWith(entry);
  const proposed = await decide(moderator, waits.caseId, assessmentFor(house, desk, 'ban'));
  assert.deepEqual(await recordOf(), { signals: 4, right: 1, wrong: 2, overturned: 0 });
  await approve(senior, proposed);
  const { data } = await moderator.client.trackRecordsOfCase({ params: { case_id: waits.caseId } });
  assert.deepEqual(data, [
    { bank_entry_id: entry.bank_entry_id, signals: 4, right: 2, wrong: 2, overturned: 0 },
  ]);
});
