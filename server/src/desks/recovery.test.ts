import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HOUR, MINUTE } from '../platform/clock.ts';
import {
  join,
  openBrowser,
  openTestRoom,
  password,
  problemKind,
  setUp,
  statuses,
  tokenOf,
  type Member,
} from './testing/desks.ts';
import { codeOf } from './testing/code-of.ts';

const { database, platform, app } = await openTestRoom();

const next = 'another long secret';

function enter({ slug, email }: Member, more: object = {}) {
  const body = { desk: slug, email, password, ...more };
  return openBrowser(app).send('POST', '/sign-in', body);
}

/** Switches one-time codes on for somebody, and gives the app that makes them. */
async function switchCodesOn({ browser }: Member): Promise<() => string> {
  const { secret } = (await browser.send('POST', '/me/totp/begin')).json();
  const code = () => codeOf(secret, platform.clock.now());
  assert.equal((await browser.send('POST', '/me/totp/confirm', { code: code() })).statusCode, 200);
  return code;
}

async function recoveryCodes({ browser }: Member): Promise<string[]> {
  const made = await browser.send('POST', '/me/recovery-codes', { password });
  assert.equal(made.statusCode, 201, made.body);
  return made.json<{ codes: string[] }>().codes;
}

async function offer(maker: Member, target: Member, factors_off = false) {
  return maker.browser.send('POST', `/people/${target.personId}/password-reset`, { factors_off });
}

function reset(token: string) {
  return openBrowser(app).send('POST', '/password-reset', { token, password: next });
}

function eventsOf({ deskId }: Member) {
  return database.inDesk(deskId, async (trx) => {
    const rows = await trx.selectFrom('ledger_entry').select('kind').execute();
    return rows.map(({ kind }) => kind);
  });
}

