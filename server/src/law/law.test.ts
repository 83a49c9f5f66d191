import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { controlIds, controls, minimumPackage } from '@commonweal/law/registry';
import { startTestHouse } from '../testing/start-test-desk.ts';

const house = await startTestHouse();
after(() => house[Symbol.asyncDispose]());
const desk = await house.openDesk('reef');
const { client } = desk.administrator;

test('the matrix has every jurisdiction with its 24 controls, and says of which day it is', async () => {
  const { on, data } = await client.listJurisdictions();
  assert.equal(on, house.clock.now().toISOString().slice(0, 10));
  assert.equal(data.length, 29);
  for (const { controls: known, last_reviewed } of data) {
    assert.equal(Object.keys(known).length, 24);
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

test('a gap report shows both sides, and where to learn', async () => {
  const report = await client.readGapReport({ params: { jurisdiction: 'TV' } });
  assert.ok(report.counts.security.none_found > 0);
  assert.ok(report.counts.rights.none_found > 0);
  const power = report.gaps.find(({ control }) => control === 'G08');
  assert.equal(power?.status, 'none_found');
  assert.ok(power.models.some(({ jurisdiction }) => jurisdiction === 'ZA'));
});

test('anybody may read it without signing in, in their language, without script', async () => {
  const read = async (path: string) => {
    const reply = await house.app.inject({ url: path });
    return { status: reply.statusCode, html: reply.body };
  };
  const index = await read('/d/reef/law');
  assert.equal(index.status, 200);
  assert.match(index.html, /href="\/d\/reef\/law\/TV"/);
  const page = await read('/d/reef/law/TV?lang=fr');
  assert.equal(page.status, 200);
  assert.match(page.html, /lang="fr"/);
  assert.match(page.html, /Rien trouvé/);
  assert.doesNotMatch(page.html, /<script/);
  for (const nowhere of ['/d/reef/law/ZZ', '/d/reef/law/..%2F', '/d/nobody/law'])
    assert.equal((await read(nowhere)).status, 404, nowhere);
});

test('every page is small, in every language', async () => {
  const { data } = await client.listJurisdictions();
  const style = await house.app.inject({ url: '/public/style.css' });
  assert.equal(style.statusCode, 200);
  for (const lang of ['en', 'fr', 'hi', 'ur'])
    for (const path of ['law', ...data.map(({ id }) => `law/${id}`)]) {
      const { rawPayload } = await house.app.inject({ url: `/d/reef/${path}?lang=${lang}` });
      const bytes = rawPayload.length + style.rawPayload.length;
      assert.ok(bytes < 30 * 1024, `${path} in ${lang} is ${bytes} bytes`);
    }
});

test('the public pages say what the registry asks, and why, in its own words', () => {
  const catalogue = readFileSync(
    new URL('../../../public/src/locales/en.po', import.meta.url),
    'utf8',
  );
  const said = (text: string) => catalogue.includes(`\nmsgid "${text}"\n`);
  for (const id of controlIds) {
    assert.ok(said(controls[id].question), controls[id].question);
    assert.ok(said(controls[id].why), controls[id].why);
  }
  for (const step of minimumPackage) assert.ok(said(step), step);
});
