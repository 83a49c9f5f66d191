import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findFfmpeg } from './find-ffmpeg.ts';
import { fuzzVideos } from './fuzz-videos.test-data.ts';

test('40 changed videos are fingerprinted or refused, and leave nothing behind', async (t) => {
  const { wrong, left, refused, ...counts } = await fuzzVideos(40, 1, await findFfmpeg());
  assert.deepEqual([wrong, left], [[], []]);
  const total = Object.values(refused).reduce((sum, count) => sum + count, 0);
  assert.equal(counts.whole + counts.broken + total, 40);
  // Neither all refused nor all let through: the trial tries something.
  assert.ok(counts.whole + counts.broken > 5 && counts.broken + total > 5, JSON.stringify(counts));
  t.diagnostic(JSON.stringify({ ...counts, refused }));
});
