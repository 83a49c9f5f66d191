/**
 * Cases: signals about one item or actor, gathered for a person to decide. Owns review_case, case_item
 * and case_event. Promises: one live case per subject; a hold that runs out by itself; nothing decided
 * on a version somebody did not see; a history that only grows.
 */
import type { FastifyInstance } from 'fastify';
import type { Platform } from '../platform/platform.ts';
import type { DecisionsOfCase } from './read-case.ts';
import { fateOfEntry, fatesOfListings } from './ground-fate.ts';
import { noteFateOnLiveCases } from './note-on-cases.ts';
import { caseRoutes } from './routes.ts';
import { forgetTitles } from './store.ts';
import './tables.ts';

export { gatherSignals, type FoundItem } from './gather-signals.ts';
export { holdForDecision, noteOnCase, settleCase, type Settlement } from './hold-case.ts';
export { fateOfEntry, fatesOfListings, type GroundFate } from './ground-fate.ts';
export { noteFate, type FateKind } from './note-on-cases.ts';
export { casesOfItems } from './store.ts';
export { readCase, recallItems, type DecisionsOfCase } from './read-case.ts';
export { whoTookPart } from './who-took-part.ts';

/**
 * Adds the queue's routes. A case loses its title when its item loses its content, and hears of it when
 * an entry it rests on is withdrawn, or a listing ends.
 */
export function registerCases(
  app: FastifyInstance,
  platform: Platform,
  decisionsOfCase: DecisionsOfCase,
): void {
  caseRoutes(app, platform, decisionsOfCase);
  platform.events.on('items.erased', (trx, { deskId, itemIds }) =>
    forgetTitles(trx, deskId, itemIds),
  );
  platform.events.on('entry.withdrawn', (trx, fate) =>
    noteFateOnLiveCases(platform, trx, [fateOfEntry(fate)], 'ground_withdrawn'),
  );
  platform.events.on('entry.restored', (trx, fate) =>
    noteFateOnLiveCases(platform, trx, [fateOfEntry(fate)], 'ground_restored'),
  );
  platform.events.on('designations.ended', (trx, fates) =>
    noteFateOnLiveCases(platform, trx, fatesOfListings(fates), 'ground_withdrawn'),
  );
  platform.events.on('designations.returned', (trx, fates) =>
    noteFateOnLiveCases(platform, trx, fatesOfListings(fates), 'ground_restored'),
  );
}
