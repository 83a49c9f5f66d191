import assert from 'node:assert/strict';
import { test } from 'node:test';
import { moved, rearranged } from './arrange.ts';

test('an entry moves up and down, and no further than the ends', () => {
  const list = ['a', 'b', 'c'];
  assert.deepEqual(moved(list, 1, -1), ['b', 'a', 'c']);
  assert.deepEqual(moved(list, 1, 1), ['a', 'c', 'b']);
  assert.deepEqual(moved(list, 0, -1), list);
  assert.deepEqual(moved(list, 2, 1), list);
  assert.deepEqual(moved(list, 7, -1), list);
  assert.deepEqual(list, ['a', 'b', 'c'], 'the list itself stays');
});

test('what others added comes last, what they removed is gone, the rest stays arranged', () => {
  assert.deepEqual(rearranged(['c', 'a', 'b'], ['a', 'c', 'd']), ['c', 'a', 'd']);
  assert.deepEqual(rearranged(['c', 'a'], ['a', 'c']), ['c', 'a']);
  assert.deepEqual(rearranged([], ['a']), ['a']);
});
