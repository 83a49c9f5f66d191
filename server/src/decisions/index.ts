/**
 * Decisions: what a person decided about a case, through the rights gate. Owns decision,
 * decision_basis and decision_review. Promises: nothing takes effect that the gate did not let through, or that two people
 * did not declare an emergency, which ends within 24 hours; where two must agree they are two, and the
 * gate is asked again when the second does; every decision can be undone, says what it rests on, and is
 * put up for review when that is withdrawn or its listing ends.
 */
import type { FastifyInstance } from 'fastify';
import { fateOfEntry, fatesOfListings } from '../cases/index.ts';
import type { Platform } from '../platform/platform.ts';
import { decisionJobs } from './jobs.ts';
import type { Links } from './present.ts';
import { closeRestored, openReviews } from './reviews.ts';
import { decisionRoutes } from './routes.ts';
import './tables.ts';

export { countDecisions, type DecisionCounts } from './count-decisions.ts';
export { presentDecision, readDecision, type StoredDecision } from './present.ts';
export { reviewsOf } from './reviews.ts';
export { reverseForAppeal } from './reverse-decision.ts';
export { decisionsOfCase } from './store.ts';
export type { ReversedBecause } from './tables.ts';

/** Adds the routes and clocks of decisions; `links` reaches the measures and notices, which come later. */
export function registerDecisions(
  app: FastifyInstance,
  platform: Platform,
  { links }: { readonly links: Links },
): void {
  decisionRoutes(app, platform, links);
  decisionJobs(platform);
  platform.events.on('entry.withdrawn', (trx, fate) =>
    openReviews(platform, trx, [fateOfEntry(fate)]),
  );
  platform.events.on('entry.restored', (trx, fate) =>
    closeRestored(platform, trx, [fateOfEntry(fate)]),
  );
  platform.events.on('designations.ended', (trx, fates) =>
    openReviews(platform, trx, fatesOfListings(fates)),
  );
  platform.events.on('designations.returned', (trx, fates) =>
    closeRestored(platform, trx, fatesOfListings(fates)),
  );
}
