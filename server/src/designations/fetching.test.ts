/** Lists fetched from their publishers: what is new is taken in, what is not is asked for politely, and nothing is lost. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, test } from 'node:test';
import type { DesignationList } from '@commonweal/contract';
import { HOUR, MINUTE } from '../platform/clock.ts';
import { DownloadRefused } from '../platform/outgoing/download.ts';
import { startFileServer } from '../platform/outgoing/file-server.test-data.ts';
import { startTestHouse } from '../testing/start-test-desk.ts';
import { fetchEdition } from './fetch-edition.ts';
import { fetchDueLists } from './fetch-lists.ts';
import { presentList } from './present.ts';
import { readLists } from './read-lists.ts';

interface Asked {
  readonly tag: string | undefined;
}

let gazette = 'reference,kind,name,power\nG1,organisation,Grey Heron Front,s. 4\n';
let tag = '"one"';
let status = 200;
const asked: Asked[] = [];
const server = await startFileServer({
  '/gazette.csv': (request, response) => {
    asked.push({ tag: request.headers['if-none-match'] });
    if (status !== 200) return response.writeHead(status).end();
    if (request.headers['if-none-match'] === tag) return response.writeHead(304).end();
    return response.writeHead(200, { 'content-type': 'text/csv', etag: tag }).end(gazette);
  },
  '/part.csv': (_request, response) =>
    response.writeHead(200, { 'content-type': 'text/csv' }).end('another part'),
  '/lost.csv': (_request, response) => response.writeHead(404).end(),
});
const house = await startTestHouse();
after(async () => {
  await house[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});
const desk = await house.openDesk('reef');
const { client } = desk.administrator;
await client.addOwnList({
  body: {
    key: 'atoll',
    format: 'gazette',
    authority: 'TO',
    name: 'Gazette of an invented atoll',
    power: 'Invented Act',
    effects: ['proscription'],
    url: `${server.url}/gazette.csv`,
  },
});
const params = { list_key: 'atoll' };
/** How long after it was looked at a list is looked at again, in ms. */
const waits = ({ due_at: due, checked_at: checked }: DesignationList) =>
  new Date(due ?? 0).getTime() - new Date(checked ?? 0).getTime();
/** Read past the door, because sessions run out while the clock is turned. */
const now = (): Promise<DesignationList> =>
  house.platform.database.inDesk(desk.deskId, async (trx) =>
    presentList((await readLists(trx, desk.deskId))[0]!),
  );
const fetchNow = async () => {
  await fetchDueLists(house.platform);
  return now();
};

test('an address in the desk’s own network is not called unless the desk lets it', async () => {
  await client.followList({ params, body: { fetched: true, every_hours: 1 } });
  const refused = await fetchNow();
  assert.match(refused.problem ?? '', /private|own network|not public/i);
  assert.deepEqual([refused.editions, asked.length], [0, 0]);
  await client.updateDesk({ body: { allow_private_endpoints: true } });
});

test('the first time it is taken in, and later only asked whether it is another', async () => {
  await client.fetchList({ params });
  const first = await fetchNow();
  assert.deepEqual([first.problem, first.editions, first.entities], [null, 1, 1]);
  assert.equal(waits(first), HOUR);
  assert.equal((await fetchNow()).checked_at, first.checked_at, 'it is not due');
  house.clock.advance(HOUR);
  const again = await fetchNow();
  assert.deepEqual([again.editions, again.seen_at], [1, again.checked_at]);
  assert.deepEqual(
    asked.map((each) => each.tag),
    [undefined, '"one"'],
  );
  tag = '"two"';
  house.clock.advance(HOUR);
  assert.equal((await fetchNow()).editions, 1, 'the same bytes under another tag');
  gazette += 'G2,organisation,Amber Plover Circle,s. 4\n';
  tag = '"three"';
  house.clock.advance(HOUR);
  const grown = await fetchNow();
  assert.deepEqual([grown.editions, grown.entities], [2, 2]);
  const { data } = await client.listEditions({ params });
  assert.equal(data[0]?.imported_by, 'fetched');
});

test('what fails leaves all as it was, says why, and is tried again less and less often', async () => {
  const before = await now();
  status = 503;
  for (const wait of [5 * MINUTE, 10 * MINUTE, 20 * MINUTE]) {
    house.clock.advance(HOUR);
    const failed = await fetchNow();
    assert.match(failed.problem ?? '', /503/);
    assert.equal(waits(failed), wait);
    assert.deepEqual([failed.editions, failed.seen_at], [before.editions, before.seen_at]);
  }
  status = 200;
  tag = '"four"';
  gazette = '<html>Moved</html>';
  house.clock.advance(HOUR);
  const page = await fetchNow();
  assert.deepEqual([page.editions, page.entities], [2, 2], 'a page is no list');
  gazette = 'reference,kind,name,power\nG1,organisation,Grey Heron Front,s. 4\n';
  tag = '"five"';
  house.clock.advance(HOUR);
  const shrunk = await fetchNow();
  assert.match(shrunk.problem ?? '', /50 % fewer/);
  assert.equal(shrunk.entities, 2, 'a truncated list delists nobody');
  tag = '"six"';
  gazette += 'G2,organisation,Amber Plover Circle,s. 4\n';
  house.clock.advance(HOUR);
  assert.deepEqual([(await fetchNow()).problem, (await now()).entities], [null, 2]);
});

test('two processes fetch it once; unfollowed, it is left alone', async () => {
  house.clock.advance(HOUR);
  const before = asked.length;
  await Promise.all([fetchDueLists(house.platform), fetchDueLists(house.platform)]);
  assert.equal(asked.length, before + 1);
  await client.followList({ params, body: { fetched: false } });
  house.clock.advance(48 * HOUR);
  await fetchDueLists(house.platform);
  assert.equal(asked.length, before + 1);
  assert.equal((await now()).due_at, null);
});

test('an edition in several files is fetched whole, as one, or not at all', async () => {
  const fetched = async (...others: string[]) => {
    const place = {
      address: `${server.url}/gazette.csv`,
      others: others.map((name) => `${server.url}/${name}`),
      known: { etag: null, lastModified: null },
      allowPrivate: true,
    };
    const edition = await fetchEdition(house.platform, place);
    assert.ok(edition);
    try {
      return { bytes: await readFile(edition.file.path), tag: edition.tags.etag };
    } finally {
      await edition.file.discard();
    }
  };
  const alone = await fetched();
  assert.deepEqual([alone.bytes.toString(), alone.tag], [gazette, tag]);
  const joined = await fetched('part.csv');
  assert.equal(joined.tag, tag);
  for (const part of [gazette, 'another part']) assert.ok(joined.bytes.includes(part), part);
  assert.deepEqual((await fetched('part.csv')).bytes, joined.bytes, 'the same again');
  await assert.rejects(fetched('part.csv', 'lost.csv'), DownloadRefused);
});
