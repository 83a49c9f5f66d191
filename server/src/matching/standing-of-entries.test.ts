import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { BankEntry, Problem } from '@commonweal/contract';
import { sql } from 'kysely';
import { somebody, type RoomUnderTest, type Who } from '../policy/testing.ts';
import { expireEntriesOf } from './expire-entries.ts';
import { aBank, anEntry, openBanks, setStatus, signalsOf } from './testing.ts';

let room: RoomUnderTest;
before(async () => {
  room = await openBanks();
});
after(() => room[Symbol.asyncDispose]());

const half = 'f0'.repeat(32); // half of its bits are set, as of every hash of a picture
function placeOf({ bank_id: bank, bank_entry_id: entry }: BankEntry): string {
  return `/api/v1/banks/${bank}/entries/${entry}`;
}

function confirm(who: Who, entry: BankEntry) {
  return room.call(who, 'POST', `${placeOf(entry)}/confirm`, { version: entry.version });
}

test('a picture matches as near as its bank says', async () => {
  const who = somebody(['analyst']);
  const near = { name: 'Near', kind: 'hash', description: '', source: 'Lab', pdq_distance: 4 };
  const { body } = await room.call(who, 'POST', '/api/v1/banks', near);
  await anEntry(room, who, body, 'pdq', half);
  const looks = async (hex: string) => {
    const hash = Buffer.from(hex, 'hex');
    const dihedral = Object.fromEntries(turns.map((turn) => [turn, hash]));
    const one = { hash, quality: 100, dihedral };
    const likeness = {
      kind: 'picture',
      frames: [{ frame: 0, fullResolution: one, tool: one }],
    } as never;
    return (await signalsOf(room, who, { files: [{ likeness }] })).length;
  };
  assert.equal(await looks(`0f${half.slice(2)}`), 0, '8 bits differ');
  assert.equal(await looks(`00${half.slice(2)}`), 1, '4 bits differ');
  const other = { ...near, name: 'Links', kind: 'url' };
  const refused = await room.call(who, 'POST', '/api/v1/banks', other);
  assert.equal((refused.body as Problem).errors?.[0]?.code, 'not-of-hashes');
});

const turns = [
  'original',
  'rotated90',
  'rotated180',
  'rotated270',
  'flippedVertically',
  'flippedHorizontally',
  'mirroredAtDiagonal',
  'mirroredAtAntidiagonal',
];

test('an entry is confirmed by somebody else than who added it, once, and says so', async () => {
  const ana = somebody(['analyst']);
  const sam = somebody(['senior'], ana.deskId);
  const bank = await aBank(room, ana, 'url');
  const entry = await anEntry(room, ana, bank, 'url', 'https://example.test/oath');
  assert.equal(entry.confirmed_by, null);
  const said = { text: 'see https://example.test/oath' };
  assert.deepEqual(
    (await signalsOf(room, ana, said)).map(({ confirmed }) => confirmed),
    [false],
  );
  const own = await confirm(ana, entry);
  assert.deepEqual([own.status, (own.body as Problem).code], [409, 'entry-is-own']);
  const stale = await confirm(sam, { ...entry, version: 7 });
  assert.equal(stale.status, 409);
  const done = await confirm(sam, entry);
  assert.equal(done.status, 200, JSON.stringify(done.body));
  const confirmed = done.body as BankEntry;
  assert.deepEqual([confirmed.version, confirmed.confirmed_by !== null], [2, true]);
  const [signal] = await signalsOf(room, ana, said);
  assert.equal(signal!.confirmed, true);
  assert.doesNotMatch(signal!.explanation, /confirmed/);
  assert.equal((await confirm(sam, confirmed)).status, 409, 'twice');
  const history = await room.call(ana, 'GET', `${placeOf(entry)}/history`);
  assert.deepEqual(
    (history.body as { data: { change: string }[] }).data.map((row) => row.change),
    ['added', 'confirmed'],
  );
  assert.equal((await confirm(somebody(['senior']), entry)).status, 404, 'of another desk');
  assert.equal((await confirm(somebody(['moderator'], ana.deskId), entry)).status, 403);
});

test('a whole bank is confirmed but for what oneself added', async () => {
  const ana = somebody(['analyst']);
  const sam = somebody(['senior'], ana.deskId);
  const bank = await aBank(room, ana, 'url');
  await anEntry(room, ana, bank, 'url', 'https://example.test/1');
  await anEntry(room, ana, bank, 'url', 'https://example.test/2');
  await anEntry(room, sam, bank, 'url', 'https://example.test/3');
  const place = `/api/v1/banks/${bank.bank_id}`;
  const done = await room.call(sam, 'POST', `${place}/confirm`);
  assert.deepEqual(done.body, { confirmed: 2, own: 1 });
  const open = await room.call(ana, 'GET', `${place}/entries?confirmed=no`);
  assert.deepEqual(
    (open.body as { data: BankEntry[] }).data.map(({ value }) => value),
    ['example.test/3'],
  );
  assert.deepEqual((await room.call(sam, 'POST', `${place}/confirm`)).body, {
    confirmed: 0,
    own: 1,
  });
});

test('the database itself refuses that anybody confirms what they added', async () => {
  const ana = somebody(['analyst']);
  const bank = await aBank(room, ana, 'url');
  const entry = await anEntry(room, ana, bank, 'url', 'https://example.test/x');
  await assert.rejects(
    room.platform.database.inDesk(ana.deskId, (trx) =>
      sql`update bank_entry set confirmed_by = 'Ana', confirmed_by_id = added_by_id, confirmed_at = now()
        where bank_entry_id = ${entry.bank_entry_id}`.execute(trx),
    ),
    /bank_entry_confirmed_by_another/,
  );
});

test('an entry ends on its date; its history says so, and active again it has none', async () => {
  const who = somebody(['analyst']);
  const bank = await aBank(room, who, 'url');
  const entry = await anEntry(room, who, bank, 'url', 'https://example.test/y');
  const past = await change(who, entry, { expires_at: '2020-01-01T00:00:00Z' });
  assert.equal((past.body as Problem).errors?.[0]?.code, 'end-is-past');
  const soon = new Date(room.platform.clock.now().getTime() + 300).toISOString();
  const dated = (await change(who, entry, { expires_at: soon })).body as BankEntry;
  assert.equal(dated.expires_at, soon);
  const said = { text: 'see https://example.test/y' };
  await expireEntriesOf(room.platform, who.deskId);
  assert.equal((await signalsOf(room, who, said)).length, 1, 'not yet');
  room.time.now = new Date(room.time.now.getTime() + 1000);
  await expireEntriesOf(room.platform, who.deskId);
  assert.equal((await signalsOf(room, who, said)).length, 0);
  const page = await room.call(who, 'GET', `/api/v1/banks/${bank.bank_id}/entries?status=expired`);
  const [expired] = (page.body as { data: BankEntry[] }).data;
  assert.equal(expired!.bank_entry_id, entry.bank_entry_id);
  const again = await setStatus(room, who, expired!, 'active');
  assert.equal(again.expires_at, null);
  assert.equal((await signalsOf(room, who, said)).length, 1);
});

function change(who: Who, entry: BankEntry, wanted: object) {
  return room.call(who, 'PATCH', placeOf(entry), {
    version: entry.version,
    reason: 'as the source says',
    ...wanted,
  });
}
