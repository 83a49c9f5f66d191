import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isStale, mayForce } from './staleness.ts';

const now = new Date('2026-11-20T12:00:00Z');

test('an edition is stale after fourteen days, by its own date', () => {
  const list = (generated_at: string | null) => ({
    generated_at,
    imported_at: '2026-11-19T00:00:00Z',
  });
  assert.equal(isStale(list('2026-11-07T00:00:00Z'), now), false);
  assert.equal(isStale(list('2026-11-05T00:00:00Z'), now), true);
  assert.equal(isStale(list(null), now), false);
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