test('recovery codes stand in for the app, each once, however they are typed', async () => {
  const ada = await setUp(app, platform);
  const early = await ada.browser.send('POST', '/me/recovery-codes', { password });
  assert.equal(problemKind(early), 'conflict');
  await switchCodesOn(ada);
  const wrong = await ada.browser.send('POST', '/me/recovery-codes', { password: 'wrong' });
  assert.equal(wrong.statusCode, 422);
  const codes = await recoveryCodes(ada);
  assert.equal(new Set(codes).size, 10);
  for (const code of codes) assert.match(code, /^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);

  const [first = '', second = '', third = ''] = codes;
  const inside = await enter(ada, { recovery_code: first });
  assert.equal(inside.json().state, 'signed_in');
  assert.equal(inside.json().session.person.recovery_codes, 9);
  assert.equal((await enter(ada, { recovery_code: first })).statusCode, 401);
  const typed = second.toLowerCase().replace('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
  assert.equal((await enter(ada, { recovery_code: typed })).statusCode, 200);
  const both = await Promise.all([1, 2].map(() => enter(ada, { recovery_code: third })));
  assert.deepEqual(statuses(both), [200, 401]);
  const kinds = await eventsOf(ada);
  assert.equal(kinds.filter((kind) => kind === 'person.recovery_code_used').length, 3);
});

test('a recovery code needs the password too, and guessing it is slowed down', async () => {
  const ada = await setUp(app, platform);
  await switchCodesOn(ada);
  const [code = ''] = await recoveryCodes(ada);
  const refused = await enter(ada, { recovery_code: code, password: 'not the password' });
  assert.equal(refused.statusCode, 401);
  let last = 0;
  for (let n = 0; n < 6; n += 1)
    last = (await enter(ada, { recovery_code: 'AAAAA-AAAAA' })).statusCode;
  assert.equal(last, 429);
  platform.clock.advance(5 * MINUTE);
  assert.equal((await enter(ada, { recovery_code: code })).statusCode, 200);
});

test('new recovery codes void the old ones; switching one-time codes off voids all', async () => {
  const ada = await setUp(app, platform);
  const bo = await join(app, ada, ['moderator']);
  await switchCodesOn(ada);
  await switchCodesOn(bo);
  const [old = ''] = await recoveryCodes(ada);
  const [fresh = ''] = await recoveryCodes(ada);
  assert.equal((await enter(ada, { recovery_code: old })).statusCode, 401);
  assert.equal((await enter(bo, { recovery_code: fresh })).statusCode, 401, 'not somebody else’s');
  const off = await ada.browser.send('POST', '/me/totp/remove', { password });
  assert.equal(off.json().recovery_codes, 0);
});

test('no recovery code and no link is kept in clear', async () => {
  const ada = await setUp(app, platform);
  const bo = await join(app, ada, ['moderator']);
  await switchCodesOn(ada);
  const codes = await recoveryCodes(ada);
  const { link } = (await offer(ada, bo)).json<{ link: string }>();
  const rows = await database.inDesk(ada.deskId, async (trx) => [
    ...(await trx.selectFrom('recovery_code').selectAll().execute()),
    ...(await trx.selectFrom('password_reset').selectAll().execute()),
  ]);
  assert.equal(rows.length, 11);
  const kept = rows
    .flatMap((row) => Object.values(row) as unknown[])
    .map((value) => (Buffer.isBuffer(value) ? value.toString('latin1') : String(value)));
  const secret = Buffer.from(tokenOf(link).slice(4), 'base64url').subarray(32).toString('latin1');
  for (const each of [secret, ...codes, ...codes.map((code) => code.replace('-', ''))])
    assert.ok(kept.every((value) => !value.includes(each)));
});

test('a link sets a new password once, ends every session and signs nobody in', async () => {
  const ada = await setUp(app, platform);
  const bo = await join(app, ada, ['moderator']);
  const code = await switchCodesOn(bo);
  const token = tokenOf((await offer(ada, bo)).json<{ link: string }>().link);
  const checked = await openBrowser(app).send('POST', '/password-reset/check', { token });
  assert.equal(checked.json().email, bo.email);
  assert.equal((await bo.browser.send('GET', '/session')).json().state, 'signed_in');
  assert.equal((await reset(token)).statusCode, 204);
  assert.equal((await bo.browser.send('GET', '/session')).json().state, 'signed_out');
  assert.equal(problemKind(await reset(token)), 'gone');
  assert.equal((await enter(bo)).statusCode, 401, 'the old password is worth nothing');
  // The second factor stays: the link alone opens nothing.
  assert.equal((await enter(bo, { password: next })).json().state, 'code_needed');
  platform.clock.advance(30_000);
  const inside = await enter(bo, { password: next, code: code() });
  assert.equal(inside.json().state, 'signed_in');
  assert.ok((await eventsOf(ada)).includes('person.password_reset'));
});

test('where it says so, a link takes the second factors away too', async () => {
  const ada = await setUp(app, platform);
  const bo = await join(app, ada, ['moderator']);
  await switchCodesOn(bo);
  await recoveryCodes(bo);
  const { link } = (await offer(ada, bo, true)).json<{ link: string }>();
  assert.equal((await reset(tokenOf(link))).statusCode, 204);
  const inside = (await enter(bo, { password: next })).json();
  assert.equal(inside.state, 'signed_in');
  assert.deepEqual([inside.session.person.totp, inside.session.person.recovery_codes], [false, 0]);
});

test('two uses of a link at once: one is taken', async () => {
  const ada = await setUp(app, platform);
  const bo = await join(app, ada, ['moderator']);
  const token = tokenOf((await offer(ada, bo)).json<{ link: string }>().link);
  assert.deepEqual(statuses(await Promise.all([reset(token), reset(token)])), [204, 410]);
});

test('nobody lets in somebody who holds more, nor themselves, nor somebody suspended', async () => {
  const ada = await setUp(app, platform);
  const bo = await join(app, ada, ['administrator', 'moderator']);
  const cy = await join(app, ada, ['moderator', 'legal']);
  assert.equal((await offer(bo, cy)).statusCode, 403);
  assert.equal((await offer(bo, ada)).statusCode, 403);
  assert.equal((await offer(ada, ada)).statusCode, 403);
  assert.equal((await offer(cy, bo)).statusCode, 403);
  await ada.browser.send('PATCH', `/people/${cy.personId}`, { status: 'suspended' });
  assert.equal(problemKind(await offer(ada, cy)), 'conflict');
  const stranger = await setUp(app, platform);
  assert.equal((await offer(stranger, bo)).statusCode, 404);
});

test('a link is over after four hours, when another is made, when the password was changed, and when its maker or its person changed', async () => {
  const ada = await setUp(app, platform);
  const bo = await join(app, ada, ['administrator', 'moderator']);
  const linkBy = async (maker: Member, target: Member) =>
    tokenOf((await offer(maker, target)).json<{ link: string }>().link);
  const over = async (token: string) => assert.equal(problemKind(await reset(token)), 'gone');

  const cy = await join(app, ada, ['moderator']);
  const replaced = await linkBy(ada, cy);
  const late = await linkBy(ada, cy);
  await over(replaced);
  platform.clock.advance(4 * HOUR);
  await over(late);

  const changed = await linkBy(ada, cy);
  const body = { current: password, next: 'a third long secret' };
  assert.equal((await cy.browser.send('POST', '/me/password', body)).statusCode, 204);
  await over(changed);

  const raised = await linkBy(bo, cy);
  await ada.browser.send('PATCH', `/people/${cy.personId}`, { roles: ['moderator', 'legal'] });
  await over(raised);
  const demoted = await linkBy(bo, await join(app, ada, ['moderator']));
  await ada.browser.send('PATCH', `/people/${bo.personId}`, { roles: ['moderator'] });
  await over(demoted);
  await over(`${late.slice(0, -3)}AAA`);
});
