import { SEARCH_DONE, SEARCH_MORE, type Kernel } from './kernel.ts';
import { PDQ_RADIUS } from './plan.ts';

/** One entry that was found, and how many of the 256 bits differ from what was searched. */
export interface HammingHit {
  readonly entry: number;
  readonly distance: number;
}

export interface SearchOptions {
  /** The most bits that may differ, 0 to 256; 31 unless said. Above 31 everything is looked at. */
  readonly radius?: number;
  /** No more hits than so many, and then the nearest: nothing left out is nearer than one given. All unless said. */
  readonly limit?: number;
  /**
   * The radius of the bank that an entry belongs to: one that is further away is no hit of it, and
   * one below zero (or NaN) is never one. None goes beyond `radius`. The same for all unless said.
   */
  readonly radiusOf?: (entry: number) => number;
}

const ENTRIES_AT_ONCE = 1000;

/** Searches with an instance of the kernel. Hits by distance, those of one distance in any order. Throws a RangeError. */
export function runSearch(kernel: Kernel, hash: Uint8Array, options: SearchOptions): HammingHit[] {
  const { radius = PDQ_RADIUS, radiusOf } = options;
  requireHash(hash);
  if (!Number.isInteger(radius) || radius < 0 || radius > 256)
    throw new RangeError(`The radius is a whole number of bits from 0 to 256, not ${radius}.`);
  if (
    options.limit !== undefined &&
    (!Number.isInteger(options.limit) || options.limit < 1 || options.limit > 0xffff_ffff)
  )
    throw new RangeError(`The limit is a whole number from 1, not ${options.limit}.`);
  if (radiusOf === undefined) return searchWithin(kernel, hash, radius, options.limit);
  // The nearest may be none of their banks', so that all have to be seen.
  const hits = searchWithin(kernel, hash, radius, undefined).filter(
    ({ entry, distance }) => distance <= radiusOf(entry),
  );
  return hits.slice(0, options.limit);
}

function searchWithin(
  kernel: Kernel,
  hash: Uint8Array,
  radius: number,
  limit: number | undefined,
): HammingHit[] {
  kernel.enter();
  try {
    kernel.input.set(hash);
    const found: number[] = [];
    let state = kernel.search(radius, limit ?? 0);
    for (;;) {
      // Anything else: the kernel has begun again, and will come upon these a second time.
      if (state === SEARCH_DONE || state === SEARCH_MORE) takeHits(kernel, limit, found);
      else found.length = 0;
      if (state === SEARCH_DONE) break;
      state = kernel.proceed();
    }
    const hits = byDistance(found, kernel.cutoffNow());
    return limit !== undefined && hits.length > limit ? hits.slice(0, limit) : hits;
  } finally {
    kernel.leave();
  }
}

/** Throws a RangeError for anything but 32 bytes. */
export function requireHash(hash: Uint8Array): void {
  if (hash.length !== 32)
    throw new RangeError(`A fingerprint has 32 bytes (256 bits), this has ${hash.length}.`);
}

/** The hits of the last call, as distance and entry one after the other; of each record no more entries than are wanted. */
function takeHits(kernel: Kernel, limit: number | undefined, found: number[]): void {
  const { words } = kernel;
  const end = kernel.hitsFound() * 4;
  const first = kernel.hitsAt() / 4;
  for (let at = first; at < first + end; at += 4) {
    const distance = words[at] ?? 0;
    found.push(distance, words[at + 1] ?? 0);
    let link = words[at + 2] ?? 0;
    let room = (limit ?? Infinity) - 1;
    while (link > 1 && room > 0) {
      const count = kernel.followEntries(link);
      const from = kernel.entriesAt() / 4;
      link = words[from] ?? 0;
      for (let more = 0; more < count; more += 1) found.push(distance, words[from + 2 + more] ?? 0);
      room -= ENTRIES_AT_ONCE;
    }
  }
}

/** Hits by distance, by counting: thousands of them are ordered in one pass. */
function byDistance(found: readonly number[], farthest: number): HammingHit[] {
  const starts = new Uint32Array(258);
  for (let at = 0; at < found.length; at += 2) {
    const after = (found[at] ?? 0) + 1;
    starts[after] = (starts[after] ?? 0) + 1;
  }
  for (let distance = 1; distance < 258; distance += 1)
    starts[distance] = (starts[distance] ?? 0) + (starts[distance - 1] ?? 0);
  const hits = Array.from<HammingHit>({ length: starts[farthest + 1] ?? 0 });
  for (let at = 0; at < found.length; at += 2) {
    const distance = found[at] ?? 0;
    if (distance > farthest) continue;
    const place = starts[distance] ?? 0;
    starts[distance] = place + 1;
    hits[place] = { entry: found[at + 1] ?? 0, distance };
  }
  return hits;
}

/** Searches hashes that lie one after the other, 32 bytes each. */
export function runSearchMany(
  kernel: Kernel,
  hashes: Uint8Array,
  options: SearchOptions,
): HammingHit[][] {
  if (hashes.length % 32 !== 0)
    throw new RangeError(
      `Fingerprints of 32 bytes are to lie one after the other; ${hashes.length} bytes are no whole number of them.`,
    );
  const results: HammingHit[][] = [];
  for (let at = 0; at < hashes.length; at += 32)
    results.push(runSearch(kernel, hashes.subarray(at, at + 32), options));
  return results;
}
