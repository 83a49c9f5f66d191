import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Bank, BankEntry, Problem } from '@commonweal/contract';
import * as fc from 'fast-check';
import { newId } from '../platform/ids.ts';
import { somebody, type RoomUnderTest, type Who } from '../policy/testing.ts';
import { putEntries } from './add-entries.ts';
import { requireBank } from './create-bank.ts';
import { matchItems, refreshMatcher } from './index.ts';
import {
  aBank,
  anEntry,
  anItem,
  anotherProcess,
  openBanks,
  setOn,
  setStatus,
  signalsOf,
} from './testing.ts';

let room: RoomUnderTest;
before(async () => {
  room = await openBanks();
});
after(() => room[Symbol.asyncDispose]());

const digestOf = (text: string) => createHash('sha256').update(text).digest('hex');

test('a bank is on unless it is made off; its history says who switched it and why', async () => {
  const who = somebody(['analyst']);
  const ready = await aBank(room, who, 'hash', { name: 'Ready' });
  const later = await aBank(room, who, 'hash', { name: 'Later', on: false });
  assert.deepEqual([ready.on, later.on], [true, false]);
  assert.equal((await setOn(room, who, later, true)).on, true);
  await setOn(room, who, later, false);
  const path = `/api/v1/banks/${later.bank_id}`;
  const { body: read } = await room.call(who, 'GET', path);
  assert.equal((read as Bank).on, false);
  const { body: history } = await room.call(who, 'GET', `${path}/history`);
  const at = room.time.now.toISOString();
  const switched = { at, by: who.name, change: 'switched', reason: 'the list is ready' };
  assert.deepEqual((history as { data: object[] }).data, [
    { at, by: who.name, change: 'made', from: null, to: 'off', reason: '' },
    { ...switched, from: 'off', to: 'on' },
    { ...switched, from: 'on', to: 'off' },
  ]);
});

test('a switch without a reason, to what is so already, by who may not, or of another desk is refused', async () => {
  const who = somebody(['senior']);
  const bank = await aBank(room, who, 'hash');
  const path = `/api/v1/banks/${bank.bank_id}`;
  const send = (by: Who, body: object) => room.call(by, 'PATCH', path, body);
  const reason = 'the list is ready';
  const colleague = (role: 'moderator' | 'auditor') => somebody([role], who.deskId);
  const refused: [Who, object, number, string | undefined][] = [
    [who, { on: false }, 422, undefined],
    [who, { on: false, reason: 'x' }, 422, undefined],
    [who, { on: 'no', reason }, 422, undefined],
    [who, { on: true, reason }, 409, 'bank-is-on'],
    [colleague('moderator'), { on: false, reason }, 403, 'needs-role'],
    [colleague('auditor'), { on: false, reason }, 403, 'needs-role'],
    [somebody(), { on: false, reason }, 404, 'no-such-thing'],
  ];
  for (const [by, body, status, code] of refused) {
    const reply = await send(by, body);
    assert.equal(reply.status, status, JSON.stringify(body));
    if (code !== undefined) assert.equal((reply.body as Problem).code, code);
  }
  assert.equal((await room.call(somebody(), 'GET', `${path}/history`)).status, 404);
  const off = await setOn(room, who, bank, false);
  assert.equal(off.on, false);
  assert.equal(((await send(who, { on: false, reason })).body as Problem).code, 'bank-is-off');
});

test('nothing of a bank that is off is found, whatever is in it, here and in another process', async () => {
  const who = somebody();
  const other = anotherProcess(room);
  const values = {
    hash: [
      ['sha256', digestOf('a file')],
      ['tlsh', `T1${'AB'.repeat(35)}`],
    ],
    url: [['url', 'https://example.test/x']],
    phrase: [['phrase', 'grey heron oath']],
  } as const;
  const said = {
    text: 'The Grey Heron Oath, at https://example.test/x',
    textDigest: `T1${'AB'.repeat(35)}`,
    files: [{ sha256: digestOf('a file') }],
  };
  const found = async () => {
    const here = await signalsOf(room, who, said);
    await refreshMatcher(other, who.deskId);
    const [there] = await matchItems(other, who.deskId, [anItem(said)]);
    assert.deepEqual(there, here);
    return here.length;
  };
  const banks: Bank[] = [];
  for (const kind of ['hash', 'url', 'phrase'] as const) {
    const bank = await aBank(room, who, kind, { on: false });
    banks.push(bank);
    for (const [type, value] of values[kind]) await anEntry(room, who, bank, type, value);
  }
  assert.equal(await found(), 0);
  for (const bank of banks) await setOn(room, who, bank, true);
  assert.equal(await found(), 4);
  for (const bank of banks) await setOn(room, who, bank, false);
  assert.equal(await found(), 0);
});

