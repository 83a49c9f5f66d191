import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile, truncate } from 'node:fs/promises';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { postgresEnvironment } from './create-cluster.ts';
import { numberInUse } from './process-identity.ts';

/**
 * Runs the server as a child and stops it when our end of its standard input closes, which the
 * system does however we die. The interrupt is repeated, since one sent before the server has set
 * its handlers is lost. `$1` is removed after such a stop (and `$2`, a scratch data folder).
 */
const wrapper = `
trap '' TERM HUP INT
run=$1 scratch=$2; shift 2
rm -f "$run/stopping"
exec 3<&0
"$@" </dev/null 3<&- &
server=$!
{ cat >/dev/null; : >"$run/stopping"; while kill -INT $server 2>/dev/null; do sleep 1; done; } <&3 3<&- &
watcher=$!
exec 3<&- </dev/null
wait $server; status=$?
kill -9 $watcher 2>/dev/null
[ -e "$run/stopping" ] && rm -rf "$run" \${scratch:+"$scratch"}
exit $status
`;

/** What one run of the server needs. */
export interface PostmasterPlan {
  readonly binaries: Binaries;
  readonly account: Account;
  readonly cluster: string;
  readonly socketDirectory: string;
  readonly logFile: string;
  /** A data folder to remove with the server; undefined for one that is kept. */
  readonly scratch: string | undefined;
}

/** A running server. */
export interface Postmaster {
  /** Settles when the server has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Asks for a fast shutdown and waits; presses harder after 30 seconds. */
  stop(): Promise<void>;
}

const logLimit = 5_000_000; // bytes kept before the log starts again

/**
 * Starts the server and waits until it answers.
 *
 * @throws with the end of the server's log when it does not start, or does not sync to disk.
 */
export async function startPostmaster(
  plan: PostmasterPlan,
  onProgress: (message: string) => void,
): Promise<Postmaster> {
  const log = await open(plan.logFile, 'a', 0o600);
  const logged = (await log.stat()).size;
  const [start, ...words] = [...plan.account.prefix, '/bin/sh', '-c', wrapper, 'commonweal'];
  words.push(plan.socketDirectory, plan.scratch ?? '', plan.binaries.postgres, ...settings(plan));
  const child = spawn(start, words, {
    ...plan.account.ids,
    cwd: '/',
    detached: true, // an interrupt typed at the terminal is for us: we stop the server in our order
    env: postgresEnvironment,
    stdio: ['pipe', log.fd, log.fd],
  });
  child.unref();
  const ended = once(child, 'exit').then(
    () => undefined,
    () => undefined,
  );
  await log.close();
  const stop = async () => {
    child.ref();
    child.stdin?.destroy();
    await pressUntil(ended, plan.cluster);
  };
  child.once('exit', () => child.stdin?.destroy());
  child.stdin?.on('error', () => undefined);
  if (child.stdin instanceof Socket) child.stdin.unref();
  const over = () => child.exitCode !== null || child.signalCode !== null;
  try {
    await untilReady(plan, over, onProgress);
  } catch (cause) {
    await stop();
    const lines = (await readFile(plan.logFile)).subarray(logged).toString().trim();
    throw new Error(`PostgreSQL did not start in ${plan.cluster}. ${lines.slice(-2_000)}`, {
      cause,
    });
  }
  return { ended, stop };
}

/** Keeps the log from growing for ever; called between runs. */
export async function trimLog(logFile: string): Promise<void> {
  const log = await open(logFile, 'a', 0o600);
  const { size } = await log.stat();
  await log.close();
  if (size > logLimit) await truncate(logFile);
}

function settings({ cluster, socketDirectory, scratch }: PostmasterPlan): string[] {
  const values: Record<string, string> = {
    listen_addresses: '',
    unix_socket_directories: socketDirectory,
    unix_socket_permissions: '0700',
    fsync: 'on',
    synchronous_commit: scratch === undefined ? 'on' : 'off',
    shared_buffers: '32MB',
    max_wal_size: scratch === undefined ? '4GB' : '256MB',
    max_connections: '100',
    timezone: 'UTC',
    // The log must not become a copy of people's posts: no statements, no values, no key details.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_timezone: 'UTC',
  };
  const words = Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return ['-D', cluster, ...words];
}

async function untilReady(
  { socketDirectory }: PostmasterPlan,
  over: () => boolean,
  onProgress: (message: string) => void,
): Promise<void> {
  const began = Date.now();
  const patience = began + 60_000;
  let recovering = false;
  for (;;) {
    if (over()) throw new Error('The server ended.');
    const client = new Client({ host: socketDirectory, user: 'postgres', database: 'postgres' });
    client.on('error', () => undefined);
    try {
      await client.connect();
      const { rows } = await client.query<{ fsync: string }>('show fsync');
      if (rows[0]?.fsync === 'on') return;
      throw new Error('fsync is off in postgresql.conf: what it stores could be lost. Turn it on.');
    } catch (error) {
      const { code } = error as { code?: string };
      if (code === undefined) throw error;
      // Every start says "starting up" for a moment; only a long one is recovery.
      if (code === '57P03' && !recovering && Date.now() - began > 2000) {
        recovering = true;
        onProgress('The database is recovering from an unclean stop.');
      }
      // Recovery takes as long as it takes; a server that does not even listen has one minute.
      if (code !== '57P03' && Date.now() > patience) throw error;
    } finally {
      await client.end().catch(() => undefined);
    }
    await sleep(20);
  }
}

async function pressUntil(ended: Promise<void>, cluster: string): Promise<void> {
  for (const signal of ['SIGQUIT', 'SIGKILL'] as const) {
    const late = new AbortController();
    const inTime = await Promise.race([
      ended.then(() => true),
      sleep(30_000, false, { signal: late.signal }).catch(() => false),
    ]);
    late.abort();
    if (inTime) return;
    const server = await readPostmasterProcess(cluster);
    if (server !== undefined && numberInUse(server)) process.kill(server, signal);
  }
  await ended;
}

/** The process number in `postmaster.pid`, when there is such a file. */
export async function readPostmasterProcess(cluster: string): Promise<number | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => undefined);
  const number = Number.parseInt(text ?? '', 10);
  return Number.isSafeInteger(number) && number > 0 ? number : undefined;
}
