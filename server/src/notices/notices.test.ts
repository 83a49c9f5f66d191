import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { parseReceipt, verifyReceipt } from '@commonweal/ledger';
import { growLedger } from '../ledger/index.ts';
import { DAY, later } from '../platform/clock.ts';
import { newId } from '../platform/ids.ts';
import { noticeToken } from './notice-token.ts';
import { assertIsPlain, beginStory, type Story } from './testing.ts';

let story: Story;
let elsewhere: Story;
before(async () => {
  story = await beginStory();
  elsewhere = await beginStory({ house: story.house, slug: 'other-shore' });
});
after(() => story[Symbol.asyncDispose]());

const noticeOf = async (on: Story, item = {}): Promise<string> => {
  const { case_id } = await on.report(item);
  const { notice_url } = await on.restrict(case_id ?? '');
  assert.ok(notice_url);
  return notice_url;
};

test('the person affected reads what was done, why, and by which rule', async () => {
  const { case_id } = await story.report({}, { name: 'Rhea Reporter' });
  const decision = await story.restrict(case_id ?? '');
  assert.equal(decision.state, 'effective');
  const page = await story.read(decision.notice_url ?? '');
  assert.equal(page.status, 200);
  assertIsPlain(page);
  assert.equal(page.headers['cache-control'], 'no-store');
  assert.equal(page.headers['x-robots-tag'], 'noindex, nofollow');
  for (const part of [
    'We removed something you posted',
    'Come and join the Grey Tide',
    'member-20417',
    'You posted an appeal to join the Grey Tide, with an address to write to.',
    'Recruiting for terrorist organisations',
    '/d/harbour-lane/policy/1',
    'A user reported it. We never say who reports.',
    'A person decided.',
    'method="post"',
  ])
    assert.ok(page.html.includes(part), part);
  for (const secret of ['Rhea', 'reporter-77', 'This asks people to join.', 'Test moderator'])
    assert.ok(!page.html.includes(secret), secret);
});

test('a notice is written with its decision or not at all', async () => {
  const { house } = story;
  house.platform.events.on('decision.effective', async (_trx, { itemId }) => {
    if (itemId === refused) throw new Error('A later listener fails.');
  });
  const { case_id, item_id } = await story.report();
  const refused = item_id;
  await assert.rejects(story.restrict(case_id ?? ''));
  const { rows } = await house.database.ownerPool.query(
    `select (select count(*) from decision where item_id = $1) + (select count(*) from notice where item_id = $1 and audience = 'affected') as rows`,
    [item_id],
  );
  assert.deepEqual(rows, [{ rows: 0 }]);
});

test('forged, unknown and other links are one and the same nothing', async () => {
  const url = await noticeOf(story);
  const { secrets } = story.house.platform;
  const token = url.split('/n/')[1] ?? '';
  const noticeId = newId();
  const answers = await Promise.all(
    [
      `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`,
      'no-such-token',
      noticeToken(secrets, { deskId: story.desk.deskId, noticeId }),
      // A real notice of one desk, looked for on another.
      noticeToken(secrets, { deskId: elsewhere.desk.deskId, noticeId: decisionIdOf(token) }),
      noticeToken(secrets, { deskId: newId(), noticeId: decisionIdOf(token) }),
    ].map(async (one) => {
      const page = await story.read(`/n/${one}`);
      assertIsPlain(page);
      return [page.status, page.html.replaceAll(one, 'TOKEN')];
    }),
  );
  for (const answer of answers) assert.deepEqual(answer, answers[0]);
  assert.equal(answers[0]?.[0], 404);
});

test('the page speaks the language asked for, else the browser’s, else the person’s', async () => {
  const url = await noticeOf(story, { language: 'hi' });
  const langOf = async (address: string, accepted?: string) => {
    const page = await story.read(address, accepted ? { 'accept-language': accepted } : {});
    assertIsPlain(page);
    return /<html lang="(\w+)" dir="(\w+)"/.exec(page.html)?.slice(1).join(' ');
  };
  assert.equal(await langOf(`${url}?lang=ur`, 'fr'), 'ur rtl');
  assert.equal(await langOf(url, 'de,fr;q=0.5'), 'fr ltr');
  assert.equal(await langOf(url), 'hi ltr');
});

test('script in content, names and rules is text on the page', async () => {
  const attack = '<script>alert(1)</script><img src=x onerror=alert(1)>"\'&';
  const { case_id } = await story.report({
    text: attack,
    actor: { external_id: attack, display_name: attack },
    url: "https://forum.example/?q=%3Cscript%3E&x='onerror=",
  });
  const { notice_url } = await story.restrict(case_id ?? '', { facts: `${attack} javascript:` });
  const page = await story.read(notice_url ?? '');
  assert.doesNotMatch(page.html, /<script|<img/i);
  assert.ok(page.html.includes('&lt;script&gt;alert(1)&lt;/script&gt;'));
});

