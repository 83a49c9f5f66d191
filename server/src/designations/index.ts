/**
 * The register of official designations. Owns designation_list, designation_import, designation,
 * designation_name, designation_change, designation_link and different_person. Promises: a list is taken in whole or not at all; a designation is an interval,
 * and one that begins again is another; names of the listed are kept and nothing else about them;
 * 'list.changed' is told with every import that changed something, and which listings ended or came
 * back.
 */
import type { FastifyInstance } from 'fastify';
import type { Platform } from '../platform/platform.ts';
import { fetchDueLists } from './fetch-lists.ts';
import { proposeLinks } from './entities/propose-links.ts';
import { entityRoutes } from './entities/routes.ts';
import { designationRoutes, type AfterImport } from './routes.ts';
import { screeningRoutes } from './screening/routes.ts';

export { importList, type ImportOptions, type ListImported } from './importing/import-list.ts';
export { differentPersons, type DifferentPersons } from './screening/different-persons.ts';
export { SCREENING_THRESHOLD, screenName, type NameFoundLike } from './screening/screen-name.ts';
export { screeningIndex } from './screening/screening-index.ts';
export {
  activeNames,
  type ActiveDesignation,
  listRevision,
  type StoredDesignation,
} from './read-designations.ts';
export { readLists } from './read-lists.ts';
export type { ListingFates } from './tables.ts';
export type { AfterImport };

/** Adds the register's routes; `afterImport`, if any, is awaited between an import's commit and its answer. */
export function registerDesignations(
  app: FastifyInstance,
  platform: Platform,
  afterImport: AfterImport = () => Promise.resolve(),
): void {
  designationRoutes(app, platform, afterImport);
  entityRoutes(app, platform);
  screeningRoutes(app, platform);
}

/** Defines the fetching of lists, `afterImport` as above, and the comparing of their names. */
export function designationJobs(platform: Platform, afterImport: AfterImport): void {
  platform.jobs.every('fetch lists', 30, () => fetchDueLists(platform, afterImport));
  platform.jobs.every('propose links', 60, () => proposeLinks(platform));
}
