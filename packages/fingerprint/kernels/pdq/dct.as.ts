/**
 * The last third of PDQ: from 64 x 64 blurred brightnesses to 16 x 16 frequencies, their quality and
 * their bits. Every sum is taken in float32 and in the order of the reference, so that the bits are
 * the reference's (PDQ, facebook/ThreatExchange, pdqhash-2017-10-09.pdf).
 *
 * Vectors run across outputs, never along a sum. No fused multiply-add.
 */

/** 64 x 64 brightnesses, row by row. */
export const BLOCK = memory.data(64 * 64 * 4, 16);
/** 16 x 16 frequencies, row by row. */
export const FREQUENCIES = memory.data(16 * 16 * 4, 16);
/** Hashes of 32 bytes, in the order of their transformations. */
export const HASHES = memory.data(8 * 32, 16);

/** 16 x 64 cosines, row by row; and the same turned, 64 x 16. */
const COSINES = memory.data(16 * 64 * 4, 16);
const COSINES_TURNED = memory.data(64 * 16 * 4, 16);
/** 16 x 64, between the two halves of the transform. */
const HALFWAY = memory.data(16 * 64 * 4, 16);
/** 16 x 16 frequencies of a transformed image. */
const TURNED = memory.data(16 * 16 * 4, 16);

/**
 * float32(sqrt(2 / 64) * cos(m * pi / 128)) for m from 0 to 63, embedded because the last bit of a
 * cosine is nowhere guaranteed.
 */
// prettier-ignore
const QUARTER_WAVE: StaticArray<f32> = [
  0.17677669, 0.17672345, 0.17656375, 0.17629771, 0.17592546, 0.17544726,
  0.17486335, 0.17417413, 0.17337997, 0.17248139, 0.17147891, 0.17037314,
  0.16916475, 0.16785446, 0.16644305, 0.16493139, 0.16332036, 0.16161098,
  0.15980424, 0.15790124, 0.15590313, 0.1538111, 0.15162642, 0.14935042,
  0.14698444, 0.14452994, 0.14198837, 0.13936128, 0.13665023, 0.13385688,
  0.13098289, 0.12803, 0.125, 0.121894695, 0.11871597, 0.11546574,
  0.112145945, 0.108758606, 0.10530575, 0.10178947, 0.09821187, 0.09457511,
  0.090881385, 0.08713291, 0.08333196, 0.079480805, 0.075581774, 0.07163722,
  0.06764951, 0.06362105, 0.059554275, 0.05545162, 0.051315565, 0.0471486,
  0.042953234, 0.038731992, 0.034487423, 0.030222077, 0.025938528, 0.021639355,
  0.017327147, 0.0130045, 0.008674021, 0.004338317,
];

/** Fills the tables; called once for each instance. */
export function prepareCosines(): void {
  for (let i = 0; i < 16; i++) {
    for (let j = 0; j < 64; j++) {
      // The wave repeats after 256 steps, mirrors at 128, and changes sign at 64. It never is 64,
      // where the cosine is zero: (i + 1)(2j + 1) is no odd multiple of 64 for i < 16.
      let m = ((i + 1) * (2 * j + 1)) & 255;
      if (m > 128) m = 256 - m;
      const value = m < 64 ? unchecked(QUARTER_WAVE[m]) : -unchecked(QUARTER_WAVE[128 - m]);
      store<f32>(COSINES + ((i * 64 + j) << 2), value);
      store<f32>(COSINES_TURNED + ((j * 16 + i) << 2), value);
    }
  }
}

