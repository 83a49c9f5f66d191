/** Names screened against the register: explained, told apart by country and year, and reviewed by people. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { DifferentPerson, ScreenedName } from '@commonweal/contract';
import { DAY, later } from '../../platform/clock.ts';
import { openRoom, somebody, type RoomUnderTest, type Who } from '../../policy/testing.ts';
import { registerDesignations } from '../index.ts';
import { madeUpPerson, unXml, wholeEdition } from '../made-up-list.test-data.ts';

let room: RoomUnderTest;
let who: Who;
before(async () => {
  room = await openRoom((app, platform) => registerDesignations(app, platform));
  who = somebody(['analyst']);
  await room.call(who, 'POST', '/api/v1/lists/un', unXml(wholeEdition()), 'application/xml');
  const own = {
    key: 'tonga',
    format: 'gazette',
    authority: 'TO',
    name: 'Gazette of Tonga',
    power: 'Invented Act',
    effects: ['proscription'],
  };
  await room.call(who, 'POST', '/api/v1/lists', own);
  const rows = [
    'T1,person,Orlandis Ventramont Kasserin,Fiji,1961,s. 4',
    'T2,organisation,Jaysh al-Masar,,,s. 4',
  ];
  const csv = ['reference,kind,name,country,birth_year,power', ...rows].join('\n');
  const { status, body } = await room.call(
    who,
    'POST',
    '/api/v1/lists/tonga',
    Buffer.from(csv),
    'text/csv',
  );
  assert.equal(status, 200, JSON.stringify(body));
});
after(() => room[Symbol.asyncDispose]());

async function screen(asked: object, as: Who = who): Promise<ScreenedName[]> {
  const { status, body } = await room.call(as, 'POST', '/api/v1/screenings', asked);
  assert.equal(status, 200, JSON.stringify(body));
  return (body as { data: ScreenedName[] }).data;
}

test('a handle is found, and each part of it explained', async () => {
  const [found] = await screen({ name: '@Jaysh_al-Masar99' });
  assert.equal(found?.reference, 'T2');
  assert.ok(found.score >= 0.7 && found.score < 1);
  assert.ok(found.because.parts.some(({ asked, how }) => asked === 'masar' && how === 'same'));
  const [translated] = await screen({ name: 'Army of Masar' });
  assert.deepEqual(
    translated?.because.parts.find(({ asked }) => asked === 'army')?.how,
    'same_meaning',
  );
});

test('country and year lift a name above the name alone, and push it down', async () => {
  const name = 'Orlandis Ventramont Kasserin';
  const score = async (more: object) => (await screen({ name, ...more }))[0]?.score ?? 0;
  const alone = await score({});
  const born = await score({ birth_years: [1961] });
  const both = await score({ birth_years: [1961], countries: ['FJ'] });
  const elsewhere = await score({ birth_years: [1999] });
  assert.ok(elsewhere < alone && alone < born && born < both && both < 1);
  assert.ok(alone <= 0.97, 'a name alone is never certain');
});

test('reviewed, it is a different person until the day, for this name or account only', async () => {
  const { name } = madeUpPerson(4);
  const [found] = await screen({ name });
  const note = (change: object, as: Who = who) =>
    room.call(as, 'POST', '/api/v1/register/different', {
      designation_id: found!.designation_id,
      subject: 'account',
      value: 'user-77',
      reason: 'A dentist in Suva, seen on a call.',
      expires_at: later(room.time.now, 30 * DAY).toISOString(),
      ...change,
    });
  assert.equal((await note({}, { ...who, roles: ['auditor'] })).status, 403);
  assert.equal(
    (await note({ expires_at: later(room.time.now, 900 * DAY).toISOString() })).status,
    422,
  );
  assert.equal((await note({ expires_at: room.time.now.toISOString() })).status, 422);
  const { status, body } = await note({});
  assert.equal(status, 201, JSON.stringify(body));
  const review: DifferentPerson = body;
  assert.deepEqual([review.by, review.listed_name], [who.name, name]);
  const [known] = await screen({ name, account: 'user-77' });
  assert.equal(known?.reviewed?.reason, 'A dentist in Suva, seen on a call.');
  assert.equal((await screen({ name, account: 'user-78' }))[0]?.reviewed, null);
  const [other] = await screen({ name: madeUpPerson(5).name, account: 'user-77' });
  assert.equal(other?.reviewed, null, 'nor is the account anybody else');
  const now = room.time.now;
  room.time.now = later(now, 31 * DAY);
  assert.equal((await screen({ name, account: 'user-77' }))[0]?.reviewed, null, 'it ran out');
  room.time.now = now;
  const end = () => room.call(who, 'POST', `/api/v1/register/different/${review.review_id}/end`);
  assert.equal((await end()).status, 200);
  assert.equal((await end()).status, 404);
  assert.equal(
    (await screen({ name, account: 'user-77' }))[0]?.reviewed,
    null,
    'it was taken back',
  );
  const listed = async (more: string) =>
    (
      (await room.call(who, 'GET', `/api/v1/register/different${more}`)).body as {
        data: DifferentPerson[];
      }
    ).data.length;
  assert.deepEqual([await listed(''), await listed('?all=true')], [0, 1]);
});

test('other desks find nothing; what is no name is refused', async () => {
  assert.deepEqual(await screen({ name: 'Orlandis Ventramont Kasserin' }, somebody()), []);
  assert.deepEqual(await screen({ name: '::::' }), []);
  assert.equal((await room.call(who, 'POST', '/api/v1/screenings', { name: 'x' })).status, 422);
});
