import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, startServerProcess } from '../../server/src/crash/server-process.ts';
import { ensureWebBuilt } from '../../server/src/platform/web/index.ts';
import { processTree, residentMegabytes } from '../house/processes.ts';
import { temporaryFolder } from '../house/start-house.ts';
import type { Suite } from '../suite.ts';

const rest = 10_000; // ms of quiet before memory is read

export const startup: Suite = {
  sentence: 'From the start of the process to the first ready answer, and memory at rest.',
  figures: ['first_ready_s', 'again_ready_s', 'rest_rss_mb'],
  async run({ scale, tell }) {
    // The web is built when the product is installed, not when it starts.
    await ensureWebBuilt(tell);
    const dataDir = await temporaryFolder();
    const port = await freePort();
    try {
      const first = await startServerProcess({ dataDir, port });
      await first.kill('SIGTERM');
      const again = await startServerProcess({ dataDir, port });
      await sleep(rest * Math.min(scale, 1));
      const megabytes = residentMegabytes(processTree(again.pid));
      await again.kill('SIGTERM');
      return {
        first_ready_s: first.readyAfter / 1000,
        again_ready_s: again.readyAfter / 1000,
        rest_rss_mb: megabytes,
      };
    } finally {
      await rm(dataDir, { recursive: true, force: true });
    }
  },
};
