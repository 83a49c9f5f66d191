/**
 * Exact search by multi-index hashing (Norouzi, Punjani, Fleet: Fast Exact Search in Hamming Space
 * With Multi-Index Hashing, 2014). The bits are cut into bands, and band i is probed at up to t_i
 * flipped bits: when the t_i + 1 add up to more than the radius, no neighbour is missed.
 *
 * A level is one band at one number of flipped bits. Levels are probed by the number of flips, then
 * by band: after n of them nothing within n - 1 bits is missing, so that whoever wants only the
 * nearest may stop early. A stage is all levels of one number of flips: first the heads are
 * collected, then the chains are followed in rounds, a step of each chain after the other, so that
 * the memory is asked for many records at once.
 */
import {
  HIGH,
  EPOCH,
  announced,
  bandOf,
  bands,
  cellOf,
  firstBit,
  headsOf,
  histogram,
  hits,
  lengths,
  lists,
  listsAt,
  mostFlips,
  nextOf,
  query,
  recordOf,
  widthOf,
} from './layout.as';

/** What a call gives: there is more to come, it is done, or all before is void and it begins again. */
export const MORE: i32 = 0;
export const DONE: i32 = 1;
export const AGAIN: i32 = 2;

/** A hit takes 16 bytes: distance, entry, link to more entries, id. */
const MOST_HITS: u32 = 4096;
const SCAN_STEP: u32 = 1024;
/** A scan is taken when the chains have had more steps than this, or than a quarter of the records. */
const FEWEST_STEPS: u32 = 16384;

export let hitCount: u32 = 0;
/** The distance above which nothing is wanted any more. */
export let cutoff: u32 = 0;
/** How many records the last search looked at, those it met again in another band counted again. */
export let looks: u32 = 0;

let wanted: u32 = 0;
let startRadius: u32 = 0;
let counted: u32 = 0;
let levels: i32 = 0;
let flips: i32 = 0;
let stageBands: i32 = 0;
let band: i32 = 0;
let budget: u32 = 0;
let scanning: bool = false;
let scanned: u32 = 0;
let high: u32 = 0;

/** Says that this thread reads from now on. What is unlinked from now on stays as it is until `leave`. */
export function enter(): void {
  // The second look at the epoch also keeps whatever is read later from being read before it is said.
  let epoch: u32;
  do {
    epoch = atomic.load<u32>(EPOCH);
    atomic.store<u32>(announced, epoch);
  } while (atomic.load<u32>(EPOCH) != epoch);
}

export function leave(): void {
  atomic.store<u32>(announced, 0);
}

/** Begins a search around the hash at `query`. `limit` 0: all within the radius. */
export function begin(radius: u32, limit: u32): void {
  hitCount = 0;
  looks = 0;
  wanted = limit;
  startRadius = radius;
  high = atomic.load<u32>(HIGH);
  levels = 0;
  flips = -1;
  band = 0;
  stageBands = 0;
  budget = max(FEWEST_STEPS, high >> 2);
  let most = 0;
  for (let at = 0; at < bands; at++) most += mostFlips(at) + 1;
  startOver();
  scanning = radius >= <u32>most;
}

function startOver(): void {
  cutoff = startRadius;
  counted = 0;
  scanned = 1;
  if (wanted != 0) memory.fill(histogram, 0, 257 * 4);
}

/** Goes on until the room for hits is full (MORE, after which the hits are taken and it is called again) or all is done. */
export function proceed(): i32 {
  hitCount = 0;
  if (scanning) return scan();
  while (true) {
    let alive: u32 = 0;
    while (band < stageBands) {
      const length = load<u32>(lengths + ((<usize>band) << 2));
      if (hitCount + length > MOST_HITS) return MORE;
      if (length != 0) alive += follow(band, length);
      band++;
    }
    band = 0;
    if (looks > budget) {
      // Chains this long cost more than looking at everything in order.
      scanning = true;
      startOver();
      return AGAIN;
    }
    if (alive == 0 && !nextStage()) return DONE;
  }
}

/** Collects the heads of the next stage. False when what was probed suffices for the cutoff. */
function nextStage(): bool {
  const missing = <i32>cutoff + 1 - levels;
  if (missing <= 0) return false;
  flips++;
  stageBands = 0;
  let list = lists;
  while (stageBands < bands && stageBands < missing && flips <= mostFlips(stageBands)) {
    store<u32>(listsAt + ((<usize>stageBands) << 2), <u32>list);
    const end = collect(stageBands, list);
    store<u32>(lengths + ((<usize>stageBands) << 2), <u32>((end - list) >> 2));
    list = end;
    stageBands++;
  }
  levels += stageBands;
  return true;
}

