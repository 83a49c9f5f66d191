import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { createHammingIndex, type HammingIndex } from '@commonweal/fingerprint';
import type { Figures } from '../../suite.ts';
import { createNumbers, fillClustered, fillRandom, makeQueries } from './hashes.ts';
import { openLinearScan } from './linear-scan.ts';
import type { Task } from './searching.ts';

const radius = 31;
/** As matching asks: the nearest of so many. */
const limit = 200;

/** What is measured of one index, and how long. */
export interface Measuring {
  readonly kind: 'random' | 'clustered';
  readonly entries: number;
  /** How many single queries are timed. */
  readonly queries: number;
  /** How many of those are asked of the scan too. */
  readonly scans: number;
  /** Seconds for each rate. */
  readonly seconds: number;
  readonly threads: number;
  readonly tell: (line: string) => void;
}

/** Builds an index and measures it beside the scan on the same hashes. */
export async function measureIndex(measuring: Measuring): Promise<Figures> {
  const { kind, entries, seconds, threads, tell } = measuring;
  const numbers = createNumbers(kind === 'random' ? 20_261 : 20_262);
  const scan = await openLinearScan(entries);
  (kind === 'random' ? fillRandom : fillClustered)(scan.hashes, numbers);
  const queries = makeQueries(scan.hashes, measuring.queries, numbers);

  const before = process.memoryUsage().rss;
  const began = performance.now();
  const index = createHammingIndex({ expected: entries });
  index.insertMany(
    scan.hashes,
    Uint32Array.from({ length: entries }, (_, entry) => entry),
  );
  const build = (performance.now() - began) / 1000;
  const bytes = (process.memoryUsage().rss - before) / entries;

  const single = timeEach(queries, (query) => index.search(query, { radius, limit }));
  const few = queries.slice(0, measuring.scans);
  const linear = timeEach(few, (query) => scan.search(query, radius));
  const indexed = timeEach(few, (query) => index.search(query, { radius, limit }));
  const missed = few.reduce((sum, query) => {
    const found = new Set(index.search(query, { radius }).map((hit) => hit.entry));
    return sum + scan.search(query, radius).filter((entry) => !found.has(entry)).length;
  }, 0);
  const batched = await rateBeside(index, queries, threads, () => pause(seconds * 1000));
  const figures = {
    build_s: build,
    bytes_per_entry: bytes,
    p50_ms: quantile(single, 0.5),
    p99_ms: quantile(single, 0.99),
    queries_per_s: 1000 / mean(single),
    batched_queries_per_s: batched,
    linear_p50_ms: quantile(linear, 0.5),
    vs_linear: mean(linear) / mean(indexed),
    missed,
  };
  tell(
    `${kind}, ${entries.toLocaleString('en')}: built in ${build.toFixed(2)} s; one query ${figures.p50_ms.toFixed(3)} ms, p99 ${figures.p99_ms.toFixed(3)} ms; ${Math.round(batched)} queries/s on ${threads} threads; scan ${figures.linear_p50_ms.toFixed(2)} ms; ${missed} missed`,
  );
  const writing = kind === 'random' ? await measureWriting(index, queries, measuring) : {};
  return { ...figures, ...writing };
}

/** How fast entries come and go while another thread searches. */
async function measureWriting(
  index: HammingIndex,
  queries: readonly Uint8Array[],
  { entries, seconds, tell }: Measuring,
): Promise<Figures> {
  const numbers = createNumbers(20_263);
  const count = Math.min(100_000, Math.max(1000, entries / 10));
  const hashes = new Uint8Array(count * 32);
  const added = Uint32Array.from({ length: count }, (_, at) => entries + at);
  let inserting = 0;
  let removing = 0;
  let rounds = 0;
  const reads = await rateBeside(index, queries, 1, async () => {
    const ends = performance.now() + seconds * 1000;
    do {
      fillRandom(hashes, numbers);
      let began = performance.now();
      index.insertMany(hashes, added);
      inserting += performance.now() - began;
      began = performance.now();
      added.forEach((entry, at) => index.remove(hashes.subarray(at * 32, at * 32 + 32), entry));
      removing += performance.now() - began;
      rounds += 1;
      // A reader that closes, or a larger memory, is told of between turns.
      await pause(0);
    } while (performance.now() < ends);
  });
  const figures = {
    inserts_per_s: (rounds * count * 1000) / inserting,
    removes_per_s: (rounds * count * 1000) / removing,
    queries_per_s_meanwhile: reads,
  };
  tell(
    `  ${Math.round(figures.inserts_per_s)} inserts and ${Math.round(figures.removes_per_s)} removals a second beside ${Math.round(reads)} queries/s on another thread`,
  );
  return figures;
}

/** Queries a second of so many other threads together, while `work` lasts. */
async function rateBeside(
  index: HammingIndex,
  queries: readonly Uint8Array[],
  threads: number,
  work: () => Promise<void>,
): Promise<number> {
  const words = new Int32Array(new SharedArrayBuffer((1 + threads) * 4));
  const workers = Array.from({ length: threads }, (_, number) => {
    const handle = index.share();
    const data: Task = { handle, queries: Buffer.concat(queries), words, number };
    return new Worker(new URL('searching.ts', import.meta.url), {
      workerData: data,
      transferList: [handle.port],
    });
  });
  await Promise.all(workers.map((worker) => once(worker, 'message')));
  const began = performance.now();
  const asked = () => words.subarray(1).reduce((sum, count) => sum + count, 0);
  const already = asked();
  await work();
  const rate = ((asked() - already) * 1000) / (performance.now() - began);
  Atomics.store(words, 0, 1);
  await Promise.all(workers.map((worker) => once(worker, 'exit')));
  return rate;
}

/** Milliseconds of each, once all have been asked before. */
function timeEach(
  queries: readonly Uint8Array[],
  ask: (query: Uint8Array) => unknown,
): Float64Array {
  queries.slice(0, 200).forEach(ask);
  return Float64Array.from(queries, (query) => {
    const began = performance.now();
    ask(query);
    return performance.now() - began;
  });
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function quantile(values: Float64Array, share: number): number {
  return values.toSorted()[Math.floor((values.length - 1) * share)] ?? Number.NaN;
}
