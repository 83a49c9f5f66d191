import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { comparableText } from './comparable-text.ts';
import { gramHashes } from './gram-hashes.ts';
import { inventedProse, seeded } from './invented-prose.test-data.ts';
import { createQuotationIndex } from './quotation-index.ts';
import { SHORTEST_SHARED, winnow } from './winnow.ts';

const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 60 });
const unitsOf = (text: string): Uint16Array => comparableText(text).units;

test('texts that share 13 units in a row share a fingerprint of that run', () => {
  fc.assert(
    fc.property(letters, letters, letters, letters, (before, after, other, end) => {
      const run = 'abcabdabcbacabc'.slice(0, SHORTEST_SHARED);
      const [a, b] = [before + run + after, other + run + end].map((text) => winnow(unitsOf(text)));
      const first = new Set(a!.hashes);
      assert.ok(b!.hashes.some((hash) => first.has(hash)));
    }),
    { numRuns: 2000 },
  );
});

test('no two fingerprints are further apart than a window, and their number is bounded', () => {
  fc.assert(
    fc.property(letters, (text) => {
      const units = unitsOf(text);
      const { hashes, positions } = winnow(units);
      const grams = gramHashes(units, 8);
      assert.deepEqual(
        [...hashes],
        [...positions].map((at) => grams[at]),
      );
      positions.forEach((at, k) => {
        const before = k === 0 ? -1 : positions[k - 1]!;
        assert.ok(at > before && at - before <= 6);
      });
      assert.equal(hashes.length > 0, units.length >= 8);
    }),
    { numRuns: 2000 },
  );
});

test('a hash of a gram is the same wherever it stands', () => {
  const units = unitsOf('heron island heron island');
  const hashes = gramHashes(units, 5);
  assert.equal(hashes.length, units.length - 4);
  assert.equal(hashes[0], hashes[11]);
  assert.equal(new Set(hashes.subarray(0, 11)).size, 11);
  assert.deepEqual([...gramHashes(units.subarray(0, 4), 5)], []);
});

test('a quotation is shown with the passage as it was written', () => {
  const random = seeded(3);
  const index = createQuotationIndex<string>();
  const known = inventedProse(30, random).join(' ');
  index.add('known', known);
  const before = `${inventedProse(50, random).join(' ')} — “`;
  const written = known.toUpperCase().replaceAll(' ', '  ');
  const [quotation] = index.search(`${before}${written}”, ${inventedProse(50, random).join(' ')}`);
  assert.ok(quotation !== undefined && quotation.containment > 0.9);
  const [passage] = quotation.passages;
  assert.ok(passage !== undefined && quotation.passages.length === 1);
  // Up to a few letters at either end, which no fingerprint happens to lie on.
  assert.ok(Math.abs(passage.start - before.length) < 20);
  assert.ok(Math.abs(passage.end - before.length - written.length) < 20);
  assert.ok(written.includes(passage.matched) || passage.matched.includes(written));
});

test('units are compared without spaces and know where they stood', () => {
  const text = 'Gr\u200bey—½ He\u0301rоn!';
  const { units, starts, ends } = comparableText(text);
  assert.equal(String.fromCharCode(...units), 'grey12heron');
  const written = [...units].map((_, at) => text.slice(starts[at], ends[at]));
  assert.deepEqual(written, ['G', 'r\u200b', 'e', 'y', '½', '½', 'H', 'e\u0301', 'r', 'о', 'n']);
});
