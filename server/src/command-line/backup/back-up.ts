import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { backupDatabase } from '../../platform/database/index.ts';
import { configFor, openExistingDatabase, type PlaceOptions } from '../installation.ts';
import { action } from '../run.ts';
import type { Voice } from '../voice.ts';
import { copyBlobs } from './copy-blobs.ts';

/** Where the parts of a backup lie in its folder. */
export const backupParts = { database: 'database', files: 'files' } as const;

/** Adds `commonweal backup`. */
export function addBackup(program: Command, voice: Voice): void {
  program
    .command('backup')
    .description("write every desk's records and files into a new folder, while work goes on")
    .argument('<folder>', 'a folder that does not exist yet, or is empty')
    .option('--data <folder>', 'data folder (./data)')
    .addHelpText(
      'after',
      `
Example:
  $ commonweal backup /mnt/backup/$(date +%F)

The secret.key is not in the backup: keep a copy of it somewhere else.`,
    )
    .action(
      action(voice, 'The backup is not finished.', (folder: string, options: PlaceOptions) =>
        backUp(voice, resolve(folder), options),
      ),
    );
}

async function backUp(voice: Voice, folder: string, options: PlaceOptions): Promise<void> {
  const config = configFor(options);
  await using database = await openExistingDatabase(config, voice.say);
  const working = voice.working('Writing the records');
  const { manifest, digest } = await backupDatabase(
    database,
    join(folder, backupParts.database),
    working.now,
  ).catch((error: unknown) => {
    working.stop();
    throw error;
  });
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  working.end(`${rows} rows of ${manifest.tables.length} tables, as of ${manifest.takenAt}.`);
  // After the records: a file is on the disk before its record is, so none of these can be missing.
  const bar = voice.bar('Copying the files of items', 100);
  const copied = await copyBlobs(
    join(config.dataDir, 'blobs'),
    join(folder, backupParts.files),
    (done, whole) => bar.at((100 * done) / whole),
  ).catch((error: unknown) => {
    bar.stop();
    throw error;
  });
  bar.end(`${copied.files} files copied and checked.`);
  voice.done(`The backup is in ${folder}.`);
  voice.say(
    `
Its digest:  ${digest}

Two things belong elsewhere, apart from the backup and from each other's thief:
  - the digest: "commonweal restore ${folder} --digest …" then shows that nothing was changed;
  - ${join(config.dataDir, 'secret.key')}: without it nobody can use the ledger keys, the webhook
    keys and the one-time codes in this backup. It never changes, so one copy is enough.`,
  );
}
