import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { earliestDay, isDate, latestDay } from './dates.ts';

test('as much of a date as is known means any day in it', () => {
  assert.equal(earliestDay('2024'), '2024-01-01');
  assert.equal(latestDay('2024'), '2024-12-31');
  assert.equal(earliestDay('2024-02'), '2024-02-01');
  assert.equal(latestDay('2024-02'), '2024-02-29');
  assert.equal(latestDay('2023-02'), '2023-02-28');
  const length = fc.constantFrom(4, 7, 10);
  const day = fc
    .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, length, (known, digits) => {
      const partial = known.slice(0, digits);
      assert.ok(isDate(partial));
      assert.ok(earliestDay(partial) <= known && known <= latestDay(partial));
    }),
  );
});

test('what is not in the calendar is no date', () => {
  for (const wrong of ['2024-13', '2024-06-31', '2023-02-29', '2024-00', '2024-01-00'])
    assert.equal(isDate(wrong), false, wrong);
});
