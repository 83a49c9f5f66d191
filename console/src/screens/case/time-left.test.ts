import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isTimeToExtend, timeLeft } from './time-left.ts';

const until = '2026-03-01T10:15:00.000Z';
const at = (time: string) => Date.parse(`2026-03-01T${time}Z`);

test('what is left of a hold is told in minutes and seconds', () => {
  assert.deepEqual(timeLeft(until, at('10:00:00')), { minutes: 15, seconds: 0, state: 'calm' });
  assert.deepEqual(timeLeft(until, at('10:12:59.5')), { minutes: 2, seconds: 1, state: 'calm' });
  assert.deepEqual(timeLeft(until, at('10:13:00')), { minutes: 2, seconds: 0, state: 'soon' });
  assert.deepEqual(timeLeft(until, at('10:14:59.2')), { minutes: 0, seconds: 1, state: 'soon' });
  assert.deepEqual(timeLeft(until, at('10:15:00')), { minutes: 0, seconds: 0, state: 'over' });
  assert.deepEqual(timeLeft(until, at('11:00:00')), { minutes: 0, seconds: 0, state: 'over' });
});

test('a hold is extended for somebody at work, not for somebody gone', () => {
  assert.equal(isTimeToExtend(until, at('10:06:00'), at('10:06:30')), true);
  assert.equal(isTimeToExtend(until, at('10:02:00'), at('10:06:30')), false, 'gone');
  assert.equal(isTimeToExtend(until, at('10:01:00'), at('10:01:30')), false, 'fresh');
  assert.equal(isTimeToExtend(until, at('10:15:01'), at('10:15:02')), false, 'over');
});
