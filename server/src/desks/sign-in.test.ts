import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Secret, TOTP } from 'otpauth';
import { HOUR, MINUTE } from '../platform/clock.ts';
import { placeOf, waitAfter } from './slow-guessing.ts';
import {
  join,
  openBrowser,
  openTestRoom,
  password,
  problemKind,
  setUp,
  statuses,
  type Browser,
  type Member,
} from './testing/desks.ts';

const { database, platform, app } = await openTestRoom();

function signIn(browser: Browser, { slug, email }: Pick<Member, 'slug' | 'email'>, more = {}) {
  return browser.send('POST', '/sign-in', { desk: slug, email, password, ...more });
}

test('the right password signs in, whatever the case of the email address', async () => {
  const ada = await setUp(app, platform);
  const browser = openBrowser(app);
  const reply = await signIn(browser, { ...ada, email: ada.email.toUpperCase() });
  assert.equal(reply.json().state, 'signed_in');
  assert.equal((await browser.send('GET', '/session')).json().person.person_id, ada.personId);
});

test('wrong desk, person and password, and a suspended person, get the very same refusal', async () => {
  const ada = await setUp(app, platform);
  const gone = await join(app, ada, ['moderator']);
  await ada.browser.send('PATCH', `/people/${gone.personId}`, { status: 'suspended' });
  const replies = [
    await signIn(openBrowser(app), ada, { password: 'not the password' }),
    await signIn(openBrowser(app), { ...ada, email: 'nobody@example.org' }),
    await signIn(openBrowser(app), { ...ada, slug: 'no-such-desk' }),
    await signIn(openBrowser(app), gone),
  ];
  const shown = replies.map((reply) => ({ ...reply.json(), instance: '' }));
  for (const each of shown) assert.deepEqual(each, shown[0]);
  assert.equal(replies[0]?.statusCode, 401);
});

test('guessing is slowed down alike for people who exist and who do not, and only where it comes from', async () => {
  const ada = await setUp(app, platform);
  for (const email of [ada.email, 'nobody@example.org']) {
    const guesser = openBrowser(app);
    const guess = () => signIn(guesser, { ...ada, email }, { password: 'wrong' });
    for (let n = 0; n < 5; n += 1) assert.equal((await guess()).statusCode, 401);
    assert.equal(problemKind(await guess()), 'too-many');
    // The right password is not heard either before the wait is over.
    assert.equal((await signIn(guesser, { ...ada, email })).statusCode, 429);
    platform.clock.advance(1000);
    assert.equal((await guess()).statusCode, 401);
    platform.clock.advance(1000);
    assert.equal(problemKind(await guess()), 'too-many');
  }
  assert.equal((await signIn(openBrowser(app), ada)).statusCode, 200);
});

test('many guesses at once are counted one by one', async () => {
  const ada = await setUp(app, platform);
  const guesser = openBrowser(app);
  const replies = await Promise.all(
    Array.from({ length: 12 }, () => signIn(guesser, ada, { password: 'wrong' })),
  );
  assert.equal(replies.filter(({ statusCode }) => statusCode === 401).length, 5);
});

test('every wait ends by itself and is at most a quarter of an hour', () => {
  const waits = Array.from({ length: 60 }, (_, n) => waitAfter(n, 15 * MINUTE));
  assert.deepEqual(waits.slice(0, 8), [0, 0, 0, 0, 0, 1000, 2000, 4000]);
  assert.equal(Math.max(...waits), 15 * MINUTE);
});

test('one subscriber of IPv6 is one place', () => {
  assert.equal(placeOf('2001:db8:1:2::1'), placeOf('2001:db8:1:2:ffff::9'));
  assert.notEqual(placeOf('2001:db8:1:2::1'), placeOf('2001:db8:1:3::1'));
  assert.equal(placeOf('::ffff:192.0.2.7'), placeOf('192.0.2.7'));
});

