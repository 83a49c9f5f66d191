/**
 * Appeals: challenges to decisions, through the notice. Owns appeal. Promises: an appeal is stored
 * before its sender is told so, and sent twice it is one; whoever took part in a decision or its case
 * does not hear it; an overturned decision is reversed in the transaction that says so; the answer
 * stands on the notice.
 */
import type { FastifyInstance } from 'fastify';
import type { Platform } from '../platform/platform.ts';
import type { Pages } from '../platform/web/index.ts';
import { keepRetention } from './keep-retention.ts';
import { publicAppealRoutes } from './public-routes.ts';
import { appealRoutes } from './routes.ts';
import './tables.ts';

export { countAppeals, type AppealCounts } from './count-appeals.ts';

/** Adds the hearing of appeals, the form on the notice, and the retention of both. */
export function registerAppeals(app: FastifyInstance, platform: Platform, pages: Pages): void {
  appealRoutes(app, platform);
  publicAppealRoutes(app, platform, pages);
  platform.jobs.every('keep notices', 600, () => keepRetention(platform));
}
