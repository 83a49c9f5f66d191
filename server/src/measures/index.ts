/**
 * Measures: decisions carried out on the platform. Owns measure, endpoint, delivery and receipt.
 * Promises: no measure without a decision that carries one; every message is sent until it is taken or
 * given up in sight, signed, under one id, and only to addresses that may be called; what is told about
 * one subject is told in order; every measure that was told of is ended when its time or its decision is.
 */
import type { FastifyInstance } from 'fastify';
import type { Platform } from '../platform/platform.ts';
import { applyDecision } from './apply-decision.ts';
import { undoDecision } from './end-measure.ts';
import { endpointRoutes } from './endpoint-routes.ts';
import { measureJobs } from './jobs.ts';
import type { NoticeUrl } from './message.ts';
import { measureRoutes } from './routes.ts';
import { tellOfNotice } from './tell-of-notice.ts';
import './tables.ts';

export { countDeliveries } from './count-deliveries.ts';
export { measureOfDecision, measuresOf } from './store.ts';

/** Hears of decisions, adds the routes and the clocks; `noticeUrl` reaches the notices, which come later. */
export function registerMeasures(
  app: FastifyInstance,
  platform: Platform,
  { noticeUrl }: { readonly noticeUrl: NoticeUrl },
): void {
  platform.events.on('decision.effective', (trx, event) =>
    applyDecision(platform, trx, event, noticeUrl),
  );
  platform.events.on('decision.reversed', (trx, event) =>
    undoDecision(platform, trx, event, noticeUrl),
  );
  platform.events.on('notice.available', (trx, event) =>
    tellOfNotice(platform, trx, event, noticeUrl),
  );
  measureRoutes(app, platform);
  endpointRoutes(app, platform, noticeUrl);
  measureJobs(platform, noticeUrl);
}
