import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { operations, type Operation } from '@commonweal/contract';
import type { InjectOptions } from 'fastify';
import { newId } from '../platform/ids.ts';
import { startTestHouse } from '../testing/start-test-desk.ts';
import { everyCaller, headersOf, injectFromAnew } from './testing/callers.ts';
import { changesSince, digestRows, everyTable } from './testing/every-table.ts';
import { fillDesk } from './testing/fill-desk.ts';
import { sampleOf } from './testing/sample-of.ts';
import { watchRoutes } from './testing/watch-routes.ts';

const routes = watchRoutes();
const house = await startTestHouse();
after(() => house[Symbol.asyncDispose]());
const reef = await fillDesk(house, 'reef');
const shore = await fillDesk(house, 'shore');
const callers = await everyCaller(house, reef.desk);
const tables = await everyTable(house.database);
const strangersKey = await shore.desk.administrator.client.createApiKey({
  body: { name: 'A neighbour', scopes: ['items:read', 'reports:write', 'receipts:write'] },
});
const stranger = shore.desk.administrator;
const strangersHeaders = { authorization: `Bearer ${strangersKey.secret}` };

/** Bodies that their schema alone cannot make up. */
const bodies: Readonly<Record<string, { type: string; payload: string | object }>> = {
  createItems: { type: 'application/x-ndjson', payload: '{"external_id":"x"}\n' },
  importList: { type: 'application/xml', payload: '<CONSOLIDATED_LIST/>' },
  changeRule: {
    type: 'application/json',
    payload: { ...(sampleOf(operations.changeRule.body) as object), expression: 'true' },
  },
};
/** Signing out ends the caller's session, so it comes last; a passkey begun leaves its challenge. */
const leavesTraces = new Set(['signOut', 'beginPasskey']);
const all = Object.entries<Operation>(operations).toSorted(
  ([a], [b]) => Number(a === 'signOut') - Number(b === 'signOut'),
);

for (const [name, operation] of all) {
  test(`${name}: each caller may what the contract says, and nothing else`, async () => {
    const before = await digestRows(house.database, tables);
    let allowed = 0;
    for (const { name: who, headers, may, refusal } of callers) {
      const isAllowed = may(operation.access);
      allowed += isAllowed ? 1 : 0;
      // Who is refused sends what would be done; who is allowed sends what is refused later on.
      const request = isAllowed ? harmlessly(operation) : inEarnest(name, operation);
      const reply = await injectFromAnew(house.app, withHeaders(request, headers));
      const said = `${who} was answered ${reply.statusCode} ${reply.body.slice(0, 300)}`;
      if (isAllowed) assert.ok(![401, 403].includes(reply.statusCode), said);
      else assert.equal(reply.statusCode, refusal, said);
      assert.ok(reply.statusCode < 500, said);
    }
    assert.ok(allowed > 0, 'somebody may call it');
    if (leavesTraces.has(name)) return;
    assert.deepEqual(await changesSince(house.database, tables, before), [], 'nothing was changed');
  });
}

for (const [name, operation] of all) {
  if (!/:[a-z_]+_id/.test(operation.path)) continue;
  test(`${name}: ids of another desk are not there`, async () => {
    const before = await digestRows(house.database, tables, reef.desk.deskId);
    const headers: Record<string, string> =
      operation.access.roles === undefined ? strangersHeaders : headersOf(stranger);
    const reply = await injectFromAnew(house.app, withHeaders(inEarnest(name, operation), headers));
    assert.equal(reply.statusCode, 404, reply.body);
    assert.deepEqual(
      await changesSince(house.database, tables, before, reef.desk.deskId),
      [],
      'nothing was changed',
    );
  });
}

test('items of another desk cannot be reported', async () => {
  const report = sampleOf(operations.createReport.body) as object;
  const names = [{ item_id: reef.ids['item_id'] }, { item_external_id: reef.itemExternalId }];
  for (const named of names) {
    const reply = await injectFromAnew(house.app, {
      method: 'POST',
      url: operations.createReport.path,
      headers: strangersHeaders,
      payload: { ...report, ...named },
    });
    assert.equal(reply.statusCode, 404, reply.body);
  }
});

test('asking for the designations of a list of another desk finds none', async () => {
  const { data: lists } = await reef.desk.administrator.client.listLists();
  assert.equal(lists.length, 2);
  for (const { list_id } of lists) {
    const { data } = await stranger.client.listDesignations({ query: { list_id } });
    assert.deepEqual(data, []);
    const file = await stranger.client.exportRegister({ query: { format: 'ftm', list_id } });
    assert.equal(file, '');
  }
});

test('what anybody may ask for outside the contract is on this list', () => {
  const contract = new Set(all.map(([, { method, path }]) => `${method} ${path}`));
  assert.deepEqual([...routes].filter((route) => !contract.has(route)).toSorted(), [
    'GET /',
    'GET /*',
    'GET /api/docs',
    'GET /api/openapi.json',
    'GET /assets/*',
    'GET /d/:slug',
    'GET /d/:slug/law',
    'GET /d/:slug/law/:jurisdiction',
    'GET /d/:slug/ledger',
    'GET /d/:slug/ledger/checkpoint',
    'GET /d/:slug/ledger/key',
    'GET /d/:slug/ledger/tile/*',
    'GET /d/:slug/policy',
    'GET /d/:slug/policy/:number',
    'GET /d/:slug/transparency',
    'GET /d/:slug/transparency.csv',
    'GET /d/:slug/transparency.json',
    'GET /healthz',
    'GET /metrics',
    'GET /n/:token',
    'GET /n/:token/appeal',
    'GET /n/:token/receipt.json',
    'GET /public/style.css',
    'GET /readyz',
    'HEAD /',
    'HEAD /assets/*',
    'POST /n/:token/appeal',
  ]);
});

function inEarnest(name: string, operation: Operation): InjectOptions {
  const { method, body } = operation;
  const query = sampleOf(operation.query ?? {}) as Record<string, string>;
  const url = operation.path.replaceAll(/:([a-z_]+)/g, (_match, param: string) => {
    const id = reef.ids[param];
    assert.ok(id, `an id for ${param}`);
    return id;
  });
  const special = bodies[name];
  if (special)
    return {
      method,
      url,
      query,
      headers: { 'content-type': special.type },
      payload: special.payload,
    };
  return { method, url, query, ...(body && { payload: sampleOf(body) as object }) };
}

/** Passes the door but is refused behind it, or only reads. */
function harmlessly(operation: Operation): InjectOptions {
  const { method, body, consumes } = operation;
  const url = operation.path.replaceAll(/:([a-z_]+)/g, (_match, param: string) =>
    method === 'GET' ? (reef.ids[param] ?? '') : newId(),
  );
  if (body) return { method, url, payload: { nonsense: true } };
  return consumes ? { method, url, payload: { nonsense: true } } : { method, url };
}

function withHeaders(request: InjectOptions, headers: Readonly<Record<string, string>>) {
  return { ...request, headers: { ...request.headers, ...headers } };
}
