import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ApiProblem } from '@commonweal/client';
import type { Appeal, Decision } from '@commonweal/contract';
import { beginStory, pageLimit, type Page, type Story } from '../notices/testing.ts';
import { DAY } from '../platform/clock.ts';
import { newId } from '../platform/ids.ts';
import { keepRetention } from './keep-retention.ts';

let story: Story;
before(async () => {
  story = await beginStory();
});
after(() => story[Symbol.asyncDispose]());

const words = 'It is the refrain of an old song.\nMy grandmother sang it.';
let senders = 0;

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

/** Somebody appeals, each from an address of their own. */
async function appeal(path: string, fields: Record<string, string> = {}): Promise<Page> {
  senders += 1;
  const sent = { text: words, contact: '', language: 'en', idempotency_key: newId(), ...fields };
  return story.send(`${path}/appeal`, sent, `203.0.113.${senders % 250}`);
}

async function appealOf(decision: Decision): Promise<Appeal> {
  const { data } = await story.desk.people.appeals.client.listAppeals({ query: { limit: 200 } });
  const found = data.find((one) => one.decision_id === decision.decision_id);
  assert.ok(found);
  return found;
}

test('an appeal that succeeds undoes the measure, and the page says so', async () => {
  const { path, decision } = await removal();
  const sent = await appeal(path);
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
  const open = await appealOf(decision);
  assert.equal(open.may_hear, true);
  const read = await client.readAppeal({ params: { appeal_id: open.appeal_id } });
  assert.equal(read.appeal.text, words);
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
  const again = await appeal(path);
  assert.equal(again.status, 409);
  assert.ok(again.html.includes('The appeal succeeded.'));
});

