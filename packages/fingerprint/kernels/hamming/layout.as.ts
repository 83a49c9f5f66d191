/**
 * Where things are in the memory that all threads share; src/hamming/layout.ts lays it out and
 * writes the control words. Each instance reads them once into globals of its own.
 *
 * record   64 bytes: the permuted hash (32), the next ids in bands 0 to 7 (8 x u32). One cache line.
 * side     the next ids in the bands from 8
 * cell     8 bytes: an entry (u32) and a link (u32): 0 no entry, 1 no more entries, else node + 1
 * node     16 bytes: entry, link, the node before (0: the cell), the record (0: not in use)
 * heads    for each band one u32 for each value: the id of the first record that has it. 0: none
 */

/** Numbers of the control words. */
export const EPOCH: usize = 0;
export const HIGH: usize = 64;
const GEOMETRY: usize = 128;
const BANDS_AT: usize = 256;
const SLOTS_AT: usize = 1024;

/** Bytes before the memory of the readers, of which each has SLOT_BYTES. */
export const MOST_READERS: i32 = 64;
const SLOT_BYTES: usize = 1 << 18;

export let bands: i32 = 0;
export let records: usize = 0;
export let side: usize = 0;
export let sideBytes: usize = 0;
export let cells: usize = 0;
export let exact: usize = 0;
export let exactMask: u32 = 0;
export let nodes: usize = 0;
export let nodeTable: usize = 0;
export let nodeTableMask: u32 = 0;
let permutation: usize = 0;

/** This instance's slot: the offsets of its parts. */
export let announced: usize = 0;
export let input: usize = 0;
export let query: usize = 0;
export let histogram: usize = 0;
export let lengths: usize = 0;
export let listsAt: usize = 0;
export let lists: usize = 0;
export let hits: usize = 0;
export let entriesOut: usize = 0;
export let batch: usize = 0;

/** Reads the geometry, and takes the slot of that number (0 is the writer's). */
export function useSlot(slot: i32): usize {
  bands = load<i32>(GEOMETRY);
  records = load<u32>(GEOMETRY + 4);
  side = load<u32>(GEOMETRY + 8);
  sideBytes = load<u32>(GEOMETRY + 12);
  cells = load<u32>(GEOMETRY + 16);
  exact = load<u32>(GEOMETRY + 20);
  exactMask = load<u32>(GEOMETRY + 24);
  nodes = load<u32>(GEOMETRY + 28);
  nodeTable = load<u32>(GEOMETRY + 32);
  nodeTableMask = load<u32>(GEOMETRY + 36);
  permutation = load<u32>(GEOMETRY + 40);
  const first: usize = load<u32>(GEOMETRY + 44);

  announced = announcedBy(slot);
  const at = first + <usize>slot * SLOT_BYTES;
  input = at;
  query = at + 64;
  lengths = at + 128;
  listsAt = at + 192;
  histogram = at + 256;
  entriesOut = at + 4096;
  lists = at + 8192;
  hits = at + 32768;
  batch = at + 131072;
  return at;
}

/** Where a reader says since which epoch it has been reading (0: it is not). A cache line for each. */
// @ts-ignore: decorator
@inline
export function announcedBy(slot: i32): usize {
  return SLOTS_AT + ((<usize>slot) << 6);
}

/** A band's first bit, its width, the address of its heads, and how many flipped bits are probed at most. */
// @ts-ignore: decorator
@inline
export function firstBit(band: i32): usize {
  return load<u32>(BANDS_AT + ((<usize>band) << 4));
}
// @ts-ignore: decorator
@inline
export function widthOf(band: i32): i32 {
  return load<i32>(BANDS_AT + ((<usize>band) << 4) + 4);
}
// @ts-ignore: decorator
@inline
export function headsOf(band: i32): usize {
  return load<u32>(BANDS_AT + ((<usize>band) << 4) + 8);
}
// @ts-ignore: decorator
@inline
export function mostFlips(band: i32): i32 {
  return load<i32>(BANDS_AT + ((<usize>band) << 4) + 12);
}

/** A band of the hash at `hash`. At most 24 bits wide, so that four bytes hold it; slots and records have bytes after it. */
// @ts-ignore: decorator
@inline
export function bandOf(hash: usize, bit: usize, width: i32): u32 {
  return (load<u32>(hash + (bit >> 3)) >> <u32>(bit & 7)) & ((1 << <u32>width) - 1);
}

// @ts-ignore: decorator
@inline
export function recordOf(id: u32): usize {
  return records + ((<usize>id) << 6);
}
// @ts-ignore: decorator
@inline
export function cellOf(id: u32): usize {
  return cells + ((<usize>id) << 3);
}
// @ts-ignore: decorator
@inline
export function nodeOf(node: u32): usize {
  return nodes + ((<usize>node) << 4);
}

/** Where a record holds the id that comes after it in a band. */
// @ts-ignore: decorator
@inline
export function nextOf(id: u32, band: i32): usize {
  return band < 8
    ? recordOf(id) + 32 + ((<usize>band) << 2)
    : side + <usize>id * sideBytes + ((<usize>(band - 8)) << 2);
}

/** The hash at `from` with its bits in the fixed random order, to `to`. By half bytes: 64 rows of 16. */
export function permute(from: usize, to: usize): void {
  let low = i64x2.splat(0);
  let high = i64x2.splat(0);
  let row = permutation;
  for (let at: usize = 0; at < 32; at++) {
    const byte: usize = load<u8>(from + at);
    const first = row + ((byte & 15) << 5);
    const second = row + 512 + ((byte >> 4) << 5);
    low = v128.or(low, v128.or(v128.load(first), v128.load(second)));
    high = v128.or(high, v128.or(v128.load(first, 16), v128.load(second, 16)));
    row += 1024;
  }
  v128.store(to, low);
  v128.store(to, high, 16);
}
