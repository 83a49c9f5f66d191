import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { hammingDistance, isUsable, pdqFromHex, pdqToHex } from './pdq-hash.ts';

const hashes = fc.uint8Array({ minLength: 32, maxLength: 32 });

test('hexadecimal leads there and back', () => {
  fc.assert(fc.property(hashes, (hash) => assert.deepEqual(pdqFromHex(pdqToHex(hash)), hash)));
  const hex = 'd8f8f1eec0f4a84f0e37022a078f63f0b36e2ed596621e1d33e6239c4e9c9b22';
  assert.equal(pdqToHex(pdqFromHex(hex.toUpperCase())), hex);
});

test('what is no hash is refused with what it is', () => {
  for (const wrong of ['', 'd8f8', 'x'.repeat(64), 'a'.repeat(65), ` ${'a'.repeat(63)}`])
    assert.throws(() => pdqFromHex(wrong), /64 hexadecimal digits/);
  assert.throws(() => pdqToHex(new Uint8Array(31)), /32 bytes, not 31/);
  assert.throws(() => hammingDistance(new Uint8Array(32), new Uint8Array(8)), /not 32 and 8/);
});

test('distance counts the bits that differ', () => {
  fc.assert(
    fc.property(hashes, fc.uniqueArray(fc.nat(255)), (hash, flipped) => {
      const other = hash.slice();
      for (const bit of flipped) other[bit >> 3]! ^= 1 << (bit & 7);
      assert.equal(hammingDistance(hash, other), flipped.length);
    }),
  );
});

test('a hash is usable from quality 50 on', () => {
  assert.deepEqual(
    [49, 50, 100].map((quality) => isUsable({ quality })),
    [false, true, true],
  );
});
