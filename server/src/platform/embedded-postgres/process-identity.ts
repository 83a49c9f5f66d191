import { execFile } from 'node:child_process';
import { readFile, readlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { promisify } from 'node:util';

/** A process, told apart from a later one that was given the same number. */
export interface ProcessIdentity {
  readonly process: number;
  /** When it started, in the system's own words; undefined where the system does not tell. */
  readonly started: string | undefined;
}

/** Names the place process numbers are valid in: machine, boot and process namespace. */
export async function placeOfProcesses(): Promise<string> {
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
  const namespace = await readlink('/proc/self/ns/pid').catch(() => '');
  return [hostname(), boot.trim(), namespace].join(' ');
}

/** Identifies a process number of this place as it is now. */
export async function identify(process: number): Promise<ProcessIdentity> {
  return { process, started: await startOf(process) };
}

/** Says whether that very process still runs; a reused number does not count. */
export async function isRunning(identity: ProcessIdentity): Promise<boolean> {
  if (!numberInUse(identity.process)) return false;
  const started = await startOf(identity.process);
  if (started === undefined) return identity.started === undefined;
  return identity.started === undefined || started === identity.started;
}

/** Says whether any process has this number (it may be another user's). */
export function numberInUse(process_: number): boolean {
  try {
    process.kill(process_, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function startOf(process_: number): Promise<string | undefined> {
  if (process.platform === 'linux') {
    const stat = await readFile(`/proc/${process_}/stat`, 'utf8').catch(() => undefined);
    // proc(5): the command, in parentheses, may hold spaces; state is field 3, start time field 22.
    const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields === undefined || fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
  }
  const { stdout } = await promisify(execFile)('ps', ['-o', 'lstart=', '-p', `${process_}`]).catch(
    () => ({ stdout: '' }),
  );
  return stdout.trim() || undefined;
}
