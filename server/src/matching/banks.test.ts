import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Bank, BankEntry, Problem } from '@commonweal/contract';
import { sql } from 'kysely';
import { somebody, type RoomUnderTest } from '../policy/testing.ts';
import { aBank, anEntry, openBanks, send, setStatus, signalsOf } from './testing.ts';

let room: RoomUnderTest;
before(async () => {
  room = await openBanks();
});
after(() => room[Symbol.asyncDispose]());

const sha256 = 'AB'.repeat(32);
const pdq = 'd8f8f0cec0f4a84f0637022a278f67f0b36e2ed596621e1d33e6339c4e9c9b22';

test('values are kept in the one form they are compared in', async () => {
  const who = somebody(['analyst']);
  const hashes = await aBank(room, who, 'hash');
  const urls = await aBank(room, who, 'url');
  const phrases = await aBank(room, who, 'phrase');
  const kept = [
    await anEntry(room, who, hashes, 'sha256', ` ${sha256} `),
    await anEntry(room, who, hashes, 'sha1', ` ${'AB'.repeat(20)} `),
    await anEntry(room, who, hashes, 'pdq', `${pdq.toUpperCase()}, 80`),
    await anEntry(room, who, hashes, 'tlsh', 'ab'.repeat(35)),
    await anEntry(room, who, hashes, 'vpdq', `0,90,${pdq},0.000\n30,10,${pdq},1.000\n`),
    await anEntry(room, who, urls, 'url', 'hxxps://WWW.Example[.]test/a/?utm_source=x'),
    await anEntry(room, who, phrases, 'phrase', ' The “Grey‑HERON”  Oath! '),
  ];
  assert.deepEqual(
    kept.map(({ value }) => value),
    [
      sha256.toLowerCase(),
      'ab'.repeat(20),
      pdq,
      `T1${'AB'.repeat(35)}`,
      `["${pdq},90,0.000"]`,
      'www.example.test/a/',
      'the grey heron oath',
    ],
  );
});

test('what would match too much, or does not belong, is refused with a reason', async () => {
  const who = somebody();
  const hashes = await aBank(room, who, 'hash');
  const urls = await aBank(room, who, 'url');
  const phrases = await aBank(room, who, 'phrase');
  const refused: [Bank, BankEntry['type'], string, RegExp][] = [
    [hashes, 'md5', 'xyz', /32 hexadecimal/],
    [hashes, 'md5', 'd41d8cd98f00b204e9800998ecf8427e', /empty file/],
    [hashes, 'url', 'https://example.test/x', /holds md5, sha1, sha256, pdq, vpdq, and tlsh/],
    [hashes, 'sha1', 'ab'.repeat(32), /40 hexadecimal/],
    [hashes, 'sha1', 'da39a3ee5e6b4b0d3255bfef95601890afd80709', /empty file/],
    [hashes, 'sha256', 'a'.repeat(5000), /at most 4096/],
    [hashes, 'pdq', 'ab'.repeat(31), /64 hexadecimal/],
    [hashes, 'pdq', '0'.repeat(64), /too little/],
    [hashes, 'pdq', 'f'.repeat(64), /too little/],
    [hashes, 'pdq', `${pdq},49`, /quality is below 50/],
    [hashes, 'tlsh', 'T1abc', /70 hexadecimal/],
    [hashes, 'vpdq', '[]', /too little/],
    [hashes, 'vpdq', '["x"]', /frames of a video. Entry 1/],
    [hashes, 'vpdq', `0,30,${pdq},0.000`, /too little/],
    [hashes, 'vpdq', '{"a":1}', /Line 1 is not/],
    [urls, 'url', 'https://t.me/', /very many people/],
    [urls, 'url', 'not a link', /web address/],
    [phrases, 'phrase', '!!! — !!!', /no letter/],
    [phrases, 'phrase', 'war', /too short/],
    [phrases, 'phrase', 'Freedom!', /everyday words/],
  ];
  for (const [bank, type, value, why] of refused) {
    const { status, body } = await send(room, who, bank, type, value);
    assert.equal(status, 422, value);
    assert.match((body as Problem).detail ?? '', why);
    assert.equal((body as Problem).errors?.[0]?.code !== undefined, !/t\.me/.test(value), value);
  }
  assert.equal((await send(room, who, phrases, 'phrase', 'fire and ashes')).status, 201);
  const nul = await send(room, who, phrases, 'phrase', 'nothing\0here');
  assert.equal(nul.status, 422);
});

