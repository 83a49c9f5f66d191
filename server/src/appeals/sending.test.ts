import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Decision } from '@commonweal/contract';
import { assertIsPlain, beginStory, pathOf, type Page, type Story } from '../notices/testing.ts';
import { DAY } from '../platform/clock.ts';
import { keepRetention } from './keep-retention.ts';

let story: Story;
before(async () => {
  story = await beginStory();
});
after(() => story[Symbol.asyncDispose]());

/** Something of somebody's is removed. */
async function removal(): Promise<{ readonly path: string; readonly decision: Decision }> {
  const { case_id } = await story.report();
  const decision = await story.restrict(case_id ?? '');
  return { path: pathOf(decision.notice_url), decision };
}

test('sent twice it is one appeal, also at the same moment', async () => {
  const { path, decision } = await removal();
  const fields = { idempotency_key: 'the-same-key' };
  const replies = await Promise.all([1, 2, 3, 4].map(() => story.appeal(path, fields)));
  assert.deepEqual(
    replies.map((reply) => reply.status),
    [303, 303, 303, 303],
  );
  const other = await story.appeal(path, { text: 'Another one, from another window.' });
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
  const empty = await story.appeal(path, {
    text: ' \n ',
    contact: 'me@mail.example',
    language: 'fr',
  });
  assert.equal(empty.status, 422);
  assert.match(empty.html, /<html lang="fr"/);
  assert.ok(empty.html.includes('me@mail.example'));
  const attack = '</textarea><script>alert(1)</script>';
  const long = await story.appeal(path, { text: attack + 'ü'.repeat(5000) });
  assert.equal(long.status, 422);
  assert.doesNotMatch(long.html, /<script/);
  assert.ok(long.html.includes('&lt;script&gt;alert(1)'));
  const exact = await story.appeal(path, { text: 'ü\r\n'.repeat(2500) });
  assert.equal(exact.status, 303, '5,000 characters are not too many');
});

test('too many tries wait, and lose nothing', async () => {
  const { path } = await removal();
  const statuses: number[] = [];
  let last: Page | undefined;
  for (let tries = 0; tries < 12; tries += 1) {
    last = await story.appeal(path, { text: '', contact: 'kept@mail.example' });
    statuses.push(last.status);
  }
  assert.deepEqual(statuses, [...Array<number>(10).fill(422), 429, 429]);
  assert.ok(last?.html.includes('kept@mail.example'));
  assert.ok(last?.html.includes('This was sent many times'));
});

// Last: the clock moves on, and sessions end.
test('time ends an appeal’s time, and on their date notices and appeals lose their words', async () => {
  const late = await removal();
  const heard = await removal();
  await story.appeal(heard.path);
  await story.hear(await story.appealOf(heard.decision), 'upheld', 'Reasons that will go.');
  const waits = await removal();
  await story.appeal(waits.path);

  story.house.clock.advance(184 * DAY + 60_000);
  const tooLate = await story.appeal(late.path);
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
