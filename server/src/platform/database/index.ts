/**
 * The database: PostgreSQL, our own or a given one, behind one door. Promises: a transaction sees
 * the rows of its desk and no other; it is run again when the database asks for that; the schema is
 * the one this version knows.
 */
export {
  bytesColumn,
  instantColumn,
  intColumn,
  jsonColumn,
  textColumn,
  uuidColumn,
} from './binary-columns.ts';
export { type Backup, backupDatabase } from './backup.ts';
export type { BackupManifest, BackupTable } from './backup-manifest.ts';
export { jsonb } from './column-types.ts';
export { OutcomeUnknownError } from './connection-errors.ts';
export { type BoundStatement, hotStatement } from './hot-statements.ts';
export { migrate, migrationFolder, schemaVersion } from './migrate.ts';
export { type Database, type DatabaseOptions, openDatabase, type Trx } from './open-database.ts';
export { type RestoreOptions, restoreDatabase } from './restore.ts';
export type { TransactionOptions } from './run-transaction.ts';
export type { Tables } from './tables.ts';
