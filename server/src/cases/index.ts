/**
 * Cases: signals about one item or actor, gathered for a person to decide. Owns review_case, case_item
 * and case_event. Promises: one live case per subject; a hold that runs out by itself; nothing decided
 * on a version somebody did not see; a history that only grows.
 */
import type { FastifyInstance } from 'fastify';
import type { Platform } from '../platform/platform.ts';
import type { DecisionsOfCase } from './read-case.ts';
import { caseRoutes } from './routes.ts';
import { forgetTitles } from './store.ts';
import './tables.ts';

export { gatherSignals, type FoundItem } from './gather-signals.ts';
export { holdForDecision, noteOnCase, settleCase, type Settlement } from './hold-case.ts';
export { readCase, recallItems, type DecisionsOfCase } from './read-case.ts';
export { whoTookPart } from './who-took-part.ts';

/** Adds the queue's routes; a case loses its title when its item loses its content. */
export function registerCases(
  app: FastifyInstance,
  platform: Platform,
  decisionsOfCase: DecisionsOfCase,
): void {
  caseRoutes(app, platform, decisionsOfCase);
  platform.events.on('items.erased', (trx, { deskId, itemIds }) =>
    forgetTitles(trx, deskId, itemIds),
  );
}
