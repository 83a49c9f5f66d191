import { randomBytes } from 'node:crypto';
import { readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { identify, isRunning, placeOfProcesses, type ProcessIdentity } from './process-identity.ts';

const claimFile = /^instance-[0-9a-f]{16}\.json$/;
const heartbeat = 5_000; // ms
const silence = 20_000; // ms after which a holder we cannot see is taken for dead

interface Claim extends ProcessIdentity {
  readonly place: string;
  readonly socketDirectory?: string;
}

/** Thrown when another Commonweal holds the data folder. */
export class DataFolderInUseError extends Error {
  override readonly name = 'DataFolderInUseError';
  readonly holder: number;
  /** Where the holder's database listens; undefined while it is still starting. */
  readonly socketDirectory: string | undefined;

  constructor(folder: string, holder: Claim) {
    super(
      `Another Commonweal is running on ${folder} (process ${holder.process}, ${holder.place.split(' ')[0]}). ` +
        'Stop it first, or give this one another data folder.',
    );
    this.holder = holder.process;
    this.socketDirectory = holder.socketDirectory;
  }
}

/** Our hold on a data folder. */
export interface DataFolderClaim {
  /** Tells later comers where the database listens. */
  announce(socketDirectory: string): Promise<void>;
  release(): Promise<void>;
}

/**
 * Claims a data folder for this process. A holder killed with `kill -9` leaves a stale claim, which
 * is recognised by its process number and start time and cleared away.
 *
 * Each process writes a claim under a name of its own and only then looks for others: of two that
 * start at once, the later to look sees the earlier, so both can never hold. If they see each other,
 * both step back and try again after a random pause.
 *
 * @throws DataFolderInUseError when another live process holds it.
 */
export async function claimDataFolder(folder: string): Promise<DataFolderClaim> {
  const mine: Claim = { ...(await identify(process.pid)), place: await placeOfProcesses() };
  const patience = Date.now() + 3_000;
  for (;;) {
    const name = `instance-${randomBytes(8).toString('hex')}.json`;
    const path = join(folder, name);
    await writeWhole(path, mine);
    const other = await liveClaim(folder, name, mine.place);
    if (other === undefined) return hold(path, mine);
    await rm(path, { force: true });
    // A holder with a database running has long been settled; only a fellow starter may step back.
    if (other.socketDirectory !== undefined || Date.now() > patience) {
      throw new DataFolderInUseError(folder, other);
    }
    await sleep(50 + Math.random() * 250);
  }
}

function hold(path: string, mine: Claim): DataFolderClaim {
  const timer = setInterval(() => {
    const now = new Date();
    void utimes(path, now, now).catch(() => undefined);
  }, heartbeat);
  timer.unref();
  return {
    announce: (socketDirectory) => writeWhole(path, { ...mine, socketDirectory }),
    release: async () => {
      clearInterval(timer);
      await rm(path, { force: true });
    },
  };
}

async function liveClaim(folder: string, own: string, place: string): Promise<Claim | undefined> {
  for (const name of await readdir(folder)) {
    if (name === own || !claimFile.test(name)) continue;
    const path = join(folder, name);
    const claim = await readClaim(path);
    if (claim === undefined) continue;
    if (await isAlive(path, claim, place)) return claim;
    await rm(path, { force: true }); // safe: a dead process's own name is never used again
  }
  return undefined;
}

async function isAlive(path: string, claim: Claim, place: string): Promise<boolean> {
  if (claim.place === place) return isRunning(claim);
  // Another container or machine on a shared volume: its processes cannot be seen, its heartbeat can.
  const file = await stat(path).catch(() => undefined);
  return file !== undefined && Date.now() - file.mtimeMs < silence;
}

async function readClaim(path: string): Promise<Claim | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Claim;
  } catch {
    return undefined; // gone meanwhile, or torn by a power cut, which its writer did not survive
  }
}

async function writeWhole(path: string, claim: Claim): Promise<void> {
  const partial = `${path}.partial`;
  await writeFile(partial, JSON.stringify(claim), { mode: 0o644 });
  await rename(partial, path);
}
