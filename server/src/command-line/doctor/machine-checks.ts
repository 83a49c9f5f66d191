import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findFfmpeg } from '@commonweal/fingerprint';
import type { Config } from '../../platform/config.ts';
import { reasonOf } from '../failure.ts';
import { broken, fine, warning, type Check, type Finding } from './check.ts';

const gibibyte = 1024 ** 3;
const root = fileURLToPath(new URL('../../../../', import.meta.url));

/** What can be seen without the database. */
export const machineChecks: readonly Check[] = [
  { name: 'Node', look: () => checkNode(process.versions.node) },
  { name: 'Data folder', look: ({ dataDir }) => checkFolder(dataDir) },
  { name: 'Disk', look: ({ dataDir }) => checkDisk(dataDir) },
  { name: 'Secret', look: checkSecret },
  { name: 'Web pages', look: () => checkPages(root) },
  { name: 'Videos', look: checkVideos },
  { name: 'Port', look: checkPort },
];

/** Whether this Node runs our TypeScript. `version` as `24.21.0`. */
export function checkNode(version: string): Finding {
  return Number(version.split('.')[0]) >= 24
    ? fine(version)
    : broken(
        `${version} is too old; Commonweal runs on 24.`,
        'Run "npm ci", which brings Node 24 along, and start through npm or bin/commonweal.mjs.',
      );
}

/** Whether we may write where the data is, or will be. */
export function checkFolder(folder: string): Finding {
  const there = existsSync(folder);
  try {
    accessSync(
      there ? folder : nearestFolder(folder),
      constants.R_OK | constants.W_OK | constants.X_OK,
    );
  } catch {
    return broken(
      `${folder} cannot be written by this user.`,
      'Run this as the user that runs the server, or give that user the folder.',
    );
  }
  return there ? fine(folder) : fine(`${folder} is not there yet; the first start makes it.`);
}

async function checkDisk(folder: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(nearestFolder(folder));
  const free = (bavail * bsize) / gibibyte;
  const text = `${free.toFixed(1)} GiB free`;
  if (free < 1)
    return broken(
      `${text}: the database stops when there is none.`,
      'Make room, or move the data folder to a larger disk.',
    );
  if (free < 5) return warning(text, 'Plan for more: items, files and the ledger grow.');
  return fine(text);
}

/** Whether the secret is there, whole, and nobody else's to read. */
export function checkSecret({ dataDir }: Pick<Config, 'dataDir'>): Finding {
  const path = join(dataDir, 'secret.key');
  if (!existsSync(path))
    return existsSync(join(dataDir, 'postgres'))
      ? broken(
          `${path} is missing, beside a database that was sealed with it.`,
          'Put it back from your copy before you start the server, which would make another.',
        )
      : fine('Not there yet; the first start makes it. Keep a copy of it elsewhere.');
  try {
    if (Buffer.from(readFileSync(path, 'utf8').trim(), 'base64').length !== 32)
      return broken(`${path} does not hold 32 bytes.`, 'Put it back from your copy.');
  } catch (error) {
    return broken(
      `${path} cannot be read: ${reasonOf(error)}`,
      'Run this as the user that runs the server.',
    );
  }
  return (statSync(path).mode & 0o077) === 0
    ? fine('There, whole, and readable by its owner only. Keep a copy elsewhere.')
    : warning(`${path} can be read by other users.`, `Run "chmod 600 ${path}".`);
}

/** Whether the console and the public pages were built. */
export function checkPages(installed: string): Finding {
  const missing = ['console', 'public'].filter(
    (part) => !existsSync(join(installed, part, 'dist', '.stamp')),
  );
  if (missing.length === 0) return fine('Built');
  return existsSync(join(installed, 'node_modules', 'vite'))
    ? fine(`Not built yet: ${missing.join(', ')}. The next start builds them.`)
    : broken(
        `Not built: ${missing.join(', ')}, and the builder is not installed.`,
        `Run "npm ci" in ${installed}.`,
      );
}

/** Whether there is something to decode videos with. */
async function checkVideos(): Promise<Finding> {
  try {
    const { kind, version } = await findFfmpeg();
    const which = kind === 'program' ? `ffmpeg ${version}` : `${version} (WebAssembly, slower)`;
    return fine(`Compared by what they show, with ${which}`);
  } catch (error) {
    return warning('Not compared by what they show: no ffmpeg was found.', reasonOf(error));
  }
}

async function checkPort({ port, host, publicUrl }: Config): Promise<Finding> {
  if (await canListen(port, host)) return fine(`${port} on ${host} is free.`);
  const answer = await fetch(`http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}/healthz`, {
    signal: AbortSignal.timeout(3000),
  })
    .then((response) => response.json() as Promise<{ status?: string }>)
    .catch(() => null);
  return answer?.status === 'alive'
    ? fine(`A Commonweal answers on ${port}; people reach it at ${publicUrl}.`)
    : broken(
        `${port} on ${host} is taken by another program, or not ours to use.`,
        'Set PORT to another number, or stop that program.',
      );
}

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}

function nearestFolder(path: string): string {
  return existsSync(path) ? path : nearestFolder(dirname(path));
}
