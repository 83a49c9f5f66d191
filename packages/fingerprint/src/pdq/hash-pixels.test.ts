import assert from 'node:assert/strict';
import { test } from 'node:test';
import { frequenciesOfFrame, hashFrame, hashPixels, hashPixelsDihedral } from './hash-pixels.ts';
import { ImageError } from './image-error.ts';
import {
  MATCHING_DISTANCE,
  hammingDistance,
  pdqToHex,
  transformations,
  type DihedralPdqHash,
  type Transformation,
} from './pdq-hash.ts';
import { plainDihedral } from './plain-pdq.ts';
import type { Pixels } from './pixels.ts';
import { syntheticCases, syntheticPixels } from './synthetic-pixels.test-data.ts';

const shown = ({ quality, dihedral, hash }: DihedralPdqHash) => ({
  hash: pdqToHex(hash),
  quality,
  dihedral: transformations.map((name) => pdqToHex(dihedral[name])),
});

for (const { width, height, seed, fullRes, cliNN512 } of syntheticCases) {
  const picture: Pixels = { rgb: syntheticPixels(width, height, seed), width, height };
  test(`${width} x ${height}: plain TypeScript gives all hashes of the reference`, () => {
    assert.deepEqual(shown(plainDihedral(picture, 'fullResolution')), fullRes);
    assert.deepEqual(shown(plainDihedral(picture, 'tool')), cliNN512);
  });
  if (width >= 5 && height >= 5)
    test(`${width} x ${height}: the kernel gives all hashes of the reference`, () => {
      const dihedral = hashPixelsDihedral(picture);
      assert.deepEqual(shown(dihedral.fullResolution), fullRes);
      assert.deepEqual(shown(dihedral.tool), cliNN512);
      const { fullResolution, tool } = hashPixels(picture);
      assert.equal(pdqToHex(fullResolution.hash), fullRes.hash);
      assert.equal(pdqToHex(tool.hash), cliNN512.hash);
      assert.deepEqual([fullResolution.quality, tool.quality], [fullRes.quality, cliNN512.quality]);
      assert.deepEqual(hashFrame(picture), fullResolution);
    });
}

test('each transformation is what its name says', () => {
  const width = 160;
  const height = 120;
  const rgb = new Uint8Array(width * height * 3);
  // A few soft discs off the middle: like no flipped or turned picture of themselves.
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const near = (atX: number, atY: number, size: number) =>
        Math.exp(-((x - atX) ** 2 + (y - atY) ** 2) / size ** 2);
      const value = 255 * Math.min(1, near(40, 30, 25) + near(120, 50, 12) + near(70, 95, 8));
      rgb.fill(value, (y * width + x) * 3, (y * width + x) * 3 + 3);
    }
  const { dihedral } = hashPixelsDihedral({ rgb, width, height }).fullResolution;
  // Where the pixel at x, y of the new picture is in the old one.
  const sources: Record<Transformation, (x: number, y: number) => [number, number]> = {
    original: (x, y) => [x, y],
    rotated90: (x, y) => [width - 1 - y, x],
    rotated180: (x, y) => [width - 1 - x, height - 1 - y],
    rotated270: (x, y) => [y, height - 1 - x],
    flippedVertically: (x, y) => [x, height - 1 - y],
    flippedHorizontally: (x, y) => [width - 1 - x, y],
    mirroredAtDiagonal: (x, y) => [y, x],
    mirroredAtAntidiagonal: (x, y) => [width - 1 - y, height - 1 - x],
  };
  for (const name of transformations) {
    const swaps = sources[name](1, 0)[0] === sources[name](0, 0)[0];
    const size = swaps ? { width: height, height: width } : { width, height };
    const turned = new Uint8Array(rgb.length);
    for (let y = 0; y < size.height; y += 1)
      for (let x = 0; x < size.width; x += 1) {
        const [fromX, fromY] = sources[name](x, y);
        const from = (fromY * width + fromX) * 3;
        turned.set(rgb.subarray(from, from + 3), (y * size.width + x) * 3);
      }
    const { hash } = hashFrame({ rgb: turned, ...size });
    const nearest = transformations.toSorted(
      (one, other) => hammingDistance(dihedral[one], hash) - hammingDistance(dihedral[other], hash),
    )[0]!;
    assert.equal(nearest, name);
    assert.ok(hammingDistance(dihedral[name], hash) <= MATCHING_DISTANCE, name);
  }
});

test('pixels that are none are refused, and the next picture is hashed as ever', () => {
  const rgb = new Uint8Array(300);
  const refused: readonly (readonly [Pixels, string, RegExp])[] = [
    [{ rgb, width: 0, height: 100 }, 'bad-pixels', /whole numbers from 1, not 0 and 100/],
    [{ rgb, width: 10.5, height: 10 }, 'bad-pixels', /whole numbers/],
    [{ rgb, width: Number.NaN, height: 10 }, 'bad-pixels', /whole numbers/],
    [{ rgb, width: -10, height: -10 }, 'bad-pixels', /whole numbers/],
    [{ rgb, width: 10, height: 11 }, 'bad-pixels', /330 bytes .* not 300/],
    [{ rgb, width: 4, height: 25 }, 'too-small', /4 x 25 .* shorter than 5/],
    [{ rgb, width: 65_536, height: 10 }, 'too-large', /65535/],
    [{ rgb, width: 60_000, height: 60_000 }, 'too-large', /100000000/],
  ];
  const good = { rgb, width: 10, height: 10 };
  const before = hashPixels(good);
  for (const [picture, code, sentence] of refused)
    for (const work of [hashPixels, hashPixelsDihedral, hashFrame, frequenciesOfFrame])
      assert.throws(
        () => work(picture),
        (error) =>
          error instanceof ImageError && error.code === code && sentence.test(error.message),
      );
  assert.deepEqual(hashPixels(good), before);
});
