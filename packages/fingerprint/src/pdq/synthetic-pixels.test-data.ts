import { readFileSync } from 'node:fs';

/** What the C++ reference (facebook/ThreatExchange@baefb4ed) made of one picture. Hashes in hexadecimal. */
export interface ExpectedHashes {
  readonly hash: string;
  readonly quality: number;
  /** Original, turned by 90, 180, 270 degrees, flipped along x, y, mirrored at both diagonals. */
  readonly dihedral: readonly string[];
}

export interface SyntheticCase {
  readonly width: number;
  readonly height: number;
  readonly seed: number;
  readonly fullRes: ExpectedHashes;
  readonly cliNN512: ExpectedHashes;
}

/** 30 pictures made by a formula, and what the C++ reference makes of them. */
export const syntheticCases = (
  JSON.parse(readFileSync(new URL('synthetic-pixels.test-data.json', import.meta.url), 'utf8')) as {
    cases: readonly SyntheticCase[];
  }
).cases;

/** The formula of the pictures: blocks, stripes and a little noise, as RGB bytes row by row. */
export function syntheticPixels(width: number, height: number, seed: number): Uint8Array {
  const rgb = new Uint8Array(width * height * 3);
  const a = 1 + (seed % 7);
  const b = 1 + (seed % 5);
  const c = 3 + (seed % 11);
  let state = seed >>> 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      const noise = state >>> 29;
      const at = (y * width + x) * 3;
      const column = Math.floor((x * c) / width);
      const row = Math.floor((y * (c - 1)) / height);
      rgb[at] = x * a * 3 + row * 37 + noise;
      rgb[at + 1] = y * b * 2 + column * 53 + noise;
      rgb[at + 2] = column * row * 29 + (x ^ y) + noise;
    }
  }
  return rgb;
}
