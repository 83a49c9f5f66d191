import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '../platform/ids.ts';
import { makeToken } from '../platform/tokens.ts';
import {
  join,
  openBrowser,
  openTestRoom,
  password,
  problemKind,
  setUp,
  type Member,
} from './testing/desks.ts';

const { platform, app } = await openTestRoom();

async function stateOf({ browser }: Pick<Member, 'browser'>): Promise<string> {
  return (await browser.send('GET', '/session')).json().state;
}

async function signInAgain({ slug, email }: Member, browser = openBrowser(app)): Promise<Member> {
  const reply = await browser.send('POST', '/sign-in', { desk: slug, email, password });
  assert.equal(reply.statusCode, 200, reply.body);
  return { ...reply.json().session.person, slug, email, browser };
}

test('a session planted before sign-in is never taken up', async () => {
  const ada = await setUp(app, platform);
  const planted = makeToken('session', ada.deskId, newId()).token;
  const browser = openBrowser(app);
  browser.cookie = planted;
  await signInAgain(ada, browser);
  assert.notEqual(browser.cookie, planted);
  const attacker = openBrowser(app);
  attacker.cookie = planted;
  assert.equal(await stateOf({ browser: attacker }), 'signed_out');
});

test('somebody who has just signed in was here, and says so to others', async () => {
  const ada = await setUp(app, platform);
  const seen = async () => {
    const { data } = (await ada.browser.send('GET', '/people')).json();
    const [me] = data.filter((one: { email: string }) => one.email === ada.email);
    return Date.parse(me.last_seen_at);
  };
  const atFirst = await seen();
  assert.ok(atFirst <= platform.clock.now().getTime(), 'setting up the desk counts');
  await signInAgain(ada);
  assert.ok((await seen()) >= atFirst);
});

test('signing in again ends the session the browser had, also of another desk', async () => {
  const ada = await setUp(app, platform);
  const bo = await setUp(app, platform);
  const old = openBrowser(app);
  old.cookie = ada.browser.cookie;
  await signInAgain(bo, ada.browser);
  assert.equal(await stateOf({ browser: old }), 'signed_out');
  assert.equal((await ada.browser.send('GET', '/desk')).json().slug, bo.slug);
});

test('a change without the token, with a wrong one, or from another site is refused and does nothing', async () => {
  const ada = await setUp(app, platform);
  const { csrf } = ada.browser;
  const rename = (headers: Record<string, string>) =>
    ada.browser.send('PATCH', '/me', { name: 'Mallory' }, headers);
  ada.browser.csrf = null;
  const foreign = (await setUp(app, platform)).browser.csrf ?? '';
  for (const headers of [
    {},
    { 'x-csrf-token': '' },
    { 'x-csrf-token': foreign },
    { 'x-csrf-token': `${csrf}x` },
    { 'x-csrf-token': csrf ?? '', 'sec-fetch-site': 'cross-site' },
    { 'x-csrf-token': csrf ?? '', 'sec-fetch-site': 'same-site' },
  ])
    assert.equal(problemKind(await rename(headers)), 'csrf');
  assert.equal((await ada.browser.send('GET', '/session')).json().person.name, 'Ada Quill');
  for (const site of ['same-origin', 'none'])
    assert.equal(
      (await rename({ 'x-csrf-token': csrf ?? '', 'sec-fetch-site': site })).statusCode,
      200,
    );
});

test('signing out ends the session itself, not only the cookie', async () => {
  const ada = await setUp(app, platform);
  const { cookie } = ada.browser;
  assert.equal((await ada.browser.send('POST', '/sign-out')).statusCode, 204);
  assert.equal(ada.browser.cookie, null);
  ada.browser.cookie = cookie;
  assert.equal(await stateOf(ada), 'signed_out');
});

test('changing the password needs the old one, ends all other sessions and renews this one', async () => {
  const ada = await setUp(app, platform);
  const elsewhere = await signInAgain(ada);
  const next = 'another long secret';
  const change = (current: string) => ada.browser.send('POST', '/me/password', { current, next });
  const refused = await change('wrong');
  assert.equal(refused.statusCode, 422);
  assert.equal(refused.json().errors[0].pointer, '/current');
  assert.equal(await stateOf(elsewhere), 'signed_in');
  const before = openBrowser(app);
  before.cookie = ada.browser.cookie;
  assert.equal((await change(password)).statusCode, 204);
  assert.equal(await stateOf(elsewhere), 'signed_out');
  assert.equal(await stateOf({ browser: before }), 'signed_out');
  assert.equal(await stateOf(ada), 'signed_in');
  // The page goes on with the CSRF token it has.
  assert.equal((await ada.browser.send('PATCH', '/me', { language: 'fr' })).statusCode, 200);
  const old = await openBrowser(app).send('POST', '/sign-in', {
    desk: ada.slug,
    email: ada.email,
    password,
  });
  assert.equal(old.statusCode, 401);
});

test('suspension ends all sessions at once', async () => {
  const ada = await setUp(app, platform);
  const bo = await join(app, ada, ['moderator']);
  const suspended = await ada.browser.send('PATCH', `/people/${bo.personId}`, {
    status: 'suspended',
  });
  assert.equal(suspended.statusCode, 200);
  assert.equal(await stateOf(bo), 'signed_out');
});

test('a token of one desk under the name of another, or with another id, is nobody', async () => {
  const ada = await setUp(app, platform);
  const bo = await setUp(app, platform);
  const bytes = Buffer.from((ada.browser.cookie ?? '').slice(4), 'base64url');
  const other = Buffer.from((bo.browser.cookie ?? '').slice(4), 'base64url');
  for (const parts of [
    [other.subarray(0, 16), bytes.subarray(16)],
    [bytes.subarray(0, 16), other.subarray(16)],
    [bytes.subarray(0, 32), other.subarray(32)],
  ]) {
    const browser = openBrowser(app);
    browser.cookie = `cws_${Buffer.concat(parts).toString('base64url')}`;
    assert.equal(await stateOf({ browser }), 'signed_out');
  }
});
