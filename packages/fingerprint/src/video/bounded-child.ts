import { execFile, spawn, type ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import type { ChildLimits } from './limits.ts';

/** A program, and who runs it. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  /** Its working and temporary folder. */
  readonly folder: string;
  /** Steps down to this user and group; only root can. */
  readonly as: { readonly uid: number; readonly gid: number } | null;
  /** Whether the bound of memory may be one of address space; a JavaScript engine reserves too much. */
  readonly boundAddresses: boolean;
}

/** How a child ended. `stopped` when it was us. */
export interface ChildEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly timedOut: boolean;
  /** The last of what it said on its error output. */
  readonly said: string;
}

export interface BoundedChild {
  readonly output: Readable;
  /** Never rejects but when the program could not be started. */
  readonly end: Promise<ChildEnd>;
  /** Kills it and all that it started. */
  stop(): void;
}

const SAID_BYTES = 4000;

/**
 * Starts a program in a process group of its own, with an empty environment, without input, and with
 * limits that it cannot lift: wall-clock and processor time, address space, no files written, no
 * core dump, few open files. On Linux with util-linux it cannot gain rights, and the kernel kills
 * it when the thread that started it is gone; elsewhere it ends when its output is not taken any
 * more, or its processor time is up. On Windows only the wall-clock time holds.
 */
export async function startBounded(command: Command, limits: ChildLimits): Promise<BoundedChild> {
  const { file, args } = await wrapped(command, limits);
  const child = spawn(file, args, {
    cwd: command.folder,
    env: environment(command.folder),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    windowsHide: true,
    ...command.as,
  });
  const stop = () => kill(child);
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    stop();
  }, limits.seconds * 1000);
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString('latin1')).slice(-SAID_BYTES);
  });
  const end = new Promise<ChildEnd>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) =>
      resolve({ code, signal, timedOut: timedOut || signal === 'SIGXCPU', said }),
    );
  }).finally(() => clearTimeout(timer));
  // Whoever waits for it hears of it; nobody else need.
  end.catch(() => undefined);
  return { output: child.stdout, end, stop };
}

function kill(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It was quicker.
  }
}

/** Nothing of ours: no keys, no proxies, no library paths. */
function environment(folder: string): NodeJS.ProcessEnv {
  const base = { HOME: folder, TMPDIR: folder, LC_ALL: 'C', AV_LOG_FORCE_NOCOLOR: '1' };
  if (process.platform !== 'win32') return base;
  return { ...base, TEMP: folder, TMP: folder, SystemRoot: process.env['SystemRoot'] };
}

async function wrapped(
  { file, args, boundAddresses }: Command,
  { seconds, memoryMb }: ChildLimits,
): Promise<{ file: string; args: readonly string[] }> {
  if (process.platform === 'win32') return { file, args };
  const bounds = [`-c 0`, `-f 0`, `-n 64`, `-t ${Math.ceil(seconds)}`];
  if (boundAddresses) bounds.push(`-v ${memoryMb * 1024}`);
  // What a system does not know, or has set lower already, stays as it is.
  const script = `${bounds.map((bound) => `ulimit ${bound} 2>/dev/null;`).join(' ')} exec "$@"`;
  const limited = ['/bin/sh', '-c', script, 'sh', file, ...args];
  const whole = (await canTie()) ? [...TIED, ...limited] : limited;
  return { file: whole[0]!, args: whole.slice(1) };
}

const TIED = ['setpriv', '--pdeathsig', 'KILL', '--no-new-privs', '--'];
let tying: Promise<boolean> | undefined;

function canTie(): Promise<boolean> {
  tying ??= promisify(execFile)(TIED[0]!, [...TIED.slice(1), 'true'], { timeout: 20_000 }).then(
    () => true,
    () => false,
  );
  return tying;
}
