import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { test } from 'node:test';
import { createClient } from '@commonweal/client';
import { makeVideo } from '../../../packages/fingerprint/src/video/videos.test-data.ts';
import { ensureWebBuilt } from '../platform/web/index.ts';
import { openDesk } from './people.ts';
import { freePort, startServerProcess } from './server-process.ts';

test('videos whose server is killed before and while they are hashed are hashed by the next', async () => {
  await ensureWebBuilt(() => {});
  const dataDir = await mkdtemp(join(tmpdir(), 'commonweal-owed-'));
  const port = await freePort();
  let server = await startServerProcess({ dataDir, port });
  try {
    const desk = await openDesk(server.url, server.setupToken ?? '');
    const apiKey = await desk.makeKey(['items:write', 'items:read']);
    const client = createClient({ baseUrl: server.url, apiKey });
    const accepted: string[] = [];
    for (const picture of [1, 2, 3, 4]) {
      const form = new FormData();
      form.set(
        'item',
        JSON.stringify({ external_id: `video-${picture}`, kind: 'post', surface: 'open' }),
      );
      const bytes = await makeVideo([[picture, 20]]);
      form.append('file', new Blob([new Uint8Array(bytes)], { type: 'video/mp4' }), 'a.mp4');
      const answer = await client.createItem({ body: {} as never, raw: { body: form } });
      assert.equal(answer.files?.[0]?.hashing, 'pending');
      accepted.push(answer.item_id);
      // Now at once, now when the sweep may have begun.
      await sleep(picture % 2 === 0 ? 2000 : 0);
      await server.kill('SIGKILL');
      server = await startServerProcess({ dataDir, port });
    }
    // Three attempts are the most, and each lasts for thirty seconds.
    const states = async () => {
      const items = accepted.map((id) => client.readItem({ params: { item_id: id } }));
      return (await Promise.all(items)).map(({ files }) => files[0]?.hashing);
    };
    for (let wait = 0; wait < 400 && (await states()).includes('pending'); wait += 1)
      await sleep(250);
    assert.deepEqual(await states(), ['done', 'done', 'done', 'done']);
  } finally {
    await server.kill('SIGTERM');
    await rm(dataDir, { recursive: true, force: true });
  }
});
