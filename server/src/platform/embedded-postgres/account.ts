import { spawn } from 'node:child_process';
import { chown, lchown, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';

/** How PostgreSQL is run, since it refuses to run as root. */
export interface Account {
  /** Set on the child process; undefined keeps our own. */
  readonly ids: { readonly uid: number; readonly gid: number } | undefined;
  /** Words before the command, when it must run in a user namespace. */
  readonly prefix: readonly string[];
  /** Gives a file or an empty folder of ours to the account. */
  own(path: string): Promise<void>;
}

const nobody = { uid: 65534, gid: 65534 };
const namespace = ['unshare', '--user', '--map-user=65534', '--map-group=65534'];

const ourselves: Account = { ids: undefined, prefix: [], own: () => Promise.resolve() };

/**
 * Chooses the account to run PostgreSQL under. An ordinary user keeps its own. Root steps down to the
 * owner of the data, or to nobody; where that account cannot reach the data or the binaries (a home
 * folder is often closed), root runs it in a user namespace in which it is not root.
 *
 * @throws when root can do neither.
 */
export async function chooseAccount(
  folder: string,
  cluster: string,
  binaries: Binaries,
): Promise<Account> {
  if (process.getuid?.() !== 0) return ourselves;
  const owner = (await ownerOf(cluster)) ?? (await ownerOf(folder));
  const ids = owner === undefined || owner.uid === 0 ? nobody : owner;
  const outer = { ids: undefined, prefix: namespace, own: (path: string) => chown(path, 0, 0) };
  const lower = { ids, prefix: [], own: (path: string) => chown(path, ids.uid, ids.gid) };
  if (await reaches(lower, folder, binaries)) return adopt(cluster, ids, lower);
  if (await reaches(outer, folder, binaries)) return adopt(cluster, { uid: 0, gid: 0 }, outer);
  throw new Error(
    `PostgreSQL does not run as root, and user number ${ids.uid} cannot reach ${folder} or ${binaries.root}. ` +
      'Start Commonweal as an ordinary user, move both out of closed folders, or set DATABASE_URL.',
  );
}

async function ownerOf(path: string): Promise<{ uid: number; gid: number } | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found && { uid: found.uid, gid: found.gid };
}

function reaches(account: Account, folder: string, binaries: Binaries): Promise<boolean> {
  const probe = 'test -x "$1" && "$2" --version && "$3" --version';
  const words = ['/bin/sh', '-c', probe, 'sh', folder, binaries.postgres, binaries.initdb];
  const [command, ...rest] = [...account.prefix, ...words];
  return new Promise((resolve) => {
    const child = spawn(command!, rest, { ...account.ids, cwd: '/', stdio: 'ignore' });
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
  });
}

/** Hands an existing cluster to the chosen account: the folder may have moved since the last start. */
async function adopt(
  cluster: string,
  { uid, gid }: { uid: number; gid: number },
  account: Account,
): Promise<Account> {
  const present = await ownerOf(cluster);
  if (present === undefined || present.uid === uid) return account;
  for (const entry of await readdir(cluster, { recursive: true, withFileTypes: true })) {
    await lchown(join(entry.parentPath, entry.name), uid, gid);
  }
  await chown(cluster, uid, gid); // last, so that an interrupted hand-over is done again
  return account;
}
