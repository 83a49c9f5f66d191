import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fuzzImages } from './fuzz-images.test-data.ts';

test('300 changed files of every format are hashed or refused, and harm nothing', async (t) => {
  const { wrong, refused, ...counts } = await fuzzImages(300, 1);
  assert.deepEqual(wrong, []);
  const total = Object.values(refused).reduce((sum, count) => sum + count, 0);
  assert.equal(counts.hashed + counts.filledIn + total, 300);
  // The files are neither all refused nor all let through: the trial tries something.
  assert.ok(counts.hashed > 20 && counts.filledIn > 5 && total > 20, JSON.stringify(counts));
  t.diagnostic(JSON.stringify({ ...counts, refused }));
});
