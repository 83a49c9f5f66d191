import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  flipped,
  hashOfNumber,
  inOrder,
  nearDuplicate,
  plainIndex,
} from './fingerprints.test-data.ts';
import { createHammingIndex, indexOf } from './hamming-index.ts';
import { emptyBody } from './index-body.ts';
import { PDQ_RADIUS, plans, type Plan } from './plan.ts';

/** Something that is done to an index; numbers stand for hashes. */
const step = fc.record({
  what: fc.constantFrom('insert', 'insert', 'insert', 'remove', 'remove', 'search'),
  hash: fc.nat(400),
  entry: fc.nat(5),
  radius: fc.oneof(fc.constant(PDQ_RADIUS), fc.nat(256)),
  limit: fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }),
});

const kinds = {
  random: (number: number) => hashOfNumber(number),
  // Three pictures: every hash has more than a hundred near ones.
  clustered: (number: number) => nearDuplicate(number, 3),
};

/** So small that it is outgrown, emptied and filled again within a test. */
const tiny: Plan = { capacity: 60, bands: plans[0]?.bands ?? [] };

for (const [kind, hashOf] of Object.entries(kinds))
  for (const plan of [tiny, ...plans])
    test(`whatever is done, ${kind} hashes are found as by looking at each (from ${plan.capacity})`, () => {
      fc.assert(
        fc.property(fc.array(step, { minLength: 1, maxLength: 300, size: 'max' }), (steps) => {
          const index = indexOf(emptyBody(plan));
          const plain = plainIndex();
          for (const { what, hash, entry, radius, limit } of steps) {
            const bytes = hashOf(hash);
            if (what !== 'search') {
              assert.equal(index[what](bytes, entry), plain[what](bytes, entry));
              continue;
            }
            const query = flipped(bytes, entry * 6, hash);
            const expected = plain.search(query, radius);
            assert.deepEqual(inOrder(index.search(query, { radius })), expected);
            if (limit === undefined) continue;
            const nearest = index.search(query, { radius, limit });
            const distances = expected.slice(0, limit).map(({ distance }) => distance);
            assert.deepEqual(
              nearest.map(({ distance }) => distance),
              distances,
            );
            const all = new Set(expected.map((hit) => `${hit.entry} ${hit.distance}`));
            assert.ok(nearest.every((hit) => all.has(`${hit.entry} ${hit.distance}`)));
          }
          assert.equal(index.size, plain.size);
        }),
        // The larger plans lay out gigabytes of address space each time.
        { numRuns: plan.capacity > 200_000 ? 5 : 40 },
      );
    });

test('among thousands of near-duplicates of one picture everything within the radius is found', () => {
  const index = createHammingIndex();
  const plain = plainIndex();
  const hashes = Array.from({ length: 6000 }, (_, number) => nearDuplicate(number, 2));
  hashes.forEach((hash, entry) => {
    index.insert(hash, entry);
    plain.insert(hash, entry);
  });
  for (let round = 0; round < 30; round += 1) {
    const query = flipped(hashes[round * 7] ?? new Uint8Array(32), round, `query ${round}`);
    const expected = plain.search(query, PDQ_RADIUS);
    assert.ok(round > 5 || expected.length > 1000);
    assert.deepEqual(inOrder(index.search(query)), expected);
    assert.deepEqual(
      index.search(query, { limit: 10 }).map(({ distance }) => distance),
      expected.slice(0, 10).map(({ distance }) => distance),
    );
  }
  hashes.forEach((hash, entry) => {
    if (entry % 3 === 0) return;
    assert.ok(index.remove(hash, entry));
    plain.remove(hash, entry);
  });
  for (let round = 0; round < 30; round += 1) {
    const query = flipped(hashes[round] ?? new Uint8Array(32), 12, `after ${round}`);
    assert.deepEqual(inOrder(index.search(query)), plain.search(query, PDQ_RADIUS));
  }
});