test('a session is over after eight idle hours, and after a day whatever happens', async () => {
  const ada = await setUp(app, platform);
  const state = async () => (await ada.browser.send('GET', '/session')).json().state;
  for (const [hours, expected] of [
    [7, 'signed_in'],
    [7, 'signed_in'],
    [7, 'signed_in'],
    [3, 'signed_out'],
  ] as const) {
    platform.clock.advance(hours * HOUR);
    assert.equal(await state(), expected);
  }
  const bo = await setUp(app, platform);
  platform.clock.advance(8 * HOUR);
  assert.equal((await bo.browser.send('GET', '/session')).json().state, 'signed_out');
});

test('one-time codes: needed when on, taken once, slowed down when guessed', async () => {
  const ada = await setUp(app, platform);
  const begun = (await ada.browser.send('POST', '/me/totp/begin')).json();
  const device = new TOTP({ secret: begun.secret });
  const code = () => device.generate({ timestamp: platform.clock.now().getTime() });
  assert.equal((await signIn(openBrowser(app), ada)).json().state, 'signed_in');
  const wrong = code() === '000000' ? '000001' : '000000';
  const refused = await ada.browser.send('POST', '/me/totp/confirm', { code: wrong });
  assert.equal(refused.statusCode, 422);
  const shown = code();
  const on = await ada.browser.send('POST', '/me/totp/confirm', { code: shown });
  assert.equal(on.json().totp, true);

  const browser = openBrowser(app);
  assert.deepEqual((await signIn(browser, ada)).json(), { state: 'code_needed', session: null });
  assert.equal(browser.cookie, null);
  // The code that switched them on is spent.
  assert.equal((await signIn(browser, ada, { code: shown })).statusCode, 401);
  platform.clock.advance(30_000);
  const next = code();
  assert.equal((await signIn(browser, ada, { code: next })).json().state, 'signed_in');
  assert.equal((await signIn(openBrowser(app), ada, { code: next })).statusCode, 401);
  platform.clock.advance(30_000);
  const both = code();
  const replies = await Promise.all(
    [1, 2].map(() => signIn(openBrowser(app), ada, { code: both })),
  );
  assert.deepEqual(statuses(replies), [200, 401]);

  platform.clock.advance(10 * MINUTE);
  let last = 0;
  for (let n = 0; n < 6; n += 1)
    last = (await signIn(openBrowser(app), ada, { code: wrong })).statusCode;
  assert.equal(last, 429);
  platform.clock.advance(5 * MINUTE);
  assert.equal((await signIn(openBrowser(app), ada, { code: code() })).statusCode, 200);

  assert.equal(problemKind(await ada.browser.send('POST', '/me/totp/begin')), 'conflict');
  const off = await ada.browser.send('POST', '/me/totp/remove', { password: 'wrong' });
  assert.equal(off.statusCode, 422);
  assert.equal(
    (await ada.browser.send('POST', '/me/totp/remove', { password })).json().totp,
    false,
  );
});

test('neither passwords nor one-time secrets nor tokens are kept in clear', async () => {
  const ada = await setUp(app, platform);
  const { secret } = (await ada.browser.send('POST', '/me/totp/begin')).json();
  const rows = await database.inDesk(ada.deskId, async (trx) => [
    ...(await trx.selectFrom('person').selectAll().execute()),
    ...(await trx.selectFrom('session').selectAll().execute()),
  ]);
  const kept = rows
    .flatMap((row) => Object.values(row) as unknown[])
    .map((value) => (Buffer.isBuffer(value) ? value.toString('latin1') : String(value)));
  const token = ada.browser.cookie ?? '';
  const secrets = [
    password,
    secret,
    Buffer.from(Secret.fromBase32(secret).bytes).toString('latin1'),
    token,
    Buffer.from(token.slice(4), 'base64url').subarray(32).toString('latin1'),
  ];
  assert.ok(kept.length > 10);
  for (const each of secrets) assert.ok(kept.every((value) => !value.includes(each)));
});
