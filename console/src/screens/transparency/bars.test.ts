import assert from 'node:assert/strict';
import { test } from 'node:test';
import { barsOf, periodWords } from './bars.ts';

test('bars are measured against the longest, shares against all', () => {
  assert.deepEqual(
    barsOf([
      { name: 'a', count: 3 },
      { name: 'b', count: 1 },
    ]),
    [
      { name: 'a', count: 3, length: 1, share: 0.75 },
      { name: 'b', count: 1, length: 1 / 3, share: 0.25 },
    ],
  );
});

test('nothing counted is no share of anything', () => {
  assert.deepEqual(barsOf([{ name: 'a', count: 0 }]), [
    { name: 'a', count: 0, length: 0, share: null },
  ]);
  assert.deepEqual(barsOf([]), []);
});

test('half a day is no period', () => {
  assert.deepEqual(periodWords({ from: '2026-01-01', to: '0202-01-01' }), { from: '2026-01-01' });
  assert.deepEqual(periodWords({}), {});
});
