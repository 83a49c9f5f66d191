/** A platform for tests, over a test database: a clock to turn, a secret of its own, no noise. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { openBlobs } from '../platform/blobs/blobs.ts';
import { later, type Clock } from '../platform/clock.ts';
import { readConfig } from '../platform/config.ts';
import type { Database } from '../platform/database/index.ts';
import { enterDesk } from '../platform/directory.ts';
import { createEvents } from '../platform/events.ts';
import { newId } from '../platform/ids.ts';
import { createJobs } from '../platform/jobs/jobs.ts';
import type { Platform } from '../platform/platform.ts';
import { secretsFrom } from '../platform/secrets.ts';
import { openMedia } from '../platform/media/media.ts';
import { createMetrics } from '../platform/telemetry/metrics.ts';
import { ledgerOrigin, openLedger } from './index.ts';

/** A clock that moves only when told. */
export interface TestClock extends Clock {
  /** Moves it on by `milliseconds`. */
  advance(milliseconds: number): void;
}

/** A clock standing at a moment of the past. */
export function testClock(): TestClock {
  let now = new Date('2026-03-02T09:00:00Z');
  return {
    now: () => now,
    advance(milliseconds) {
      now = later(now, milliseconds);
    },
  };
}

/** Everything a room is handed, real and quiet. */
export function testPlatform(database: Database): Platform & { readonly clock: TestClock } {
  const log = pino({ level: 'silent' });
  const folder = mkdtempSync(join(tmpdir(), 'commonweal-platform-'));
  return {
    config: readConfig({ COMMONWEAL_PUBLIC_URL: 'http://localhost:8080', COMMONWEAL_DATA: folder }),
    database,
    clock: testClock(),
    secrets: secretsFrom(randomBytes(32)),
    events: createEvents(),
    jobs: createJobs(database, log),
    blobs: openBlobs(folder),
    importFiles: openBlobs(join(folder, 'imports')),
    media: openMedia(),
    metrics: createMetrics(),
    log,
  };
}

/** A desk that has an address and a ledger, and nothing else. */
export async function openTestLedger(
  platform: Platform,
): Promise<{ readonly deskId: string; readonly slug: string }> {
  const deskId = newId();
  const slug = `desk-${deskId.slice(-12)}`;
  await platform.database.inDesk(deskId, async (trx) => {
    await enterDesk(trx, { deskId, slug, name: 'Lakeside Forum' }, platform.clock.now());
    await openLedger(platform, trx, deskId, ledgerOrigin(platform.config.publicUrl, slug));
  });
  return { deskId, slug };
}
