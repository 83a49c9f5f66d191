import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { setImmediate as othersTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import {
  INSERTED,
  REMOVED,
  STOP,
  hashOfEntry,
  searchesOf,
  type ReaderData,
} from './beside-writer.test-data.ts';
import { hashOfNumber } from './fingerprints.test-data.ts';
import { createHammingIndex, indexOf, type HammingIndex } from './hamming-index.ts';
import { openHammingReader } from './hamming-reader.ts';
import { emptyBody } from './index-body.ts';
import { plans } from './plan.ts';

const READERS = 2;
const SEARCHES = 2000;
const STEPS = 40_000;
const MOST_STAYING = 8000;
/** So many entries that go again are in at a time. */
const WINDOW = 1500;

async function startReader(index: HammingIndex, words: ReaderData['words'], reader: number) {
  const worker = new Worker(new URL('beside-writer.test-data.ts', import.meta.url), {
    workerData: 'ready?',
  });
  await once(worker, 'message');
  const handle = index.share();
  worker.postMessage({ handle, words, reader } satisfies ReaderData, [handle.port]);
  let failure: Error | undefined;
  worker.once('error', (error) => (failure = error as Error));
  return { worker, failed: () => failure };
}

test('readers in other threads see whole entries only, every one that was in before, and none that was out', async () => {
  // So small that it is outgrown beneath the readers.
  const index = indexOf(emptyBody({ capacity: 2500, bands: plans[0]?.bands ?? [] }));
  const words = new Int32Array(new SharedArrayBuffer((3 + READERS) * 4));
  const readers = await Promise.all(
    Array.from({ length: READERS }, (_, reader) => startReader(index, words, reader)),
  );
  const failed = () => readers.some((reader) => reader.failed() !== undefined);
  const searched = () =>
    readers.every((_, reader) => Atomics.load(words, searchesOf(reader)) >= SEARCHES);
  const ends = readers.map(({ worker }) => once(worker, 'exit'));
  for (let step = 0; (step < STEPS || !searched()) && !failed(); step += 1) {
    if (step % 5 === 0 && step / 5 < MOST_STAYING) {
      index.insert(hashOfEntry((step / 5) * 2), (step / 5) * 2);
      Atomics.store(words, INSERTED, step / 5 + 1);
    }
    index.insert(hashOfEntry(step * 2 + 1), step * 2 + 1);
    const going = step - WINDOW;
    if (going >= 0) {
      assert.ok(index.remove(hashOfEntry(going * 2 + 1), going * 2 + 1));
      Atomics.store(words, REMOVED, going + 1);
    }
    if (step % 500 === 0) await othersTurn();
  }
  Atomics.store(words, STOP, 1);
  await Promise.all(ends);
  for (const reader of readers) assert.ifError(reader.failed());
  assert.ok(searched());
  assert.ok(index.stats().capacity > 2500);
  assert.equal(index.size, MOST_STAYING + WINDOW);
  // The index hears of it a turn after the thread has ended.
  while (index.stats().readers > 0) await othersTurn();
});

test('a thread that ends without closing gives its place back', async () => {
  const index = createHammingIndex();
  const words = new Int32Array(new SharedArrayBuffer((3 + READERS) * 4));
  index.insert(hashOfEntry(0), 0);
  Atomics.store(words, INSERTED, 1);
  const { worker } = await startReader(index, words, 0);
  while (Atomics.load(words, searchesOf(0)) === 0) await othersTurn();
  assert.equal(index.stats().readers, 1);
  await worker.terminate();
  while (index.stats().readers > 0) await othersTurn();
  // What was unlinked meanwhile can be used again, and searching goes on.
  for (let number = 0; number < 5000; number += 1) {
    index.insert(hashOfNumber(number), number);
    index.remove(hashOfNumber(number), number);
  }
  assert.equal(index.size, 1);
});

test('at most 63 threads share an index, and a closed reader says so', () => {
  const index = createHammingIndex();
  const handles = Array.from({ length: 63 }, () => index.share());
  assert.throws(() => index.share(), /63 threads/);
  const [handle] = handles;
  assert.ok(handle);
  const reader = openHammingReader(handle);
  index.insert(hashOfNumber(1), 1);
  assert.deepEqual(reader.search(hashOfNumber(1)), [{ entry: 1, distance: 0 }]);
  reader.close();
  assert.throws(() => reader.search(hashOfNumber(1)), /closed/);
  for (const { port } of handles) port.close();
});
