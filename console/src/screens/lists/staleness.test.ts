import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isStale, mayForce } from './staleness.ts';

const now = new Date('2026-11-20T12:00:00Z');

test('a list is stale past the day the desk says, and never while it is empty', () => {
  assert.equal(isStale({ fresh_until: '2026-11-20T12:00:00Z' }, now), false);
  assert.equal(isStale({ fresh_until: '2026-11-20T11:59:59Z' }, now), true);
  assert.equal(isStale({ fresh_until: null }, now), false);
});

test('only what a person can judge may be forced', () => {
  const problem = { type: 'urn:commonweal:problem:invalid', title: 'No', status: 422 };
  assert.equal(mayForce({ ...problem, code: 'shrank' }), true);
  assert.equal(mayForce({ ...problem, code: 'not_xml' }), false);
  assert.equal(
    mayForce({ ...problem, type: 'urn:commonweal:problem:conflict', status: 409 }),
    true,
  );
  assert.equal(mayForce(problem), false);
  assert.equal(mayForce(null), false);
});
