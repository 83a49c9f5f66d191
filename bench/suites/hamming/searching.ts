/** A thread that searches until it is told to stop, and counts. */
import { parentPort, workerData } from 'node:worker_threads';
import { openHammingReader, type HammingHandle } from '@commonweal/fingerprint';

export interface Task {
  readonly handle: HammingHandle;
  /** 32 bytes for each query. */
  readonly queries: Uint8Array;
  /** Word 0: not 0 to stop. Word `1 + number`: how many were asked. */
  readonly words: Int32Array;
  readonly number: number;
}

const { handle, queries, words, number } = workerData as Task;
const reader = openHammingReader(handle);
const atOnce = Math.min(64, queries.length / 32);
parentPort?.postMessage('ready');
for (let at = 0; Atomics.load(words, 0) === 0; at = (at + atOnce) % (queries.length / 32)) {
  const some = queries.subarray(at * 32, (at + atOnce) * 32);
  reader.searchMany(some, { limit: 200 });
  Atomics.add(words, 1 + number, some.length / 32);
}
reader.close();
