import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Bank, BankEntry, Problem } from '@commonweal/contract';
import { somebody, type RoomUnderTest, type Who } from '../policy/testing.ts';
import { aBank, anEntry, openBanks, setStatus, signalsOf } from './testing.ts';

let room: RoomUnderTest;
before(async () => {
  room = await openBanks();
});
after(() => room[Symbol.asyncDispose]());

const head = 'type,value,label,source,severity,note';

function send(who: Who, bank: Bank, csv: string) {
  return room.call(who, 'POST', `/api/v1/banks/${bank.bank_id}/import`, { csv });
}

async function complaints(who: Who, bank: Bank, csv: string): Promise<string[]> {
  const { status, body } = await send(who, bank, csv);
  assert.equal(status, 422, csv);
  const left = await room.call(who, 'GET', `/api/v1/banks/${bank.bank_id}`);
  assert.equal((left.body as Bank).entries, 0, 'nothing was imported');
  return ((body as Problem).errors ?? []).map(({ detail }) => detail);
}

test('a file from a spreadsheet is read: byte order mark, CRLF, quotes, empty lines', async () => {
  const who = somebody();
  const bank = await aBank(room, who, 'url');
  const csv = `\uFEFF${head}\r\n\r\nurl,https://example.test/a,"One, ""two""",Lab,3,"a\r\nb"\r\nURL,http://example.test/b,,Lab,,\r\nurl,https://example.test/b,,Lab,,\r\n`;
  const { status, body } = await send(who, bank, csv);
  assert.equal(status, 200, JSON.stringify(body));
  assert.deepEqual(body, { added: 2, already_there: 1 });
  const { data } = (await room.call(who, 'GET', `/api/v1/banks/${bank.bank_id}/entries`)).body as {
    data: BankEntry[];
  };
  const one = data.find(({ value }) => value === 'example.test/a');
  assert.deepEqual([one?.label, one?.severity, one?.note], ['One, "two"', 3, 'a\r\nb']);
  assert.equal((await signalsOf(room, who, { url: 'https://example.test/b' })).length, 1);
  assert.deepEqual((await send(who, bank, csv)).body, { added: 0, already_there: 3 });
});

test('bad rows are told by the line they begin on, at most 20, and nothing is imported', async () => {
  const who = somebody();
  const bank = await aBank(room, who, 'hash');
  const good = `md5,${'ab'.repeat(16)},,Lab,,`;
  const csv = [
    head,
    good,
    'md5,nonsense,"a note',
    'over two lines",Lab,,',
    `sha256,${'ab'.repeat(16)},,Lab,,`,
    `md5,${'cd'.repeat(16)},,,,`,
    `md5,${'cd'.repeat(16)},,Lab,9,`,
    'url,https://example.test/,,Lab,,',
    'md5,too,few',
  ].join('\n');
  const lines = (await complaints(who, bank, csv)).map((detail) => Number(/\d+/.exec(detail)?.[0]));
  assert.deepEqual(lines, [3, 5, 6, 7, 8, 9]);
  const nul = await complaints(who, bank, `${head}\n${good}\nmd5,${'cd'.repeat(16)},a\0b,Lab,,`);
  assert.match(nul.join(), /NUL character; there is one in line 3/);
  const many = await complaints(who, bank, `${head}\n${'md5,x,,Lab,,\n'.repeat(50)}`);
  assert.deepEqual([many.length, many.at(-1)?.slice(0, 8)], [20, 'line 21:']);
});

test('a file without the right first line is refused', async () => {
  const who = somebody();
  const bank = await aBank(room, who, 'hash');
  for (const csv of ['', 'hello', `${head},x\n`, 'type,value\n', 'type,type,value,source\n', '{}'])
    assert.match((await complaints(who, bank, csv))[0] ?? '', /^line 1: the (column|file)/);
  assert.match((await complaints(who, bank, `${head}\nmd5,"open`))[0] ?? '', /line 2: .*not CSV/);
});

test('cells that look like formulas are text', async () => {
  const who = somebody();
  const bank = await aBank(room, who, 'phrase');
  const formula = '=HYPERLINK(0)';
  const row = `phrase,=cmd heron oath,${formula},@SUM(1),,+1`;
  assert.equal((await send(who, bank, `${head}\n${row}`)).status, 200);
  const { data } = (await room.call(who, 'GET', `/api/v1/banks/${bank.bank_id}/entries`)).body as {
    data: BankEntry[];
  };
  assert.deepEqual(
    [data[0]?.value, data[0]?.label, data[0]?.source, data[0]?.note],
    ['cmd heron oath', formula, '@SUM(1)', '+1'],
  );
});

test('importing again does not bring back what was withdrawn', async () => {
  const who = somebody();
  const bank = await aBank(room, who, 'url');
  const entry = await anEntry(room, who, bank, 'url', 'https://example.test/x');
  await setStatus(room, who, entry, 'withdrawn');
  const { body } = await send(who, bank, `${head}\nurl,https://example.test/x,,Lab,,`);
  assert.deepEqual(body, { added: 0, already_there: 1 });
  assert.equal((await signalsOf(room, who, { url: 'https://example.test/x' })).length, 0);
});

test('many thousand rows go in at once', async () => {
  const who = somebody();
  const bank = await aBank(room, who, 'hash');
  const rows = Array.from(
    { length: 12_345 },
    (_, at) => `md5,${at.toString(16).padStart(32, '0')},,Lab,,`,
  );
  const { body } = await send(who, bank, `${head}\n${rows.join('\n')}`);
  assert.deepEqual(body, { added: 12_345, already_there: 0 });
  const md5 = (12_344).toString(16).padStart(32, '0');
  assert.equal((await signalsOf(room, who, { files: [{ md5, sha256: null }] })).length, 1);
});
