import { comparableText } from './comparable-text.ts';
import { gramHashes } from './gram-hashes.ts';

/** Components of a signature. */
export const SIGNATURE_LENGTH = 128;

/** Units in one shingle, and the fewest units of a text that has a signature. */
const SHINGLE = 5;
export const LEAST_COMPARABLE_UNITS = 20;

/** Multipliers and addends of the 128 hash functions, from a fixed linear generator (Knuth). */
const MULTIPLIERS = new Int32Array(SIGNATURE_LENGTH);
const ADDENDS = new Int32Array(SIGNATURE_LENGTH);
let state = 20_261_126;
const next = (): number => (state = (Math.imul(state, 1664525) + 1013904223) | 0);
for (let at = 0; at < SIGNATURE_LENGTH; at++) {
  // The high half of two steps: the low bits of such a generator repeat early.
  MULTIPLIERS[at] = (next() & 0xffff0000) | (next() >>> 16) | 1;
  ADDENDS[at] = (next() & 0xffff0000) | (next() >>> 16);
}

/**
 * The MinHash signature of a text (Broder, "On the resemblance and containment of documents",
 * 1997) over its shingles of five canonical units, spaces left out. Null when fewer than 20 units
 * are left: so short a text is a phrase.
 *
 * The share of components that two signatures have in common estimates the Jaccard similarity of
 * their shingles, with a standard error of at most 4.5 %.
 */
export function minHash(text: string): Uint32Array | null {
  const { units } = comparableText(text);
  if (units.length < LEAST_COMPARABLE_UNITS) return null;
  const shingles = gramHashes(units, SHINGLE);
  const signature = new Uint32Array(SIGNATURE_LENGTH);
  for (let at = 0; at < SIGNATURE_LENGTH; at++) {
    const multiplier = MULTIPLIERS[at]!;
    const addend = ADDENDS[at]!;
    let least = 0xffffffff;
    for (let k = 0; k < shingles.length; k++) {
      const value = (Math.imul(shingles[k]!, multiplier) + addend) >>> 0;
      if (value < least) least = value;
    }
    signature[at] = least;
  }
  return signature;
}

/** Share of the components in which two signatures agree: about the similarity of the texts. */
export function estimatedSimilarity(a: Uint32Array, b: Uint32Array): number {
  let same = 0;
  for (let at = 0; at < SIGNATURE_LENGTH; at++) if (a[at] === b[at]) same++;
  return same / SIGNATURE_LENGTH;
}
