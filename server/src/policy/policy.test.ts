import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { PolicyDraft, PolicyVersion, Problem } from '@commonweal/contract';
import { sql } from 'kysely';
import { later, HOUR } from '../platform/clock.ts';
import { newId } from '../platform/ids.ts';
import {
  clausesCited,
  defaultPolicyDraft,
  publishedVersions,
  publishPolicy,
  registerPolicy,
  versionInForce,
} from './index.ts';
import { openRoom, somebody, type RoomUnderTest, type Who } from './testing.ts';

const path = '/api/v1/policy/versions';
let room: RoomUnderTest;
before(async () => {
  room = await openRoom(registerPolicy);
});
after(() => room[Symbol.asyncDispose]());

function draft(title = 'House rules'): PolicyDraft {
  return { ...defaultPolicyDraft(), title };
}

async function drafted(who: Who, title?: string): Promise<PolicyVersion> {
  const { status, body } = await room.call(who, 'POST', path, draft(title));
  assert.equal(status, 201, JSON.stringify(body));
  return body;
}

async function published(who: Who, in_force_from?: Date): Promise<PolicyVersion> {
  const { policy_version_id } = await drafted(who);
  const { status, body } = await room.call(
    who,
    'POST',
    `${path}/${policy_version_id}/publish`,
    in_force_from ? { revision: 1, in_force_from: in_force_from.toISOString() } : { revision: 1 },
  );
  assert.equal(status, 200, JSON.stringify(body));
  return body;
}

test('the default policy can be sent back as a draft, revised, published and read', async () => {
  const who = somebody();
  const offered = await room.call(who, 'GET', '/api/v1/policy/default');
  assert.equal(offered.status, 200);
  const made = await room.call(who, 'POST', path, offered.body);
  assert.equal(made.status, 201);
  const { policy_version_id: id } = made.body as PolicyVersion;
  const short = { ...draft('Shorter'), clauses: draft().clauses.slice(0, 2) };
  const revised = await room.call(who, 'PUT', `${path}/${id}`, { ...short, revision: 1 });
  assert.deepEqual((revised.body as PolicyVersion).clauses, short.clauses);
  const done = await room.call(who, 'POST', `${path}/${id}/publish`, { revision: 2 });
  const version: PolicyVersion = done.body;
  assert.deepEqual(
    [version.number, version.state, version.title, version.published_by, version.in_force_from],
    [1, 'published', 'Shorter', 'Amina Tester', room.time.now.toISOString()],
  );
  const list = await room.call(who, 'GET', path);
  assert.deepEqual((list.body as { data: PolicyVersion[] }).data, [version]);
});

test('a draft can be discarded; a published version can be neither revised nor discarded', async () => {
  const who = somebody();
  const { policy_version_id: id } = await drafted(who);
  assert.equal((await room.call(who, 'DELETE', `${path}/${id}?revision=1`)).status, 204);
  assert.equal((await room.call(who, 'GET', `${path}/${id}`)).status, 404);
  const version = await published(who);
  const place = `${path}/${version.policy_version_id}`;
  assert.equal(
    (await room.call(who, 'PUT', place, { ...draft('Other'), revision: 1 })).status,
    409,
  );
  assert.equal((await room.call(who, 'DELETE', `${place}?revision=1`)).status, 409);
  assert.equal((await room.call(who, 'POST', `${place}/publish`, { revision: 1 })).status, 409);
  assert.deepEqual((await room.call(who, 'GET', place)).body, version);
});

test('nobody saves over, publishes or discards a draft that somebody else changed since', async () => {
  const who = somebody();
  const { policy_version_id: id } = await drafted(who);
  const other = somebody(['legal'], who.deskId);
  const theirs = { ...draft('Theirs'), revision: 1 };
  const saved = await room.call(other, 'PUT', `${path}/${id}`, theirs);
  assert.equal((saved.body as PolicyVersion).revision, 2);
  for (const late of [
    await room.call(who, 'PUT', `${path}/${id}`, { ...draft('Mine'), revision: 1 }),
    await room.call(who, 'POST', `${path}/${id}/publish`, { revision: 1 }),
    await room.call(who, 'DELETE', `${path}/${id}?revision=1`),
  ]) {
    assert.equal(late.status, 409);
    assert.match((late.body as Problem).type, /stale-version$/);
    assert.equal((late.body as { current_version?: number }).current_version, 2);
  }
  const kept: PolicyVersion = (await room.call(who, 'GET', `${path}/${id}`)).body;
  assert.deepEqual([kept.title, kept.state, kept.revision], ['Theirs', 'draft', 2]);
});

