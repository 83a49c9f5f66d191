import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ApiProblem } from '@commonweal/client';
import type { Appeal, Decision } from '@commonweal/contract';
import { appealWords, assertIsPlain, beginStory, pathOf, type Story } from '../notices/testing.ts';

let story: Story;
before(async () => {
  story = await beginStory();
});
after(() => story[Symbol.asyncDispose]());

interface Told {
  readonly path: string;
  readonly caseId: string;
  readonly decision: Decision;
}

/** Something of somebody's is removed. */
async function removal(): Promise<Told> {
  const { case_id } = await story.report();
  const decision = await story.restrict(case_id ?? '');
  return { path: pathOf(decision.notice_url), caseId: case_id ?? '', decision };
}

/** Something is removed at once, by two people, before the gates were gone through. */
async function emergency(): Promise<Told> {
  const { case_id } = await story.report();
  const caseId = case_id ?? '';
  const proposed = await story.restrict(caseId, {
    harm: { categories: ['threats'], severity: 5 },
    necessity: '',
    override: {
      reason: 'It names people who are to be killed tonight.',
      imminent_threat: true,
      law_enforcement_told: 'Harbour police, by telephone.',
    },
  });
  const decision = await story.desk.people.senior.client.approveDecision({
    params: { decision_id: proposed.decision_id },
    body: { version: proposed.version, reason: 'Yes, at once.' },
  });
  return { path: pathOf(decision.notice_url), caseId, decision };
}

test('an appeal that succeeds undoes the measure, and the page says so', async () => {
  const { path, decision } = await removal();
  const sent = await story.appeal(path);
  assert.equal(sent.status, 303);
  assert.equal(sent.headers['location'], `${path}?sent=1&lang=en#appeal`);
  const waiting = await story.read(`${path}?sent=1&lang=en`);
  assertIsPlain(waiting);
  assert.ok(waiting.html.includes('We received the appeal'));
  assert.doesNotMatch(waiting.html, /<form/);
  const received = await story.read(`${path}/appeal`);
  assert.ok(received.html.includes('We have your appeal'));
  assert.ok(received.html.includes('My grandmother sang it.'));

  const { client } = story.desk.people.appeals;
  const open = await story.appealOf(decision);
  assert.equal(open.may_hear, true);
  const read = await client.readAppeal({ params: { appeal_id: open.appeal_id } });
  assert.equal(read.appeal.text, appealWords);
  assert.equal(read.decision.decision_id, decision.decision_id);
  assert.equal(read.case.case.case_id, decision.case_id);
  const decided = await client.decideAppeal({
    params: { appeal_id: open.appeal_id },
    body: {
      version: open.version,
      outcome: 'overturned',
      reasons: 'The text is the refrain of a known song.',
    },
  });
  assert.equal(decided.state, 'overturned');
  assert.equal(decided.heard_by?.person_id, story.desk.people.appeals.personId);

  const after_ = await client.readDecision({ params: { decision_id: decision.decision_id } });
  assert.deepEqual([after_.state, after_.reversed_because], ['reversed', 'appeal']);
  const measures = await story.desk.people.senior.client.listMeasures();
  const measure = measures.data.find((one) => one.decision_id === decision.decision_id);
  assert.equal(measure?.ended_because, 'appeal');
  const page = await story.read(`${path}?lang=en`);
  assertIsPlain(page);
  for (const part of [
    'The appeal succeeded. Our decision was wrong, and we changed it.',
    'The text is the refrain of a known song.',
    'This measure has ended.',
  ])
    assert.ok(page.html.includes(part), part);
  const again = await story.appeal(path);
  assert.equal(again.status, 409);
  assert.ok(again.html.includes('The appeal succeeded.'));
});

test('an appeal that fails leaves the decision, and its reasons are read on the page', async () => {
  const { path, decision } = await removal();
  await story.appeal(path);
  const open = await story.appealOf(decision);
  await story.hear(open, 'upheld', 'It asks readers to join, whoever sang it first.');
  const page = await story.read(path);
  assert.ok(page.html.includes('The appeal was heard. The decision stays.'));
  assert.ok(page.html.includes('whoever sang it first.'));
  const still = await story.desk.people.senior.client.readDecision({
    params: { decision_id: decision.decision_id },
  });
  assert.equal(still.state, 'effective');
  const again = await story.appeal(path);
  assert.equal(again.status, 409);
  await assert.rejects(
    story.hear(open, 'overturned', 'Changed my mind.'),
    isProblem('stale-version'),
  );
  const now = await story.appealOf(decision);
  await assert.rejects(story.hear(now, 'overturned', 'Changed my mind.'), isProblem('conflict'));
});

