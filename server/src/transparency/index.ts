/**
 * Transparency: the desk's account to the public. Owns no table. Promises: every number is counted
 * from the rooms' own rows, none is typed in; the page, the files and the console show one count; what
 * is not known is not shown as nought; the desk's rules and its ledger are there for anybody.
 */
import type { FastifyInstance } from 'fastify';
import type { Platform } from '../platform/platform.ts';
import type { Pages } from '../platform/web/index.ts';
import { publicDeskRoutes } from './public-desk.ts';
import { publicDesks } from './public-desks.ts';
import { publicLawRoutes } from './public-law.ts';
import { transparencyRoutes } from './routes.ts';

export { type Account } from './report-for.ts';

/** Adds the account and the desk's public front. */
export function registerTransparency(app: FastifyInstance, platform: Platform, pages: Pages): void {
  const desks = publicDesks(platform);
  publicDeskRoutes(app, platform, pages, desks);
  publicLawRoutes(app, platform, pages, desks);
  transparencyRoutes(app, platform, pages, desks);
}
