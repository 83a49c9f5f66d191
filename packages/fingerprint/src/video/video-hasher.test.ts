import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openVideoHasher } from './video-hasher.ts';
import { ffmpegOfTests, makeVideo } from './videos.test-data.ts';

test('a video that is given up before its turn is never begun; one that has begun is finished', async () => {
  const ffmpeg = await ffmpegOfTests();
  await using hasher = openVideoHasher({ workers: 1 });
  const bytes = await makeVideo([[1, 30]]);
  const leaving = new AbortController();
  const { signal } = leaving;
  const begun = hasher.fingerprint(bytes, { ffmpeg, signal });
  const waiting = hasher.fingerprint('/nowhere', { ffmpeg, signal });
  leaving.abort(new Error('nobody waits'));
  await assert.rejects(waiting, /nobody waits/);
  assert.ok((await begun).runs.length > 0);
  assert.equal(hasher.pending, 0);
});
