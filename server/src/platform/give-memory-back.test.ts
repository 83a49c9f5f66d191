import assert from 'node:assert/strict';
import { test } from 'node:test';
import { giveMemoryBack } from './give-memory-back.ts';

test('what was used for a moment goes back to the operating system', () => {
  const mega = 2 ** 20;
  const before = process.memoryUsage.rss();
  let rows: object[] = Array.from({ length: 1_500_000 }, (_, at) => ({ at, name: `row ${at}` }));
  const full = process.memoryUsage.rss();
  assert.equal(rows.length, 1_500_000);
  assert.ok(full - before > 60 * mega, `the rows took ${(full - before) / mega} MB`);
  rows = [];
  giveMemoryBack();
  const left = process.memoryUsage.rss() - before;
  assert.ok(left < (full - before) / 2, `${left / mega} MB of ${(full - before) / mega} are left`);
  // Nothing else learns how to collect garbage.
  assert.equal(Reflect.get(globalThis, 'gc'), undefined);
});
