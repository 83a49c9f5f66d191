import assert from 'node:assert/strict';
import { test } from 'node:test';
import { given } from './given.ts';

test('what is undefined is left out; null, empty and false stay', () => {
  const values = { a: undefined, b: null, c: '', d: false, e: 0 };
  assert.deepEqual(given(values), { b: null, c: '', d: false, e: 0 });
  assert.deepEqual(Object.keys(given({ a: undefined })), []);
});
