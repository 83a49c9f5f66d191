/**
 * Desks: the organisations, their people, and how people and programs prove who they are. Owns desk,
 * person, person_role, invitation, session, passkey, recovery_code, password_reset, auth_challenge,
 * sign_in_failure and api_key, and spends setup_link. Promises: of secrets only hashes and sealed
 * forms are kept; nobody grants what they do not hold, nor lets anybody back in who holds more; a desk
 * always has an active administrator; nobody can be locked out from afar.
 */
import type { FastifyInstance } from 'fastify';
import type { Platform } from '../platform/platform.ts';
import { accountRoutes } from './account-routes.ts';
import { administrationRoutes } from './administration-routes.ts';
import { tidySignIns } from './jobs.ts';
import { sessionRoutes } from './session-routes.ts';

export { createIdentify } from './identify.ts';
export { inviteFromMachine } from './invite-from-machine.ts';
export { deskCount, makeSetupLink } from './setup-link.ts';
export { peopleNames, personRoles, readDesk } from './store.ts';

/** Adds the routes of setup, sign-in, accounts and administration, and their housekeeping. */
export function registerDesks(app: FastifyInstance, platform: Platform): void {
  sessionRoutes(app, platform);
  accountRoutes(app, platform);
  administrationRoutes(app, platform);
  tidySignIns(platform);
}
