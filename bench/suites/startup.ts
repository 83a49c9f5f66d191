import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDesk } from '../../server/src/crash/people.ts';
import { freePort, startServerProcess } from '../../server/src/crash/server-process.ts';
import { ensureWebBuilt } from '../../server/src/platform/web/index.ts';
import { fillWithHashes } from '../house/fill-banks.ts';
import { processTree, residentMegabytes } from '../house/processes.ts';
import { temporaryFolder } from '../house/start-house.ts';
import type { Suite } from '../suite.ts';

const rest = 70_000; // ms of quiet before memory is read; connections that nobody uses end after a minute
const mostHashes = 1_000_000;

export const startup: Suite = {
  sentence: 'From the start of the process to the first ready answer, and memory at rest.',
  figures: [
    'first_ready_s',
    'again_ready_s',
    'rest_rss_mb',
    'ready_1m_hashes_s',
    'rest_rss_1m_hashes_mb',
  ],
  async run({ scale, tell }) {
    // The web is built when the product is installed, not when it starts.
    await ensureWebBuilt(tell);
    const dataDir = await temporaryFolder();
    const port = await freePort();
    try {
      const first = await startServerProcess({ dataDir, port });
      const desk = await openDesk(first.url, first.setupToken ?? '');
      await first.kill('SIGTERM');
      const again = await startServerProcess({ dataDir, port });
      await sleep(rest * Math.min(scale, 1));
      const empty = residentMegabytes(processTree(again.pid));
      tell('Adding hashes of pictures');
      await fillWithHashes(desk.administrator.client, mostHashes * Math.min(scale, 1));
      await again.kill('SIGTERM');
      const full = await startServerProcess({ dataDir, port });
      // The first question brings what is banked into memory.
      await desk.administrator.client.lookUp({ body: { text: 'low water' } });
      await sleep(rest * Math.min(scale, 1));
      const megabytes = residentMegabytes(processTree(full.pid));
      await full.kill('SIGTERM');
      return {
        first_ready_s: first.readyAfter / 1000,
        again_ready_s: again.readyAfter / 1000,
        rest_rss_mb: empty,
        ready_1m_hashes_s: full.readyAfter / 1000,
        rest_rss_1m_hashes_mb: megabytes,
      };
    } finally {
      await rm(dataDir, { recursive: true, force: true });
    }
  },
};
