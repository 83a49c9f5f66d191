import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readInstant, within } from './instants.ts';

test('instants are RFC 3339 date-times and nothing else', () => {
  assert.equal(readInstant('1970-01-01T00:00:01Z'), 1000);
  assert.equal(readInstant('1970-01-01T01:00:00.5+01:00'), 500);
  assert.equal(readInstant('2024-02-29T00:00:00Z'), Date.UTC(2024, 1, 29));
  for (const text of ['', '5', '2026-02-29T00:00:00Z', '2026-04-31T00:00:00Z', '2026-03-01', 'now'])
    assert.equal(readInstant(text), null, text);
  assert.equal(readInstant('2026-13-01T00:00:00Z'), null);
  assert.equal(readInstant('2026-03-01T00:00:00'), null);
});

test('a period begins with its first instant and ends before its last', () => {
  const from = '2026-01-01T00:00:00Z';
  const until = '2026-02-01T00:00:00Z';
  assert.equal(within(Date.parse(from), from, until), true);
  assert.equal(within(Date.parse(until), from, until), false);
  assert.equal(within(Date.parse(until), from, null), true);
  assert.equal(within(Date.parse(from), from, 'never'), false);
});
