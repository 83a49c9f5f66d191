import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { openPdqKernel, type Variant } from './pdq-kernel.ts';
import { plainDihedral, plainFrequencies, plainHash } from './plain-pdq.ts';
import type { Pixels } from './pixels.ts';

const kernel = openPdqKernel();

/** Pixels of one of five kinds, from a seed: noise, slopes, one colour, stripes, and black and white. */
function paint(kind: number, width: number, height: number, seed: number): Pixels {
  const rgb = new Uint8Array(width * height * 3);
  let state = seed >>> 0;
  for (let at = 0; at < rgb.length; at += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const pixel = Math.floor(at / 3);
    const x = pixel % width;
    const y = Math.floor(pixel / width);
    rgb[at] = [
      state >>> 24,
      (x * (1 + (seed % 7)) + y * (at % 3) + (seed % 251)) >> 1,
      seed % 256,
      ((x >> (seed % 5)) + (y >> (seed % 3))) % 2 === 0 ? 16 : 235,
      (state >>> 31) * 255,
    ][kind]!;
  }
  return { rgb, width, height };
}

const sizes = fc.oneof(
  fc.tuple(fc.integer({ min: 5, max: 90 }), fc.integer({ min: 5, max: 90 })),
  fc.tuple(fc.integer({ min: 120, max: 270 }), fc.integer({ min: 5, max: 270 })),
  fc.tuple(fc.integer({ min: 5, max: 12 }), fc.integer({ min: 500, max: 1600 })),
  fc.tuple(fc.integer({ min: 500, max: 1600 }), fc.integer({ min: 5, max: 12 })),
  fc.tuple(fc.integer({ min: 505, max: 640 }), fc.integer({ min: 505, max: 640 })),
  fc.constantFrom([64, 64], [64, 65], [128, 128], [129, 127], [512, 512], [513, 512], [5, 5]),
) as fc.Arbitrary<[number, number]>;
const pictures = fc
  .tuple(fc.nat(4), sizes, fc.nat())
  .map(([kind, [width, height], seed]) => paint(kind, width, height, seed));

const shown = ({ width, height }: Pixels) => `${width} x ${height}`;

test('the kernel and plain TypeScript agree to the bit, whatever the size and the pixels', () => {
  fc.assert(
    fc.property(pictures, fc.boolean(), (picture, dihedral) => {
      kernel.take(picture, ['fullResolution', 'tool']);
      for (const variant of ['tool', 'fullResolution'] as const) {
        const [found, expected] = dihedral
          ? [kernel.dihedral(variant), plainDihedral(picture, variant)]
          : [kernel.hash(variant), plainHash(picture, variant)];
        assert.deepEqual(found, expected, `${variant} of ${shown(picture)}`);
      }
    }),
    { numRuns: 120 },
  );
});

test('frequencies agree to the last bit of the float', () => {
  fc.assert(
    fc.property(pictures, (picture) => {
      kernel.take(picture, ['fullResolution']);
      assert.deepEqual(kernel.frequencies('fullResolution'), plainFrequencies(picture));
    }),
    { numRuns: 40 },
  );
});

test('one variant alone is the same as of both', () => {
  for (const [width, height] of [
    [700, 300],
    [64, 64],
    [200, 100],
  ] as const) {
    const picture = paint(1, width, height, 77);
    for (const variant of ['fullResolution', 'tool'] satisfies Variant[]) {
      kernel.take(picture, [variant]);
      assert.deepEqual(kernel.hash(variant), plainHash(picture, variant));
    }
  }
});

test('memory is small, and used again for pictures of other sizes', () => {
  const own = openPdqKernel();
  const sizesSeen: number[] = [];
  for (const [width, height] of [
    [2000, 40],
    [40, 2000],
    [500, 500],
    [2000, 40],
  ] as const) {
    own.take(paint(1, width, height, 3), ['fullResolution', 'tool']);
    sizesSeen.push(own.memoryBytes);
  }
  assert.equal(new Set(sizesSeen).size, 1, sizesSeen.join(', '));
  assert.ok(own.memoryBytes < 2_000_000, `${own.memoryBytes}`);
});

test('the longest rows that are accepted fit into the memory', () => {
  const width = 65_535;
  const height = 1525;
  const own = openPdqKernel();
  own.take({ rgb: new Uint8Array(width * height * 3), width, height }, ['fullResolution', 'tool']);
  assert.equal(own.hash('fullResolution').quality, 0);
  assert.ok(own.memoryBytes <= 32 * 1024 * 1024);
});