test('another process that knew a bank finds nothing of it within a second of its switching off', async () => {
  const who = somebody();
  const other = anotherProcess(room);
  const bank = await aBank(room, who, 'hash');
  await anEntry(room, who, bank, 'sha256', digestOf('known'));
  const count = async () => {
    const item = anItem({ files: [{ sha256: digestOf('known') }] });
    return (await matchItems(other, who.deskId, [item]))[0]!.length;
  };
  assert.equal(await count(), 1);
  await setOn(room, who, bank, false);
  const committed = performance.now();
  while ((await count()) > 0) {
    assert.ok(performance.now() - committed < 5000, 'the switch became known');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
});

test('a large bank is silent at once and whole when its switching on is answered', async () => {
  const who = somebody();
  const bank = await aBank(room, who, 'hash');
  const values = Array.from({ length: 9000 }, (_, at) => digestOf(`file ${at}`));
  const by = { id: newId(), name: who.name };
  await room.database.inDesk(who.deskId, async (trx) => {
    const row = await requireBank(trx, who.deskId, bank.bank_id);
    const entry = { type: 'sha256', label: '', source: 'Invented Lab' } as const;
    const entries = values.map((value) => ({ ...entry, value }));
    await putEntries(room.platform, trx, row, by, entries);
  });
  await refreshMatcher(room.platform, who.deskId);
  const found = async () => {
    const items = values.map((sha256) => anItem({ files: [{ sha256 }] }));
    return (await matchItems(room.platform, who.deskId, items)).filter(({ length }) => length > 0);
  };
  assert.equal((await found()).length, values.length);
  await setOn(room, who, bank, false);
  assert.equal((await found()).length, 0);
  await setOn(room, who, bank, true);
  assert.equal((await found()).length, values.length);
});

test('the signals of a bank stay when it is switched off, and an entry can still be put right', async () => {
  const who = somebody();
  const bank = await aBank(room, who, 'hash');
  const entry = await anEntry(room, who, bank, 'sha256', digestOf('wrong'));
  await setOn(room, who, bank, false);
  await setStatus(room, who, entry, 'withdrawn');
  await setOn(room, who, bank, true);
  assert.deepEqual(await signalsOf(room, who, { files: [{ sha256: digestOf('wrong') }] }), []);
});

type Step =
  | { readonly do: 'switch'; readonly bank: number }
  | { readonly do: 'add'; readonly bank: number; readonly value: number }
  | { readonly do: 'withdraw'; readonly bank: number; readonly value: number }
  | { readonly do: 'look' };
const bankNumber = fc.nat({ max: 1 });
const valueNumber = fc.nat({ max: 2 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('switch' as const), bank: bankNumber }),
  fc.record({ do: fc.constant('add' as const), bank: bankNumber, value: valueNumber }),
  fc.record({ do: fc.constant('withdraw' as const), bank: bankNumber, value: valueNumber }),
  fc.record({ do: fc.constant('look' as const) }),
);

test('after any switches and changes, every process finds what is active in banks that are on', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
      const who = somebody();
      const other = anotherProcess(room);
      const banks = [
        await aBank(room, who, 'hash', { name: 'One' }),
        await aBank(room, who, 'hash', { name: 'Two', on: false }),
      ];
      const entries = new Map<string, BankEntry>();
      const items = [0, 1, 2].map((value) =>
        anItem({ files: [{ sha256: digestOf(String(value)) }] }),
      );
      const look = async () => {
        const expected = items.map((_, value) =>
          banks.flatMap((bank, at) => {
            const entry = entries.get(`${at} ${value}`);
            return bank.on && entry?.status === 'active' ? [entry.bank_entry_id] : [];
          }),
        );
        await refreshMatcher(other, who.deskId);
        for (const platform of [room.platform, other]) {
          const found = await matchItems(platform, who.deskId, items);
          assert.deepEqual(
            found.map((signals) => new Set(signals.map((each) => each.reference_id))),
            expected.map((ids) => new Set<string | null>(ids)),
          );
        }
      };
      for (const each of steps) {
        if (each.do === 'look') await look();
        else if (each.do === 'switch') {
          const bank = banks[each.bank]!;
          banks[each.bank] = await setOn(room, who, bank, !bank.on);
        } else {
          const key = `${each.bank} ${each.value}`;
          const known = entries.get(key);
          if (each.do === 'add' && known === undefined) {
            const value = digestOf(String(each.value));
            entries.set(key, await anEntry(room, who, banks[each.bank]!, 'sha256', value));
          } else if (each.do === 'withdraw' && known?.status === 'active')
            entries.set(key, await setStatus(room, who, known, 'withdrawn'));
        }
      }
      await look();
    }),
    { numRuns: 25 },
  );
});
