import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { LoadPlan, LoadResult } from './send.ts';

const send = fileURLToPath(new URL('./send.ts', import.meta.url));

/**
 * Sends items from a process of its own, so that making them does not slow the server's.
 * @throws Error when anything but a 2xx came back
 */
export async function runLoad(plan: LoadPlan): Promise<LoadResult> {
  const child = spawn(process.execPath, [send, JSON.stringify(plan)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let complained = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (complained += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', resolve);
  });
  if (code !== 0) throw new Error(`The load ended with ${code}: ${complained}`);
  const result = JSON.parse(said.trim().split('\n').at(-1) ?? '') as LoadResult;
  if (result.refused > 0) throw new Error(`${result.refused} items were not accepted.`);
  return result;
}
