/** What the register answers: who lists an organisation, since when, who does not, and what changed. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Matrix, RegisterEntity, RegisterEvent } from '@commonweal/contract';
import { openRoom, somebody, type RoomUnderTest, type Who } from '../../policy/testing.ts';
import { registerDesignations } from '../index.ts';
import {
  madeUpOrganisation,
  unXml,
  wholeEdition,
  type MadeUpEntry,
} from '../made-up-list.test-data.ts';

let room: RoomUnderTest;
before(async () => {
  room = await openRoom((app, platform) => registerDesignations(app, platform));
});
after(() => room[Symbol.asyncDispose]());

/** A desk with the UN list and the gazettes of two invented islands. */
async function aRegister(): Promise<Who> {
  const who = somebody(['legal']);
  for (const [key, authority] of [
    ['tonga', 'TO'],
    ['samoa', 'WS'],
  ]) {
    const name = `Gazette of ${key}`;
    const own = {
      key,
      authority,
      name,
      format: 'gazette',
      power: 'Invented Act',
      effects: ['proscription'],
    };
    assert.equal((await room.call(who, 'POST', '/api/v1/lists', own)).status, 201);
  }
  await takeUn(who, wholeEdition(), '2026-01-10');
  return who;
}

async function takeUn(who: Who, entries: readonly MadeUpEntry[], day: string): Promise<void> {
  const { status, body } = await room.call(
    who,
    'POST',
    '/api/v1/lists/un',
    unXml(entries, day),
    'application/xml',
  );
  assert.equal(status, 200, JSON.stringify(body));
}

async function takeGazette(who: Who, key: string, rows: readonly string[]): Promise<void> {
  const csv = ['reference,kind,name,listed_on,ended_on,expires_on,same_as,power', ...rows].join(
    '\n',
  );
  const url = `/api/v1/lists/${key}?force=true`;
  const { status, body } = await room.call(who, 'POST', url, Buffer.from(csv), 'text/csv');
  assert.equal(status, 200, JSON.stringify(body));
}

async function get<T>(who: Who, url: string): Promise<T> {
  const { status, body } = await room.call(who, 'GET', `/api/v1/${url}`);
  assert.equal(status, 200, JSON.stringify(body));
  return body;
}

async function entityNamed(who: Who, q: string): Promise<RegisterEntity> {
  const { data } = await get<{ data: { designation_id: string }[] }>(
    who,
    `designations?q=${encodeURIComponent(q)}&limit=1`,
  );
  return get(who, `designations/${data[0]!.designation_id}/entity`);
}

test('who lists it, since when, who does not, and all that happened', async () => {
  const who = await aRegister();
  const { name, reference } = madeUpOrganisation(3);
  await takeGazette(who, 'tonga', [
    `T1,organisation,${name},2021-05-01,,2027-05-01,UN:${reference},s. 4`,
    'T2,organisation,Unrelated Society,2022-01-01,,,,s. 4',
  ]);
  await takeGazette(who, 'samoa', ['S1,organisation,Another Society,2020-01-01,,,,s. 9']);
  const entity = await entityNamed(who, reference);
  assert.deepEqual(
    entity.listings.map((each) => [each.authority, each.reference, each.listed_on, each.effects]),
    [
      ['UN', reference, '2020-01-01', ['asset_freeze', 'travel_ban', 'arms_embargo']],
      ['TO', 'T1', '2021-05-01', ['proscription']],
    ],
  );
  assert.deepEqual(
    entity.not_listed_by.map((each) => each.key),
    ['samoa'],
  );
  assert.deepEqual(
    entity.timeline.map(({ on, what, authority }) => [on, what, authority]),
    [
      ['2027-05-01', 'lapses', 'TO'],
      ['2021-05-01', 'listed', 'TO'],
      ['2020-01-01', 'listed', 'UN'],
    ],
  );
  const renamed = wholeEdition().map((entry) =>
    entry.reference === reference ? { ...entry, name: 'Its New Name Today' } : entry,
  );
  await takeUn(who, renamed, '2026-02-10');
  await takeUn(
    who,
    renamed.filter((entry) => entry.reference !== reference),
    '2026-03-10',
  );
  const later = await entityNamed(who, reference);
  assert.deepEqual(
    later.timeline.slice(0, 3).map(({ on, what }) => [on, what]),
    [
      ['2027-05-01', 'lapses'],
      ['2026-03-10', 'ended'],
      ['2026-02-10', 'changed'],
    ],
  );
  assert.deepEqual(later.timeline[2]?.change?.name, { before: name, now: 'Its New Name Today' });
  assert.deepEqual(
    later.not_listed_by.map((each) => each.key),
    ['samoa', 'un'],
  );
  assert.equal(later.name, name, 'it goes by the name under which it is listed still');
});

