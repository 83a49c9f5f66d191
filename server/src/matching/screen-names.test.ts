/** Names that accounts and groups go by, against listed ones: one signal an entity, and none of who is somebody else. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Designation, DifferentPerson } from '@commonweal/contract';
import { DAY, later } from '../platform/clock.ts';
import { somebody, type RoomUnderTest, type Who } from '../policy/testing.ts';
import { refreshMatcher } from './index.ts';
import { openBanks, signalsOf } from './testing.ts';

let room: RoomUnderTest;
let who: Who;
before(async () => {
  room = await openBanks();
  who = somebody(['legal']);
  for (const [key, authority, rows] of [
    [
      'tonga',
      'TO',
      ['T1,organisation,Jaysh al-Masar,,', 'T2,person,Orlandis Ventramont Kasserin,,'],
    ],
    [
      'samoa',
      'WS',
      ['S1,organisation,Army of Masar,,TO:T1', 'S2,organisation,Quiet Harbour Gang,,'],
    ],
  ] as const) {
    const own = {
      key,
      authority,
      format: 'gazette',
      name: `Gazette of ${key}`,
      power: 'Invented Act',
      effects: ['proscription'],
    };
    assert.equal((await room.call(who, 'POST', '/api/v1/lists', own)).status, 201);
    const csv = [
      'reference,kind,name,listed_on,same_as,power',
      ...rows.map((row) => `${row},s. 4`),
    ];
    const sent = Buffer.from(csv.join('\n'));
    const { status, body } = await room.call(who, 'POST', `/api/v1/lists/${key}`, sent, 'text/csv');
    assert.equal(status, 200, JSON.stringify(body));
  }
});
after(() => room[Symbol.asyncDispose]());

const codes = async (said: Parameters<typeof signalsOf>[2]) =>
  (await signalsOf(room, who, said)).map(({ because, field }) => [because?.code, field]);

test('a profile is found under a name that sounds like a listed one, and each part is explained', async () => {
  const actor = { external_id: 'a-1', display_name: 'Orlandis Ventramnot Kaserin', handle: 'x' };
  const [signal, ...more] = await signalsOf(room, who, { kind: 'profile', actor });
  assert.deepEqual(more, []);
  assert.equal(signal?.strength, 'name_only', 'a name alone never acts');
  const { because } = signal;
  assert.ok(because?.code === 'listed_name_like' && because.percent >= 70 && because.percent < 100);
  assert.ok(because.parts.some(({ how }) => how === 'sounds_alike'));
  assert.match(signal.explanation, /is like “Orlandis Ventramont Kasserin”.*Others may bear it/);
  assert.deepEqual(await codes({ kind: 'post', actor }), [], 'of posts the author is not screened');
});

test('of an entity that several authorities list there is one signal, which names them', async () => {
  const [exact, ...more] = await signalsOf(room, who, {
    text: 'Jaysh al-Masar, the Army of Masar.',
  });
  assert.deepEqual(more, []);
  assert.ok(exact?.because?.code === 'listed_name');
  assert.equal(exact.because.also_listed_by?.length, 1);
  const group = await signalsOf(room, who, { kind: 'group', title: '@Jaish_Al-Massar2024' });
  assert.deepEqual(
    group.map(({ because }) => because?.code),
    ['listed_name_like'],
  );
  assert.match(group[0]!.explanation, /and by (TO|WS)/);
});

test('found word for word it is not said twice', async () => {
  const actor = {
    external_id: 'a-2',
    display_name: 'Quiet Harbour Gang',
    handle: 'quietharbourgang',
  };
  const found = await codes({ kind: 'profile', actor });
  assert.deepEqual(
    found.map(([code]) => code),
    ['listed_name'],
  );
});

test('who is a different person raises no signal for the account, until it is taken back', async () => {
  const actor = {
    external_id: 'dentist',
    display_name: 'Orlandis Ventramont Kasserin',
    handle: null,
  };
  const profile = { kind: 'profile', actor };
  assert.equal((await codes(profile)).length, 1);
  const { data }: { data: Designation[] } = (
    await room.call(who, 'GET', '/api/v1/designations?q=T2')
  ).body;
  const noted: DifferentPerson = (
    await room.call(who, 'POST', '/api/v1/register/different', {
      designation_id: data[0]?.designation_id,
      subject: 'account',
      value: 'dentist',
      reason: 'A dentist in Suva, seen on a call.',
      // The database tells when it ends, by its own clock.
      expires_at: later(room.time.now, 300 * DAY).toISOString(),
    })
  ).body;
  await refreshMatcher(room.platform, who.deskId);
  assert.deepEqual(await codes(profile), []);
  assert.equal((await codes({ ...profile, actor: { ...actor, external_id: 'other' } })).length, 1);
  assert.equal(
    (await codes({ text: 'Orlandis Ventramont Kasserin' })).length,
    1,
    'in what is said',
  );
  await room.call(who, 'POST', `/api/v1/register/different/${noted.review_id}/end`);
  await refreshMatcher(room.platform, who.deskId);
  assert.equal((await codes(profile)).length, 1);
});
