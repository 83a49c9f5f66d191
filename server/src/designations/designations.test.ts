import assert from 'node:assert/strict';
import { createReadStream, existsSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type {
  Designation,
  DesignationList,
  KnownList,
  ListEdition,
  ListImportReply,
  Problem,
} from '@commonweal/contract';
import { packEdition } from '@commonweal/designations';
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
  assert.match(revision, /^1 /);
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

test('only files of lists, only by those who may; other desks see nothing of it', async () => {
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

test('a listing that an edition dates back counts from that edition, and says since when all the same', async () => {
  const who = somebody();
  const edition = wholeEdition();
  const late = { ...madeUpOrganisation(170), listedOn: '2025-06-01' };
  await took(who, unXml(edition, '2026-03-01'));
  await took(who, unXml([...edition, late], '2026-04-01'));
  const [found] = await search(who, late.reference);
  assert.deepEqual([found?.listed_on, found?.begins_on], ['2025-06-01', '2026-04-01']);
  const on = async (day: string) => {
    const url = `/api/v1/designations?q=${late.reference}&on=${day}`;
    return ((await room.call(who, 'GET', url)).body as { data: unknown[] }).data.length;
  };
  assert.deepEqual([await on('2026-03-31'), await on('2026-04-01')], [0, 1]);
  await took(who, unXml(edition, '2026-05-01'));
  assert.deepEqual([await on('2026-04-30'), await on('2026-05-01')], [1, 0]);
});

test('editions are told newest first, with what each changed', async () => {
  const who = somebody();
  const [first, second, ...rest] = wholeEdition();
  await took(who, unXml([first!, second!, ...rest], '2026-03-01'));
  await took(who, unXml([{ ...second!, name: 'Another Name Altogether' }, ...rest], '2026-03-02'));
  const page: { data: ListEdition[]; next_cursor: string | null } = (
    await room.call(who, 'GET', '/api/v1/lists/un/editions?limit=1')
  ).body;
  assert.deepEqual(
    page.data.map(({ number, added, changed, ended }) => [number, added, changed, ended]),
    [[2, 0, 1, 1]],
  );
  const older: { data: ListEdition[] } = (
    await room.call(who, 'GET', `/api/v1/lists/un/editions?limit=1&cursor=${page.next_cursor}`)
  ).body;
  assert.deepEqual(
    older.data.map(({ number }) => number),
    [1],
  );
  const changes = await room.database.inDesk(who.deskId, (trx) =>
    trx.selectFrom('designation_change').select(['number', 'change']).execute(),
  );
  const was = second!.name;
  assert.deepEqual(changes, [
    {
      number: 2,
      change: {
        name: [was, 'Another Name Altogether'],
        names_added: ['Another Name Altogether'],
        names_removed: [was],
      },
    },
  ]);
});

test('a list of the desk’s own is added, taken in, and says what it means in law', async () => {
  const who = somebody(['legal']);
  const own = {
    key: 'to-gazette',
    format: 'gazette',
    authority: 'TO',
    name: 'Gazette of an invented island',
    power: 'Invented Act, section 4',
    effects: ['proscription'],
  };
  const gazette = (rows: string[]) =>
    Buffer.from(
      [
        'reference,kind,name,listed_on,ended_on,same_as,power',
        ...rows.map((row) => `${row},s. 4`),
      ].join('\n'),
    );
  const hand = (rows: string[], query = '') =>
    room.call(who, 'POST', `/api/v1/lists/to-gazette${query}`, gazette(rows), 'text/csv');
  const standing = 'G1,organisation,Grey Heron Front,2024-02-01,,UN:XXe.001';
  assert.equal((await hand([standing])).status, 404);
  assert.equal((await room.call(who, 'POST', '/api/v1/lists', own)).status, 201);
  assert.equal((await room.call(who, 'POST', '/api/v1/lists', own)).status, 409);
  assert.equal((await room.call(who, 'POST', '/api/v1/lists', { ...own, key: 'un' })).status, 409);
  const ended = 'G2,organisation,Amber Plover Circle,2020-02-01,2022-05-06,';
  const { status, body } = await hand([standing, ended]);
  assert.equal(status, 200, JSON.stringify(body));
  const found = await search(who, 'plover');
  assert.deepEqual(
    found.map((each) => [each.begins_on, each.ended_on, each.ended_by, each.effects]),
    [['2020-02-01', '2022-05-06', 'publisher', ['proscription']]],
  );
  assert.equal((await hand([standing, ended])).status, 200);
  assert.equal((await search(who, 'plover')).length, 1, 'an end is known once');
  // Missing first, printed as ended in a later edition.
  const third = 'G3,organisation,Teal Curlew Column,2024-03-01';
  await hand([standing, ended, `${third},,`]);
  await hand([standing, ended], '?force=true');
  const [guessed] = await search(who, 'G3');
  assert.deepEqual([guessed?.ended_on, guessed?.ended_by], ['2026-05-01', 'absence']);
  await hand([standing, ended, `${third},2026-04-20,`]);
  const [told] = await search(who, 'G3');
  assert.deepEqual([told?.ended_on, told?.ended_by], ['2026-04-20', 'publisher']);
  const seen = await room.database.inDesk(who.deskId, (trx) =>
    trx
      .selectFrom('designation')
      .select(['first_import', 'last_import'])
      .where('reference', '=', 'G3')
      .execute(),
  );
  assert.deepEqual(seen, [{ first_import: 3, last_import: 3 }], 'as the editions had it');
  const lists: { data: DesignationList[] } = (await room.call(who, 'GET', '/api/v1/lists')).body;
  assert.deepEqual(
    lists.data.map(({ key, own: isOwn, power }) => [key, isOwn, power]),
    [['to-gazette', true, 'Invented Act, section 4']],
  );
});

test('a list goes stale by its own date, and is fresh again once it was seen', async () => {
  const who = somebody();
  await took(who, unXml(wholeEdition(), '2026-03-01'));
  const read = async () =>
    ((await room.call(who, 'GET', '/api/v1/lists')).body as { data: DesignationList[] }).data[0]!;
  assert.equal((await read()).fresh_until, '2026-03-15T00:00:00.000Z');
  const known: { data: KnownList[] } = (await room.call(who, 'GET', '/api/v1/lists/known')).body;
  assert.deepEqual(
    known.data.filter(({ here }) => here).map(({ key }) => key),
    ['un'],
  );
  const followed = await room.call(who, 'PATCH', '/api/v1/lists/un', { fetched: true });
  assert.deepEqual((followed.body as DesignationList).due_at, room.time.now.toISOString());
  const unreachable = await room.call(who, 'PATCH', '/api/v1/lists/my-kdn', { fetched: true });
  assert.equal(unreachable.status, 422);
  assert.equal((await room.call(who, 'POST', '/api/v1/lists/nowhere/fetch')).status, 404);
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

test('an edition may come in several files, as one archive', async () => {
  const who = somebody(['analyst']);
  const own = {
    key: 'atoll',
    format: 'ftm',
    authority: 'TO',
    name: 'Gazette of an invented atoll',
    power: 'Invented Act',
    effects: ['proscription'],
  };
  assert.equal((await room.call(who, 'POST', '/api/v1/lists', own)).status, 201);
  const entity = (id: string, name: string) => ({
    id,
    schema: 'Organization',
    properties: { name: [name], topics: ['crime.terror'] },
  });
  const file = (name: string, ...lines: object[]) => ({
    name,
    bytes: Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join('')),
  });
  const whole = file('entities.ftm.json', entity('a', 'Grey Heron Front'), entity('b', 'Plover'));
  const take = async (...files: (typeof whole)[]) => {
    const archive = Buffer.from(packEdition(files));
    const url = '/api/v1/lists/atoll';
    return room.call(who, 'POST', url, archive, 'application/zip');
  };
  const first = (await take(whole)).body as ListImportReply;
  assert.deepEqual([first.added, first.ended], [2, 0]);
  const since = file(
    'delta-1.json',
    { op: 'ADD', entity: entity('c', 'Saltmarsh Brigade') },
    { op: 'DEL', entity: { id: 'b' } },
  );
  const next = (await take(whole, since)).body as ListImportReply;
  assert.deepEqual([next.added, next.ended, next.unchanged], [1, 1, 1]);
  const refused = await take(since);
  assert.equal(refused.status, 422, JSON.stringify(refused.body));
  assert.match((refused.body as Problem).detail ?? '', /deltas only/);
  assert.equal((await search(who, 'Saltmarsh')).length, 1);
});
