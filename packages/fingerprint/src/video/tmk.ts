/** Frames a second that TMK is made of (tmk-hash-video's default). */
export const TMK_RATE = 15;
/** Numbers that PDQF gives of a frame. */
export const TMK_DIMENSIONS = 256;
/** Side of the square that a frame is scaled to. */
export const TMK_SIDE = 64;

/** Lengths, in frames, of the circles that a video is wound on; of Poullot and others. */
export const periods: readonly number[] = [2731, 4391, 9767, 14653];

/**
 * A video as TMK+PDQF: what its frames are on average, and, wound on circles of four lengths, the
 * first 32 Fourier coefficients of how they change.
 */
export interface Tmk {
  readonly framesPerSecond: number;
  /** Frames that went in. */
  readonly frameCount: number;
  readonly periods: readonly number[];
  /** Weights of the 32 frequencies. */
  readonly weights: Float32Array;
  /** 256 numbers. */
  readonly average: Float32Array;
  /** For each period and frequency 256 numbers, one after the other. */
  readonly cosines: Float32Array;
  readonly sines: Float32Array;
}

/** A fingerprint being computed, frame by frame. */
export interface OpenTmk {
  /** Takes the 256 frequencies of the next frame, of which there are 15 a second. */
  readonly add: (frequencies: Float32Array) => void;
  readonly finish: () => Tmk;
}

/**
 * The temporal match kernel of Poullot, Tsukatani, Nguyen, Jégou and Satoh, "Temporal Matching Kernel
 * with Explicit Feature Maps" (ACM Multimedia 2015), over PDQ's frequencies, as facebook/ThreatExchange
 * defines it (tmk/README.md, "The TMK+PDQF algorithm"). In float32, in upstream's order of operations.
 */
export function openTmk(): OpenTmk {
  const weights = kernelWeights();
  const average = new Float32Array(TMK_DIMENSIONS);
  const cosines = new Float32Array(periods.length * weights.length * TMK_DIMENSIONS);
  const sines = new Float32Array(cosines.length);
  let frameCount = 0;
  return {
    add(frequencies) {
      for (const [at, value] of frequencies.entries()) average[at]! += value;
      const unit = Float32Array.from(frequencies);
      normalise(unit);
      let begin = 0;
      for (const period of periods)
        for (let frequency = 0; frequency < weights.length; frequency += 1) {
          const angle = (2 * Math.PI * frequency * frameCount) / period;
          const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
          for (let at = 0; at < TMK_DIMENSIONS; at += 1) {
            cosines[begin + at]! += unit[at]! * cosine;
            sines[begin + at]! += unit[at]! * sine;
          }
          begin += TMK_DIMENSIONS;
        }
      frameCount += 1;
    },
    finish() {
      if (frameCount > 0) for (const at of average.keys()) average[at]! /= frameCount;
      for (const features of [cosines, sines])
        for (let vector = 0; vector * TMK_DIMENSIONS < features.length; vector += 1) {
          const begin = vector * TMK_DIMENSIONS;
          const part = features.subarray(begin, begin + TMK_DIMENSIONS);
          normalise(part);
          const weight = Math.fround(Math.sqrt(weights[vector % weights.length]!));
          for (const at of part.keys()) part[at]! *= weight;
        }
      return { framesPerSecond: TMK_RATE, frameCount, periods, weights, average, cosines, sines };
    },
  };
}

/** Length of a vector, in float32 as it is summed up. */
export function lengthOf(vector: Float32Array): number {
  let sum = 0;
  for (const value of vector) sum = Math.fround(sum + Math.fround(value * value));
  return Math.fround(Math.sqrt(sum));
}

function normalise(vector: Float32Array): void {
  const length = lengthOf(vector);
  if (length > 0) for (const at of vector.keys()) vector[at]! /= length;
}

/**
 * Weights of the frequencies: those of a von Mises kernel with beta = 32, cut off after 32
 * (Poullot and others, 3.2). The first is (I0(b) - exp(-b)) / 2 sinh(b), the others Ii(b) / sinh(b).
 */
export function kernelWeights(): Float32Array {
  const beta = 32;
  return Float32Array.from({ length: 32 }, (_, order) =>
    order === 0
      ? (besselI(0, beta) - Math.exp(-beta)) / (2 * Math.sinh(beta))
      : besselI(order, beta) / Math.sinh(beta),
  );
}

/** Modified Bessel function of the first kind, by its power series (DLMF 10.25.2). */
function besselI(order: number, x: number): number {
  let term = 1;
  for (let at = 1; at <= order; at += 1) term *= x / 2 / at;
  let sum = 0;
  for (let at = 1; term > sum * 1e-18; at += 1) {
    sum += term;
    term *= (x / 2) ** 2 / (at * (at + order));
  }
  return sum;
}
