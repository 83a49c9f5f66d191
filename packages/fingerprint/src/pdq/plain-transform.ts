const round = Math.fround;

/**
 * 16 x 64 cosines. The last bit of Math.cos is nobody's promise; the test compares the kernel's
 * embedded table with this one, and both with the references' hashes.
 */
const cosines = Float32Array.from({ length: 16 * 64 }, (_, at) => {
  const row = Math.floor(at / 64);
  const column = at % 64;
  return round(Math.sqrt(2 / 64)) * Math.cos((Math.PI / 2 / 64) * (row + 1) * (2 * column + 1));
});

/** The 16 x 16 lowest frequencies of 64 x 64 values, without the constant ones: C times A times C'. */
export function transformBlock(block: Float32Array): Float32Array {
  const halfway = new Float32Array(16 * 64);
  for (let row = 0; row < 16; row += 1)
    for (let column = 0; column < 64; column += 1) {
      let sum = 0;
      for (let k = 0; k < 64; k += 1)
        sum = round(sum + round(cosines[row * 64 + k]! * block[k * 64 + column]!));
      halfway[row * 64 + column] = sum;
    }
  const frequencies = new Float32Array(256);
  for (let row = 0; row < 16; row += 1)
    for (let column = 0; column < 16; column += 1) {
      let sum = 0;
      for (let k = 0; k < 64; k += 1)
        sum = round(sum + round(halfway[row * 64 + k]! * cosines[column * 64 + k]!));
      frequencies[row * 16 + column] = sum;
    }
  return frequencies;
}

/** 0 to 100: the steps between neighbours in whole percents of white, summed; 9,000 are enough for 100. */
export function qualityOf(block: Float32Array): number {
  let sum = 0;
  const add = (one: number, other: number) => {
    sum += Math.abs(Math.trunc(round(round(round(one - other) * 100) / 255)));
  };
  for (let row = 0; row < 64; row += 1)
    for (let column = 0; column < 64; column += 1) {
      const value = block[row * 64 + column]!;
      if (row < 63) add(value, block[(row + 1) * 64 + column]!);
      if (column < 63) add(value, block[row * 64 + column + 1]!);
    }
  return Math.min(100, Math.trunc(sum / 90));
}

/** One bit for each frequency above the lower median; the first is the last bit of the last byte. */
export function bitsOf(frequencies: Float32Array): Uint8Array {
  const median = frequencies.toSorted()[127]!;
  const hash = new Uint8Array(32);
  for (let at = 0; at < 256; at += 1)
    if (frequencies[at]! > median) hash[31 - (at >> 3)]! |= 1 << (at & 7);
  return hash;
}
