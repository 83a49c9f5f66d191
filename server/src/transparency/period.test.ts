import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { ProblemError } from '../platform/http/index.ts';
import { halfYears, momentsOf, periodOf } from './period.ts';

const now = new Date('2026-11-23T22:00:00Z');

test('is the last twelve months unless said', () => {
  assert.deepEqual(periodOf({}, now), { from: '2025-11-24', to: '2026-11-23' });
  assert.deepEqual(periodOf({}, new Date('2028-02-29T01:00:00Z')), {
    from: '2027-03-01',
    to: '2028-02-29',
  });
  assert.deepEqual(periodOf({ to: '2025-01-31' }, now), { from: '2024-02-01', to: '2025-01-31' });
});

test('covers whole days, the last one included', () => {
  const { from, to } = momentsOf({ from: '2026-01-01', to: '2026-01-01' });
  assert.equal(from.toISOString(), '2026-01-01T00:00:00.000Z');
  assert.equal(to.toISOString(), '2026-01-02T00:00:00.000Z');
});

for (const [name, asked] of Object.entries({
  'a day there is not': { from: '2026-02-30' },
  'no day': { from: 'yesterday' },
  'a list': { from: ['2026-01-01', '2026-01-02'] },
  'an end before its beginning': { from: '2026-02-01', to: '2026-01-31' },
  'a century': { from: '1926-01-01', to: '2026-01-01' },
})) {
  test(`refuses ${name}`, () => {
    assert.throws(() => periodOf(asked, now), ProblemError);
  });
}

test('offers the half-years in which there was a desk, newest first, without gaps', () => {
  assert.deepEqual(halfYears(new Date('2025-08-01T00:00:00Z'), now), [
    { from: '2026-07-01', to: '2026-12-31' },
    { from: '2026-01-01', to: '2026-06-30' },
    { from: '2025-07-01', to: '2025-12-31' },
  ]);
  const date = fc.date({
    min: new Date('2000-01-01T00:00:00Z'),
    max: new Date('2100-01-01T00:00:00Z'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(date, (today) => {
      const periods = halfYears(new Date(0), today).map(momentsOf);
      const [newest] = periods;
      assert.ok(newest && newest.from <= today && today < newest.to);
      for (const [place, period] of periods.entries())
        if (place > 0) assert.deepEqual(period.to, periods[place - 1]?.from);
    }),
  );
});
