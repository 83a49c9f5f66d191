import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../../bin/commonweal.mjs', import.meta.url));

/** How a command ended and what it said. */
export interface Spoken {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

/** Runs the real command line, as a person would, with these settings and no others of ours. */
export function commonweal(
  words: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): Promise<Spoken> {
  const { PATH = '', HOME = '', TMPDIR } = process.env;
  const env = { PATH, HOME, ...(TMPDIR === undefined ? {} : { TMPDIR }), ...settings };
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bin, ...words], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 180_000,
    });
    let out = '';
    let error = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (error += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, error }));
  });
}
