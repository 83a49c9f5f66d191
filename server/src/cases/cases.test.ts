import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { ApiProblem } from '@commonweal/client';
import type { Case } from '@commonweal/contract';
import { sql } from 'kysely';
import { MINUTE } from '../platform/clock.ts';
import { startTestHouse } from '../testing/start-test-desk.ts';

const house = await startTestHouse();
after(() => house[Symbol.asyncDispose]());
const desk = await house.openDesk('reef');
const neighbours = await house.openDesk('shore');
const platform = await desk.keyed(['items:write']);
const reports = await desk.keyed(['reports:write']);
const first = desk.people.moderator;
const second = desk.people.senior;
const bank = await desk.administrator.client.createBank({
  body: { name: 'Phrases', kind: 'phrase', description: '', source: 'Invented Lab' },
});
await desk.administrator.client.addBankEntry({
  params: { bank_id: bank.bank_id },
  body: { type: 'phrase', value: 'rally of the grey tide', label: 'Call', source: 'Invented Lab' },
});

let made = 0;
async function aCase(): Promise<Case> {
  made += 1;
  const { case_id } = await platform.createItem({
    body: {
      external_id: `post-${made}`,
      kind: 'post',
      surface: 'open',
      text: `Rally of the Grey Tide ${made}`,
    },
  });
  return read(case_id ?? assert.fail('a case'));
}

async function read(caseId: string): Promise<Case> {
  return (await first.client.readCase({ params: { case_id: caseId } })).case;
}

function claim(who: typeof first, { case_id, version }: Case): Promise<Case> {
  return who.client.claimCase({ params: { case_id }, body: { version } });
}

function refused(kind: string) {
  return (error: unknown) => error instanceof ApiProblem && error.kind === kind;
}

test('twenty items about one subject at once make one case', async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, at) =>
      platform.createItem({
        body: {
          external_id: 'edited-often',
          kind: 'post',
          surface: 'open',
          text: `Rally of the Grey Tide, version ${at}`,
        },
      }),
    ),
  );
  const cases = new Set(answers.map((answer) => answer.case_id));
  assert.equal(cases.size, 1);
  const view = await first.client.readCase({ params: { case_id: [...cases][0] ?? '' } });
  assert.equal(view.items.length, 20);
  assert.equal(view.case.signals, 20);
  assert.equal(view.history.filter((event) => event.kind === 'opened').length, 1);
});

test('twenty reports of one item at once make one case', async () => {
  const item = await platform.createItem({
    body: { external_id: 'reported-often', kind: 'post', surface: 'open', text: 'Hello.' },
  });
  const replies = await Promise.all(
    Array.from({ length: 20 }, (_, at) =>
      reports.createReport({
        body: {
          item_id: item.item_id,
          reporter: { kind: 'user', external_id: `member-${at}` },
          reason: 'other',
          said: 'Look at this.',
          good_faith: true,
        },
      }),
    ),
  );
  assert.equal(new Set(replies.map((reply) => reply.case_id)).size, 1);
});

test('profiles of one account are one case about the account', async () => {
  const profiles = await Promise.all(
    [1, 2].map((at) =>
      platform.createItem({
        body: {
          external_id: `profile-${at}`,
          kind: 'profile',
          surface: 'open',
          text: 'Rally of the Grey Tide',
          actor: { external_id: 'member-9' },
        },
      }),
    ),
  );
  assert.equal(profiles[0]?.case_id, profiles[1]?.case_id);
  assert.equal((await read(profiles[0]?.case_id ?? '')).subject, 'actor');
});

test('a case is held by one person, for fifteen minutes', async () => {
  const found = await aCase();
  const held = await claim(first, found);
  assert.equal(held.claimed_by?.person_id, first.personId);
  await assert.rejects(claim(second, held), refused('conflict'));
  house.clock.advance(14 * MINUTE);
  const again = await claim(first, held);
  assert.ok((again.lease_until ?? '') > (held.lease_until ?? ''));
  house.clock.advance(14 * MINUTE);
  await assert.rejects(claim(second, again), refused('conflict'));
  house.clock.advance(2 * MINUTE);
  const free = await read(found.case_id);
  assert.equal(free.claimed_by, null);
  const taken = await claim(second, free);
  assert.equal(taken.claimed_by?.person_id, second.personId);
  await assert.rejects(
    first.client.releaseCase({
      params: { case_id: found.case_id },
      body: { version: taken.version },
    }),
    refused('lease-lost'),
  );
});

