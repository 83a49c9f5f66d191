/**
 * The fixed order in which the 256 bits are kept: bit `i` of a hash is bit `bitOrder[i]` of the
 * record. Neighbouring bits of a PDQ hash depend on one another, so that bands of them would be
 * filled very unevenly; in a random order they are not. It is part of the snapshots' format.
 */
export const bitOrder: Uint8Array = shuffled();

/** Fisher and Yates' shuffle by a linear congruential generator (Knuth's MMIX constants) from a fixed seed. */
function shuffled(): Uint8Array {
  const order = Uint8Array.from({ length: 256 }, (_, bit) => bit);
  let state = 2_557_036_837n;
  for (let at = 255; at > 0; at -= 1) {
    state = BigInt.asUintN(64, state * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n);
    const other = Number((state >> 33n) % BigInt(at + 1));
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
  return order;
}

/** Bytes of `writePermutation`. */
export const PERMUTATION_BYTES = 64 * 16 * 32;

/** For each of the 64 half bytes of a hash and each of its 16 values, the 32 bytes it contributes to the record. */
export function writePermutation(table: Uint8Array): void {
  for (let half = 0; half < 64; half += 1)
    for (let value = 0; value < 16; value += 1) {
      const row = (half * 16 + value) * 32;
      for (let bit = 0; bit < 4; bit += 1) {
        if (((value >> bit) & 1) === 0) continue;
        const to = bitOrder[half * 4 + bit] ?? 0;
        const at = row + (to >> 3);
        table[at] = (table[at] ?? 0) | (1 << (to & 7));
      }
    }
}
