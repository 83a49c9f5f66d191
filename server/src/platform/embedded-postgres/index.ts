/**
 * PostgreSQL as part of the product: the real server from npm, run on a Unix socket in a folder of
 * ours. Promises: one process per data folder; nothing acknowledged is lost; the server never
 * outlives us and is brought back when it dies first.
 */
export { type DataFolderClaim, DataFolderInUseError } from './data-folder-claim.ts';
export {
  applicationRole,
  asSuperuser,
  createDatabase,
  databaseName,
  ownerRole,
} from './create-roles.ts';
export {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from './start-embedded-postgres.ts';
