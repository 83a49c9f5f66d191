import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig, type Config } from '../platform/config.ts';
import {
  type Database,
  migrationFolder,
  openDatabase,
  schemaVersion,
} from '../platform/database/index.ts';
import { findDesk, listDesks, type DeskAddress } from '../platform/directory.ts';
import type { Platform } from '../platform/platform.ts';
import { CommandFailure } from './failure.ts';

/** What every command on this machine's installation may be told. */
export interface PlaceOptions {
  /** The data folder, where it is not COMMONWEAL_DATA or ./data. */
  readonly data?: string | undefined;
}

/** The settings of the installation, with what was said on the command line. @throws ConfigError */
export function configFor({ data }: PlaceOptions): Config {
  return readConfig({
    ...process.env,
    ...(data === undefined ? {} : { COMMONWEAL_DATA: data }),
  });
}

/**
 * Opens the database of an installation that is there already, beside the server if that runs. Makes
 * nothing and migrates nothing: the server does that, once, at its start.
 *
 * @throws CommandFailure when there is no installation, or it belongs to another version
 */
export async function openExistingDatabase(
  config: Config,
  onProgress: (message: string) => void,
): Promise<Database> {
  if (config.databaseUrl === null && !existsSync(join(config.dataDir, 'postgres')))
    throw new CommandFailure(
      `There is no Commonweal in ${config.dataDir}.`,
      'The folder holds no database, and DATABASE_URL is not set.',
      'Name the data folder with --data, or run "npm start" once to make one here.',
    );
  const database = await openDatabase({
    url: config.databaseUrl ?? undefined,
    dataDir: config.dataDir,
    joinRunning: true,
    poolSize: 4,
    onProgress,
  });
  try {
    await requireCurrentSchema(database);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** The newest migration of this version, which names the schema it works on. */
export function newestMigration(): string {
  const names = readdirSync(migrationFolder).filter((file) => /^\d{4}-[a-z0-9-]+\.ts$/.test(file));
  return names.toSorted().at(-1)?.replace(/\.ts$/, '') ?? 'none';
}

async function requireCurrentSchema(database: Database): Promise<void> {
  const found = await schemaVersion(database);
  const wanted = newestMigration();
  if (found === wanted) return;
  throw new CommandFailure(
    'The database is of another version of Commonweal.',
    `It is at schema ${found ?? 'none'}; this version works on ${wanted}.`,
    found === undefined || found < wanted
      ? 'Start the server of this version once: it brings the database up to date.'
      : 'Use the newer version of Commonweal that upgraded this database.',
  );
}

/** Opens an installation for a command and closes it again, whatever happens. */
export async function withInstallation<T>(
  options: PlaceOptions,
  onProgress: (message: string) => void,
  work: (platform: Platform) => Promise<T>,
): Promise<T> {
  const config = configFor(options);
  if (!existsSync(join(config.dataDir, 'secret.key')))
    throw new CommandFailure(
      `There is no secret.key in ${config.dataDir}.`,
      'This is not the data folder of an installation that has run, or the file was lost.',
      'Name the data folder with --data, or put secret.key back from your backup.',
    );
  const { openPlatform } = await import('../platform/open-platform.ts');
  await using database = await openExistingDatabase(config, onProgress);
  return await work(await openPlatform({ ...config, logLevel: 'silent' }, { database }));
}

/** The desk a command is about: the one named, or the only one. @throws CommandFailure */
export async function chooseDesk(
  database: Database,
  slug: string | undefined,
): Promise<DeskAddress> {
  const desks = await listDesks(database);
  if (slug !== undefined) {
    const desk = await findDesk(database, slug);
    if (desk !== null) return desk;
    throw new CommandFailure(
      `There is no desk "${slug}" here.`,
      desks.length === 0
        ? 'No desk has been set up yet.'
        : `The desks here are: ${desks.map((each) => each.slug).join(', ')}.`,
      'Name one of them with --desk, or make one with "commonweal admin setup-link".',
    );
  }
  const [only, ...others] = desks;
  if (only !== undefined && others.length === 0) return only;
  throw new CommandFailure(
    'It is not clear which desk is meant.',
    only === undefined
      ? 'No desk has been set up yet.'
      : `There are several: ${desks.map((each) => each.slug).join(', ')}.`,
    only === undefined
      ? 'Open the setup link that the server prints, or make one with "commonweal admin setup-link".'
      : 'Name one with --desk.',
  );
}