test('a reporter sees that it came in, then that it was acted on, and nothing about anybody', async () => {
  const { case_id, notice_url } = await story.report({}, { language: 'fr' });
  const before_ = await story.read(notice_url);
  assertIsPlain(before_);
  assert.match(before_.html, /<html lang="fr"/);
  const waiting = await story.read(`${notice_url}?lang=en`);
  assert.ok(waiting.html.includes('We are looking at your report'));
  assert.doesNotMatch(waiting.html, /<form/);
  assert.equal((await story.read(`${notice_url}/receipt.json`)).status, 404);
  await story.restrict(case_id ?? '');
  const told = await story.read(`${notice_url}?lang=en`);
  assertIsPlain(told);
  for (const part of ['We acted on your report', 'Recruiting for terrorist organisations'])
    assert.ok(told.html.includes(part), part);
  for (const secret of ['member-20417', 'Otis', 'You posted an appeal to join'])
    assert.ok(!told.html.includes(secret), secret);
  assert.doesNotMatch(told.html, /<form/, 'there is nothing to appeal where it was acted on');
});

test('a reporter reads why nothing was done, without what points at the person', async () => {
  const { case_id, notice_url } = await story.report();
  await story.close(case_id ?? '', 'Otis Marlowe (@otism, o@mail.example) quotes the news.');
  const page = await story.read(notice_url);
  assert.ok(page.html.includes('We looked at your report and restricted nothing'));
  assert.ok(page.html.includes('quotes the news.'));
  assert.doesNotMatch(page.html, /Otis|otism|mail\.example|member-20417/);
  assert.match(page.html, /<form/);
});

test('whoever holds a notice can prove that its decision was recorded', async () => {
  const url = await noticeOf(story);
  const waiting = await story.read(`${url}/receipt.json`);
  assert.equal(waiting.status, 202);
  assert.equal(waiting.headers['cache-control'], 'no-store');
  assert.match(waiting.html, /Ask again/);
  await growLedger(story.house.platform, story.desk.deskId);
  const proof = await story.read(`${url}/receipt.json`);
  assert.equal(proof.status, 200);
  const key = (await story.read('/d/harbour-lane/ledger/key')).html.trim();
  const receipt = parseReceipt(JSON.parse(proof.html));
  assert.equal(receipt.event['decision_id'], decisionIdOf(url.split('/n/')[1] ?? ''));
  assert.deepEqual(verifyReceipt({ receipt, vkey: key }).findings, []);
  assert.match((await story.read(url)).html, /entry [\d,]+ of a record of [\d,]+ entries/);
});

test('the database refuses a second notice about a decision and one that says nothing', async () => {
  const url = await noticeOf(story);
  const decisionId = decisionIdOf(url.split('/n/')[1] ?? '');
  const { ownerPool } = story.house.database;
  const copy = (noticeId: string, statement: string) =>
    ownerPool.query(
      `insert into notice select (jsonb_populate_record(n, jsonb_build_object('notice_id', $2::text, 'statement', $3::jsonb))).*
       from notice n where notice_id = $1`,
      [decisionId, noticeId, statement],
    );
  await assert.rejects(copy(newId(), '{}'), /one_affected_notice_per_decision/);
  await assert.rejects(copy(newId(), 'null'), /notice_says_something|one_affected_notice/);
  await assert.rejects(copy(decisionId, '{}'), /notice_pkey/);
});

// Last: the clock moves on, and sessions end.
test('a lawful delay holds the notice back, its address too', async () => {
  const { clock } = story.house;
  const until = later(clock.now(), 3 * DAY);
  const { case_id, notice_url: reporter } = await story.report();
  const decision = await story.restrict(case_id ?? '', {
    notice: {
      when: 'delayed',
      basis: 'Court order HDC 118/26 under section 12.',
      until: until.toISOString(),
    },
  });
  assert.equal(decision.state, 'effective');
  assert.equal(decision.notice_url, null);
  const token = noticeToken(story.house.platform.secrets, {
    deskId: story.desk.deskId,
    noticeId: decision.decision_id,
  });
  assert.equal((await story.read(`/n/${token}`)).status, 404);
  assert.ok((await story.read(reporter)).html.includes('We are looking at your report'));
  clock.advance(3 * DAY + 1000);
  const page = await story.read(`/n/${token}`);
  assert.equal(page.status, 200);
  assert.ok((await story.read(reporter)).html.includes('We acted on your report'));
  const { rows } = await story.house.database.ownerPool.query<{ days: number }>(
    'select extract(day from appeal_until - available_from)::int as days from notice where notice_id = $1',
    [decision.decision_id],
  );
  assert.ok((rows[0]?.days ?? 0) >= 183, 'six months from when the person can know');
});

function decisionIdOf(token: string): string {
  const hex = Buffer.from(token, 'base64url').subarray(16, 32).toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