test('thirty-one flipped bits are found wherever they are, thirty-two are not', () => {
  for (const plan of plans) {
    const index = indexOf(emptyBody(plan));
    const hash = hashOfNumber('the one');
    index.insert(hash, 7);
    for (let round = 0; round < 300; round += 1) {
      const near = flipped(hash, PDQ_RADIUS, round);
      assert.deepEqual(index.search(near), [{ entry: 7, distance: PDQ_RADIUS }]);
      assert.deepEqual(index.search(flipped(hash, PDQ_RADIUS + 1, round)), []);
    }
    // Runs of neighbouring bits, which all fall into few bands of unshuffled hashes.
    for (let first = 0; first + PDQ_RADIUS <= 256; first += 1) {
      const run = Uint8Array.from(hash);
      for (let bit = first; bit < first + PDQ_RADIUS; bit += 1)
        run[bit >> 3] = (run[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      assert.deepEqual(index.search(run), [{ entry: 7, distance: PDQ_RADIUS }]);
    }
  }
});

test('equal hashes are kept once, with as many entries as they have', () => {
  const index = createHammingIndex();
  const hash = hashOfNumber('popular');
  const entries = Array.from({ length: 5000 }, (_, entry) => entry);
  for (const entry of entries) assert.ok(index.insert(hash, entry));
  for (const entry of entries) assert.equal(index.insert(hash, entry), false);
  assert.deepEqual([index.size, index.stats().records], [5000, 1]);
  const found = index.search(flipped(hash, 3, 'a'));
  assert.deepEqual(
    inOrder(found),
    entries.map((entry) => ({ entry, distance: 3 })),
  );
  assert.equal(index.search(hash, { limit: 17 }).length, 17);
  for (const entry of entries.filter((number) => number % 2 === 0))
    assert.ok(index.remove(hash, entry));
  assert.deepEqual(
    inOrder(index.search(hash)),
    entries.filter((number) => number % 2 === 1).map((entry) => ({ entry, distance: 0 })),
  );
});

test('each bank has its own radius', () => {
  const index = createHammingIndex();
  const hash = hashOfNumber('banked');
  const bankOf = (entry: number) => entry % 3;
  const radii = [31, 20, -1];
  for (let entry = 0; entry < 90; entry += 1)
    index.insert(flipped(hash, Math.floor(entry / 3), entry), entry);
  const radiusOf = (entry: number) => radii[bankOf(entry)] ?? 0;
  const hits = index.search(hash, { radiusOf });
  assert.equal(hits.filter(({ entry }) => bankOf(entry) === 0).length, 30);
  assert.equal(hits.filter(({ entry }) => bankOf(entry) === 1).length, 21);
  assert.equal(hits.length, 51);
  // The nearest of those that count, not what counts among the nearest.
  assert.deepEqual(
    index.search(hash, { radiusOf: (entry) => (entry >= 60 ? 31 : -1), limit: 3 }),
    [60, 61, 62].map((entry) => ({ entry, distance: 20 })),
  );
});

test('what is removed makes room: the index does not grow by change alone', () => {
  const index = createHammingIndex();
  const { capacity } = index.stats();
  for (let number = 0; number < 3 * capacity; number += 1) {
    const hash = new Uint8Array(32);
    new DataView(hash.buffer).setUint32((number % 8) * 4, Math.imul(number + 1, 0x9e3779b1));
    assert.ok(index.insert(hash, number));
    assert.ok(index.remove(hash, number));
  }
  assert.equal(index.stats().capacity, capacity);
  assert.equal(index.size, 0);
});

test('a batch is answered hash by hash', () => {
  const index = createHammingIndex();
  const hashes = Array.from({ length: 20 }, (_, number) => hashOfNumber(number));
  const together = Uint8Array.from(hashes.flatMap((hash) => [...hash]));
  const entries = Uint32Array.from({ length: 20 }, (_, number) => number + 100);
  assert.equal(index.insertMany(together, entries), 20);
  assert.equal(index.insertMany(together, entries), 0);
  assert.deepEqual(
    index.searchMany(together),
    hashes.map((hash) => index.search(hash)),
  );
});

test('what is no hash, entry, radius or limit is refused, and changes nothing', () => {
  const index = createHammingIndex();
  const hash = hashOfNumber(1);
  assert.throws(() => index.insert(hash.subarray(1), 1), /32 bytes.*has 31/);
  assert.throws(() => index.insert(hash, -1), /from 0 to 4,294,967,295, not -1/);
  assert.throws(() => index.insert(hash, 2 ** 32), RangeError);
  assert.throws(() => index.insert(hash, 1.5), RangeError);
  assert.throws(() => index.remove(hash, Number.NaN), RangeError);
  assert.throws(() => index.insertMany(hash, new Uint32Array(2)), /each of the 2 entries/i);
  assert.throws(() => index.search(hash, { radius: 257 }), /from 0 to 256, not 257/);
  assert.throws(() => index.search(hash, { radius: Number.NaN }), RangeError);
  assert.throws(() => index.search(hash, { limit: 0 }), /from 1, not 0/);
  assert.throws(() => index.searchMany(new Uint8Array(33)), /33 bytes/);
  assert.throws(() => createHammingIndex({ expected: 1e9 }), /at most 30,000,000/);
  assert.throws(() => createHammingIndex({ expected: -1 }), RangeError);
  assert.equal(index.size, 0);
  assert.ok(index.insert(hash, 2 ** 32 - 1));
  assert.deepEqual(index.search(hash), [{ entry: 2 ** 32 - 1, distance: 0 }]);
});
