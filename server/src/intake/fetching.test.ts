import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { NewItem } from '@commonweal/contract';
import { asSharp, drawPicture } from '../../../packages/fingerprint/src/pdq/pictures.test-data.ts';
import { makeVideo } from '../../../packages/fingerprint/src/video/videos.test-data.ts';
import { createJudge } from '../judge-items.ts';
import { file, startFileServer } from '../platform/outgoing/file-server.test-data.ts';
import { startTestHouse } from '../testing/start-test-desk.ts';
import { fetchOwedFiles } from './fetch-owed-files.ts';
import { hashOwedFiles } from './hash-owed-files.ts';
import { envelope } from './refused-files.test-data.ts';
import { keepRetention } from './retention.ts';

const picture = await asSharp(drawPicture(1, 400, 300))
  .jpeg()
  .toBuffer();
const video = await makeVideo([[2, 20]]);
let answersLeft = 0;
const server = await startFileServer({
  '/a.jpg': file('image/jpeg', picture),
  '/a.mp4': file('video/mp4', video),
  '/cut.jpg': file('image/jpeg', picture.subarray(0, 2000)),
  '/page': file('text/html', '<p>'),
  '/later.jpg': (_request, response) => {
    answersLeft -= 1;
    if (answersLeft >= 0) response.writeHead(503).end();
    else response.writeHead(200, { 'content-type': 'image/jpeg' }).end(picture);
  },
});
const house = await startTestHouse();
after(async () => {
  await house[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});
const judge = createJudge(house.platform);
const desk = await house.openDesk('reef');
const platform = await desk.keyed(['items:write', 'items:read']);
const { client } = desk.administrator;
await client.updateDesk({ body: { allow_private_endpoints: true, fetch_media: true } });

type NamedFile = NonNullable<NewItem['files']>[number];

function handIn(...files: readonly NamedFile[]) {
  return platform.createItem({ body: envelope({ files }) as never });
}

async function read(itemId: string) {
  const item = await platform.readItem({ params: { item_id: itemId } });
  return { item, first: item.files[0] ?? assert.fail('a file') };
}

const fetchDue = () => fetchOwedFiles(house.platform, judge);
const sha256 = createHash('sha256').update(picture).digest('hex');

test('a picture is fetched, compared, and its item comes up for review', async () => {
  const bank = await client.createBank({
    body: { name: 'Known files', kind: 'hash', description: '', source: 'Invented Lab' },
  });
  await client.addBankEntry({
    params: { bank_id: bank.bank_id },
    body: { type: 'sha256', value: sha256, label: 'Known', source: 'Invented Lab' },
  });
  const answer = await handIn({ url: `${server.url}/page` }, { url: `${server.url}/a.jpg` });
  assert.equal(answer.verdict, 'clear');
  assert.deepEqual(
    answer.files?.map(({ hashing }) => hashing),
    ['pending', 'pending'],
  );
  await fetchDue();
  const { item, first } = await read(answer.item_id);
  assert.deepEqual([first.hashing, first.held], ['failed', false]);
  assert.match(first.hashing_note ?? '', /text\/html/);
  const fetched = item.files[1];
  assert.deepEqual(
    [fetched?.hashing, fetched?.held, fetched?.sha256, fetched?.width, fetched?.media_type],
    ['done', true, sha256, 400, 'image/jpeg'],
  );
  assert.match(fetched?.pdq?.hash ?? '', /^[0-9a-f]{64}$/);
  assert.equal(item.verdict, 'review');
  assert.deepEqual(
    item.signals.map(({ kind, field }) => [kind, field]),
    [['hash', 'files/1']],
  );
  assert.ok(item.case_id);
  const shown = await house.app.inject({
    url: `/api/v1/items/${answer.item_id}/files/${fetched?.file_id}`,
    headers: { cookie: desk.people.moderator.cookie },
  });
  assert.deepEqual(shown.rawPayload, picture);
  // Whatever else asks, it was done once.
  const before = server.asked.length;
  await fetchDue();
  assert.equal(server.asked.length, before);
});

test('a digest that came along is compared at once, and only once', async () => {
  const answer = await handIn({ url: `${server.url}/a.jpg`, sha256 });
  assert.equal(answer.signals.length, 1);
  await fetchDue();
  const { item, first } = await read(answer.item_id);
  assert.equal(first.hashing, 'done');
  assert.equal(item.signals.length, 1);
  const other = await handIn({ url: `${server.url}/a.jpg`, md5: 'a'.repeat(32) });
  await fetchDue();
  assert.match((await read(other.item_id)).first.hashing_note ?? '', /not the file whose digest/);
  assert.equal((await read(other.item_id)).first.held, false);
});

test('a video is fetched, and then hashed', async () => {
  const { item_id: id } = await handIn({ url: `${server.url}/a.mp4` });
  await fetchDue();
  assert.deepEqual(
    [(await read(id)).first.hashing, (await read(id)).first.held],
    ['pending', true],
  );
  await hashOwedFiles(house.platform, judge);
  assert.equal((await read(id)).first.hashing, 'done');
});

test('what may pass is tried again less and less often, and what does not is given up', async () => {
  answersLeft = 2;
  const { item_id: id } = await handIn({ url: `${server.url}/later.jpg` });
  const asked = () => server.asked.filter((path) => path === '/later.jpg').length;
  await fetchDue();
  await fetchDue();
  assert.equal(asked(), 1);
  house.clock.advance(60_000);
  await fetchDue();
  assert.equal(asked(), 2);
  house.clock.advance(60_000);
  await fetchDue();
  assert.equal(asked(), 2);
  house.clock.advance(60_000);
  await fetchDue();
  assert.equal((await read(id)).first.hashing, 'done');

  answersLeft = 100;
  const { item_id: never } = await handIn({ url: `${server.url}/later.jpg` });
  for (let round = 0; round < 8; round += 1) {
    await fetchDue();
    house.clock.advance(60 * 60_000);
  }
  const { item, first } = await read(never);
  assert.deepEqual([first.hashing, first.hashing_note], ['failed', 'The server answered 503.']);
  assert.equal(item.verdict, 'clear');
});

test('a file that turns out to be larger than is fetched is left, and nothing of it stays', async () => {
  const { item_id: id } = await handIn({ url: `${server.url}/a.jpg` });
  await fetchOwedFiles(house.platform, judge, { mostBytes: 1000 });
  const { first } = await read(id);
  assert.deepEqual(
    [first.hashing, first.hashing_note, first.held],
    ['failed', 'The file is larger than 1000 bytes.', false],
  );
  const incoming = join(house.platform.config.dataDir, 'blobs', 'incoming');
  assert.deepEqual(await readdir(incoming), []);
});

test('a picture cut short says so, and its item stays', async () => {
  const { item_id: id } = await handIn({ url: `${server.url}/cut.jpg` });
  await fetchDue();
  const { first } = await read(id);
  assert.deepEqual([first.hashing, first.held], ['failed', false]);
  assert.match(first.hashing_note ?? '', /cut short or damaged/);
});

test('an address inside is refused, and the desk that allows no fetching fetches nothing', async () => {
  const { item_id: id } = await handIn({ url: 'http://169.254.169.254/latest/meta-data/' });
  await fetchDue();
  assert.match((await read(id)).first.hashing_note ?? '', /never called/);

  const quiet = await house.openDesk('dune');
  const other = await quiet.keyed(['items:write', 'items:read']);
  const before = server.asked.length;
  const answer = await other.createItem({
    body: envelope({ files: [{ url: `${server.url}/a.jpg` }] }) as never,
  });
  await fetchDue();
  const { files } = await other.readItem({ params: { item_id: answer.item_id } });
  assert.match(files[0]?.hashing_note ?? '', /An administrator can allow it/);
  await quiet.administrator.client.updateDesk({ body: { fetch_media: true } });
  const inside = await other.createItem({
    body: envelope({ files: [{ url: `${server.url}/a.jpg` }] }) as never,
  });
  await fetchDue();
  const read2 = await other.readItem({ params: { item_id: inside.item_id } });
  assert.match(read2.files[0]?.hashing_note ?? '', /must begin with https/);
  assert.equal(server.asked.length, before);
});

test('a file of an item erased meanwhile is not fetched, and its address goes with it', async () => {
  const { item_id: id } = await handIn({ url: `${server.url}/a.jpg` });
  const { item } = await read(id);
  house.clock.advance(new Date(item.retention_until).getTime() - house.clock.now().getTime() + 1);
  await keepRetention(house.platform);
  const before = server.asked.length;
  await fetchDue();
  assert.equal(server.asked.length, before);
  const { rows } = await house.database.ownerPool.query(
    'select 1 from item_file where item_id = $1',
    [id],
  );
  assert.deepEqual(rows, []);
});
