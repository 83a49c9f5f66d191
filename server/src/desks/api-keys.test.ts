import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FastifyRequest } from 'fastify';
import { createIdentify } from './index.ts';
import { join, openTestRoom, problemKind, setUp, type Member } from './testing/desks.ts';

const { database, platform, app } = await openTestRoom();

async function makeKey({ browser }: Member): Promise<{ id: string; secret: string }> {
  const made = await browser.send('POST', '/api-keys', { name: 'Forum', scopes: ['items:write'] });
  assert.equal(made.statusCode, 201, made.body);
  const { api_key, secret } = made.json();
  return { id: api_key.api_key_id, secret };
}

/** What `identify` reads of a request. */
function withKey(secret: string): FastifyRequest {
  return { headers: { authorization: `Bearer ${secret}` }, cookies: {} } as FastifyRequest;
}

function session(secret: string) {
  return app.inject({ url: '/api/v1/session', headers: { authorization: `Bearer ${secret}` } });
}

test('a key is somebody with scopes, and never a person', async () => {
  const ada = await setUp(app, platform);
  const { id, secret } = await makeKey(ada);
  const caller = await createIdentify(platform)(withKey(secret));
  assert.deepEqual(caller, {
    kind: 'key',
    deskId: ada.deskId,
    apiKeyId: id,
    name: 'Forum',
    scopes: ['items:write'],
  });
  const people = await app.inject({
    url: '/api/v1/people',
    headers: { authorization: `Bearer ${secret}` },
  });
  assert.equal(problemKind(people), 'not-allowed');
});

test('a bad key is refused, not taken for nobody', async () => {
  const ada = await setUp(app, platform);
  const other = await setUp(app, platform);
  const one = Buffer.from((await makeKey(ada)).secret.slice(4), 'base64url');
  const two = Buffer.from((await makeKey(other)).secret.slice(4), 'base64url');
  const mixes = [
    [one.subarray(0, 32), two.subarray(32)],
    [two.subarray(0, 16), one.subarray(16)],
    [one.subarray(0, 16), two.subarray(16)],
  ].map((parts) => `cwk_${Buffer.concat(parts).toString('base64url')}`);
  for (const bad of ['', 'cwk_', 'nonsense', ada.browser.cookie ?? '', ...mixes]) {
    const reply = await session(bad);
    assert.equal(reply.statusCode, 401, bad);
    assert.equal(problemKind(reply), 'wrong-credentials');
  }
});

test('a revoked key stops here at once and in other processes within two seconds', async () => {
  const ada = await setUp(app, platform);
  const { id, secret } = await makeKey(ada);
  const elsewhere = createIdentify({ ...platform });
  assert.equal((await session(secret)).statusCode, 200);
  await elsewhere(withKey(secret));
  assert.equal((await ada.browser.send('DELETE', `/api-keys/${id}`)).statusCode, 204);
  assert.equal((await session(secret)).statusCode, 401);
  platform.clock.advance(2000);
  await assert.rejects(async () => elsewhere(withKey(secret)), { kind: 'wrong-credentials' });
  assert.equal((await ada.browser.send('DELETE', `/api-keys/${id}`)).statusCode, 204);
});

test('a known key is answered without a promise, so without the database', async () => {
  const ada = await setUp(app, platform);
  const { secret } = await makeKey(ada);
  const identify = createIdentify(platform);
  await identify(withKey(secret));
  const again = identify(withKey(secret));
  assert.ok(!(again instanceof Promise));
  assert.equal(again.kind, 'key');
});

test('the secret of a key is shown once and never kept', async () => {
  const ada = await setUp(app, platform);
  const { secret } = await makeKey(ada);
  const list = await ada.browser.send('GET', '/api-keys');
  assert.ok(!list.body.includes(secret.slice(50)));
  assert.ok(!/hash|secret/.test(list.body));
  const rows = await database.inDesk(ada.deskId, (trx) =>
    trx.selectFrom('api_key').selectAll().execute(),
  );
  const kept = Buffer.from(secret.slice(4), 'base64url').subarray(32);
  assert.equal(rows.length, 1);
  assert.ok(rows.every((row) => !row.token_hash.equals(kept)));
});

test('nobody makes a key with a scope that none of their roles stands for', async () => {
  const ada = await setUp(app, platform);
  const analyst = await join(app, ada, ['analyst']);
  const make = (scopes: string[]) =>
    analyst.browser.send('POST', '/api-keys', { name: 'k', scopes });
  assert.equal(problemKind(await make(['banks:read', 'items:write'])), 'not-allowed');
  assert.equal((await make(['banks:read', 'banks:write'])).statusCode, 201);
});

test('an analyst sees the keys she made, and an administrator all of them', async () => {
  const ada = await setUp(app, platform);
  const analyst = await join(app, ada, ['analyst']);
  await makeKey(ada);
  const body = { name: 'Study', scopes: ['banks:read'] };
  assert.equal((await analyst.browser.send('POST', '/api-keys', body)).statusCode, 201);
  const namesFor = async ({ browser }: Member) => {
    const { data } = (await browser.send('GET', '/api-keys')).json();
    return data.map(({ name }: { name: string }) => name);
  };
  assert.deepEqual(await namesFor(analyst), ['Study']);
  assert.deepEqual(await namesFor(ada), ['Study', 'Forum']);
});

test('the last use of a key is written down, at most once a minute', async () => {
  const ada = await setUp(app, platform);
  const { id, secret } = await makeKey(ada);
  const lastUse = async () => {
    // Written off the request's path: wait for it, not for a time.
    for (let n = 0; n < 200; n += 1) {
      const { data } = (await ada.browser.send('GET', '/api-keys')).json();
      const at = data.find((key: { api_key_id: string }) => key.api_key_id === id).last_used_at;
      if (at === platform.clock.now().toISOString()) return at;
    }
    return null;
  };
  await session(secret);
  assert.notEqual(await lastUse(), null);
  const first = platform.clock.now().toISOString();
  platform.clock.advance(30_000);
  await session(secret);
  const { data } = (await ada.browser.send('GET', '/api-keys')).json();
  assert.equal(data[0].last_used_at, first);
  platform.clock.advance(31_000);
  await session(secret);
  assert.notEqual(await lastUse(), null);
});
