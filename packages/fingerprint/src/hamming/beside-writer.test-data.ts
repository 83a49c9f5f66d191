/** A thread that searches while another one writes; for beside-writer.test.ts. */
import { parentPort, workerData } from 'node:worker_threads';
import { hammingDistance } from '../pdq/pdq-hash.ts';
import { flipped, hashOfNumber, nearDuplicate } from './fingerprints.test-data.ts';
import { openHammingReader, type HammingHandle } from './hamming-reader.ts';

/** Words that the threads share: how far the writer is, whether to stop, and each reader's searches. */
export const INSERTED = 0;
export const REMOVED = 1;
export const STOP = 2;
export const searchesOf = (reader: number): number => 3 + reader;

/** What a reader begins with. */
export interface ReaderData {
  readonly handle: HammingHandle;
  readonly words: Int32Array<SharedArrayBuffer>;
  readonly reader: number;
}

/**
 * The hash of an entry: near-duplicates of four pictures, one hash that thousands have, and random
 * ones. Even entries stay once they are in, odd ones go again.
 */
export function hashOfEntry(entry: number): Uint8Array {
  if (entry % 16 >= 14) return hashOfNumber('popular');
  return entry % 4 < 2 ? nearDuplicate(entry, 4) : hashOfNumber(entry);
}

function searchUntilStopped({ handle, words, reader }: ReaderData): void {
  const index = openHammingReader(handle);
  const known = new Map<number, Uint8Array>();
  const hashOf = (entry: number): Uint8Array => {
    const hash = known.get(entry) ?? hashOfEntry(entry);
    known.set(entry, hash);
    return hash;
  };
  for (let round = reader; Atomics.load(words, STOP) === 0; round += 7) {
    const inserted = Atomics.load(words, INSERTED);
    const removed = Atomics.load(words, REMOVED);
    const at = (round * 2_654_435_761) % 4_294_967_296;
    const sought = inserted > 0 && round % 2 === 0 ? (at % inserted) * 2 : null;
    const gone = removed > 0 ? (at % removed) * 2 + 1 : null;
    const entry = sought ?? gone;
    if (entry === null) continue;
    const flips = round % 32;
    const query = flipped(hashOf(entry), flips, round);
    const hits = index.search(query);
    if (sought !== null && !hits.some((hit) => hit.entry === sought && hit.distance === flips))
      throw new Error(`Entry ${sought} was in before the search began, and was not found.`);
    const seen = new Set<number>();
    for (const hit of hits) {
      if (seen.has(hit.entry)) throw new Error(`Entry ${hit.entry} was found twice.`);
      seen.add(hit.entry);
      if (hammingDistance(hashOf(hit.entry), query) !== hit.distance)
        throw new Error(`Entry ${hit.entry} has never been ${hit.distance} bits from there.`);
      if (hit.entry % 2 === 1 && hit.entry < removed * 2)
        throw new Error(`Entry ${hit.entry} was out before the search began, and was found.`);
    }
    Atomics.add(words, searchesOf(reader), 1);
  }
  index.close();
}

parentPort?.once('message', (data: ReaderData) => {
  searchUntilStopped(data);
  parentPort?.postMessage('done');
});
if (workerData === 'ready?') parentPort?.postMessage('ready');
