import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAY } from '../platform/clock.ts';
import { newId } from '../platform/ids.ts';
import { peopleNames, personRoles, readDesk } from './index.ts';
import {
  join,
  openBrowser,
  openTestRoom,
  password,
  problemKind,
  setUp,
  statuses,
  tokenOf,
} from './testing/desks.ts';

const { database, platform, app } = await openTestRoom();

const joining = { name: 'Bo', password, language: 'fr' };

test('nobody grants a role they do not hold, by invitation or by edit', async () => {
  const ada = await setUp(app, platform);
  const bo = await join(app, ada, ['administrator', 'moderator']);
  const cy = await join(app, ada, ['moderator']);
  const invite = await bo.browser.send('POST', '/invitations', {
    email: 'x@example.org',
    roles: ['moderator', 'legal'],
  });
  assert.equal(problemKind(invite), 'not-allowed');
  for (const person of [cy, bo]) {
    const edit = await bo.browser.send('PATCH', `/people/${person.personId}`, {
      roles: ['administrator', 'legal'],
    });
    assert.equal(problemKind(edit), 'not-allowed');
  }
  const authority = await bo.browser.send('PATCH', `/people/${cy.personId}`, {
    roles: ['authority'],
  });
  assert.equal(problemKind(authority), 'not-allowed');
});

test('nobody edits a person who holds what they do not', async () => {
  const ada = await setUp(app, platform);
  const bo = await join(app, ada, ['administrator', 'moderator']);
  for (const change of [{ status: 'suspended' }, { roles: ['moderator'] }])
    assert.equal(
      problemKind(await bo.browser.send('PATCH', `/people/${ada.personId}`, change)),
      'not-allowed',
    );
});

test('nobody suspends themselves, and the last active administrator stays one', async () => {
  const ada = await setUp(app, platform);
  const me = `/people/${ada.personId}`;
  assert.equal(
    problemKind(await ada.browser.send('PATCH', me, { status: 'suspended' })),
    'not-allowed',
  );
  assert.equal(
    problemKind(await ada.browser.send('PATCH', me, { roles: ['moderator'] })),
    'conflict',
  );
  await join(app, ada, ['administrator']);
  assert.equal((await ada.browser.send('PATCH', me, { roles: ['moderator'] })).statusCode, 200);
  assert.equal(problemKind(await ada.browser.send('GET', '/people')), 'not-allowed');
});

test('an id in another spelling is no way around the rules', async () => {
  const ada = await setUp(app, platform);
  await join(app, ada, ['administrator']);
  for (const id of [ada.personId.toUpperCase(), `urn:uuid:${ada.personId}`]) {
    const reply = await ada.browser.send('PATCH', `/people/${id}`, { status: 'suspended' });
    assert.equal(problemKind(reply), 'invalid');
  }
});

test('two administrators who suspend each other at the same moment leave one', async () => {
  const ada = await setUp(app, platform);
  const bo = await join(app, ada, ['administrator']);
  await ada.browser.send('PATCH', `/people/${ada.personId}`, { roles: ['administrator'] });
  await Promise.all([
    ada.browser.send('PATCH', `/people/${bo.personId}`, { status: 'suspended' }),
    bo.browser.send('PATCH', `/people/${ada.personId}`, { status: 'suspended' }),
  ]);
  const active = await database.inDesk(ada.deskId, (trx) =>
    trx.selectFrom('person').select('person_id').where('status', '=', 'active').execute(),
  );
  assert.equal(active.length, 1);
});

test('an invitation joins once, with its address and roles, and not for two at the same moment', async () => {
  const ada = await setUp(app, platform);
  const made = await ada.browser.send('POST', '/invitations', {
    email: 'Bo@Example.org',
    roles: ['moderator', 'legal'],
  });
  const { link, invitation } = made.json();
  assert.ok(link.startsWith('http://localhost:8080/join#cwi_'));
  assert.equal(invitation.state, 'open');
  const token = tokenOf(link);
  const check = (await openBrowser(app).send('POST', '/invitations/check', { token })).json();
  assert.deepEqual([check.email, check.roles], ['bo@example.org', ['moderator', 'legal']]);
  const replies = await Promise.all(
    [1, 2].map(() => openBrowser(app).send('POST', '/invitations/accept', { token, ...joining })),
  );
  assert.deepEqual(statuses(replies), [201, 410]);
  const list = (await ada.browser.send('GET', '/invitations')).json();
  assert.equal(list.data[0].state, 'accepted');
  assert.ok(!JSON.stringify(list).includes(token));
  const twice = await ada.browser.send('POST', '/invitations', {
    email: 'BO@example.org',
    roles: ['moderator'],
  });
  assert.equal(problemKind(twice), 'conflict');
});

