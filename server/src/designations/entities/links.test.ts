/** Names propose, people confirm; and the register goes out in three forms. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { ApiProblem } from '@commonweal/client';
import { importFtm } from '@commonweal/designations';
import Papa from 'papaparse';
import { startTestHouse } from '../../testing/start-test-desk.ts';
import { madeUpOrganisation, unXml, wholeEdition } from '../made-up-list.test-data.ts';
import { proposeLinks } from './propose-links.ts';

const house = await startTestHouse();
after(() => house[Symbol.asyncDispose]());
const desk = await house.openDesk('reef');
const { client } = desk.people.legal;
const { name, reference } = madeUpOrganisation(9);

await client.importList({
  params: { list_key: 'un' },
  raw: { body: unXml(wholeEdition()).toString(), contentType: 'application/xml' },
});
await client.addOwnList({
  body: {
    key: 'samoa',
    format: 'gazette',
    authority: 'WS',
    name: 'Gazette of Samoa',
    power: 'Invented Act',
    effects: ['proscription'],
  },
});
await client.importList({
  params: { list_key: 'samoa' },
  raw: {
    body: [
      'reference,kind,name,listed_on,ended_on,power',
      `S1,organisation,The ${name},2020-01-01,,s. 9`,
      'S2,organisation,"=SUM(A1) Society",2021-05-01,,s. 4',
      'S3,person,Ended Person Of Nowhere,2021-05-01,2022-01-01,s. 4',
    ].join('\n'),
    contentType: 'text/csv',
  },
});

async function entityNamed(q: string) {
  const { data } = await client.listDesignations({ query: { q, limit: 1 } });
  return client.readEntity({ params: { designation_id: data[0]!.designation_id } });
}

const status = (code: number) => (error: unknown) =>
  error instanceof ApiProblem && error.status === code;

test('names propose, people confirm: then it is one entity, and can be told apart again', async () => {
  await proposeLinks(house.platform);
  const apart = await entityNamed(reference);
  assert.deepEqual(
    apart.listings.map((each) => each.authority),
    ['UN'],
    'a name alone joins nothing',
  );
  const [proposal] = apart.proposals;
  assert.ok(proposal && proposal.score >= 0.9, JSON.stringify(apart.proposals));
  assert.deepEqual([proposal.one.authority, proposal.other.authority].toSorted(), ['UN', 'WS']);
  const { data } = await client.listLinks();
  assert.ok(data.some((each) => each.link_id === proposal.link_id));
  const params = { link_id: proposal.link_id };
  const body = { same: true, reason: 'The gazette says so.' };
  await assert.rejects(desk.people.moderator.client.decideLink({ params, body }), status(403));
  const elsewhere = await house.openDesk('dune');
  await assert.rejects(elsewhere.people.legal.client.decideLink({ params, body }), status(404));
  await client.decideLink({ params, body });
  const joined = await entityNamed(reference);
  assert.deepEqual(joined.listings.map((each) => each.authority).toSorted(), ['UN', 'WS']);
  const left = await client.listLinks();
  assert.ok(!left.data.some((each) => each.link_id === proposal.link_id));
  await client.decideLink({ params, body: { same: false, reason: 'Another one after all.' } });
  assert.equal((await entityNamed(reference)).listings.length, 1);
  await proposeLinks(house.platform);
  assert.deepEqual((await entityNamed(reference)).proposals, [], 'it is not asked again');
});

test('as CSV nobody is lost, and what a spreadsheet would run is text', async () => {
  const rows = async (on?: string) =>
    Papa.parse<Record<string, string>>(
      (
        await client.exportRegister({ query: { format: 'csv', ...(on !== undefined && { on }) } })
      ).trimEnd(),
      { header: true },
    ).data;
  const now = await rows();
  assert.equal(now.length, 582);
  assert.ok(now.some((row) => row['name'] === "'=SUM(A1) Society"));
  assert.ok(!now.some((row) => row['reference'] === 'S3'), 'only who is listed');
  const then = (await rows('2021-06-01')).find((row) => row['reference'] === 'S3');
  assert.deepEqual([then?.['ended_on'], then?.['kind']], ['2022-01-01', 'person']);
});

test('as FollowTheMoney it can be read back', async () => {
  const text = await client.exportRegister({ query: { format: 'ftm' } });
  const list = await importFtm([Buffer.from(text)], { authority: 'UN', listName: 'Export' });
  assert.equal(list.entries.length, 582);
  const one = list.entries.find((entry) => entry.names[0]?.text === madeUpOrganisation(5).name);
  assert.deepEqual([one?.kind, one?.listedOn], ['organisation', '2020-01-01']);
});

test('as STIX 2.1 it is a bundle whose ids, times and references are as they must be', async () => {
  const { data: lists } = await client.listLists();
  const listId = lists.find((list) => list.key === 'samoa')!.list_id;
  const text = await client.exportRegister({
    query: { format: 'stix', list_id: listId, on: '2021-06-01' },
  });
  const { type, id, objects } = JSON.parse(text) as {
    type: string;
    id: string;
    objects: Record<string, unknown>[];
  };
  assert.deepEqual([type, id.startsWith('bundle--')], ['bundle', true]);
  const ids = new Set(objects.map((object) => object['id']));
  assert.equal(ids.size, objects.length);
  for (const object of objects) {
    assert.match(String(object['id']), new RegExp(`^${String(object['type'])}--[0-9a-f-]{36}$`));
    assert.equal(object['spec_version'], '2.1');
    assert.ok(!Number.isNaN(Date.parse(String(object['created']))));
    for (const key of ['created_by_ref'] as const)
      if (object[key] !== undefined) assert.ok(ids.has(object[key]));
  }
  const actors = objects.filter((object) => object['type'] === 'threat-actor');
  assert.deepEqual(
    Object.fromEntries(actors.map((actor) => [String(actor['name']), actor['revoked'] ?? false])),
    { '=SUM(A1) Society': false, 'Ended Person Of Nowhere': true, [`The ${name}`]: false },
  );
});
