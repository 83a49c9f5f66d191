/** A band of the permuted hash: bits that are looked up together, at up to `flips` flipped ones. */
export interface Band {
  readonly firstBit: number;
  readonly width: number;
  readonly flips: number;
}

/** How many different hashes a memory has room for, and by which bands it is searched. */
export interface Plan {
  readonly capacity: number;
  readonly bands: readonly Band[];
}

/** The distance in bits up to which PDQ's authors call two images the same, and up to which every plan is exact without a scan. */
export const PDQ_RADIUS = 31;

/** Bands side by side from bit 0: how many, how wide, at how many flipped bits. Those with more flips come first. */
function bandsOf(...parts: readonly (readonly [count: number, width: number, flips: number])[]) {
  const bands: Band[] = [];
  let firstBit = 0;
  for (const [count, width, flips] of parts)
    for (let at = 0; at < count; at += 1) {
      bands.push({ firstBit, width, flips });
      firstBit += width;
    }
  return bands;
}

/**
 * The plans, smallest first. In each the bands' flips + 1 add up to 32, so that a hash within 31 bits
 * is within that many flips in at least one band (pigeonhole). Wide bands hold fewer hashes for each
 * value but take more memory at rest: 4 bytes for each of their 2^width values.
 */
export const plans: readonly Plan[] = [
  // 4 MB of heads: what a small desk is happy with.
  { capacity: 200_000, bands: bandsOf([16, 16, 1]) },
  // 40 MB of heads; with 16 bands a search among a million takes three times as long.
  { capacity: 1_500_000, bands: bandsOf([8, 20, 2], [4, 19, 1]) },
  { capacity: 4_000_000, bands: bandsOf([8, 23, 2], [4, 18, 1]) },
  // Three bits in no band: the same exactness and 100 MB less than with three bands of 24.
  { capacity: 12_000_000, bands: bandsOf([10, 23, 2], [1, 23, 1]) },
  { capacity: 30_000_000, bands: bandsOf([7, 23, 2], [3, 24, 2], [1, 23, 1]) },
];

/** The smallest plan with room for so many different hashes. Throws a RangeError when none has. */
export function planFor(hashes: number): Plan {
  const plan = plans.find(({ capacity }) => capacity >= hashes);
  if (plan === undefined)
    throw new RangeError(
      `An index holds at most ${plans.at(-1)?.capacity.toLocaleString('en')} different hashes, and ${hashes.toLocaleString('en')} were asked for. Spread them over several indexes and search each.`,
    );
  return plan;
}
