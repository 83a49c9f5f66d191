/** What one process changes in a bank is known to the others within a second, in order, with none missed after a restart. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BankEntry } from '@commonweal/contract';
import { somebody, type RoomUnderTest, type Who } from '../policy/testing.ts';
import { matchItems } from './index.ts';
import { aBank, anEntry, anItem, anotherProcess, openBanks, setOn, setStatus } from './testing.ts';

let room: RoomUnderTest;
before(async () => {
  room = await openBanks();
});
after(() => room[Symbol.asyncDispose]());

type Process = RoomUnderTest['platform'];

const second = 1000;

/** The entries that a process finds in a text. */
async function found(process: Process, who: Who, text: string): Promise<(string | null)[]> {
  const [signals] = await matchItems(process, who.deskId, [anItem({ text })]);
  return signals!.map(({ reference_id }) => reference_id);
}

test('added, withdrawn, restored and switched: another process knows within a second', async () => {
  const who = somebody();
  const other = anotherProcess(room);
  const bank = await aBank(room, who, 'phrase');
  const text = 'the lantern march begins at the salt gate';
  assert.deepEqual(await found(other, who, text), [], 'it holds the bank from now on');
  const entry = await anEntry(room, who, bank, 'phrase', 'the lantern march begins');
  const knows = async (expected: readonly string[], what: string) => {
    // What is known may be this old, and no older; then it is read before the answer.
    await sleep(second);
    assert.deepEqual(await found(other, who, text), expected, what);
  };
  await knows([entry.bank_entry_id], 'added');
  let current: BankEntry = await setStatus(room, who, entry, 'withdrawn');
  await knows([], 'withdrawn');
  current = await setStatus(room, who, current, 'active');
  await knows([current.bank_entry_id], 'restored');
  await setOn(room, who, bank, false);
  await knows([], 'switched off');
  await setOn(room, who, bank, true);
  await knows([current.bank_entry_id], 'switched on');
});

test('of many changes in a row the last one holds, also in a process that starts afterwards', async () => {
  const who = somebody();
  const other = anotherProcess(room);
  const bank = await aBank(room, who, 'phrase');
  const phrases = Array.from(
    { length: 12 },
    (_, at) => `the drum of the salt gate sounds ${at} times`,
  );
  const text = phrases.join('. ');
  await found(other, who, text);
  const standing: string[] = [];
  for (const [at, phrase] of phrases.entries()) {
    let entry = await anEntry(room, who, bank, 'phrase', phrase);
    for (let turn = 0; turn < at % 4; turn++)
      entry = await setStatus(room, who, entry, turn % 2 === 0 ? 'withdrawn' : 'active');
    if (entry.status === 'active') standing.push(entry.bank_entry_id);
  }
  await sleep(second);
  assert.deepEqual(new Set(await found(other, who, text)), new Set(standing));
  assert.deepEqual(
    new Set(await found(anotherProcess(room), who, text)),
    new Set(standing),
    'after a restart',
  );
});
