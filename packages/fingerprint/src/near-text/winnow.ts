import { gramHashes } from './gram-hashes.ts';

/** Units in one gram, and grams in one window. */
export const GRAM = 8;
const WINDOW = 6;

/** Shortest run of units that two texts cannot share without sharing a fingerprint. */
export const SHORTEST_SHARED = GRAM + WINDOW - 1;

/** Chosen grams of a text, in order: their hashes and where they begin. */
export interface Winnowed {
  readonly hashes: Int32Array;
  readonly positions: Uint32Array;
}

/**
 * Robust winnowing (Schleimer, Wilkerson and Aiken, "Winnowing: local algorithms for document
 * fingerprinting", SIGMOD 2003): of every window of grams the least, the rightmost of equals
 * unless the one chosen before is among them. Two texts that share 13 units in a row share a
 * chosen gram. A text too short for a window has its least gram, or none.
 */
export function winnow(units: Uint16Array): Winnowed {
  const grams = gramHashes(units, GRAM);
  const chosen: number[] = [];
  let least = -1;
  const windows = Math.min(grams.length, Math.max(1, grams.length - WINDOW + 1));
  for (let start = 0; start < windows; start++) {
    const end = Math.min(start + WINDOW, grams.length);
    if (least < start) {
      least = start;
      for (let at = start + 1; at < end; at++) if (grams[at]! <= grams[least]!) least = at;
    } else if (grams[end - 1]! < grams[least]!) {
      least = end - 1;
    }
    if (chosen.at(-1) !== least) chosen.push(least);
  }
  return {
    hashes: Int32Array.from(chosen, (at) => grams[at]!),
    positions: Uint32Array.from(chosen),
  };
}
