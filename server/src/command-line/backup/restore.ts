import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import type { Config } from '../../platform/config.ts';
import {
  type Database,
  migrate,
  openDatabase,
  restoreDatabase,
} from '../../platform/database/index.ts';
import { CommandFailure } from '../failure.ts';
import { configFor, type PlaceOptions } from '../installation.ts';
import { action } from '../run.ts';
import { desksNotOpenedBy } from '../secret-key.ts';
import type { Voice } from '../voice.ts';
import { backupParts } from './back-up.ts';
import { copyBlobs } from './copy-blobs.ts';

interface RestoreOptions extends PlaceOptions {
  readonly digest?: string;
}

const tried = 'The backup was not restored.';

/** Adds `commonweal restore`. */
export function addRestore(program: Command, voice: Voice): void {
  program
    .command('restore')
    .description('load a backup into an empty data folder or database')
    .argument('<folder>', 'the folder of the backup')
    .option('--digest <sha256>', 'the digest noted when the backup was made')
    .option('--data <folder>', 'data folder to restore into (./data)')
    .addHelpText(
      'after',
      `
Examples:
  $ mkdir -p data && cp /safe/secret.key data/
  $ commonweal restore /mnt/backup/2026-11-20 --digest 3f8a…
  $ DATABASE_URL=postgres://… commonweal restore /mnt/backup/2026-11-20

The second moves an installation from the bundled database to a server. Everything is restored
or nothing; what is there already is never overwritten.`,
    )
    .action(
      action(voice, tried, (folder: string, options: RestoreOptions) =>
        restore(voice, resolve(folder), options),
      ),
    );
}

async function restore(voice: Voice, folder: string, options: RestoreOptions): Promise<void> {
  const config = configFor(options);
  requireBackup(folder);
  requireSecret(config);
  await using database = await openDatabase({
    url: config.databaseUrl ?? undefined,
    dataDir: config.dataDir,
    poolSize: 4,
    onProgress: voice.say,
  });
  await migrate(database);
  // Files first: they are found by their content, harm nobody without a record, and can be copied twice.
  const bar = voice.bar('Copying the files of items', 100);
  const copied = await copyBlobs(
    join(folder, backupParts.files),
    join(config.dataDir, 'blobs'),
    (done, whole) => bar.at((100 * done) / whole),
  ).catch((error: unknown) => {
    bar.stop();
    throw error;
  });
  bar.end(`${copied.files} files copied and checked.`);
  await restoreRecords(voice, database, folder, options.digest);
  await requireRightSecret(config, database);
  voice.done('The backup is restored. Start the server as before.');
  if (options.digest === undefined)
    voice.warn(
      'no --digest was given: the files fit together, but whether somebody exchanged all of them cannot be seen.',
    );
}

async function restoreRecords(
  voice: Voice,
  database: Database,
  folder: string,
  digest: string | undefined,
): Promise<void> {
  const working = voice.working('Reading the records');
  const manifest = await restoreDatabase(database, join(folder, backupParts.database), {
    ...(digest === undefined ? {} : { expectedDigest: digest }),
    onProgress: working.now,
  }).catch((error: unknown) => {
    working.stop();
    throw error;
  });
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  working.end(`${rows} rows of ${manifest.tables.length} tables, as of ${manifest.takenAt}.`);
}

function requireBackup(folder: string): void {
  if (existsSync(join(folder, backupParts.database, 'manifest.json'))) return;
  throw new CommandFailure(
    tried,
    `${folder} holds no finished backup.`,
    'Name the folder that was given to "commonweal backup".',
  );
}

/** A server started without it would make a new one, and what the old one sealed would stay shut. */
function requireSecret(config: Config): void {
  const path = join(config.dataDir, 'secret.key');
  if (existsSync(path)) return;
  throw new CommandFailure(
    tried,
    `There is no ${path}, and what was sealed with it cannot be read without it.`,
    `Copy the secret.key of the old installation to ${path}, then restore.`,
  );
}

async function requireRightSecret(config: Config, database: Database): Promise<void> {
  const closed = await desksNotOpenedBy(config, database);
  if (closed.length === 0) return;
  throw new CommandFailure(
    'The records are restored, but this secret.key is not theirs.',
    `It does not open the ledger keys of: ${closed.join(', ')}.`,
    `Put the right secret.key into ${config.dataDir} before you start the server.`,
  );
}
