/**
 * Which record has exactly this hash: open addressing with linear probing, seen by the writer alone.
 * A word is an id (25 bits) below 7 bits of the hash's mix, which spare most looks at the record.
 */
import { exact, exactMask, recordOf } from './layout.as';

const ID_BITS: u32 = 25;
const ID_MASK: u32 = (1 << ID_BITS) - 1;

// @ts-ignore: decorator
@inline
function step(mixed: u64, word: u64): u64 {
  const product = (mixed ^ word) * 0x9e3779b97f4a7c15;
  return product ^ (product >> 32);
}

// @ts-ignore: decorator
@inline
function mix(hash: usize): u64 {
  return step(
    step(step(step(0x243f6a8885a308d3, load<u64>(hash)), load<u64>(hash, 8)), load<u64>(hash, 16)),
    load<u64>(hash, 24),
  );
}

// @ts-ignore: decorator
@inline
function same(one: usize, other: usize): bool {
  return (
    ((load<u64>(one) ^ load<u64>(other)) |
      (load<u64>(one, 8) ^ load<u64>(other, 8)) |
      (load<u64>(one, 16) ^ load<u64>(other, 16)) |
      (load<u64>(one, 24) ^ load<u64>(other, 24))) ==
    0
  );
}

// @ts-ignore: decorator
@inline
function wordAt(place: u32): usize {
  return exact + ((<usize>place) << 2);
}

/** The id of the record with the hash at `hash`; 0 when there is none. */
export function findExact(hash: usize): u32 {
  const mixed = mix(hash);
  const tag = <u32>(mixed >> 57);
  let place = <u32>mixed & exactMask;
  while (true) {
    const word = load<u32>(wordAt(place));
    if (word == 0) return 0;
    if (word >> ID_BITS == tag && same(recordOf(word & ID_MASK), hash)) return word & ID_MASK;
    place = (place + 1) & exactMask;
  }
}

/** Puts in a record whose hash is not in yet. There is always room: the table is larger than the records are many. */
export function putExact(id: u32): void {
  const mixed = mix(recordOf(id));
  let place = <u32>mixed & exactMask;
  while (load<u32>(wordAt(place)) != 0) place = (place + 1) & exactMask;
  store<u32>(wordAt(place), id | (<u32>(mixed >> 57) << ID_BITS));
}

/** Takes a record out, and moves up those that were put behind it for want of room. */
export function dropExact(id: u32): void {
  let hole = <u32>mix(recordOf(id)) & exactMask;
  while ((load<u32>(wordAt(hole)) & ID_MASK) != id) hole = (hole + 1) & exactMask;
  let place = hole;
  while (true) {
    place = (place + 1) & exactMask;
    const word = load<u32>(wordAt(place));
    if (word == 0) break;
    const home = <u32>mix(recordOf(word & ID_MASK)) & exactMask;
    if (((place - home) & exactMask) >= ((place - hole) & exactMask)) {
      store<u32>(wordAt(hole), word);
      hole = place;
    }
  }
  store<u32>(wordAt(hole), 0);
}
