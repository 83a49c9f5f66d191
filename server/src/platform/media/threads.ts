import { availableParallelism, totalmem } from 'node:os';

/** A picture of 100 megapixels takes 300 MB decoded, and its file and the decoder's own besides. */
const bytesEach = 1024 ** 3;
/** Node's own, for files, names and passwords, unless UV_THREADPOOL_SIZE says otherwise. */
const poolUnlessTold = 4;

/**
 * How many pictures are decoded at a time. One processor is left to the callers; each decoder also
 * holds one thread of libuv's pool while it works, of which two stay free for files and passwords; and
 * each may use a gigabyte, of which half the machine's is the most that all take together.
 */
export function threadsFor(
  env: NodeJS.ProcessEnv,
  machine = { processors: availableParallelism(), memory: memoryHere() },
): number {
  const pool = Number(env['UV_THREADPOOL_SIZE'] ?? poolUnlessTold) || poolUnlessTold;
  const bounds = [machine.processors - 1, pool - 2, Math.floor(machine.memory / 2 / bytesEach)];
  return Math.max(1, Math.min(...bounds));
}

/** Bytes that this process may use: the container's bound where there is one. */
function memoryHere(): number {
  const bound = process.constrainedMemory();
  return bound > 0 && bound < totalmem() ? bound : totalmem();
}