/** The heads, where there are any, of all values that differ in `flips` bits. Without branches on what is found. */
function collect(at: i32, list: usize): usize {
  const width = widthOf(at);
  const heads = headsOf(at);
  const value = bandOf(query, firstBit(at), width);
  if (flips == 0) return keep(list, heads, value);
  if (flips == 1) {
    for (let one = 0; one < width; one++) list = keep(list, heads, value ^ (1 << one));
    return list;
  }
  // The high bit outside: neighbours in the inner loop lie near one another.
  for (let one = width - 1; one > 0; one--) {
    const flipped = value ^ (1 << one);
    for (let other = 0; other < one; other++) list = keep(list, heads, flipped ^ (1 << other));
  }
  return list;
}

// @ts-ignore: decorator
@inline
function keep(list: usize, heads: usize, value: u32): usize {
  const head = load<u32>(heads + ((<usize>value) << 2));
  store<u32>(list, head);
  return list + (<usize>(head != 0) << 2);
}

/** The distance of a record from the query, which is in the four words. */
// @ts-ignore: decorator
@inline
function apart(record: usize, q0: u64, q1: u64, q2: u64, q3: u64): u32 {
  return <u32>(
    (popcnt(load<u64>(record) ^ q0) +
      popcnt(load<u64>(record, 8) ^ q1) +
      popcnt(load<u64>(record, 16) ^ q2) +
      popcnt(load<u64>(record, 24) ^ q3))
  );
}

/** One step along each chain of a band. Gives how many chains go on. */
function follow(at: i32, length: u32): u32 {
  const q0 = load<u64>(query);
  const q1 = load<u64>(query, 8);
  const q2 = load<u64>(query, 16);
  const q3 = load<u64>(query, 24);
  const list: usize = load<u32>(listsAt + ((<usize>at) << 2));
  const end = list + ((<usize>length) << 2);
  let kept = list;
  for (let from = list; from < end; from += 4) {
    const id = load<u32>(from);
    const record = recordOf(id);
    const next = load<u32>(nextOf(id, at));
    store<u32>(kept, next);
    kept += <usize>(next != 0) << 2;
    const distance = apart(record, q0, q1, q2, q3);
    if (distance <= cutoff && metFirst(record, at)) hit(id, distance);
  }
  looks += length;
  const still = <u32>((kept - list) >> 2);
  store<u32>(lengths + ((<usize>at) << 2), still);
  return still;
}

/**
 * Whether the level at hand is the first at which this record is met: it is taken there and nowhere
 * else. So each record is taken once, however many bands lead to it, and nothing is kept about it.
 */
function metFirst(record: usize, at: i32): bool {
  for (let other = 0; other < bands; other++) {
    const bit = firstBit(other);
    const flipped = bandOf(query, bit, widthOf(other)) ^ bandOf(record, bit, widthOf(other));
    const count = <i32>popcnt(flipped);
    if (count < flips || (count == flips && other < at)) return false;
  }
  return true;
}

function hit(id: u32, distance: u32): void {
  const cell = atomic.load<u64>(cellOf(id));
  const link = <u32>(cell >> 32);
  if (link == 0) return;
  const to = hits + ((<usize>hitCount) << 4);
  store<u32>(to, distance);
  store<u32>(to, <u32>cell, 4);
  store<u32>(to, link, 8);
  store<u32>(to, id, 12);
  hitCount++;
  if (wanted == 0) return;
  const place = histogram + ((<usize>distance) << 2);
  store<u32>(place, load<u32>(place) + 1);
  counted++;
  // Those at the cutoff are not needed when there are enough nearer ones.
  while (cutoff > 0) {
    const farthest = load<u32>(histogram + ((<usize>cutoff) << 2));
    if (counted - farthest < wanted) break;
    counted -= farthest;
    cutoff--;
  }
}

/** Looks at everything in order. A record that is being filled while it is looked at has no entry yet, so it is measured once more after its entry was seen. */
function scan(): i32 {
  const q0 = load<u64>(query);
  const q1 = load<u64>(query, 8);
  const q2 = load<u64>(query, 16);
  const q3 = load<u64>(query, 24);
  while (scanned < high) {
    if (hitCount + SCAN_STEP > MOST_HITS) return MORE;
    const end = min(high, scanned + SCAN_STEP);
    for (let id = scanned; id < end; id++) {
      const record = recordOf(id);
      if (apart(record, q0, q1, q2, q3) > cutoff) continue;
      if (atomic.load<u64>(cellOf(id)) >> 32 == 0) continue;
      const distance = apart(record, q0, q1, q2, q3);
      if (distance <= cutoff) hit(id, distance);
    }
    looks += end - scanned;
    scanned = end;
  }
  return DONE;
}
