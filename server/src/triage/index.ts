/**
 * Triage: typed rules over signals choose a queue, a priority and a suggestion. Owns triage_rule,
 * triage_order and triage_placement. Promises: a rule never decides; shadow rules change nothing; every
 * placement is counted; nobody reorders rules they have not read; a rule that is removed stays readable.
 */
import type { FastifyInstance } from 'fastify';
import type { Platform } from '../platform/platform.ts';
import { triageRoutes } from './routes.ts';
import './tables.ts';

export { placeItems, type PlacedItem, type Placement } from './place-items.ts';

/** Adds the rules' routes. */
export function registerTriage(app: FastifyInstance, platform: Platform): void {
  triageRoutes(app, platform);
}
