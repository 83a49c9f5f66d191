import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** The product in a process of its own, as `npm start` runs it, so that it can be killed and measured. */
export interface ServerProcess {
  readonly pid: number;
  readonly url: string;
  /** Milliseconds from the start of the process to its first `ready`. */
  readonly readyAfter: number;
  /** The last part of the one-time link that makes the first desk; null when there is one. */
  readonly setupToken: string | null;
  readonly isOver: () => boolean;
  /** Settles when the process has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** `SIGTERM` ends it in order, `SIGKILL` as a power cut would; resolves when it is gone. */
  kill(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

export interface ServerProcessOptions {
  readonly dataDir: string;
  readonly port: number;
  readonly patience?: number;
}

const root = new URL('../../../', import.meta.url);

/** What `npm start` gives to Node: options, and the file. */
function startArguments(): string[] {
  const { scripts } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
    scripts: { start: string };
  };
  const [node, ...words] = scripts.start.split(' ');
  if (node !== 'node') throw new Error(`npm start no longer begins with node: ${scripts.start}`);
  return words;
}

/**
 * Starts what `npm start` does on a data folder and waits until `GET /readyz` says 200 and the process
 * has said all it says at start.
 * @throws Error with the end of what it wrote when it ends first or is not ready after `patience` ms (120,000)
 */
export async function startServerProcess(options: ServerProcessOptions): Promise<ServerProcess> {
  const { dataDir, port, patience = 120_000 } = options;
  const url = `http://127.0.0.1:${port}`;
  const began = performance.now();
  const child = spawn(process.execPath, startArguments(), {
    cwd: fileURLToPath(root),
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      TMPDIR: process.env['TMPDIR'],
      PORT: String(port),
      COMMONWEAL_DATA: dataDir,
      COMMONWEAL_PUBLIC_URL: url,
      LOG_LEVEL: 'warn',
    },
  });
  const ended = once(child, 'exit').then(
    () => undefined,
    () => undefined,
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-20_000)));
  const isOver = () => child.exitCode !== null || child.signalCode !== null;
  let readyAfter: number | null = null;
  while (readyAfter === null || !said.includes('Ctrl-C stops everything.')) {
    if (isOver() || performance.now() - began > patience) {
      child.kill('SIGKILL');
      throw new Error(`The server did not become ready. It wrote:\n${said}`);
    }
    if (readyAfter === null && (await answersReady(url))) readyAfter = performance.now() - began;
    await sleep(10);
  }
  return {
    pid: child.pid ?? 0,
    url,
    readyAfter,
    setupToken: /\/setup#(\S+)/.exec(said)?.[1] ?? null,
    isOver,
    ended,
    async kill(signal) {
      child.kill(signal);
      await ended;
    },
  };
}

async function answersReady(url: string): Promise<boolean> {
  try {
    const reply = await fetch(`${url}/readyz`);
    await reply.arrayBuffer();
    return reply.status === 200;
  } catch {
    return false;
  }
}

/** A TCP port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return address.port;
}
