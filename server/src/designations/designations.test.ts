import assert from 'node:assert/strict';
import { createReadStream, existsSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Designation, DesignationList, ListImportReply, Problem } from '@commonweal/contract';
import { openRoom, somebody, type RoomUnderTest, type Who } from '../policy/testing.ts';
import { activeNames, importList, listRevision, readLists, registerDesignations } from './index.ts';
import { madeUpOrganisation, unXml, wholeEdition } from './made-up-list.test-data.ts';

let room: RoomUnderTest;
const imported: string[] = [];
before(async () => {
  room = await openRoom((app, platform) =>
    registerDesignations(app, platform, async (deskId) => void imported.push(deskId)),
  );
});
after(() => room[Symbol.asyncDispose]());

async function send(who: Who, xml: Buffer, query = '') {
  return room.call(who, 'POST', `/api/v1/lists/un${query}`, xml, 'application/xml');
}

async function took(who: Who, xml: Buffer, query = ''): Promise<number[]> {
  const { status, body } = await send(who, xml, query);
  assert.equal(status, 200, JSON.stringify(body));
  const { added, changed, ended, unchanged }: ListImportReply = body;
  return [added, changed, ended, unchanged];
}

async function search(who: Who, q: string): Promise<Designation[]> {
  const url = `/api/v1/designations?q=${encodeURIComponent(q)}`;
  return ((await room.call(who, 'GET', url)).body as { data: Designation[] }).data;
}

test('a list is taken in; the same file again changes nothing', async () => {
  const who = somebody(['analyst']);
  const xml = unXml(wholeEdition());
  assert.deepEqual(await took(who, xml), [580, 0, 0, 0]);
  assert.deepEqual(await took(who, xml), [0, 0, 0, 580]);
  const { data } = (await room.call(who, 'GET', '/api/v1/lists')).body as {
    data: DesignationList[];
  };
  assert.equal(data.length, 1);
  assert.deepEqual([data[0]?.authority, data[0]?.entities], ['UN', 580]);
  assert.match(data[0]?.sha256 ?? '', /^[0-9a-f]{64}$/);
  assert.equal(imported.filter((deskId) => deskId === who.deskId).length, 2);
  const [revision, kinds] = await room.database.inDesk(who.deskId, async (trx) => [
    await listRevision(trx, who.deskId),
    await trx.selectFrom('ledger_entry').select('kind').execute(),
  ]);
  assert.equal(revision, 1);
  assert.deepEqual(kinds, [{ kind: 'list.imported' }, { kind: 'list.imported' }]);
});

test('what changed changes, what is gone ends, what comes back begins another interval', async () => {
  const who = somebody();
  const edition = wholeEdition();
  const [first, second, ...rest] = edition;
  await took(who, unXml(edition, '2026-03-01'));
  const renamed = { ...second!, aliases: ['The Marsh Assembly of Nowhere'] };
  assert.deepEqual(await took(who, unXml([renamed, ...rest], '2026-03-08')), [0, 1, 1, 578]);
  const back = { ...first!, listedOn: '2026-03-12' };
  assert.deepEqual(await took(who, unXml([back, renamed, ...rest], '2026-03-15')), [1, 0, 0, 579]);
  const found = await search(who, first!.reference);
  const intervals = Object.fromEntries(found.map((each) => [each.listed_on, each.ended_on]));
  assert.deepEqual(intervals, { '2020-01-01': '2026-03-08', '2026-03-12': null });
  const [byAlias] = await search(who, 'MARSH assembly');
  assert.equal(byAlias?.reference, second!.reference);
  assert.deepEqual(
    byAlias.names.map(({ text, alone }) => [text, alone]),
    [
      [second!.name, true],
      ['The Marsh Assembly of Nowhere', true],
    ],
  );
  const active = await room.database.inDesk(who.deskId, (trx) => activeNames(trx, who.deskId));
  assert.equal(active.length, 580);
});

test('an entry removed and listed again between two editions begins another interval', async () => {
  const who = somebody();
  const [first, ...rest] = wholeEdition();
  await took(who, unXml([first!, ...rest], '2026-03-01'));
  const again = { ...first!, listedOn: '2026-04-10' };
  assert.deepEqual(await took(who, unXml([again, ...rest], '2026-05-01')), [1, 0, 1, 579]);
  const corrected = { ...first!, listedOn: '2026-04-09' };
  assert.deepEqual(await took(who, unXml([corrected, ...rest], '2026-05-02')), [0, 1, 0, 579]);
});

