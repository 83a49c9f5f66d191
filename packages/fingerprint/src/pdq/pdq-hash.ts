/** A PDQ hash: 256 bits, and how much there was in the picture to hash. */
export interface PdqHash {
  /** 32 bytes, in the order in which the reference prints them: bit 255 first. */
  readonly hash: Uint8Array;
  /** 0 to 100. */
  readonly quality: number;
}

/** The eight ways in which a picture can be turned and flipped, in the order of the reference. */
export const transformations = [
  'original',
  /** Turned by 90 degrees, against the clock. */
  'rotated90',
  'rotated180',
  'rotated270',
  /** Top to bottom; the reference's flip X. */
  'flippedVertically',
  /** Left to right, as in a mirror; the reference's flip Y. */
  'flippedHorizontally',
  /** Rows become columns; the reference's flip plus one. */
  'mirroredAtDiagonal',
  /** The same at the other diagonal; the reference's flip minus one. */
  'mirroredAtAntidiagonal',
] as const;
export type Transformation = (typeof transformations)[number];

/** A hash with those that the picture would have turned and flipped; `dihedral.original` is `hash`. */
export interface DihedralPdqHash extends PdqHash {
  readonly dihedral: Readonly<Record<Transformation, Uint8Array>>;
}

/**
 * Hashes of lower quality say too little to be matched: "discard" is the word of PDQ's own README
 * (facebook/ThreatExchange, pdq/README.md, "quality threshold"), and python-threatexchange's cut.
 */
export const LEAST_QUALITY = 50;

/** Whether a hash is good enough to be matched and banked. */
export function isUsable({ quality }: Pick<PdqHash, 'quality'>): boolean {
  return quality >= LEAST_QUALITY;
}

/** Two hashes no further apart than this are of the same picture, says PDQ's README. */
export const MATCHING_DISTANCE = 31;

/** A hash as 64 hexadecimal digits in lower case, exactly as the reference prints it. */
export function pdqToHex(hash: Uint8Array): string {
  if (hash.length !== 32) throw new RangeError(`A PDQ hash has 32 bytes, not ${hash.length}.`);
  return Buffer.from(hash.buffer, hash.byteOffset, 32).toString('hex');
}

/** The bytes of a hash from its 64 hexadecimal digits, in upper or lower case. Throws a RangeError. */
export function pdqFromHex(hex: string): Uint8Array {
  if (!/^[0-9a-f]{64}$/i.test(hex))
    throw new RangeError(
      `A PDQ hash is 64 hexadecimal digits; ${JSON.stringify(hex.slice(0, 80))} is not.`,
    );
  return Uint8Array.from(Buffer.from(hex, 'hex'));
}

/** How many of 256 bits differ. Throws a RangeError when one of them has not 32 bytes. */
export function hammingDistance(one: Uint8Array, other: Uint8Array): number {
  if (one.length !== 32 || other.length !== 32)
    throw new RangeError(`PDQ hashes have 32 bytes, not ${one.length} and ${other.length}.`);
  let distance = 0;
  for (let at = 0; at < 32; at += 1) {
    // Hamming weight of eight bits (Warren, Hacker's Delight, 5-1).
    let bits = one[at]! ^ other[at]!;
    bits -= (bits >>> 1) & 0x55;
    bits = (bits & 0x33) + ((bits >>> 2) & 0x33);
    distance += (bits + (bits >>> 4)) & 0x0f;
  }
  return distance;
}