test('an invitation is over when withdrawn, after seven days, or when its inviter may not grant it now', async () => {
  const ada = await setUp(app, platform);
  const bo = await join(app, ada, ['administrator', 'legal']);
  const invite = async (email: string) =>
    (await bo.browser.send('POST', '/invitations', { email, roles: ['legal'] })).json();
  const accept = (link: string) =>
    openBrowser(app).send('POST', '/invitations/accept', { token: tokenOf(link), ...joining });

  const withdrawn = await invite('one@example.org');
  const path = `/invitations/${withdrawn.invitation.invitation_id}`;
  assert.equal((await ada.browser.send('DELETE', path)).statusCode, 204);
  assert.equal(problemKind(await accept(withdrawn.link)), 'gone');

  const beyond = await invite('two@example.org');
  await ada.browser.send('PATCH', `/people/${bo.personId}`, { roles: ['administrator'] });
  assert.equal(problemKind(await accept(beyond.link)), 'gone');
  await ada.browser.send('PATCH', `/people/${bo.personId}`, { roles: ['administrator', 'legal'] });
  await ada.browser.send('PATCH', `/people/${bo.personId}`, { status: 'suspended' });
  assert.equal(problemKind(await accept(beyond.link)), 'gone');
  await ada.browser.send('PATCH', `/people/${bo.personId}`, { status: 'active' });
  platform.clock.advance(7 * DAY);
  assert.equal(problemKind(await accept(beyond.link)), 'gone');
});

test('people, invitations and keys of another desk are not there', async () => {
  const ada = await setUp(app, platform);
  const other = await setUp(app, platform);
  const { invitation } = (
    await other.browser.send('POST', '/invitations', { email: 'z@example.org', roles: ['legal'] })
  ).json();
  const key = (
    await other.browser.send('POST', '/api-keys', { name: 'k', scopes: ['items:write'] })
  ).json();
  for (const [method, path, body] of [
    ['PATCH', `/people/${other.personId}`, { status: 'suspended' }],
    ['DELETE', `/invitations/${invitation.invitation_id}`, undefined],
    ['DELETE', `/api-keys/${key.api_key.api_key_id}`, undefined],
    ['DELETE', `/api-keys/${newId()}`, undefined],
  ] as const)
    assert.equal(problemKind(await ada.browser.send(method, path, body)), 'not-found');
});

test('lists come page by page, each person once', async () => {
  const ada = await setUp(app, platform);
  const all = [ada.personId];
  for (let n = 0; n < 4; n += 1) all.push((await join(app, ada, ['trainer'])).personId);
  const seen: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const more: string = cursor === '' ? '' : `&cursor=${cursor}`;
    const page: { data: { person_id: string }[]; next_cursor: string | null } = (
      await ada.browser.send('GET', `/people?limit=2${more}`)
    ).json();
    seen.push(...page.data.map((person) => person.person_id));
    cursor = page.next_cursor;
  }
  assert.deepEqual(seen, all);
});

test('changing a desk changes its public name, and other rooms read it', async () => {
  const ada = await setUp(app, platform);
  const reply = await ada.browser.send('PATCH', '/desk', {
    name: 'Hillside',
    contact_email: 'desk@example.org',
    retention_days: 90,
  });
  assert.equal(reply.statusCode, 200, reply.body);
  const { desks } = (await openBrowser(app).send('GET', '/session')).json();
  assert.ok(desks.some((desk: { name: string }) => desk.name === 'Hillside'));
  await database.inDesk(ada.deskId, async (trx) => {
    assert.equal((await readDesk(trx, ada.deskId)).retention_days, 90);
    const names = await peopleNames(trx, [ada.personId, newId(), ada.personId]);
    assert.deepEqual([...names], [[ada.personId, 'Ada Quill']]);
    assert.ok((await personRoles(trx, ada.personId)).includes('legal'));
    assert.deepEqual(await personRoles(trx, newId()), []);
  });
});
