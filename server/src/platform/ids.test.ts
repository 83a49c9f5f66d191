import assert from 'node:assert/strict';
import { test } from 'node:test';
import { idBytes, idFromBytes, isId, newId } from './ids.ts';

test('ids are UUIDv7 in the order in which they were made, also within a millisecond', () => {
  const ids = Array.from({ length: 10_000 }, newId);
  for (const id of ids)
    assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-/);
  assert.deepEqual(ids.toSorted(), ids);
  assert.equal(new Set(ids).size, ids.length);
  // Their last 42 bits are random: the same tail twice would mean that random bytes were used twice.
  assert.equal(new Set(ids.map((id) => id.slice(-10))).size, ids.length);
});

test('an id and its bytes are the same thing', () => {
  const id = newId();
  assert.ok(isId(id));
  assert.equal(idFromBytes(idBytes(id)), id);
});
