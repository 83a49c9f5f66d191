import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Decision, TransparencyReport } from '@commonweal/contract';
import Papa from 'papaparse';
import { assertIsPlain, beginStory, pathOf, type Story } from '../notices/testing.ts';
import { DAY, later, MINUTE } from '../platform/clock.ts';

let story: Story;
before(async () => {
  story = await beginStory();
});
after(() => story[Symbol.asyncDispose]());

const base = '/d/harbour-lane/transparency';

async function readJson(query = ''): Promise<TransparencyReport> {
  const { status, html } = await story.read(`${base}.json${query}`);
  assert.equal(status, 200);
  return JSON.parse(html) as TransparencyReport;
}

test('a desk that did nothing yet accounts for nothing, and invents no times', async () => {
  const report = await readJson();
  assert.deepEqual(report.items, { received: 0, clear: 0, review: 0, measured: 0 });
  assert.deepEqual(report.medians, {
    hours_item_to_decision: null,
    hours_appeal_to_outcome: null,
    minutes_decision_to_delivery: null,
  });
  const page = await story.read(base);
  assert.equal(page.status, 200);
  assert.ok(page.html.includes('not known yet'));
});

test('every number is what the rows say, counted another way', async () => {
  await someWork();
  story.house.clock.advance(2 * MINUTE);
  const report = await readJson();
  const rows = async (statement: string): Promise<Record<string, unknown>[]> =>
    (await story.house.database.ownerPool.query(statement)).rows as Record<string, unknown>[];
  const tally = async (statement: string) =>
    (await rows(statement)).map(({ name, count }) => ({
      name: String(name),
      count: Number(count),
    }));
  const count = async (from: string) =>
    (await tally(`select '' as name, count(*) from ${from}`))[0]?.count;

  assert.equal(report.items.received, await count('item'));
  for (const verdict of ['clear', 'review', 'measured'] as const)
    assert.equal(report.items[verdict], await count(`item where verdict = '${verdict}'`), verdict);
  const byName = (list: readonly { name: string }[]) =>
    list.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  assert.deepEqual(
    byName(report.reports),
    byName(await tally('select reporter_kind as name, count(*) from report group by 1')),
  );
  assert.deepEqual(
    byName(report.signals),
    byName(await tally('select kind as name, count(*) from signal group by 1')),
  );
  const effective = `decision where state in ('effective', 'reversed')`;
  assert.equal(report.decisions.total, await count(effective));
  assert.equal(report.decisions.no_action, await count(`${effective} and kind = 'no_action'`));
  assert.deepEqual(
    byName(report.decisions.by_measure),
    byName(
      await tally(
        `select measure as name, count(*) from ${effective} and measure is not null group by 1`,
      ),
    ),
  );
  assert.equal(report.appeals.received, await count('appeal'));
  for (const state of ['open', 'upheld', 'overturned'] as const)
    assert.equal(report.appeals[state], await count(`appeal where state = '${state}'`), state);
  assert.equal(report.state_requests, await count(`report where reporter_kind = 'authority'`));
  const [hours] = await rows(
    `select extract(epoch from decided_at - received_at)::float8 / 3600 as middle from appeal where state <> 'open'`,
  );
  assert.equal(
    report.medians.hours_appeal_to_outcome,
    Math.round(Number(hours?.['middle']) * 10) / 10,
  );
  assert.ok(
    report.items.measured > 0 && report.appeals.overturned > 0 && report.state_requests > 0,
  );
});

test('page, CSV, JSON and console say the same', async () => {
  const report = await readJson();
  const fromConsole = await story.desk.people.auditor.client.readTransparency();
  assert.deepEqual({ ...fromConsole, generated_at: '' }, { ...report, generated_at: '' });
  const key = await story.desk.keyed(['transparency:read']);
  assert.equal((await key.readTransparency()).decisions.total, report.decisions.total);

  const csv = await story.read(`${base}.csv`);
  assert.match(String(csv.headers['content-type']), /^text\/csv/);
  const cells = Papa.parse<string[]>(csv.html.trimEnd()).data;
  assert.deepEqual(cells[0], ['section', 'name', 'value']);
  const valueOf = (section: string, name: string) =>
    cells.find((row) => row[0] === section && row[1] === name)?.[2];
  assert.equal(valueOf('items', 'received'), String(report.items.received));
  assert.equal(valueOf('decisions', 'total'), String(report.decisions.total));
  assert.equal(valueOf('medians', 'minutes_decision_to_delivery'), '', 'unknown is empty, not 0');
  for (const { name, count } of report.decisions.by_clause)
    assert.equal(valueOf('decisions by clause', name), String(count));
  for (const [name, count] of Object.entries(report.appeals))
    assert.equal(valueOf('appeals', name), String(count));

  const page = await story.read(base);
  assertIsPlain(page);
  assert.ok(
    page.html.includes('Recruiting for terrorist organisations'),
    'clauses by their titles',
  );
  const shown = /Received<\/bdi><\/th>.*?>([\d,]+)<\/td>/.exec(page.html)?.[1];
  assert.equal(shown, String(report.items.received));
});