test('an appeal that fails leaves the decision, and its reasons are read on the page', async () => {
  const { path, decision } = await removal();
  await appeal(path);
  const open = await appealOf(decision);
  await decide(open, 'upheld', 'It asks readers to join, whoever sang it first.');
  const page = await story.read(path);
  assert.ok(page.html.includes('The appeal was heard. The decision stays.'));
  assert.ok(page.html.includes('whoever sang it first.'));
  const still = await story.desk.people.senior.client.readDecision({
    params: { decision_id: decision.decision_id },
  });
  assert.equal(still.state, 'effective');
  const again = await appeal(path);
  assert.equal(again.status, 409);
  await assert.rejects(decide(open, 'overturned', 'Changed my mind.'), isProblem('stale-version'));
  const now = await appealOf(decision);
  await assert.rejects(decide(now, 'overturned', 'Changed my mind.'), isProblem('conflict'));
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
  await appeal(pathOf(decision.notice_url));
  const open = await appealOf(decision);
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
  await appeal(path);
  const { appeal_id } = await appealOf(decision);
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

test('sent twice it is one appeal, also at the same moment', async () => {
  const { path, decision } = await removal();
  const fields = { idempotency_key: 'the-same-key' };
  const replies = await Promise.all([1, 2, 3, 4].map(() => appeal(path, fields)));
  assert.deepEqual(
    replies.map((reply) => reply.status),
    [303, 303, 303, 303],
  );
  const other = await appeal(path, { text: 'Another one, from another window.' });
  assert.equal(other.status, 409);
  assert.ok(other.html.includes('We received the appeal'));
  const { data } = await story.desk.people.appeals.client.listAppeals({ query: { limit: 200 } });
  assert.equal(data.filter((one) => one.decision_id === decision.decision_id).length, 1);
});

test('what was written is given back when it cannot be taken', async () => {
  const { path } = await removal();
  const form = await story.read(`${path}/appeal?lang=fr`);
  assertIsPlain(form);
  assert.match(form.html, /<html lang="fr"/);
  const empty = await appeal(path, { text: ' \n ', contact: 'me@mail.example', language: 'fr' });
  assert.equal(empty.status, 422);
  assert.match(empty.html, /<html lang="fr"/);
  assert.ok(empty.html.includes('me@mail.example'));
  const attack = '</textarea><script>alert(1)</script>';
  const long = await appeal(path, { text: attack + 'ü'.repeat(5000) });
  assert.equal(long.status, 422);
  assert.doesNotMatch(long.html, /<script/);
  assert.ok(long.html.includes('&lt;script&gt;alert(1)'));
  const exact = await appeal(path, { text: 'ü\r\n'.repeat(2500) });
  assert.equal(exact.status, 303, '5,000 characters are not too many');
});

test('too many tries wait, and lose nothing', async () => {
  const { path } = await removal();
  const statuses: number[] = [];
  let last: Page | undefined;
  for (let tries = 0; tries < 12; tries += 1) {
    last = await appeal(path, { text: '', contact: 'kept@mail.example' });
    statuses.push(last.status);
  }
  assert.deepEqual(statuses, [...Array<number>(10).fill(422), 429, 429]);
  assert.ok(last?.html.includes('kept@mail.example'));
  assert.ok(last?.html.includes('This was sent many times'));
});

test('a reporter may appeal that nothing was done; the case is looked at again and its outcome told', async () => {
  const { case_id, notice_url } = await story.report();
  const path = pathOf(notice_url);
  const none = await story.close(case_id ?? '');
  assert.equal((await appeal(path)).status, 303);
  const open = await appealOf(none);
  assert.equal(open.measure, 'no_action');
  await decide(open, 'overturned', 'It does ask people to join; look at it again.');
  assert.ok((await story.read(path)).html.includes('look at it again'));
  const found = await story.desk.people.moderator.client.readCase({
    params: { case_id: case_id ?? '' },
  });
  assert.equal(found.case.state, 'open');
  await story.restrict(case_id ?? '');
  assert.ok((await story.read(path)).html.includes('We acted on your report'));
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

// Last: the clock moves on, and sessions end.
test('time ends an appeal’s time, and on their date notices and appeals lose their words', async () => {
  const late = await removal();
  const heard = await removal();
  await appeal(heard.path);
  await decide(await appealOf(heard.decision), 'upheld', 'Reasons that will go.');
  const waits = await removal();
  await appeal(waits.path);

  story.house.clock.advance(184 * DAY + 60_000);
  const tooLate = await appeal(late.path);
  assert.equal(tooLate.status, 410);
  assert.ok(tooLate.html.includes('The time to appeal here is over.'));
  assert.doesNotMatch((await story.read(late.path)).html, /<form/);

  story.house.clock.advance(4000 * DAY);
  assert.equal((await story.read(heard.path)).status, 410, 'over on its date, before any clean-up');
  await keepRetention(story.house.platform);
  const gone = await story.read(heard.path);
  assert.equal(gone.status, 410);
  assertIsPlain(gone);
  assert.equal((await story.read(waits.path)).status, 200, 'an appeal that waits is kept');
  const { rows } = await story.house.database.ownerPool.query<{ left: string }>(
    `select row_to_json(n)::text || row_to_json(a)::text as left from notice n join appeal a using (desk_id, notice_id) where n.notice_id = $1`,
    [heard.decision.decision_id],
  );
  assert.doesNotMatch(rows[0]?.left ?? 'grandmother', /grandmother|Grey Tide|Reasons that will go/);
});

function decide(one: Appeal, outcome: 'upheld' | 'overturned', reasons: string): Promise<Appeal> {
  return story.desk.people.appeals.client.decideAppeal({
    params: { appeal_id: one.appeal_id },
    body: { version: one.version, outcome, reasons },
  });
}

function isProblem(kind: string): (error: unknown) => boolean {
  return (error) => error instanceof ApiProblem && error.kind === kind;
}

function pathOf(url: string | null): string {
  return new URL(url ?? '').pathname;
}

function assertIsPlain({ html, headers }: Page): void {
  assert.ok(Buffer.byteLength(html) < pageLimit);
  assert.doesNotMatch(html, /<script|<style|\sstyle=|\son[a-z]+=|javascript:/i);
  assert.equal(headers['set-cookie'], undefined);
  assert.equal(headers['cache-control'], 'no-store');
}