test('who took part hears no appeal: by the code, whatever they did', async () => {
  const both = await story.desk.join(['moderator', 'appeals']);
  const note = await story.desk.join(['senior', 'appeals']);
  const { case_id } = await story.report();
  const params = { case_id: case_id ?? '' };
  await note.client.noteCase({ params, body: { text: 'I know this song.' } });
  const { case: found } = await both.client.readCase({ params });
  const taken = await both.client.claimCase({ params, body: { version: found.version } });
  await both.client.releaseCase({ params, body: { version: taken.version } });
  const decision = await story.restrict(params.case_id);
  await story.appeal(pathOf(decision.notice_url));
  const open = await story.appealOf(decision);
  for (const person of [both, note]) {
    const { appeal: seen } = await person.client.readAppeal({
      params: { appeal_id: open.appeal_id },
    });
    assert.equal(seen.may_hear, false);
    await assert.rejects(
      person.client.decideAppeal({
        params: { appeal_id: open.appeal_id },
        body: { version: open.version, outcome: 'upheld', reasons: 'I was right then too.' },
      }),
      isProblem('not-allowed'),
    );
  }
  const stranger = await story.desk.join(['appeals']);
  const { data } = await stranger.client.listAppeals({ query: { state: 'open' } });
  assert.equal(data.find((one) => one.appeal_id === open.appeal_id)?.may_hear, true);
});

test('who decided hears no appeal: by the database, whatever the code says', async () => {
  const { path, decision } = await removal();
  await story.appeal(path);
  const { appeal_id } = await story.appealOf(decision);
  const { ownerPool } = story.house.database;
  const hear = (heardBy: string) =>
    ownerPool.query(
      `update appeal set state = 'upheld', heard_by = $2, reasons = 'So be it.', decided_at = now() where appeal_id = $1`,
      [appeal_id, heardBy],
    );
  await assert.rejects(hear(decision.decided_by.person_id), /hearer_took_no_part/);
  // Who decided cannot be left out or changed on the appeal either.
  for (const change of ['decided_by = $2', 'second_by = $2'])
    await assert.rejects(
      ownerPool.query(`update appeal set ${change} where appeal_id = $1`, [
        appeal_id,
        story.desk.people.senior.personId,
      ]),
      /foreign key/,
    );
});

test('a reporter may appeal that nothing was done; the case is looked at again and its outcome told', async () => {
  const { case_id, notice_url } = await story.report();
  const path = pathOf(notice_url);
  const none = await story.close(case_id ?? '');
  assert.equal((await story.appeal(path)).status, 303);
  const open = await story.appealOf(none);
  assert.equal(open.measure, 'no_action');
  await story.hear(open, 'overturned', 'It does ask people to join; look at it again.');
  const answered = await story.read(path);
  assert.ok(answered.html.includes('look at it again'));
  assert.doesNotMatch(answered.html, /measure is being undone/, 'nothing was restricted');
  const found = await story.desk.people.moderator.client.readCase({
    params: { case_id: case_id ?? '' },
  });
  assert.equal(found.case.state, 'open');
  await story.restrict(case_id ?? '');
  assert.ok((await story.read(path)).html.includes('We acted on your report'));
});

test('an appeal against an emergency step undoes the decision that took its place', async () => {
  const { caseId, decision: step } = await emergency();
  const path = pathOf(step.notice_url);
  assert.ok((await story.read(path)).html.includes('emergency step'));
  assert.equal((await story.appeal(path)).status, 303);
  const full = await story.restrict(caseId);
  const { client } = story.desk.people.senior;
  assert.equal(full.state, 'effective');
  const during = await story.read(path);
  assert.doesNotMatch(during.html, /This measure has ended|emergency step/, 'it goes on');
  await story.hear(
    await story.appealOf(step),
    'overturned',
    'Nobody was to be killed; it is a play.',
  );
  const undone = await client.readDecision({ params: { decision_id: full.decision_id } });
  assert.deepEqual([undone.state, undone.reversed_because], ['reversed', 'appeal']);
  for (const one of [path, pathOf(full.notice_url)])
    assert.ok((await story.read(one)).html.includes('This measure has ended.'), one);
});

test('the notice of an emergency step leads to the one of the full decision', async () => {
  const { caseId, decision: step } = await emergency();
  const full = await story.restrict(caseId);
  const page = await story.read(`${pathOf(step.notice_url)}?lang=fr`);
  assert.equal(page.status, 303);
  assert.equal(page.headers['location'], `${pathOf(full.notice_url)}?lang=fr`);
});

test('appeals come open ones first, oldest first, page by page', async () => {
  const { client } = story.desk.people.appeals;
  const seen: Appeal[] = [];
  let cursor: string | undefined;
  do {
    const page = await client.listAppeals({ query: { limit: 2, ...(cursor ? { cursor } : {}) } });
    seen.push(...page.data);
    cursor = page.next_cursor ?? undefined;
  } while (cursor !== undefined);
  const order = seen.map((one) => `${one.state === 'open' ? 0 : 1} ${one.received_at}`);
  assert.deepEqual(order, order.toSorted());
  assert.equal(new Set(seen.map((one) => one.appeal_id)).size, seen.length);
  assert.ok(seen.length > 4);
});

test('another desk sees none of it', async () => {
  const other = await story.house.openDesk('other-shore');
  const { data } = await other.people.appeals.client.listAppeals();
  assert.deepEqual(data, []);
  const { data: ours } = await story.desk.people.appeals.client.listAppeals();
  const params = { appeal_id: ours[0]?.appeal_id ?? '' };
  await assert.rejects(other.people.appeals.client.readAppeal({ params }), isProblem('not-found'));
});

function isProblem(kind: string): (error: unknown) => boolean {
  return (error) => error instanceof ApiProblem && error.kind === kind;
}
