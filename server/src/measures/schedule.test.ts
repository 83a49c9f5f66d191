import assert from 'node:assert/strict';
import { test } from 'node:test';
import { endEvents, afterDelivery, afterReceipt, liveStates } from './states.ts';
import { measureStates } from '@commonweal/contract';
import { DAY, HOUR, MINUTE } from '../platform/clock.ts';
import { meaningOf, readRetryAfter, waitAfter } from './schedule.ts';

test('a message is tried ten times over more than two days, each wait longer than the last', () => {
  const waits = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => waitAfter(n, 500, null, 0) ?? 0);
  assert.deepEqual(waits.slice(0, 3), [5000, 5 * MINUTE, 30 * MINUTE]);
  assert.deepEqual(
    waits,
    waits.toSorted((a, b) => a - b),
  );
  assert.ok(waits.reduce((sum, wait) => sum + wait, 0) > 2 * DAY);
  assert.equal(waitAfter(10, 500, null, 0), null);
});

test('chance spreads the waits by a tenth at most', () => {
  assert.equal(waitAfter(2, null, null, 0.5), 5 * MINUTE * 1.05);
  assert.ok((waitAfter(9, null, null, 0.999) ?? 0) < 24 * HOUR * 1.1);
});

test('a receiver that says "not now" is given the time it asks for, but not for ever', () => {
  for (const status of [429, 502, 503, 504]) {
    assert.equal(waitAfter(1, status, 20 * MINUTE, 0), 20 * MINUTE);
    assert.equal(waitAfter(1, status, 400 * DAY, 0), 6 * HOUR);
    assert.equal(waitAfter(2, status, 1000, 0), 5 * MINUTE);
  }
  assert.equal(waitAfter(1, 500, 20 * MINUTE, 0), 5000);
});

test('Retry-After is read as seconds or as a date', () => {
  const now = new Date('2026-05-01T10:00:00Z');
  assert.equal(readRetryAfter('120', now), 120_000);
  assert.equal(readRetryAfter('Fri, 01 May 2026 10:01:00 GMT', now), 60_000);
  assert.equal(readRetryAfter('Fri, 01 May 2026 09:01:00 GMT', now), 0);
  assert.equal(readRetryAfter('soon', now), null);
  assert.equal(readRetryAfter(undefined, now), null);
});

test('only 2xx is success, only 410 is goodbye', () => {
  for (const status of [200, 202, 204, 299]) assert.equal(meaningOf(status), 'delivered');
  for (const status of [100, 301, 302, 308, 400, 404, 429, 500])
    assert.equal(meaningOf(status), 'failed');
  assert.equal(meaningOf(410), 'gone');
});

test('no message and no receipt brings a measure back that is over', () => {
  const tables = [...Object.values(afterDelivery), ...Object.values(afterReceipt)];
  for (const moves of tables)
    for (const state of measureStates) {
      const next = moves[state];
      if (next === undefined) continue;
      assert.notEqual(next, state);
      assert.equal(liveStates.includes(next), liveStates.includes(state), `${state} to ${next}`);
    }
  assert.ok(tables.every((moves) => moves.ended === undefined));
  assert.deepEqual(
    new Set(Object.values(endEvents)),
    new Set(['measure.ended', 'measure.reversed']),
  );
});