test('a period is counted by its days, and what is not one is refused', async () => {
  const dayOf = (date: Date) => date.toISOString().slice(0, 10);
  const { clock } = story.house;
  const [yesterday, today] = [dayOf(later(clock.now(), -DAY)), dayOf(clock.now())];
  const before_ = await readJson('?from=2020-01-01&to=2020-12-31');
  assert.equal(before_.items.received, 0);
  assert.equal(before_.from, '2020-01-01');
  const now = await readJson(`?from=${yesterday}&to=${today}`);
  assert.ok(now.items.received > 0);
  assert.equal((await story.read(`${base}.json?from=2020-13-01`)).status, 422);
  const refused = await story.read(`${base}?from=nonsense`);
  assert.equal(refused.status, 422);
  assertIsPlain(refused);
});

test('a cell that a spreadsheet would run is text', async () => {
  const { administrator } = story.desk;
  const name = `=cmd|' /C calc'!A0`;
  await administrator.client.updateDesk({ body: { name } });
  story.house.clock.advance(2 * MINUTE);
  const csv = await story.read(`${base}.csv`);
  const cells = Papa.parse<string[]>(csv.html.trimEnd()).data;
  assert.deepEqual(cells[1], ['desk', 'name', `'${name}`]);
  await administrator.client.updateDesk({ body: { name: 'The <script>alert(1)</script> desk' } });
});

test('what many ask for is counted once a minute', async () => {
  const first = await readJson();
  await story.report();
  const same = await readJson();
  assert.deepEqual(same, first);
  story.house.clock.advance(MINUTE + 1000);
  const later_ = await readJson();
  assert.equal(later_.items.received, first.items.received + 1);
});

test('the desk’s front, rules and ledger are there for anybody, small and without script', async () => {
  for (const [path, part] of [
    ['/d/harbour-lane', 'Rules on terrorist content'],
    ['/d/harbour-lane/policy', 'Rules on terrorist content'],
    ['/d/harbour-lane/policy/1', 'Recruiting for terrorist organisations'],
    [
      '/d/harbour-lane/ledger',
      'commonweal ledger verify http://localhost:8080/d/harbour-lane/ledger',
    ],
    [base, 'What we did, in numbers'],
  ] as const) {
    const page = await story.read(`${path}?lang=en`);
    assert.equal(page.status, 200, path);
    assert.ok(page.html.includes(part), `${path}: ${part}`);
    assertIsPlain(page);
    assert.equal(page.headers['vary'], 'accept-language');
    const urdu = await story.read(path, { 'accept-language': 'ur' });
    assert.match(urdu.html, /<html lang="ur" dir="rtl"/);
    assertIsPlain(urdu);
  }
});

test('what there is not is said in words, also to a stranger', async () => {
  for (const path of [
    '/d/nowhere',
    '/d/nowhere/policy',
    '/d/harbour-lane/policy/99',
    '/d/harbour-lane/policy/01',
  ]) {
    const page = await story.read(path);
    assert.equal(page.status, 404, path);
    assert.ok(page.html.includes('There is nothing at this address'));
    assertIsPlain(page);
  }
  assert.equal((await story.read('/d/nowhere/transparency.json')).status, 404);
});

test('a desk is accounted for by itself', async () => {
  const other = await story.house.openDesk('other-shore');
  const { html } = await story.read(`/d/${other.slug}/transparency.json`);
  assert.equal((JSON.parse(html) as TransparencyReport).items.received, 0);
});

/** Reports, decisions of both kinds, an appeal that succeeds and one that waits. */
async function someWork(): Promise<void> {
  const key = await story.desk.keyed(['items:write', 'reports:write']);
  for (const place of [1, 2, 3])
    await key.createItem({
      body: { external_id: `quiet-${place}`, kind: 'post', surface: 'open', text: 'Good morning.' },
    });
  await key.createReport({
    body: {
      item_external_id: 'quiet-1',
      reporter: { kind: 'authority', external_id: 'office-1' },
      reason: 'terrorism',
      said: 'We ask you to look at this.',
      good_faith: true,
    },
  });
  const restricted: Decision[] = [];
  for (let place = 0; place < 3; place += 1)
    restricted.push(await story.restrict((await story.report()).case_id ?? ''));
  await story.close((await story.report()).case_id ?? '');
  for (const { notice_url } of restricted.slice(0, 2)) {
    const sent = await story.appeal(pathOf(notice_url));
    assert.equal(sent.status, 303);
  }
  story.house.clock.advance(DAY / 12);
  const [first] = restricted;
  if (first) await story.hear(await story.appealOf(first), 'overturned', 'It is indeed a song.');
}
