import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashOfNumber } from './fingerprints.test-data.ts';
import { emptyBody, insertInput } from './index-body.ts';
import { bitOrder } from './permutation.ts';
import { planFor } from './plan.ts';

test('every bit has one place', () => {
  assert.deepEqual(
    bitOrder.toSorted(),
    Uint8Array.from({ length: 256 }, (_, bit) => bit),
  );
});

test('the kernel puts the bits in the order that plain code puts them', () => {
  const body = emptyBody(planFor(0));
  for (let id = 1; id <= 500; id += 1) {
    const hash = hashOfNumber(id);
    const expected = new Uint8Array(32);
    for (const [bit, to] of bitOrder.entries())
      if (((hash[bit >> 3] ?? 0) >> (bit & 7)) & 1)
        expected[to >> 3] = (expected[to >> 3] ?? 0) | (1 << (to & 7));
    body.kernel.input.set(hash);
    assert.equal(insertInput(body, id), 'inserted');
    const record = new Uint8Array(body.memory.buffer, body.layout.records.at + id * 64, 32);
    assert.deepEqual(Uint8Array.from(record), expected);
  }
});