test('the database itself keeps a published version, asked as the application', async () => {
  const who = somebody();
  const { policy_version_id: id } = await published(who);
  const attempts = [
    sql`update policy_version set title = 'x' where policy_version_id = ${id}`,
    sql`update policy_version set in_force_from = in_force_from + interval '1 day' where policy_version_id = ${id}`,
    sql`update policy_version set state = 'draft', number = null, published_at = null, published_by = null, in_force_from = null where policy_version_id = ${id}`,
    sql`delete from policy_version where policy_version_id = ${id}`,
    sql`delete from policy_clause where policy_version_id = ${id}`,
  ];
  for (const attempt of attempts) {
    const { numAffectedRows } = await room.database.inDesk(who.deskId, (trx) =>
      attempt.execute(trx),
    );
    assert.equal(numAffectedRows, 0n);
  }
  const refused = [
    sql`update policy_clause set text = 'x' where policy_version_id = ${id}`,
    ...['draft', 'published'].map(
      (state) =>
        sql`insert into policy_clause values (${who.deskId}, ${id}, 'smuggled', ${state}, 99, 't', 't', '', '{threats}', '{label}')`,
    ),
    sql`insert into policy_version values (${who.deskId}, ${newId()}, 'published', 9, 't', 'en', 'd', now(), now(), 'x', now())`,
  ];
  for (const attempt of refused)
    await assert.rejects(room.database.inDesk(who.deskId, (trx) => attempt.execute(trx)));
});

test('a rule is not made for the past, by the route or in the table', async () => {
  const who = somebody();
  const { policy_version_id: id } = await drafted(who);
  const past = later(room.time.now, -1).toISOString();
  const refused = await room.call(who, 'POST', `${path}/${id}/publish`, {
    revision: 1,
    in_force_from: past,
  });
  assert.equal(refused.status, 422);
  assert.equal((refused.body as Problem).errors?.[0]?.pointer, '/in_force_from');
  await assert.rejects(
    room.database.inDesk(who.deskId, (trx) =>
      sql`update policy_version set state = 'published', number = 1, published_at = now(), published_by = 'x',
        in_force_from = now() - interval '1 second' where policy_version_id = ${id}`.execute(trx),
    ),
    /not_made_for_the_past/,
  );
});

test('the next version ends the one before, and one overtaken before it began was never in force', async () => {
  const who = somebody();
  const now = room.time.now;
  const first = await published(who);
  const second = await published(who, later(now, 5 * HOUR));
  const third = await published(who, later(now, 2 * HOUR));
  await room.database.inDesk(who.deskId, async (trx) => {
    const versions = await publishedVersions(trx, who.deskId);
    assert.deepEqual(
      versions.map((version) => [version.number, version.in_force_until]),
      [
        [3, null],
        [2, later(now, 5 * HOUR)],
        [1, later(now, 2 * HOUR)],
      ],
    );
    const at = async (hours: number) =>
      (await versionInForce(trx, who.deskId, later(now, hours * HOUR)))?.number;
    assert.deepEqual([await at(-1), await at(0), await at(1.99)], [undefined, 1, 1]);
    assert.deepEqual([await at(2), await at(9)], [3, 3]);
    const key = first.clauses[0]!.key;
    const [cited, ...more] = await clausesCited(trx, who.deskId, first.policy_version_id, [
      key,
      'no-such-clause',
    ]);
    assert.deepEqual(more, []);
    assert.deepEqual(cited, {
      versionId: first.policy_version_id,
      clauseKey: key,
      versionNumber: 1,
      publishedAt: now.toISOString(),
      inForceFrom: now.toISOString(),
      inForceUntil: third.in_force_from,
      harmCategories: first.clauses[0]!.harm_categories,
      measures: first.clauses[0]!.measures,
    });
    const other = newId();
    assert.deepEqual(await clausesCited(trx, who.deskId, other, [key]), []);
  });
  assert.equal(second.number, 2);
});

test('versions published at the same time get different numbers without a gap', async () => {
  const who = somebody();
  const ids = await Promise.all(Array.from({ length: 6 }, () => drafted(who)));
  const versions = await Promise.all(
    ids.map(({ policy_version_id }) =>
      publishPolicy(room.platform, who.deskId, policy_version_id, {
        by: 'Amina Tester',
        revision: 1,
      }),
    ),
  );
  const numbers = new Set(versions.map(({ number }) => number));
  assert.deepEqual(numbers, new Set([1, 2, 3, 4, 5, 6]));
});

test('clauses need keys of their own; readers may not write; desks do not see each other', async () => {
  const who = somebody();
  const [clause] = draft().clauses;
  const twice = await room.call(who, 'POST', path, { ...draft(), clauses: [clause, clause] });
  assert.equal(twice.status, 422);
  assert.equal((twice.body as Problem).errors?.[0]?.pointer, '/clauses/1/key');
  const reader = somebody(['moderator'], who.deskId);
  assert.equal((await room.call(reader, 'POST', path, draft())).status, 403);
  const senior = somebody(['senior'], who.deskId);
  const { policy_version_id: id } = await drafted(senior);
  assert.equal(
    (await room.call(senior, 'POST', `${path}/${id}/publish`, { revision: 1 })).status,
    403,
  );
  for (const method of ['GET', 'DELETE'] as const)
    assert.equal(
      (
        await room.call(
          somebody(),
          method,
          `${path}/${id}${method === 'DELETE' ? '?revision=1' : ''}`,
        )
      ).status,
      404,
    );
});

test('publishing is committed to the ledger in the same transaction', async () => {
  const who = somebody();
  const { policy_version_id: id } = await published(who);
  const kinds = await room.database.inDesk(who.deskId, (trx) =>
    trx
      .selectFrom('ledger_entry')
      .select('kind')
      .where('subject_id', '=', id)
      .orderBy('entry_id')
      .execute(),
  );
  assert.deepEqual(
    kinds.map(({ kind }) => kind),
    ['policy.drafted', 'policy.published'],
  );
});
