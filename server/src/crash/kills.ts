import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readPostmasterProcess } from '../platform/embedded-postgres/postmaster.ts';
import { startServerProcess, type ServerProcess } from './server-process.ts';

/** A server that can be killed, on a folder and a port that stay. */
export interface Victim {
  readonly dataDir: string;
  readonly port: number;
  server: ServerProcess;
}

const patience = 120_000; // ms

/** `kill -9` the server process and start it again, as an operator's service manager would. */
export async function killServer(victim: Victim): Promise<void> {
  await victim.server.kill('SIGKILL');
  victim.server = await startServerProcess(victim);
}

/**
 * `kill -9` the postmaster; the server brings it back by itself.
 * @throws Error when it does not within two minutes, or when the server ended instead
 */
export async function killPostmaster({ dataDir, server }: Victim): Promise<void> {
  const cluster = join(dataDir, 'postgres');
  const before = await readPostmasterProcess(cluster);
  if (before === undefined) throw new Error('PostgreSQL has no process number.');
  process.kill(before, 'SIGKILL');
  for (const until = Date.now() + patience; ; await sleep(50)) {
    if (server.isOver()) throw new Error('The server ended with its PostgreSQL.');
    const now = await readPostmasterProcess(cluster);
    if (now !== undefined && now !== before && (await isReady(server.url))) return;
    if (Date.now() > until) throw new Error('PostgreSQL was not brought back within two minutes.');
  }
}

async function isReady(url: string): Promise<boolean> {
  try {
    const reply = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(5000) });
    await reply.arrayBuffer();
    return reply.status === 200;
  } catch {
    return false;
  }
}
