/**
 * Intake: items and reports as platforms and people hand them in. Owns item, item_file,
 * file_fingerprint, report and idempotency. Promises: what is answered is durable, matched and, where anything was found, in a
 * case; the same request twice is one item; content of private surfaces comes in only when a
 * participant reported it; every item loses its content on its date.
 */
import type { FastifyInstance } from 'fastify';
import type { Platform } from '../platform/platform.ts';
import { fetchOwedFiles } from './fetch-owed-files.ts';
import { hashOwedFiles } from './hash-owed-files.ts';
import type { Judge } from './judge.ts';
import { keepRetention } from './retention.ts';
import type { TellReporter } from './report-item.ts';
import { intakeRoutes } from './routes.ts';
import './tables.ts';

export { countItems, type ItemCounts } from './count-items.ts';
export type { Judge, JudgedItem, Judgement, ReportedItem } from './judge.ts';
export { itemsWithFile } from './file-store.ts';
export type { PreparedFile } from './prepare-item.ts';
export { pdqOf } from './present.ts';
export { receiveFiles } from './receive-files.ts';
export { readItem, readItems, setVerdict, type Recall } from './read-items.ts';
export { recentItems, type RecentItem } from './recent-items.ts';
export { keepItemsUntil } from './retention.ts';
export type { TellReporter } from './report-item.ts';

/** Adds intake's doors; `judge` is the flow after it, `tellReporter` the page for the reporter. */
export async function registerIntake<Draft>(
  app: FastifyInstance,
  platform: Platform,
  judge: Judge<Draft>,
  tellReporter: TellReporter,
): Promise<void> {
  await intakeRoutes(app, platform, judge, tellReporter);
  platform.jobs.every('fetch files', 2, () => fetchOwedFiles(platform, judge));
  platform.jobs.every('hash files', 2, () => hashOwedFiles(platform, judge));
  platform.jobs.every('keep retention', 600, () => keepRetention(platform));
}
