import type { Logger } from 'pino';
import type { Blobs } from './blobs/blobs.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Database } from './database/index.ts';
import type { Events } from './events.ts';
import type { Jobs } from './jobs/jobs.ts';
import type { Media } from './media/media.ts';
import type { Metrics } from './telemetry/metrics.ts';
import type { Secrets } from './secrets.ts';

/** What every room is handed: the world outside, and nothing of the other rooms. */
export interface Platform {
  readonly config: Config;
  readonly database: Database;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly events: Events;
  readonly jobs: Jobs;
  readonly blobs: Blobs;
  /** Files that are being imported, apart from those of items. */
  readonly importFiles: Blobs;
  readonly media: Media;
  readonly metrics: Metrics;
  readonly log: Logger;
}