test('a shrunken or older list is refused, and nothing changes, until a person forces it', async () => {
  const who = somebody();
  await took(who, unXml(wholeEdition(300, 600), '2026-03-01'));
  const small = unXml(wholeEdition(200, 600), '2026-03-02');
  const refused = await send(who, small);
  assert.equal(refused.status, 422);
  assert.equal((refused.body as { code: string }).code, 'shrank');
  const older = await send(who, unXml(wholeEdition(300, 600), '2026-02-01'));
  assert.equal(older.status, 409);
  assert.deepEqual(await took(who, small, '?force=true'), [0, 0, 100, 800]);
});

test('a broken list is refused with its place, and nothing is kept', async () => {
  const who = somebody();
  const whole = unXml(wholeEdition()).toString();
  const broken = {
    'cut off': whole.slice(0, whole.length / 2),
    'not a list': '<html><body>Service unavailable</body></html>',
    'a document type': whole.replace('<CONSOLIDATED_LIST', '<!DOCTYPE x><CONSOLIDATED_LIST'),
    'a bad date': whole.replace('2020-01-01', '2020-13-01'),
    'a reference twice': whole.replace('XXe.002', 'XXe.001'),
  };
  for (const [name, xml] of Object.entries(broken)) {
    const { status, body } = await send(who, Buffer.from(xml));
    const { line, detail }: Problem & { line: number } = body;
    assert.equal(status, 422, name);
    assert.ok(line >= 1, `${name}: ${detail}`);
  }
  assert.equal((await send(who, Buffer.from([0x3c, 0xff, 0xfe]))).status, 422);
  assert.equal((await send(who, Buffer.from(''))).status, 422);
  const nothing = await room.database.inDesk(who.deskId, (trx) => readLists(trx, who.deskId));
  assert.deepEqual(nothing, []);
});

test('only XML, only by those who may; other desks see nothing of it', async () => {
  const who = somebody();
  const xml = unXml(wholeEdition());
  assert.equal((await room.call(who, 'POST', '/api/v1/lists/un', { a: 1 })).status, 415);
  assert.equal((await send(somebody(['moderator']), xml)).status, 403);
  await took(who, xml);
  const [found] = await search(who, madeUpOrganisation(5).name);
  const place = `/api/v1/designations/${found!.designation_id}`;
  assert.deepEqual((await room.call(who, 'GET', place)).body, found);
  assert.equal((await room.call(somebody(), 'GET', place)).status, 404);
  assert.deepEqual(await search(somebody(), 'heron'), []);
});

test('pages of designations hold each once, by name', async () => {
  const who = somebody();
  await took(who, unXml(wholeEdition()));
  const names: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const url = `/api/v1/designations?limit=200${cursor && `&cursor=${cursor}`}`;
    const page: { data: Designation[]; next_cursor: string | null } = (
      await room.call(who, 'GET', url)
    ).body;
    names.push(...page.data.map((each) => each.designation_id));
    cursor = page.next_cursor;
  }
  assert.deepEqual([names.length, new Set(names).size], [580, 580]);
});

test('imports at the same time wait for each other', async () => {
  const who = somebody();
  const xml = unXml(wholeEdition());
  const both = await Promise.all([took(who, xml), took(who, xml)]);
  assert.deepEqual(both.map(String).sort(), ['0,0,0,580', '580,0,0,0']);
});

test('the real consolidated lists are taken in, one after the other', async (t) => {
  const editions = ['2021-01-27', '2024-01-02', '2026-02-27'].map((day) =>
    fileURLToPath(
      new URL(`../../../../shared/designations/data/un-consolidated-${day}.xml`, import.meta.url),
    ),
  );
  if (!editions.every((file) => existsSync(file))) {
    t.diagnostic('../shared holds no UN lists: not tried with real ones');
    return;
  }
  const { deskId } = somebody();
  let bytes = 0;
  for (const file of editions) {
    const begun = performance.now();
    const { done } = await importList(
      room.platform,
      deskId,
      'command line',
      'un',
      createReadStream(file),
      { force: true, onProgress: (read) => (bytes = read) },
    );
    const { added, changed, ended, unchanged, names, names_alone } = done;
    t.diagnostic(
      `${bytes} bytes in ${Math.round(performance.now() - begun)} ms: ${JSON.stringify({ added, changed, ended, unchanged, names, names_alone })}`,
    );
    assert.equal(added + changed + unchanged, done.organisations + done.persons);
  }
  const relisted = await room.database.inDesk(deskId, (trx) =>
    trx
      .selectFrom('designation')
      .select('reference')
      .groupBy('reference')
      .having((having) => having.fn.countAll(), '>', 1)
      .execute(),
  );
  assert.ok(relisted.length >= 84, `${relisted.length} references were listed again`);
});
