/** Numbers from a seed, the same in every run: xorshift (Marsaglia, 2003) on 32 bits. */
export function createNumbers(seed: number): () => number {
  let state = seed | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}

type Numbers = () => number;

/** Fills with hashes that have nothing to do with one another. */
export function fillRandom(hashes: Uint8Array, numbers: Numbers): void {
  const words = new Uint32Array(hashes.buffer, hashes.byteOffset, hashes.length / 4);
  for (let at = 0; at < words.length; at += 1) words[at] = numbers();
}

/** Near-duplicates of one picture, at most; and bits that such a copy has of its own, at most. */
export const biggestCluster = 20_000;
const mostFlips = 20;

/**
 * Fills as real banks are filled: one picture with thousands of near-duplicates first, then pictures
 * with up to 400, a few with hundreds and most with one or two, until all is full.
 */
export function fillClustered(hashes: Uint8Array, numbers: Numbers): void {
  const count = hashes.length / 32;
  const first = Math.min(biggestCluster, Math.ceil(count / 5));
  for (let at = 0; at < count;) {
    // One cluster in 2^k has about 2^k members.
    const size = at === 0 ? first : Math.min(400, 2 ** Math.clz32(numbers()));
    const end = Math.min(count, at + size);
    const picture = hashes.subarray(at * 32, at * 32 + 32);
    fillRandom(picture, numbers);
    for (at += 1; at < end; at += 1) {
      const copy = hashes.subarray(at * 32, at * 32 + 32);
      copy.set(picture);
      flip(copy, numbers() % (mostFlips + 1), numbers);
    }
  }
}

/** Turns over so many different bits. */
export function flip(hash: Uint8Array, bits: number, numbers: Numbers): void {
  const done = new Set<number>();
  while (done.size < bits) {
    const bit = numbers() & 255;
    if (done.has(bit)) continue;
    done.add(bit);
    hash[bit >> 3] = (hash[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  }
}

/**
 * What is asked for: half of it nothing like what is there, half of it 31 bits or less from something
 * that is.
 */
export function makeQueries(hashes: Uint8Array, count: number, numbers: Numbers): Uint8Array[] {
  return Array.from({ length: count }, (_, at) => {
    const query = new Uint8Array(32);
    if (at % 2 === 0) fillRandom(query, numbers);
    else {
      const like = numbers() % (hashes.length / 32);
      query.set(hashes.subarray(like * 32, like * 32 + 32));
      flip(query, numbers() % 32, numbers);
    }
    return query;
  });
}
