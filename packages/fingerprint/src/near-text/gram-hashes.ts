/** A base for the polynomial: odd, so that no unit's part is shifted out. */
const BASE = 0x9e3779b1;

/** MurmurHash3's last step (Appleby, public domain): spreads every bit over all 32. */
function spread(hash: number): number {
  let mixed = hash;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/**
 * A hash of every run of `width` units, by where it begins: a rolling polynomial (Karp and Rabin,
 * 1987), spread over 32 bits (signed). Empty when there are fewer units. Linear.
 */
export function gramHashes(units: Uint16Array, width: number): Int32Array {
  const count = Math.max(0, units.length - width + 1);
  const hashes = new Int32Array(count);
  let leaving = 1;
  for (let at = 1; at < width; at++) leaving = Math.imul(leaving, BASE);
  let rolling = 0;
  for (let at = 0; at < units.length; at++) {
    if (at >= width) rolling = (rolling - Math.imul(units[at - width]! + 1, leaving)) | 0;
    rolling = (Math.imul(rolling, BASE) + units[at]! + 1) | 0;
    if (at >= width - 1) hashes[at - width + 1] = spread(rolling);
  }
  return hashes;
}
