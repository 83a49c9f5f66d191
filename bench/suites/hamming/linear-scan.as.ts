/**
 * What the index is measured against: every hash of 32 bytes looked at in turn, given up after half of
 * its bits where those already differ too much. As fast as a scan gets here: it is bound by memory.
 * Memory: the query at 0, hits from 64 (number of the hash, distance), the hashes from `base`.
 */
const QUERY: usize = 0;
const HITS: usize = 64;

/** Looks at `count` hashes from `base`, and writes down up to `room` within the radius. Gives how many there are. */
export function scan(base: usize, count: u32, radius: i32, room: i32): i32 {
  const a = load<u64>(QUERY);
  const b = load<u64>(QUERY, 8);
  const c = load<u64>(QUERY, 16);
  const d = load<u64>(QUERY, 24);
  let found: i32 = 0;
  for (let at: u32 = 0; at < count; at++) {
    const hash = base + ((<usize>at) << 5);
    const half = <i32>(popcnt(a ^ load<u64>(hash)) + popcnt(b ^ load<u64>(hash, 8)));
    if (half > radius) continue;
    const whole = half + <i32>(popcnt(c ^ load<u64>(hash, 16)) + popcnt(d ^ load<u64>(hash, 24)));
    if (whole > radius) continue;
    if (found < room) {
      store<u32>(HITS + ((<usize>found) << 3), at);
      store<u32>(HITS + ((<usize>found) << 3), <u32>whole, 4);
    }
    found++;
  }
  return found;
}
