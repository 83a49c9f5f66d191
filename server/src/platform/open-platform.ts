import { join } from 'node:path';
import { pino } from 'pino';
import { openBlobs } from './blobs/blobs.ts';
import { systemClock, type Clock } from './clock.ts';
import type { Config } from './config.ts';
import { migrate, openDatabase, type Database } from './database/index.ts';
import { createEvents } from './events.ts';
import { createJobs } from './jobs/jobs.ts';
import { openMedia, type Media } from './media/media.ts';
import type { Platform } from './platform.ts';
import { openSecrets } from './secrets.ts';
import { createMetrics } from './telemetry/metrics.ts';

export interface PlatformOptions {
  /** Hears of long steps, in words for the person who started us. */
  readonly onProgress?: (step: string) => void;
  /** A database that is open and migrated already (tests). */
  readonly database?: Database;
  readonly clock?: Clock;
  readonly media?: Media;
}

/** Opens everything a room may need: the database migrated, the secret read, nothing listening yet. */
export async function openPlatform(
  config: Config,
  options: PlatformOptions = {},
): Promise<Platform> {
  const secrets = openSecrets(config.dataDir);
  const log = pino({
    level: config.logLevel,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
  });
  const database = options.database ?? (await openMigrated(config, options.onProgress));
  return {
    config,
    database,
    clock: options.clock ?? systemClock,
    secrets,
    events: createEvents(),
    jobs: createJobs(database, log),
    blobs: openBlobs(join(config.dataDir, 'blobs')),
    importFiles: openBlobs(join(config.dataDir, 'imports')),
    media: options.media ?? openMedia(),
    metrics: createMetrics(),
    log,
  };
}

async function openMigrated(
  config: Config,
  onProgress: PlatformOptions['onProgress'],
): Promise<Database> {
  const database = await openDatabase({
    url: config.databaseUrl ?? undefined,
    dataDir: config.dataDir,
    onProgress,
  });
  try {
    await migrate(database);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}
