import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { startTestHouse } from '../testing/start-test-desk.ts';

const house = await startTestHouse();
after(() => house[Symbol.asyncDispose]());
const desk = await house.openDesk('reef');
const { client } = desk.administrator;

test('the matrix has every jurisdiction with its 24 controls, and says of which day it is', async () => {
  const { on, data } = await client.listJurisdictions();
  assert.equal(on, house.clock.now().toISOString().slice(0, 10));
  assert.equal(data.length, 29);
  for (const { controls, last_reviewed } of data) {
    assert.equal(Object.keys(controls).length, 24);
    assert.equal(last_reviewed, null);
  }
  const kiribati = data.find(({ id }) => id === 'KI');
  assert.equal(kiribati?.powers, 0);
  assert.equal(kiribati?.controls.G08, 'none_found', 'nothing found is not "no"');
});

test('the law of the day that is asked for answers', async () => {
  const hoursOn = async (on: string) => {
    const { data } = await client.listJurisdictions({ query: { on } });
    return data.find(({ id }) => id === 'IN')?.shortest_hours;
  };
  assert.equal(await hoursOn('2026-02-19'), 36);
  assert.equal(await hoursOn('2026-02-20'), 3);
  const params = { jurisdiction: 'PG' };
  const { jurisdiction, standing } = await client.readJurisdiction({
    params,
    query: { on: '2026-01-01' },
  });
  const at = jurisdiction.instruments.findIndex(({ id }) => id === 'isa');
  assert.equal(standing.instruments[at], 'ended');
  const before = await client.readJurisdiction({ params, query: { on: '2024-01-01' } });
  assert.equal(before.standing.instruments[at], 'in_force');
});

test('definitions are there side by side', async () => {
  const { data } = await client.listDefinitions();
  assert.equal(data.length, 29);
  const ghana = data.find(({ id }) => id === 'GH');
  assert.equal(ghana?.protest_left_out, 'yes');
  assert.equal(ghana?.violence_and_intimidation, 'partial');
});

test('a jurisdiction that is not in the registry is not there', async () => {
  await assert.rejects(client.readJurisdiction({ params: { jurisdiction: 'ZZ' } }), {
    status: 404,
  });
  await assert.rejects(client.readJurisdiction({ params: { jurisdiction: 'tv' } }), {
    status: 422,
  });
  await assert.rejects(client.listJurisdictions({ query: { on: '2026-02-30' } }), { status: 422 });
});
