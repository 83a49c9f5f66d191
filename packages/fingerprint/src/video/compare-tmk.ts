import { TMK_DIMENSIONS, lengthOf, type Tmk } from './tmk.ts';
import { VideoError } from './video-error.ts';

/** How alike two videos are. */
export interface TmkScores {
  /** Of what their frames are on average, -1 to 1: cheap, and enough to rule most videos out. */
  readonly level1: number;
  /** Of how they go on in time, at the best shift of one against the other; about -1 to 1. */
  readonly level2: number;
}

/** Scores from which upstream's tools call it a match (tmk_default_thresholds.h). */
export const TMK_MATCHING: TmkScores = { level1: 0.7, level2: 0.7 };

/**
 * Compares two videos as upstream's tmk-two-level-score does. Says little of clips: a fifth of a
 * video scores low against the whole; vPDQ is for that.
 * Throws a VideoError `bad-list` when the two were made with other parameters.
 */
export function compareTmk(one: Tmk, other: Tmk): TmkScores {
  if (
    one.framesPerSecond !== other.framesPerSecond ||
    one.periods.join() !== other.periods.join() ||
    one.weights.length !== other.weights.length ||
    one.weights.some((weight, at) => Math.abs(weight - other.weights[at]!) > weight * 1e-6)
  )
    throw new VideoError(
      'bad-list',
      'The two TMK fingerprints were made with other parameters and cannot be compared.',
    );
  const { periods, weights } = one;
  const best = periods.map((period, at) => bestShift(one, other, at * weights.length, period));
  let whole = weights[0]!;
  for (const weight of weights.subarray(1)) whole = Math.fround(whole + 2 * weight);
  return {
    level1: cosineOf(one.average, other.average),
    level2: Math.fround(Math.max(...best) / whole),
  };
}

function cosineOf(one: Float32Array, other: Float32Array): number {
  const lengths = Math.fround(lengthOf(one) * lengthOf(other));
  return lengths === 0 ? 0 : Math.fround(dot(one, other) / lengths);
}

/** The kernel's greatest value over all shifts by a whole number of frames within one period. */
function bestShift(one: Tmk, other: Tmk, first: number, period: number): number {
  const count = one.weights.length;
  const even = new Float32Array(count);
  const odd = new Float32Array(count);
  for (let at = 0; at < count; at += 1) {
    const begin = (first + at) * TMK_DIMENSIONS;
    const [cosA, sinA, cosB, sinB] = [one.cosines, one.sines, other.cosines, other.sines].map(
      (features) => features.subarray(begin, begin + TMK_DIMENSIONS),
    ) as [Float32Array, Float32Array, Float32Array, Float32Array];
    const both = dot(cosA, cosB);
    even[at] = at === 0 ? both : both + dot(sinA, sinB);
    odd[at] = dot(sinA, cosB) - dot(cosA, sinB);
  }
  let best = -Infinity;
  for (let shift = 0; shift < period; shift += 1) {
    // Sines and cosines of multiples by their addition theorems, in float32 (upstream does the same).
    const angle = Math.fround((2 * Math.PI * shift) / period);
    const beta = Math.fround(Math.sin(angle));
    const half = Math.fround(Math.sin(angle / 2));
    const alpha = Math.fround(2 * half * half);
    let [cosine, sine] = [1, 0];
    let value = even[0]!;
    for (let at = 1; at < count; at += 1) {
      const less = Math.fround(Math.fround(alpha * cosine) + Math.fround(beta * sine));
      const lessSine = Math.fround(Math.fround(alpha * sine) - Math.fround(beta * cosine));
      cosine = Math.fround(cosine - less);
      sine = Math.fround(sine - lessSine);
      value = Math.fround(value + Math.fround(cosine * even[at]!));
      value = Math.fround(value + Math.fround(sine * odd[at]!));
    }
    if (value > best) best = value;
  }
  return best;
}

function dot(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1)
    sum = Math.fround(sum + Math.fround(one[at]! * other[at]!));
  return sum;
}
