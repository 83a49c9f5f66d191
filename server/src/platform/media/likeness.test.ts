import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { transformations, type DihedralPdqHash } from '@commonweal/fingerprint';
import { readLikeness, writeLikeness, type Likeness } from './likeness.ts';

const hash = fc.uint8Array({ minLength: 32, maxLength: 32 });
const quality = fc.nat(100);
const plain = { noNullPrototype: true } as const;
const whole = fc.nat(2 ** 32 - 1);

const dihedral = fc
  .tuple(quality, fc.array(hash, { minLength: 8, maxLength: 8 }))
  .map(([of, hashes]): DihedralPdqHash => ({
    hash: hashes[0]!,
    quality: of,
    dihedral: Object.fromEntries(
      transformations.map((name, at) => [name, hashes[at]!]),
    ) as DihedralPdqHash['dihedral'],
  }));

const picture = fc.record(
  {
    kind: fc.constant('picture' as const),
    frames: fc.array(
      fc.record(
        { frame: whole, intact: fc.boolean(), fullResolution: dihedral, tool: dihedral },
        plain,
      ),
      { maxLength: 8 },
    ),
  },
  plain,
);

const video = fc.record(
  {
    kind: fc.constant('video' as const),
    step: whole,
    framesPerSecond: fc.double({ min: 0.01, max: 1000, noNaN: true }),
    runs: fc.array(
      fc.record(
        {
          frame: whole,
          count: whole,
          seconds: fc.float({ min: 0, max: Math.fround(1e6), noNaN: true }),
          quality,
          hash,
          tool: hash,
        },
        plain,
      ),
    ),
  },
  plain,
);

test('what is written is read as it was', () => {
  fc.assert(
    fc.property(fc.oneof(picture, video), (likeness: Likeness) => {
      assert.deepEqual(readLikeness(likeness.kind, writeLikeness(likeness)), likeness);
    }),
  );
});

test('what is cut short, or of another version, is not read', () => {
  const empty: Likeness = { kind: 'video', step: 1, framesPerSecond: 25, runs: [] };
  const bytes = writeLikeness(empty);
  assert.throws(() => readLikeness('video', bytes.subarray(0, -1)), RangeError);
  assert.throws(() => readLikeness('picture', bytes), /cut short/);
  bytes[0] = 9;
  assert.throws(() => readLikeness('video', bytes), /version 9/);
});
