/**
 * The exact Hamming-radius index over a memory that many threads share: one writes, the others read.
 * src/hamming/ lays the memory out, hands out ids and nodes, and calls this; the parts are in hamming/.
 *
 * What readers rely on: a record is whole before a head leads to it; a record, a chain or a node
 * that a reader may be at is not written again before the reader has left (epochs, `enter` and
 * `leave`). Heads and links are read without ordering, which is enough because what is behind them is
 * reached through the address that was read.
 */
import { findExact, putExact } from './hamming/exact.as';
import { NOT_THERE, dropEntry, firstEntry, hasEntry, moreEntry } from './hamming/entries.as';
import {
  HIGH,
  bandOf,
  bands,
  batch,
  cellOf,
  entriesOut,
  firstBit,
  headsOf,
  hits,
  input,
  nextOf,
  nodeOf,
  permute,
  query,
  recordOf,
  useSlot,
  widthOf,
} from './hamming/layout.as';
import { begin, cutoff, enter, hitCount, leave, looks, proceed } from './hamming/search.as';

export { useSlot, enter, leave, proceed };
export { doom, unlink, endEpoch, oldestReading } from './hamming/unlink.as';

/** Where hits, entries and hashes of a batch are found, and where a hash is to be put. */
export function hitsAt(): usize {
  return hits;
}
export function entriesAt(): usize {
  return entriesOut;
}
export function batchAt(): usize {
  return batch;
}
export function inputAt(): usize {
  return input;
}

/** Begins a search around the hash that was put into place, between `enter` and `leave`. */
export function search(radius: u32, limit: u32): i32 {
  permute(input, query);
  begin(radius, limit);
  return proceed();
}

/** Hits of the last call; the distance above which hits are not wanted; records looked at. */
export function hitsFound(): u32 {
  return hitCount;
}
export function cutoffNow(): u32 {
  return cutoff;
}
export function looksTaken(): u32 {
  return looks;
}

/** Up to 1,000 entries along a link of a hit, to `entriesAt`: how many there are, and the link to go on with. */
export function followEntries(from: u32): u32 {
  let link = from;
  let count: u32 = 0;
  while (link > 1 && count < 1000) {
    const node = nodeOf(link - 1);
    store<u32>(entriesOut + 8 + ((<usize>count) << 2), load<u32>(node));
    link = atomic.load<u32>(node + 4);
    count++;
  }
  store<u32>(entriesOut, link);
  return count;
}

/** What `insert` did; src/hamming/kernel.ts knows the numbers. */
const PRESENT: i32 = 0;
const NEW_RECORD: i32 = 1;
const NEW_NODE: i32 = 2;
const REVIVED: i32 = 3;

/** Puts in an entry for the hash that was put into place, with this id for a new record or this node for another entry. */
export function insert(entry: u32, id: u32, spare: u32): i32 {
  permute(input, query);
  return insertPermuted(query, entry, id, spare);
}

/** The same for the hash of number `at` in the batch, which is in its permuted order already. */
export function insertFromBatch(at: u32, entry: u32, id: u32, spare: u32): i32 {
  return insertPermuted(batch + ((<usize>at) << 5), entry, id, spare);
}

function insertPermuted(hash: usize, entry: u32, id: u32, spare: u32): i32 {
  const known = findExact(hash);
  if (known == 0) {
    link(hash, id, entry);
    return NEW_RECORD;
  }
  if (load<u32>(cellOf(known), 4) == 0) {
    firstEntry(known, entry);
    return REVIVED;
  }
  if (hasEntry(known, entry)) return PRESENT;
  moreEntry(known, entry, spare);
  return NEW_NODE;
}

/** Fills a free record, then its cell, then leads to it from the heads. */
function link(hash: usize, id: u32, entry: u32): void {
  const record = recordOf(id);
  memory.copy(record, hash, 32);
  for (let band = 0; band < bands; band++) {
    const head = headsOf(band) + ((<usize>bandOf(record, firstBit(band), widthOf(band))) << 2);
    store<u32>(nextOf(id, band), load<u32>(head));
  }
  // In order for all heads at once: an atomic store each would keep them from being fetched together.
  firstEntry(id, entry);
  if (atomic.load<u64>(cellOf(id)) == 0) unreachable();
  if (id >= load<u32>(HIGH)) store<u32>(HIGH, id + 1);
  for (let band = 0; band < bands; band++) {
    const head = headsOf(band) + ((<usize>bandOf(record, firstBit(band), widthOf(band))) << 2);
    store<u32>(head, id);
  }
  putExact(id);
}

/** Takes an entry away from the hash that was put into place. See `dropEntry`; `idFound` names the record. */
export function remove(entry: u32): i32 {
  permute(input, query);
  found = findExact(query);
  if (found == 0) return NOT_THERE;
  return dropEntry(found, entry);
}

let found: u32 = 0;
export function idFound(): u32 {
  return found;
}