test('an entry is there once; names of banks are taken once', async () => {
  const who = somebody();
  const bank = await aBank(room, who, 'url');
  await anEntry(room, who, bank, 'url', 'https://example.test/x');
  assert.equal((await send(room, who, bank, 'url', 'http://EXAMPLE.test/x')).status, 409);
  const again = { name: bank.name, kind: 'hash', description: '', source: 'x' };
  assert.equal((await room.call(who, 'POST', '/api/v1/banks', again)).status, 409);
  const read = await room.call(who, 'GET', `/api/v1/banks/${bank.bank_id}`);
  assert.equal((read.body as Bank).entries, 1);
});

test('a change needs the version that was read, and its history says who, what and why', async () => {
  const who = somebody();
  const bank = await aBank(room, who, 'hash');
  const entry = await anEntry(room, who, bank, 'sha256', sha256);
  const disputed = await setStatus(room, who, entry, 'disputed');
  assert.deepEqual([disputed.version, disputed.status], [2, 'disputed']);
  const place = `/api/v1/banks/${bank.bank_id}/entries/${entry.bank_entry_id}`;
  const stale = { version: 1, status: 'withdrawn', reason: 'too late' };
  assert.equal((await room.call(who, 'PATCH', place, stale)).status, 409);
  const nothing = { version: 2, status: 'disputed', reason: 'no change' };
  assert.equal((await room.call(who, 'PATCH', place, nothing)).status, 422);
  const label = { version: 2, label: 'Other', reason: 'better word' };
  assert.equal((await room.call(who, 'PATCH', place, label)).status, 200);
  const history = await room.call(who, 'GET', `${place}/history`);
  const { data } = history.body as { data: Record<string, string>[] };
  assert.deepEqual(
    data.map(({ by, change, from, to, reason }) => [by, change, from, to, reason]),
    [
      ['Amina Tester', 'added', null, 'active', ''],
      ['Amina Tester', 'status', 'active', 'disputed', 'as the source says'],
      ['Amina Tester', 'label', 'Invented', 'Other', 'better word'],
    ],
  );
});

test('history and entries are not deleted, even by the application itself', async () => {
  const who = somebody();
  const bank = await aBank(room, who, 'hash');
  await anEntry(room, who, bank, 'sha256', sha256);
  for (const statement of [
    sql`delete from bank_entry`,
    sql`delete from bank_entry_change`,
    sql`update bank_entry_change set reason = ''`,
    sql`delete from bank`,
  ])
    await assert.rejects(
      room.database.inDesk(who.deskId, (trx) => statement.execute(trx)),
      /permission denied/,
    );
});

test('entries are found by part of value or label, by status, and paged', async () => {
  const who = somebody();
  const bank = await aBank(room, who, 'url');
  for (const at of [1, 2, 3]) await anEntry(room, who, bank, 'url', `https://example.test/${at}_a`);
  const list = async (query: string) =>
    (await room.call(who, 'GET', `/api/v1/banks/${bank.bank_id}/entries?${query}`)).body as {
      data: BankEntry[];
      next_cursor: string | null;
    };
  assert.equal((await list('q=2_A')).data.length, 1);
  assert.equal((await list('q=2%25')).data.length, 0, 'wildcards are letters');
  assert.equal((await list('status=withdrawn')).data.length, 0);
  const first = await list('limit=2');
  const second = await list(`limit=2&cursor=${first.next_cursor}`);
  assert.deepEqual(
    [...first.data, ...second.data].map(({ value }) => value.at(-3)),
    ['3', '2', '1'],
  );
  const forged = await room.call(who, 'GET', '/api/v1/banks?cursor=WyJ4Il0');
  assert.equal(forged.status, 422);
});

test('another desk neither sees nor matches what is in a bank', async () => {
  const who = somebody();
  const other = somebody();
  const bank = await aBank(room, who, 'phrase');
  const entry = await anEntry(room, who, bank, 'phrase', 'the grey heron oath');
  const said = { text: 'The grey heron oath' };
  assert.equal((await signalsOf(room, who, said)).length, 1);
  assert.equal((await signalsOf(room, other, said)).length, 0);
  const place = `/api/v1/banks/${bank.bank_id}`;
  for (const url of [place, `${place}/entries`, `${place}/entries/${entry.bank_entry_id}/history`])
    assert.equal((await room.call(other, 'GET', url)).status, 404);
  assert.equal((await send(room, other, bank, 'phrase', 'another oath')).status, 404);
});
