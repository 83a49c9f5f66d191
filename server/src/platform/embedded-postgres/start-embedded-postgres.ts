import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Account, chooseAccount } from './account.ts';
import { findBinaries } from './binaries.ts';
import { createCluster } from './create-cluster.ts';
import { createRoles } from './create-roles.ts';
import { claimDataFolder } from './data-folder-claim.ts';
import { type PostmasterPlan, readPostmasterProcess, trimLog } from './postmaster.ts';
import { numberInUse } from './process-identity.ts';
import { supervise } from './supervise.ts';

/** How to start. */
export interface EmbeddedPostgresOptions {
  /** Our data folder; the database's files go to `postgres` in it. Made when missing. */
  readonly dataDir: string;
  /** Hears of steps that take longer than a blink. */
  readonly onProgress?: (message: string) => void;
  /** A throw-away database: small, less careful with the disk, and removed whole after us. */
  readonly scratch?: boolean;
}

/** A PostgreSQL server of our own that lives as long as this process. */
export interface EmbeddedPostgres extends AsyncDisposable {
  /** The folder of its Unix socket: the `host` to connect to. */
  readonly socketDirectory: string;
  /** Hears of every restart after the server died under us; connections are to be made anew. */
  onRestart(listener: () => void): void;
  /** Hears once that the server died and could not be brought back. */
  onLost(listener: (error: Error) => void): void;
  /** Stops the server cleanly and lets go of the data folder. */
  stop(): Promise<void>;
}

/**
 * Starts the bundled PostgreSQL on a Unix socket, creating its files, roles and database at the
 * first start. It restarts the server if it dies, and the server stops if we do.
 *
 * @throws DataFolderInUseError when another process holds the folder; Error with what to do when
 * the binaries are missing, the account cannot be changed, or the server does not start.
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const folder = resolve(options.dataDir);
  const cluster = join(folder, 'postgres');
  const progress = options.onProgress ?? (() => undefined);
  const scratch = options.scratch ?? false;
  // Root steps down to another user, who must be able to pass through.
  await mkdir(folder, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  const claim = await claimDataFolder(folder);
  let socketDirectory: string | undefined;
  try {
    const binaries = await findBinaries();
    const account = await chooseAccount(folder, cluster, binaries);
    if (!(await exists(cluster))) progress('Creating the database. This happens once.');
    await createCluster(folder, cluster, binaries, account, scratch);
    await untilOrphanHasEnded(cluster, progress);
    if (scratch) await account.own(folder);
    socketDirectory = await makeSocketDirectory(account);
    const logFile = join(folder, 'postgres.log');
    await trimLog(logFile);
    const plan: PostmasterPlan = {
      binaries,
      account,
      cluster,
      socketDirectory,
      logFile,
      scratch: scratch ? folder : undefined,
    };
    const supervisor = await supervise(plan, progress);
    await createRoles(socketDirectory).catch(async (error: unknown) => {
      await supervisor.stop();
      throw error;
    });
    await claim.announce(socketDirectory);
    const stop = once(async () => {
      await supervisor.stop();
      await claim.release();
    });
    return {
      socketDirectory,
      onRestart: (listener) => supervisor.onRestart(listener),
      onLost: (listener) => supervisor.onLost(listener),
      stop,
      [Symbol.asyncDispose]: stop,
    };
  } catch (error) {
    await claim.release();
    if (socketDirectory !== undefined) await rm(socketDirectory, { recursive: true, force: true });
    throw error;
  }
}

/** After a `kill -9` of our predecessor its server is still shutting down: that takes a moment. */
async function untilOrphanHasEnded(
  cluster: string,
  progress: (message: string) => void,
): Promise<void> {
  const patience = Date.now() + 30_000;
  let told = false;
  for (;;) {
    const server = await readPostmasterProcess(cluster);
    // A number in use for longer may be a stranger's: whose it is, PostgreSQL itself decides.
    if (server === undefined || !numberInUse(server) || Date.now() > patience) return;
    if (!told) progress(`Waiting for the previous database (process ${server}) to finish.`);
    told = true;
    await sleep(100);
  }
}

/** Unix socket addresses hold about a hundred bytes, so the socket cannot live in the data folder. */
async function makeSocketDirectory(account: Account): Promise<string> {
  const base = Buffer.byteLength(tmpdir()) > 60 ? '/tmp' : tmpdir();
  const folder = await mkdtemp(join(base, 'commonweal-'));
  await account.own(folder);
  return folder;
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= work());
}
