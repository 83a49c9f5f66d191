import { spawn } from 'node:child_process';
import { chown, lchown, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';

interface Ids {
  readonly uid: number;
  readonly gid: number;
}

/** How PostgreSQL is run, since it refuses to run as root. */
export interface Account {
  /** Set on the child process; undefined keeps our own. */
  readonly ids: Ids | undefined;
  /** Words before the command, when it must run in a user namespace. */
  readonly prefix: readonly string[];
  /** Gives a file or an empty folder of ours to the account. */
  own(path: string): Promise<void>;
}

const nobody = { uid: 65534, gid: 65534 };
const namespace = ['unshare', '--user', '--map-user=65534', '--map-group=65534'];

/**
 * Chooses the account to run PostgreSQL under: one that is not root, has a name (initdb asks), and
 * reaches the data and the binaries. An ordinary user keeps its own. Root steps down to the owner of
 * the data, or to nobody. Where that does not do (a home folder is often closed, a container's user
 * often has no name), it runs in a user namespace, under our own number but called nobody.
 *
 * @throws when none of these is possible.
 */
export async function chooseAccount(
  folder: string,
  cluster: string,
  binaries: Binaries,
): Promise<Account> {
  const { uid, gid } = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
  const owner = (await ownerOf(cluster)) ?? (await ownerOf(folder));
  const candidates: Account[] = [];
  if (uid !== 0) candidates.push({ ids: undefined, prefix: [], own: keep });
  else {
    if (owner !== undefined && owner.uid !== 0) candidates.push(steppedDown(owner));
    candidates.push(steppedDown(nobody));
  }
  const own = uid === 0 ? (path: string) => chown(path, uid, gid) : keep;
  candidates.push({ ids: undefined, prefix: namespace, own });
  for (const account of candidates) {
    if (!(await serves(account, folder, binaries))) continue;
    await adopt(cluster, account.ids ?? { uid, gid });
    return account;
  }
  throw new Error(
    uid === 0
      ? `PostgreSQL does not run as root, and user number ${nobody.uid} cannot reach ${folder} or ${binaries.root}. ` +
          'Start Commonweal as an ordinary user, move both out of closed folders, or set DATABASE_URL.'
      : `PostgreSQL does not run for user number ${uid}, which has no name on this machine, or cannot run ${binaries.postgres}. ` +
          'Add the user to /etc/passwd, check that the program may be executed, or set DATABASE_URL.',
  );
}

const keep = () => Promise.resolve();

function steppedDown(ids: Ids): Account {
  return { ids, prefix: [], own: (path) => chown(path, ids.uid, ids.gid) };
}

async function ownerOf(path: string): Promise<Ids | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found && { uid: found.uid, gid: found.gid };
}

function serves(account: Account, folder: string, binaries: Binaries): Promise<boolean> {
  const probe = 'id -un && test -x "$1" && "$2" --version && "$3" --version';
  const words = ['/bin/sh', '-c', probe, 'sh', folder, binaries.postgres, binaries.initdb];
  const [command, ...rest] = [...account.prefix, ...words];
  return new Promise((resolve) => {
    const child = spawn(command!, rest, { ...account.ids, cwd: '/', stdio: 'ignore' });
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
  });
}

/** Hands an existing cluster to the chosen account: the folder may have moved since the last start. */
async function adopt(cluster: string, { uid, gid }: Ids): Promise<void> {
  const present = await ownerOf(cluster);
  if (present === undefined || present.uid === uid) return;
  for (const entry of await readdir(cluster, { recursive: true, withFileTypes: true })) {
    await lchown(join(entry.parentPath, entry.name), uid, gid);
  }
  await chown(cluster, uid, gid); // last, so that an interrupted hand-over is done again
}
