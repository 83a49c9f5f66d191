import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { HammingHandle } from './hamming-reader.ts';
import {
  copyInto,
  emptyBody,
  highId,
  insertInput,
  removeInput,
  type IndexBody,
} from './index-body.ts';
import { SLOTS, SUPERSEDED_WORD, announcedWord } from './layout.ts';
import { planFor } from './plan.ts';
import {
  requireHash,
  runSearch,
  runSearchMany,
  type HammingHit,
  type SearchOptions,
} from './run-search.ts';
import { writeSnapshot } from './write-snapshot.ts';

/**
 * Fingerprints of 256 bits with the entries that have them, searched exactly within a radius. One
 * thread has the index and changes it; `share` lets other threads search it at the same time.
 */
export interface HammingIndex {
  /** Adds an entry (a whole number below 2^32 that means something to the caller). False when the hash has it already. */
  insert(hash: Uint8Array, entry: number): boolean;
  /** Inserts hashes that lie one after the other, 32 bytes each. Gives how many were new. */
  insertMany(hashes: Uint8Array, entries: Uint32Array): number;
  /** Takes an entry away. From then on no search that begins finds it. False when it was not there. */
  remove(hash: Uint8Array, entry: number): boolean;
  /** All entries within the radius, nearest first; or with a limit the nearest of them. */
  search(hash: Uint8Array, options?: SearchOptions): HammingHit[];
  /** Searches hashes that lie one after the other, 32 bytes each. */
  searchMany(hashes: Uint8Array, options?: SearchOptions): HammingHit[][];
  /** How many entries there are. */
  readonly size: number;
  stats(): HammingStats;
  /** A handle for one other thread; at most 63 at a time. */
  share(): HammingHandle;
  /**
   * Writes a snapshot beside `path` and puts it into place when it is whole and on the disk. The index
   * may be changed meanwhile: the file is the index as it was at the call. `sequence`: a whole number
   * that says up to which change it has everything. One at a time.
   */
  save(path: string, options: { readonly sequence: number }): Promise<void>;
}

export interface HammingStats {
  readonly entries: number;
  /** Records in use or not yet free again, each for one hash. */
  readonly records: number;
  /** How many different hashes there is room for until the index moves into a larger memory. */
  readonly capacity: number;
  readonly bands: number;
  readonly readers: number;
  /** Bytes of address space; pages that were never written take no memory. */
  readonly reservedBytes: number;
}

/** A channel to each reader, by its slot. */
type Readers = Map<number, MessagePort>;

/** An index with nothing in it. `expected`: room for so many different hashes from the start; it grows by itself, which takes a second for two million. */
export function createHammingIndex(options: { readonly expected?: number } = {}): HammingIndex {
  const { expected = 0 } = options;
  if (!Number.isInteger(expected) || expected < 0)
    throw new RangeError(`The number of hashes expected is a whole number, not ${expected}.`);
  return indexOf(emptyBody(planFor(expected)));
}

/** The index that has this body to begin with. */
export function indexOf(first: IndexBody): HammingIndex {
  let body = first;
  let saving = false;
  const readers: Readers = new Map();

  function grow(): void {
    const from = body;
    const to = emptyBody(planFor(from.layout.plan.capacity + 1));
    copyInto(from, to);
    body = to;
    for (const port of readers.values()) port.postMessage({ memory: to.memory });
    Atomics.store(from.kernel.words, SUPERSEDED_WORD, 1);
  }

  function insert(hash: Uint8Array, entry: number): boolean {
    for (;;) {
      body.kernel.input.set(hash);
      const done = insertInput(body, entry);
      if (done !== 'full') return done === 'inserted';
      grow();
    }
  }

  return {
    insert(hash, entry) {
      requireHash(hash);
      requireEntry(entry);
      return insert(hash, entry);
    },
    insertMany(hashes, entries) {
      if (hashes.length !== entries.length * 32)
        throw new RangeError(
          `Each of the ${entries.length} entries needs a hash of 32 bytes; there are ${hashes.length} bytes.`,
        );
      let added = 0;
      entries.forEach((entry, at) => {
        if (insert(hashes.subarray(at * 32, at * 32 + 32), entry)) added += 1;
      });
      return added;
    },
    remove(hash, entry) {
      requireHash(hash);
      requireEntry(entry);
      body.kernel.input.set(hash);
      return removeInput(body, entry);
    },
    search: (hash, options = {}) => runSearch(body.kernel, hash, options),
    searchMany: (hashes, options = {}) => runSearchMany(body.kernel, hashes, options),
    get size() {
      return body.entries;
    },
    stats: () => ({
      entries: body.entries,
      records: highId(body) - 1,
      capacity: body.layout.plan.capacity,
      bands: body.layout.plan.bands.length,
      readers: readers.size,
      reservedBytes: body.layout.bytes,
    }),
    share() {
      const slot = freeSlot(readers);
      const { port1, port2 } = new MessageChannel();
      readers.set(slot, port1);
      // Also when the thread was ended in the middle of a search.
      port1.on('close', () => {
        readers.delete(slot);
        Atomics.store(body.kernel.words, announcedWord(slot), 0);
      });
      port1.unref();
      return { memory: body.memory, slot, port: port2 };
    },
    async save(path, { sequence }) {
      if (!Number.isSafeInteger(sequence) || sequence < 0)
        throw new RangeError(`The sequence number is a whole number from 0, not ${sequence}.`);
      if (saving) throw new Error('A snapshot is being written already. Wait for it.');
      saving = true;
      try {
        await writeSnapshot(body, path, sequence);
      } finally {
        saving = false;
      }
    },
  };
}

function requireEntry(entry: number): void {
  if (!Number.isInteger(entry) || entry < 0 || entry > 0xffff_ffff)
    throw new RangeError(`An entry is a whole number from 0 to 4,294,967,295, not ${entry}.`);
}

function freeSlot(readers: Readers): number {
  for (let slot = 1; slot < SLOTS; slot += 1) if (!readers.has(slot)) return slot;
  throw new Error(
    `${SLOTS - 1} threads share this index already, which is the most. Close a reader or end a thread first.`,
  );
}