test('of twenty people taking a case at once one gets it', async () => {
  const found = await aCase();
  const people = await Promise.all([desk.join(['moderator']), desk.join(['legal'])]);
  const all = [first, second, ...people];
  const settled = await Promise.allSettled(
    Array.from({ length: 20 }, (_, at) => claim(all[at % all.length] ?? first, found)),
  );
  assert.equal(settled.filter((one) => one.status === 'fulfilled').length, 1);
  for (const one of settled)
    if (one.status === 'rejected') assert.ok(refused('stale-version')(one.reason));
});

test('nothing is done on a version somebody did not see', async () => {
  const found = await aCase();
  const held = await claim(first, found);
  await assert.rejects(claim(first, found), (error) => {
    assert.ok(refused('stale-version')(error));
    assert.equal((error as ApiProblem).problem['current_version'], held.version);
    return true;
  });
  const release = { params: { case_id: found.case_id }, body: { version: found.version } };
  await assert.rejects(first.client.releaseCase(release), refused('stale-version'));
});

test('the history only grows, for the application too', async () => {
  const found = await aCase();
  await first.client.noteCase({ params: { case_id: found.case_id }, body: { text: 'Seen.' } });
  for (const statement of [
    sql`update case_event set detail = 'something else'`,
    sql`delete from case_event`,
    sql`update case_item set added_at = now()`,
    sql`delete from case_item`,
    sql`delete from review_case`,
    sql`truncate case_event`,
  ])
    await assert.rejects(
      house.database.inDesk(desk.deskId, (trx) => statement.execute(trx)),
      /permission denied/,
    );
  const { history } = await first.client.readCase({ params: { case_id: found.case_id } });
  assert.equal(history.at(-1)?.detail, 'Seen.');
});

test('two live cases about one subject are refused by the database', async () => {
  const found = await aCase();
  await assert.rejects(
    house.database.inDesk(desk.deskId, (trx) =>
      sql`insert into review_case select desk_id, gen_random_uuid(), subject, subject_key, item_id,
        actor_external_id, title, queue, priority, suggestion, state, claimed_by, lease_until,
        opened_at, updated_at, version from review_case where case_id = ${found.case_id}`.execute(
        trx,
      ),
    ),
    /one_live_case_per_subject/,
  );
});

test('pages of the queue neither repeat nor miss any while cases come in', async () => {
  const there = await Promise.all(Array.from({ length: 12 }, aCase));
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof first.client.listCases>> = await first.client.listCases({
      query: { limit: 5, ...(cursor === null ? {} : { cursor }) },
    });
    seen.push(...page.data.map((one) => one.case_id));
    cursor = page.next_cursor;
    if (seen.length < 20) await aCase();
  } while (cursor !== null);
  assert.equal(new Set(seen).size, seen.length, 'none twice');
  for (const { case_id } of there) assert.ok(seen.includes(case_id));
});

test('looking for a case takes its words as they are', async () => {
  await aCase();
  for (const q of ['%', '_', '\\', "' or true --", '100%'])
    assert.deepEqual((await first.client.listCases({ query: { q } })).data, [], q);
  assert.ok((await first.client.listCases({ query: { q: 'RALLY' } })).data.length > 0);
});

test('a case of another desk is not there', async () => {
  const found = await aCase();
  const { client } = neighbours.administrator;
  const params = { case_id: found.case_id };
  const { version } = found;
  for (const attempt of [
    () => client.readCase({ params }),
    () => client.claimCase({ params, body: { version } }),
    () => client.releaseCase({ params, body: { version } }),
    () => client.noteCase({ params, body: { text: 'Hello' } }),
  ])
    await assert.rejects(attempt(), refused('not-found'));
  assert.deepEqual((await client.listCases()).data, []);
});
