import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MINUTE } from '../platform/clock.ts';
import { softwarePasskey } from './testing/software-passkey.ts';
import {
  join,
  openBrowser,
  openTestRoom,
  problemKind,
  setUp,
  type Member,
} from './testing/desks.ts';

const { platform, app } = await openTestRoom();

const home = 'http://localhost:8080';

async function begin(browser: Member['browser'], path: string, body?: object) {
  const reply = await browser.send('POST', path, body);
  assert.equal(reply.statusCode, 200, reply.body);
  return reply.json<{ challenge_id: string; options: { challenge?: unknown } }>();
}

function add(
  { browser }: Member,
  challenge_id: string,
  response: ReturnType<ReturnType<typeof softwarePasskey>['create']>,
) {
  return browser.send('POST', '/me/passkeys', { challenge_id, name: 'My phone', response });
}

async function withPasskey(member: Member) {
  const passkey = softwarePasskey(home);
  const { challenge_id, options } = await begin(member.browser, '/me/passkeys/begin');
  const added = await add(member, challenge_id, passkey.create(options));
  assert.equal(added.statusCode, 201, added.body);
  return { passkey, passkeyId: added.json<{ passkey_id: string }>().passkey_id };
}

type Passkey = ReturnType<typeof softwarePasskey>;

async function signIn(slug: string, passkey: Passkey, how = {}) {
  const browser = openBrowser(app);
  const { challenge_id, options } = await begin(browser, '/sign-in/passkey/begin', { desk: slug });
  const body = { desk: slug, challenge_id, response: passkey.get(options, how) };
  const reply = await browser.send('POST', '/sign-in/passkey/finish', body);
  return { browser, reply, body };
}

test('a passkey is added, signs its owner in, and is removed', async () => {
  const ada = await setUp(app, platform);
  const { passkey, passkeyId } = await withPasskey(ada);
  const { reply, browser } = await signIn(ada.slug, passkey);
  assert.equal(reply.statusCode, 200, reply.body);
  assert.equal(reply.json().person.person_id, ada.personId);
  const list = (await browser.send('GET', '/me/passkeys')).json();
  assert.deepEqual(
    list.data.map(({ name, last_used_at }: { name: string; last_used_at: string }) => [
      name,
      last_used_at,
    ]),
    [['My phone', platform.clock.now().toISOString()]],
  );
  assert.equal((await browser.send('DELETE', `/me/passkeys/${passkeyId}`)).statusCode, 204);
  assert.equal(problemKind((await signIn(ada.slug, passkey)).reply), 'wrong-credentials');
});

test('a challenge is answered once, in time, and by whom it was given to', async () => {
  const ada = await setUp(app, platform);
  const bo = await join(app, ada, ['moderator']);
  const { passkey } = await withPasskey(ada);
  const { body, browser } = await signIn(ada.slug, passkey);
  assert.equal(problemKind(await browser.send('POST', '/sign-in/passkey/finish', body)), 'gone');

  const late = await begin(ada.browser, '/me/passkeys/begin');
  platform.clock.advance(5 * MINUTE);
  const fresh = softwarePasskey(home);
  assert.equal(problemKind(await add(ada, late.challenge_id, fresh.create(late.options))), 'gone');

  const hers = await begin(ada.browser, '/me/passkeys/begin');
  assert.equal(problemKind(await add(bo, hers.challenge_id, fresh.create(hers.options))), 'gone');
  // A wrong answer spends the challenge too.
  const wrong = await add(ada, hers.challenge_id, fresh.create({ challenge: 'AAAA' }));
  assert.equal(problemKind(wrong), 'invalid');
  assert.equal(problemKind(await add(ada, hers.challenge_id, fresh.create(hers.options))), 'gone');
});

test('passkeys of another site, another desk, a copied device or an unverified user are not accepted', async () => {
  const ada = await setUp(app, platform);
  const other = await setUp(app, platform);
  const { passkey } = await withPasskey(ada);
  const elsewhere = softwarePasskey('https://lookalike.example');
  const begun = await begin(ada.browser, '/me/passkeys/begin');
  const planted = await add(ada, begun.challenge_id, elsewhere.create(begun.options));
  assert.equal(problemKind(planted), 'invalid');
  assert.equal(problemKind((await signIn(other.slug, passkey)).reply), 'wrong-credentials');
  const unverified = await signIn(ada.slug, passkey, { verified: false });
  assert.equal(problemKind(unverified.reply), 'wrong-credentials');
  assert.equal((await signIn(ada.slug, passkey)).reply.statusCode, 200);
  passkey.rewind();
  assert.equal(problemKind((await signIn(ada.slug, passkey)).reply), 'wrong-credentials');
});

test('a suspended person does not come in by passkey', async () => {
  const ada = await setUp(app, platform);
  const bo = await join(app, ada, ['moderator']);
  const { passkey } = await withPasskey(bo);
  await ada.browser.send('PATCH', `/people/${bo.personId}`, { status: 'suspended' });
  assert.equal(problemKind((await signIn(bo.slug, passkey)).reply), 'wrong-credentials');
});
