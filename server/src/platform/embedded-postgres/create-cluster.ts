import { spawn } from 'node:child_process';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';

const unfinished = /^postgres\.new-/;

/** The environment PostgreSQL runs in: nothing of ours leaks into it. */
export const postgresEnvironment = { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC' };

/**
 * Makes the database files unless they exist. They are made aside and put in place at once, so that
 * a crash half-way leaves nothing that looks finished; the leftovers are cleared at the next start.
 *
 * @returns whether they were made now.
 */
export async function createCluster(
  folder: string,
  cluster: string,
  binaries: Binaries,
  account: Account,
  scratch: boolean,
): Promise<boolean> {
  for (const name of await readdir(folder)) {
    if (unfinished.test(name)) await rm(join(folder, name), { recursive: true, force: true });
  }
  const made = await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (made !== undefined) {
    await requireSameMajor(made.trim(), cluster, binaries, account);
    return false;
  }
  const aside = join(folder, `postgres.new-${process.pid}`);
  await mkdir(aside, { mode: 0o700 });
  await account.own(aside);
  const words = [...account.prefix, binaries.initdb, '--pgdata', aside, '--username=postgres'];
  words.push('--auth=trust', '--encoding=UTF8', '--locale-provider=builtin', '--locale=C.UTF-8');
  words.push('--data-checksums', '--no-instructions', ...(scratch ? ['--no-sync'] : []));
  await run(words, account);
  await rename(aside, cluster);
  const parent = await open(folder);
  await parent.sync();
  await parent.close();
  return true;
}

async function requireSameMajor(
  made: string,
  cluster: string,
  binaries: Binaries,
  account: Account,
): Promise<void> {
  const version = await run([...account.prefix, binaries.postgres, '--version'], account);
  const major = /\d+/.exec(version)?.[0];
  if (made === major) return;
  throw new Error(
    `The database in ${cluster} was made by PostgreSQL ${made}, and this Commonweal brings ${major}. ` +
      'Export it with the version that made it and import it into a new data folder.',
  );
}

function run([command, ...words]: string[], account: Account): Promise<string> {
  return new Promise((resolve, reject) => {
    const output: Buffer[] = [];
    const child = spawn(command!, words, {
      ...account.ids,
      cwd: '/',
      env: postgresEnvironment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      const text = Buffer.concat(output).toString().trim();
      if (code === 0) resolve(text);
      else reject(new Error(`${command} ${words[0]} failed (${code}): ${text}`));
    });
  });
}
