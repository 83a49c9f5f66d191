import assert from 'node:assert/strict';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { createClient } from './client.ts';
import { ApiProblem, ConnectionProblem } from './problems.ts';

interface Seen {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** Answers every request alike and tells what it got. */
async function listen(status: number, reply: string) {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      seen.push({ method: request.method, url: request.url, headers: request.headers, body });
      response.writeHead(status, { 'content-type': 'application/json' }).end(reply);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { baseUrl, seen, [Symbol.dispose]: () => server.close() };
}

test('an operation becomes its method, path, query, body and key', async () => {
  using desk = await listen(200, '{}');
  const client = createClient({ baseUrl: desk.baseUrl, apiKey: 'cwk_x' });
  await client.changeBankEntry({
    params: { bank_id: 'a/b', bank_entry_id: 'c' },
    body: { version: 2, reason: 'a reason' },
  });
  await client.listItems({ query: { limit: 5, verdict: 'review' } });
  const [change, list] = desk.seen;
  assert.equal(change?.method, 'PATCH');
  assert.equal(change?.url, '/api/v1/banks/a%2Fb/entries/c');
  assert.deepEqual(JSON.parse(change?.body ?? ''), { version: 2, reason: 'a reason' });
  assert.equal(change?.headers.authorization, 'Bearer cwk_x');
  assert.equal(list?.url, '/api/v1/items?limit=5&verdict=review');
});

test('the session token goes with changes, and only with them', async () => {
  using desk = await listen(200, '{}');
  const client = createClient({ baseUrl: desk.baseUrl, csrf: () => 'token' });
  await client.readDesk();
  await client.updateMe({ body: { name: 'Ada' } });
  assert.equal(desk.seen[0]?.headers['x-csrf-token'], undefined);
  assert.equal(desk.seen[1]?.headers['x-csrf-token'], 'token');
});

test('a refusal is a problem with its kind, and silence is a connection problem', async () => {
  using refusing = await listen(
    409,
    '{"type":"urn:commonweal:problem:stale-version","title":"t","status":409,"detail":"d"}',
  );
  await assert.rejects(
    createClient({ baseUrl: refusing.baseUrl }).readDesk(),
    (error) =>
      error instanceof ApiProblem && error.kind === 'stale-version' && error.status === 409,
  );
  using broken = await listen(502, '<html>');
  await assert.rejects(createClient({ baseUrl: broken.baseUrl }).readDesk(), ConnectionProblem);
  await assert.rejects(
    createClient({ baseUrl: 'http://127.0.0.1:1' }).readDesk(),
    ConnectionProblem,
  );
});
