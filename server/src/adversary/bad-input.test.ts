import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { connect, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { startTestHouse } from '../testing/start-test-desk.ts';
import { badAddresses, forgedCursors } from './testing/bad-addresses.ts';
import { badBodies } from './testing/bad-bodies.ts';
import { headersOf, injectFromAnew } from './testing/callers.ts';
import { changesSince, digestRows, everyTable } from './testing/every-table.ts';
import { fillDesk } from './testing/fill-desk.ts';

const house = await startTestHouse();
after(() => house[Symbol.asyncDispose]());
const { desk, ids, noticePath } = await fillDesk(house, 'reef');
const tables = await everyTable(house.database);
const { secret } = await desk.administrator.client.createApiKey({
  body: { name: 'Forum', scopes: ['items:write', 'reports:write', 'items:read', 'banks:write'] },
});
const key = { authorization: `Bearer ${secret}` };
const used = await house.app.inject({
  method: 'POST',
  url: '/api/v1/items',
  headers: { ...key, 'idempotency-key': 'used' },
  payload: { external_id: 'first', kind: 'post', surface: 'open' },
});
assert.equal(used.statusCode, 202);
await house.app.listen({ port: 0, host: '127.0.0.1' });
const { port } = house.app.server.address() as AddressInfo;
const means = { secret, person: headersOf(desk.administrator), ids, noticePath };
const cases = { ...badBodies(means), ...badAddresses(means), ...forgedCursors(means) };

/** What would tell a stranger how the house is built. */
const leaks =
  /node_modules|\.ts:\d|\bat (async )?[\w.]+ \(|select |insert into|violates|pg_|syntax error at|relation "|column "|ENOENT|\/work\/|\/home\//i;

for (const [name, [request, ...statuses]] of Object.entries(cases)) {
  test(`${name}: refused, explained, and nothing is changed`, async () => {
    const before = await digestRows(house.database, tables);
    const files = await heldFiles();
    const reply = await injectFromAnew(house.app, request);
    const said = `${reply.statusCode} ${reply.body.slice(0, 500)}`;
    assert.ok(statuses.includes(reply.statusCode), said);
    assert.doesNotMatch(reply.body, leaks);
    if (String(reply.headers['content-type']).startsWith('text/html'))
      assert.match(request.url as string, /^\/[dn]\//, 'only the public pages refuse with a page');
    else {
      assert.match(String(reply.headers['content-type']), /^application\/problem\+json/, said);
      const problem = reply.json<{ status: number; title: string; detail: string }>();
      assert.equal(problem.status, reply.statusCode);
      assert.ok(problem.title.length > 3 && problem.detail.length > 10, said);
    }
    assert.deepEqual(await changesSince(house.database, tables, before), []);
    assert.deepEqual(await heldFiles(), files);
    assert.equal((await house.app.inject('/healthz')).statusCode, 200);
  });
}

const oversized = `2000\r\n${'a'.repeat(0x2000)}\r\n`.repeat(300);
const start = `POST /api/v1/items HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${secret}\r\n`;
const typed = `${start}Content-Type: application/json\r\n`;
/** What only a socket can say. */
const raw: Readonly<Record<string, readonly [bytes: string, answer: RegExp]>> = {
  'a body in chunks without end': [
    `${typed}Transfer-Encoding: chunked\r\n\r\n${oversized}0\r\n\r\n`,
    /^HTTP\/1\.1 413 /,
  ],
  'a body that says it is huge': [`${typed}Content-Length: 99999999\r\n\r\n{`, /^HTTP\/1\.1 413 /],
  'two lengths of one body': [
    `${typed}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`,
    /^HTTP\/1\.1 400 /,
  ],
  'a length and chunks': [
    `${typed}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}`,
    /^HTTP\/1\.1 400 /,
  ],
  'a length that is none': [`${typed}Content-Length: -1\r\n\r\n{}`, /^HTTP\/1\.1 400 /],
  'a header with a line end in it': [
    `${start}Idempotency-Key: a\rSet-Cookie: b=c\r\n\r\n`,
    /^HTTP\/1\.1 400 /,
  ],
  'headers without end': [`${start}X-A: ${'a'.repeat(100_000)}\r\n\r\n`, /^HTTP\/1\.1 431 /],
  'a method that is none': ['FROB /api/v1/items HTTP/1.1\r\nHost: a\r\n\r\n', /^HTTP\/1\.1 400 /],
  'a method for proxies': ['TRACE / HTTP/1.1\r\nHost: a\r\n\r\n', /^HTTP\/1\.1 40[45] /],
  'no HTTP at all': ['hello\r\n\r\n', /^HTTP\/1\.1 400 /],
  'a path out of the house': [
    'GET /../../../etc/passwd HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
    /^HTTP\/1\.1 (200|404) (?!.*root:)/s,
  ],
};
for (const [name, [bytes, answer]] of Object.entries(raw)) {
  test(`${name}: refused on the wire, and nothing is changed`, async () => {
    const before = await digestRows(house.database, tables);
    const said = await sayTo(bytes);
    assert.match(said, answer);
    assert.doesNotMatch(said, leaks);
    assert.doesNotMatch(said, /set-cookie/i);
    if (!said.startsWith('HTTP/1.1 200')) assert.match(said, /application\/problem\+json/);
    assert.deepEqual(await changesSince(house.database, tables, before), []);
    assert.equal((await house.app.inject('/healthz')).statusCode, 200);
  });
}

test('a line end in what is echoed makes no header', async () => {
  const reply = await injectFromAnew(house.app, {
    method: 'GET',
    url: '/d/reef/transparency?lang=en%0d%0aset-cookie:%20a=b',
  });
  assert.equal(reply.headers['set-cookie'], undefined);
  assert.ok(reply.statusCode < 500);
});

/** Says something on a socket of its own and hears the answer until the end, or for two seconds. */
function sayTo(bytes: string): Promise<string> {
  return new Promise((resolve) => {
    let heard = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    const end = () => {
      socket.destroy();
      resolve(heard);
    };
    socket.setTimeout(2000, end);
    socket.on('data', (chunk: Buffer) => {
      heard += chunk.toString('latin1');
      if (heard.includes('\r\n\r\n')) setTimeout(end, 50);
    });
    socket.on('error', end).on('end', end);
  });
}

async function heldFiles(): Promise<string[]> {
  const folder = join(house.platform.config.dataDir, 'blobs');
  return (await readdir(folder, { recursive: true })).toSorted();
}