test('the matrix puts those first that most authorities list, page by page', async () => {
  const who = await aRegister();
  const [first, second] = [madeUpOrganisation(3), madeUpOrganisation(4)];
  await takeGazette(who, 'tonga', [
    `T1,organisation,${first.name},2021-05-01,,,UN:${first.reference},s. 4`,
    `T2,organisation,${second.name},2021-05-01,2023-01-01,,UN:${second.reference},s. 4`,
  ]);
  const whole = await get<Matrix>(who, 'register/matrix?limit=200');
  assert.deepEqual(whole.authorities, [
    { authority: 'TO', commonwealth: true },
    { authority: 'UN', commonwealth: false },
    { authority: 'WS', commonwealth: true },
  ]);
  assert.equal(whole.data.length, 160);
  assert.deepEqual([whole.data[0]?.name, whole.data[0]?.listed_by], [first.name, 2]);
  const ended = whole.data.find((row) => row.name === second.name);
  assert.deepEqual(
    ended?.cells.map(({ authority, ended_on }) => [authority, ended_on]).toSorted(),
    [
      ['TO', '2023-01-01'],
      ['UN', null],
    ],
  );
  const names: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: Matrix = await get(who, `register/matrix?limit=37${cursor && `&cursor=${cursor}`}`);
    names.push(...page.data.map((row) => row.name));
    cursor = page.next_cursor;
  }
  assert.deepEqual(
    names,
    whole.data.map((row) => row.name),
  );
  const members = await get<Matrix>(who, 'register/matrix?commonwealth=true');
  assert.deepEqual(
    members.data.map((row) => row.name),
    [first.name],
  );
  const asked = await get<Matrix>(who, `register/matrix?q=${encodeURIComponent(second.name)}`);
  assert.equal(asked.data.length, 1);
});

test('what changed between two days: the days’ difference, each once over pages', async () => {
  const who = await aRegister();
  const edition = wholeEdition();
  const [gone, renamed, ...rest] = edition;
  const fresh = { ...madeUpOrganisation(170), listedOn: '2026-02-05' };
  await takeUn(
    who,
    [{ ...renamed!, name: 'Renamed Society Of Nowhere' }, fresh, ...rest],
    '2026-02-10',
  );
  const between = (from: string, to: string, more = '') =>
    get<{ data: RegisterEvent[]; next_cursor: string | null }>(
      who,
      `register/changes?from=${from}&to=${to}${more}`,
    );
  const all = await between('2026-01-10', '2026-02-10');
  assert.deepEqual(
    all.data.map(({ on, what, reference }) => [on, what, reference]),
    [
      ['2026-02-10', 'ended', gone!.reference],
      ['2026-02-10', 'changed', renamed!.reference],
      ['2026-02-05', 'listed', fresh.reference],
    ],
  );
  assert.deepEqual((await between('2026-02-10', '2026-03-10')).data, []);
  const paged: RegisterEvent[] = [];
  let more = '&limit=1';
  for (;;) {
    const page = await between('2026-01-10', '2026-02-10', more);
    paged.push(...page.data);
    if (page.next_cursor === null) break;
    more = `&limit=1&cursor=${page.next_cursor}`;
  }
  assert.deepEqual(paged, all.data);
  const reversed = await room.call(
    who,
    'GET',
    '/api/v1/register/changes?from=2026-02-10&to=2026-01-10',
  );
  assert.equal(reversed.status, 422);
});

test('another desk sees nothing of it', async () => {
  const who = await aRegister();
  const entity = await entityNamed(who, madeUpOrganisation(3).reference);
  const id = entity.listings[0]!.designation_id;
  assert.equal(
    (await room.call(somebody(), 'GET', `/api/v1/designations/${id}/entity`)).status,
    404,
  );
  assert.deepEqual((await get<Matrix>(somebody(), 'register/matrix')).data, []);
});