/** BLOCK to FREQUENCIES: the 16 x 16 lowest frequencies but the constant ones. */
export function transform(): void {
  // Cosines times block: 8 columns at a time, k from 0 to 63 for each.
  for (let i = 0; i < 16; i++) {
    const row = COSINES + (i << 8);
    for (let j = 0; j < 256; j += 32) {
      let left = f32x4.splat(0);
      let right = f32x4.splat(0);
      for (let k: usize = 0; k < 64; k++) {
        const cosine = v128.load32_splat(row + (k << 2));
        const at = BLOCK + (k << 8) + j;
        left = f32x4.add(left, f32x4.mul(cosine, v128.load(at)));
        right = f32x4.add(right, f32x4.mul(cosine, v128.load(at, 16)));
      }
      v128.store(HALFWAY + (i << 8) + j, left);
      v128.store(HALFWAY + (i << 8) + j, right, 16);
    }
  }
  // That times turned cosines: all 16 columns at a time.
  for (let i = 0; i < 16; i++) {
    const row = HALFWAY + (i << 8);
    let a = f32x4.splat(0);
    let b = f32x4.splat(0);
    let c = f32x4.splat(0);
    let d = f32x4.splat(0);
    for (let k: usize = 0; k < 64; k++) {
      const value = v128.load32_splat(row + (k << 2));
      const at = COSINES_TURNED + (k << 6);
      a = f32x4.add(a, f32x4.mul(value, v128.load(at)));
      b = f32x4.add(b, f32x4.mul(value, v128.load(at, 16)));
      c = f32x4.add(c, f32x4.mul(value, v128.load(at, 32)));
      d = f32x4.add(d, f32x4.mul(value, v128.load(at, 48)));
    }
    const to = FREQUENCIES + (i << 6);
    v128.store(to, a);
    v128.store(to, b, 16);
    v128.store(to, c, 32);
    v128.store(to, d, 48);
  }
}

/** The quality of BLOCK, 0 to 100: the sum of steps between neighbours, each cut to whole percents. */
export function qualityOfBlock(): i32 {
  const hundred = f32x4.splat(100);
  const white = f32x4.splat(255);
  let sum = i32x4.splat(0);
  for (let at: usize = 0; at < 63 * 256; at += 16) {
    const step = f32x4.sub(v128.load(BLOCK + at), v128.load(BLOCK + at, 256));
    sum = i32x4.add(sum, wholeSteps(step, hundred, white));
  }
  // Across: the last column has no neighbour, so that its step is masked out.
  const notLast = i32x4(-1, -1, -1, 0);
  for (let at: usize = 0; at < 64 * 256; at += 16) {
    const step = f32x4.sub(v128.load(BLOCK + at), v128.load(BLOCK + at, 4));
    const steps = wholeSteps(step, hundred, white);
    sum = i32x4.add(sum, (at & 255) == 240 ? v128.and(steps, notLast) : steps);
  }
  const total =
    i32x4.extract_lane(sum, 0) +
    i32x4.extract_lane(sum, 1) +
    i32x4.extract_lane(sum, 2) +
    i32x4.extract_lane(sum, 3);
  return min(total / 90, 100);
}

// @ts-ignore: decorator
@inline
function wholeSteps(step: v128, hundred: v128, white: v128): v128 {
  return i32x4.abs(i32x4.trunc_sat_f32x4_s(f32x4.div(f32x4.mul(step, hundred), white)));
}

/** The hash of FREQUENCIES, to HASHES. */
export function hashOriginal(): void {
  writeBits(FREQUENCIES, medianOf(FREQUENCIES), HASHES);
}

/**
 * The eight hashes of FREQUENCIES, to HASHES: as it is, turned by 90, 180 and 270 degrees, flipped
 * along x and y, mirrored at either diagonal. Flipping a picture changes the signs of every second
 * frequency, turning it swaps the axes as well; so there are four sets of values, each read twice.
 */
export function hashDihedral(): void {
  const original = medianOf(FREQUENCIES);
  writeBits(FREQUENCIES, original, HASHES);
  writeBitsTurned(FREQUENCIES, original, HASHES + 6 * 32);

  const flippedAlongX = changeSigns(i32x4.splat(-1), i32x4.splat(0));
  writeBits(TURNED, flippedAlongX, HASHES + 4 * 32);
  writeBitsTurned(TURNED, flippedAlongX, HASHES + 3 * 32);

  const alternating = i32x4(-1, 0, -1, 0);
  const flippedAlongY = changeSigns(alternating, alternating);
  writeBits(TURNED, flippedAlongY, HASHES + 5 * 32);
  writeBitsTurned(TURNED, flippedAlongY, HASHES + 1 * 32);

  const halfTurn = changeSigns(i32x4(0, -1, 0, -1), alternating);
  writeBits(TURNED, halfTurn, HASHES + 2 * 32);
  writeBitsTurned(TURNED, halfTurn, HASHES + 7 * 32);
}

