import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { operations } from '@commonweal/contract';
import { startTestHouse } from './testing/start-test-desk.ts';

const snapshot = fileURLToPath(new URL('../../packages/contract/openapi.json', import.meta.url));

/** A change of the wire is seen in review: `UPDATE_OPENAPI=1 node --test server/src/openapi.test.ts` writes it anew. */
test('the OpenAPI document is the one in packages/contract, and knows every operation', async () => {
  await using house = await startTestHouse();
  const response = await house.app.inject('/api/openapi.json');
  assert.equal(response.statusCode, 200);
  const document = response.json<{
    openapi: string;
    paths: Record<string, Record<string, unknown>>;
  }>();
  assert.equal(document.openapi, '3.1.0');
  for (const [name, { method, path }] of Object.entries(operations)) {
    const written = path.replaceAll(/:([a-z_]+)/g, '{$1}');
    assert.ok(document.paths[written]?.[method.toLowerCase()], `${name} is documented`);
  }
  const text = `${JSON.stringify(document, null, 1)}\n`;
  if (process.env['UPDATE_OPENAPI'] === '1') writeFileSync(snapshot, text);
  assert.equal(
    text,
    readFileSync(snapshot, 'utf8'),
    'the wire changed: write the snapshot anew and review it',
  );
});
