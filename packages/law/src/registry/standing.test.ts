import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { Instrument } from './jurisdiction.ts';
import { readJurisdictions } from './read-jurisdictions.ts';
import { powerOn, standingByDates, standingOf, standings } from './standing.ts';

const all = readJurisdictions();
const india = all.get('IN')!;
const papua = all.get('PG')!;

function instrument(changes: Partial<Instrument>): Instrument {
  return {
    id: 'act',
    title: 'Invented Act',
    number: null,
    year: 2020,
    status: 'in_force',
    url: null,
    basis: 'recall',
    note: null,
    valid_from: null,
    valid_to: null,
    ...changes,
  };
}

test('the law in force at the time of the act governs: three hours in India only since 20 February 2026', () => {
  const hours = (on: string) => powerOn(india, 'IN-IR-3-1-d', on)?.power.deadline.hours_max;
  assert.equal(hours('2026-02-19'), 36);
  assert.equal(hours('2026-02-20'), 3);
  assert.equal(powerOn(india, 'IN-IR-3-1-d', '2020-06-01'), null);
});

test('an Act that another replaced ends in the month that is known, and its last days do not tell', () => {
  const old = papua.instruments.find(({ id }) => id === 'isa')!;
  assert.equal(standingOf(old, '2024-10-31'), 'in_force');
  assert.equal(standingOf(old, '2024-11-15'), 'unknown');
  assert.equal(standingOf(old, '2024-12-01'), 'ended');
});

test('where only the year is known, that year does not tell', () => {
  const act = instrument({});
  assert.equal(standingOf(act, '2019-12-31'), 'not_yet');
  assert.equal(standingOf(act, '2020-06-01'), 'unknown');
  assert.equal(standingOf(act, '2021-01-01'), 'in_force');
});

test('a bill is never law, and what is to be verified is never in force', () => {
  assert.equal(standingOf(instrument({ status: 'bill' }), '2024-01-01'), 'never');
  for (const status of ['verify_status', 'ordinance_status_to_verify'] as const)
    assert.equal(standingOf(instrument({ status }), '2024-01-01'), 'unknown');
  assert.equal(standingOf(instrument({ status: 'repealed' }), '2024-01-01'), 'unknown');
});

test('a power stands no better than the instrument it comes from', () => {
  // The ordinance may have lapsed: whether Parliament enacted it was not found.
  assert.equal(powerOn(all.get('BD')!, 'BD-CPO-8', '2026-06-01')?.standing, 'unknown');
  assert.equal(powerOn(papua, 'PG-CTA-17', '2023-06-01'), null);
  assert.equal(powerOn(papua, 'PG-NONE', '2026-06-01'), null);
});

test('in time something begins at most once and ends at most once', () => {
  const order = ['not_yet', 'unknown', 'in_force', 'unknown', 'ended'];
  const year = fc.integer({ min: 2000, max: 2030 });
  const partial = fc
    .tuple(
      year,
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
      fc.constantFrom(4, 7, 10),
    )
    .map(([y, m, d, digits]) =>
      `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`.slice(0, digits),
    );
  const days = Array.from({ length: 40 }, (_, at) => `${1995 + at}-07-01`);
  fc.assert(
    fc.property(fc.option(partial), fc.option(partial), (from, to) => {
      if (from !== null && to !== null) fc.pre(from < to && !to.startsWith(from));
      let stage = 0;
      for (const day of days) {
        const standing = standingByDates({ valid_from: from, valid_to: to }, day);
        assert.ok(standings.includes(standing));
        const next = order.indexOf(standing, stage);
        assert.ok(next >= stage, `${standing} after ${order[stage]}`);
        stage = next;
      }
    }),
  );
});