/** FREQUENCIES to TURNED with signs changed by a mask for even and odd rows; gives their median. */
function changeSigns(even: v128, odd: v128): f32 {
  const sign = i32x4.splat(0x80000000);
  const evenSigns = v128.and(even, sign);
  const oddSigns = v128.and(odd, sign);
  for (let at: usize = 0; at < 1024; at += 16) {
    const signs = (at & 64) == 0 ? evenSigns : oddSigns;
    v128.store(TURNED + at, v128.xor(v128.load(FREQUENCIES + at), signs));
  }
  return medianOf(TURNED);
}

/**
 * The lower median of 256 values: the 128th of them in order. Torben Mogensen's way, as the
 * reference: halve the range between the smallest and the largest until 128 lie on either side.
 */
function medianOf(values: usize): f32 {
  let lows = v128.load(values);
  let highs = lows;
  for (let at: usize = 16; at < 1024; at += 16) {
    const value = v128.load(values + at);
    lows = f32x4.min(lows, value);
    highs = f32x4.max(highs, value);
  }
  let low = smallest(lows);
  let high = -smallest(f32x4.neg(highs));
  while (true) {
    const guess: f32 = (low + high) / 2;
    const guesses = f32x4.splat(guess);
    let less = i32x4.splat(0);
    let greater = i32x4.splat(0);
    let below = f32x4.splat(low);
    let above = f32x4.splat(high);
    for (let at: usize = 0; at < 1024; at += 16) {
      const value = v128.load(values + at);
      const isLess = f32x4.lt(value, guesses);
      const isGreater = f32x4.gt(value, guesses);
      less = i32x4.sub(less, isLess);
      greater = i32x4.sub(greater, isGreater);
      below = f32x4.max(below, v128.bitselect(value, below, isLess));
      above = f32x4.min(above, v128.bitselect(value, above, isGreater));
    }
    const lessCount = sumOf(less);
    const greaterCount = sumOf(greater);
    if (lessCount <= 128 && greaterCount <= 128) {
      if (lessCount == 128) return -smallest(f32x4.neg(below));
      // Fewer than 128 lie below and no more than 128 above: the guess is one of the values.
      return guess;
    }
    if (lessCount > greaterCount) high = -smallest(f32x4.neg(below));
    else low = smallest(above);
  }
}

// @ts-ignore: decorator
@inline
function smallest(values: v128): f32 {
  return min(
    min(f32x4.extract_lane(values, 0), f32x4.extract_lane(values, 1)),
    min(f32x4.extract_lane(values, 2), f32x4.extract_lane(values, 3)),
  );
}

// @ts-ignore: decorator
@inline
function sumOf(counts: v128): i32 {
  return (
    i32x4.extract_lane(counts, 0) +
    i32x4.extract_lane(counts, 1) +
    i32x4.extract_lane(counts, 2) +
    i32x4.extract_lane(counts, 3)
  );
}

/** One bit for each value above the median; bit 255 is the first of the first byte. */
function writeBits(values: usize, median: f32, to: usize): void {
  const medians = f32x4.splat(median);
  for (let row: usize = 0; row < 16; row++) {
    const at = values + (row << 6);
    const bits =
      v128.bitmask<i32>(f32x4.gt(v128.load(at), medians)) |
      (v128.bitmask<i32>(f32x4.gt(v128.load(at, 16), medians)) << 4) |
      (v128.bitmask<i32>(f32x4.gt(v128.load(at, 32), medians)) << 8) |
      (v128.bitmask<i32>(f32x4.gt(v128.load(at, 48), medians)) << 12);
    store<u8>(to + 31 - 2 * row, bits);
    store<u8>(to + 30 - 2 * row, bits >> 8);
  }
}

/** As writeBits, with rows and columns swapped. */
function writeBitsTurned(values: usize, median: f32, to: usize): void {
  for (let column: usize = 0; column < 16; column++) {
    let bits = 0;
    for (let row: usize = 0; row < 16; row++) {
      const above = load<f32>(values + (row << 6) + (column << 2)) > median;
      bits |= i32(above) << (<i32>row);
    }
    store<u8>(to + 31 - 2 * column, bits);
    store<u8>(to + 30 - 2 * column, bits >> 8);
  }
}
