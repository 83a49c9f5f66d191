import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HOUR } from '../platform/clock.ts';
import { receiptFor } from '../ledger/index.ts';
import { deskCount } from './index.ts';
import { founderRoles } from './policy.ts';
import {
  memberOf,
  openBrowser,
  openTestRoom,
  problemKind,
  setupBody,
  statuses,
} from './testing/desks.ts';

const { database, platform, app } = await openTestRoom();

test('before the first desk the session says setup; a link makes a desk, its administrator and its ledger', async () => {
  const browser = openBrowser(app);
  assert.equal((await browser.send('GET', '/session')).json().state, 'setup');
  const body = await setupBody(platform);
  const check = await browser.send('POST', '/setup/check', { token: body.token });
  assert.equal(check.json().expires_at, '2026-03-03T09:00:00.000Z');
  const reply = await browser.send('POST', '/setup', body);
  assert.equal(reply.statusCode, 201);
  const session = reply.json();
  assert.equal(session.state, 'signed_in');
  assert.deepEqual(session.person.roles, [...founderRoles].sort());
  assert.equal(session.person.email, body.person.email.toLowerCase());
  const { deskId } = memberOf(browser, session);
  const made = { kind: 'desk.created', subjectId: deskId };
  const receipt = await database.inDesk(deskId, (trx) => receiptFor(platform, trx, deskId, made));
  assert.equal(receipt, 'pending');
  const stranger = (await openBrowser(app).send('GET', '/session')).json();
  assert.equal(stranger.state, 'signed_out');
  assert.deepEqual(stranger.desks, [{ slug: body.desk.slug, name: body.desk.name }]);
});

test('the cookie is Secure, HttpOnly, SameSite=Strict, for the whole host and no other', async () => {
  const reply = await openBrowser(app).send('POST', '/setup', await setupBody(platform));
  const [cookie] = reply.cookies;
  assert.deepEqual(
    { ...cookie, value: '' },
    {
      name: '__Host-commonweal',
      value: '',
      maxAge: 86_400,
      path: '/',
      httpOnly: true,
      secure: true,
      sameSite: 'Strict',
    },
  );
});

test('a link works once, also for two at the same moment', async () => {
  const before = await deskCount(platform);
  const body = await setupBody(platform);
  const other = await setupBody(platform);
  const replies = await Promise.all([
    openBrowser(app).send('POST', '/setup', body),
    openBrowser(app).send('POST', '/setup', { ...other, token: body.token }),
  ]);
  assert.deepEqual(statuses(replies), [201, 410]);
  assert.equal(await deskCount(platform), before + 1);
  const again = await openBrowser(app).send('POST', '/setup', body);
  assert.equal(problemKind(again), 'gone');
});

test('a link that is over, tampered with or not one is refused, and nothing is made', async () => {
  const before = await deskCount(platform);
  const body = await setupBody(platform);
  const last = body.token.at(-3) === 'A' ? 'B' : 'A';
  const tampered = body.token.slice(0, -3) + last + body.token.slice(-2);
  for (const token of [tampered, 'cwu_aaaaaaaaaaaaaaaaaaaaaaaa', 'x'.repeat(40)]) {
    const reply = await openBrowser(app).send('POST', '/setup', { ...body, token });
    assert.equal(problemKind(reply), 'gone');
  }
  platform.clock.advance(24 * HOUR);
  assert.equal(problemKind(await openBrowser(app).send('POST', '/setup', body)), 'gone');
  assert.equal(await deskCount(platform), before);
});

test('a taken address is said, and does not spend the link', async () => {
  const first = await setupBody(platform);
  assert.equal((await openBrowser(app).send('POST', '/setup', first)).statusCode, 201);
  const body = await setupBody(platform);
  const refused = await openBrowser(app).send('POST', '/setup', {
    ...body,
    desk: { ...body.desk, slug: first.desk.slug },
  });
  assert.equal(problemKind(refused), 'conflict');
  assert.equal(refused.json().errors[0].pointer, '/desk/slug');
  assert.equal((await openBrowser(app).send('POST', '/setup', body)).statusCode, 201);
});
