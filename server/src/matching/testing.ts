/** What the tests of this room share: items, banks and entries made in one line. */
import assert from 'node:assert/strict';
import type { Bank, BankEntry } from '@commonweal/contract';
import { sql } from 'kysely';
import { registerDesignations } from '../designations/index.ts';
import type { Trx } from '../platform/database/index.ts';
import { newId } from '../platform/ids.ts';
import { openRoom, type RoomUnderTest, type Who } from '../policy/testing.ts';
import { matchItems, refreshMatcher, registerMatching, type MatchableItem } from './index.ts';

/** Banks and lists over a fresh database. */
export function openBanks(): Promise<RoomUnderTest> {
  return openRoom((app, platform) => {
    registerDesignations(app, platform, (deskId) => refreshMatcher(platform, deskId));
    registerMatching(app, platform, () => Promise.resolve(new Map()));
  });
}

/** An item with nothing in it but what is said. */
export function anItem(said: Partial<MatchableItem>): MatchableItem {
  const nothing = { text: null, title: null, url: null, links: [], actor: null, files: [] };
  return { itemId: 'item', ...nothing, ...said };
}

/** The signals of one item. */
export async function signalsOf(room: RoomUnderTest, who: Who, said: Partial<MatchableItem>) {
  const [signals] = await matchItems(room.platform, who.deskId, [anItem(said)]);
  return signals!;
}

export async function aBank(
  room: RoomUnderTest,
  who: Who,
  kind: Bank['kind'],
  said: { readonly name?: string; readonly on?: boolean } = {},
): Promise<Bank> {
  const bank = { name: `Known ${kind}s`, kind, description: '', source: 'Invented Lab', ...said };
  const { status, body } = await room.call(who, 'POST', '/api/v1/banks', bank);
  assert.equal(status, 201, JSON.stringify(body));
  return body;
}

/** Sends an entry, whatever comes of it. */
export function send(
  room: RoomUnderTest,
  who: Who,
  bank: Bank,
  type: BankEntry['type'],
  value: string,
) {
  const entry = { type, value, label: 'Invented', source: 'Invented Lab', severity: 4 };
  return room.call(who, 'POST', `/api/v1/banks/${bank.bank_id}/entries`, entry);
}

export async function anEntry(...sent: Parameters<typeof send>): Promise<BankEntry> {
  const { status, body } = await send(...sent);
  assert.equal(status, 201, JSON.stringify(body));
  return body;
}

/** Switches a bank on or off. */
export async function setOn(room: RoomUnderTest, who: Who, bank: Bank, on: boolean): Promise<Bank> {
  const body = { on, reason: 'the list is ready' };
  const reply = await room.call(who, 'PATCH', `/api/v1/banks/${bank.bank_id}`, body);
  assert.equal(reply.status, 200, JSON.stringify(reply.body));
  return reply.body;
}

/** The same house in another process: it shares the database and nothing in memory. */
export function anotherProcess(room: RoomUnderTest): RoomUnderTest['platform'] {
  return { ...room.platform, database: { ...room.database } };
}

/** Changes the status of an entry. */
export async function setStatus(
  room: RoomUnderTest,
  who: Who,
  entry: BankEntry,
  status: BankEntry['status'],
): Promise<BankEntry> {
  const place = `/api/v1/banks/${entry.bank_id}/entries/${entry.bank_entry_id}`;
  const change = { version: entry.version, status, reason: 'as the source says' };
  const reply = await room.call(who, 'PATCH', place, change);
  assert.equal(reply.status, 200, JSON.stringify(reply.body));
  return reply.body;
}

/** The smallest item that can be stored. */
export async function anItemRow(trx: Trx, deskId: string, itemId: string): Promise<void> {
  const bytes = Buffer.alloc(32);
  await sql`insert into item (desk_id, item_id, external_id, kind, surface, received_at, links, content_hash, salt,
      intake_batch_id, verdict, retention_until)
    values (${deskId}, ${itemId}, ${itemId}, 'post', 'open', now(), '[]', ${bytes}, ${bytes},
      ${newId()}, 'clear', now() + interval '1 day')`.execute(trx);
}
