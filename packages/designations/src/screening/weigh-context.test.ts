import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { weighContext } from './weigh-context.ts';

test('an exact name alone ranks below a name with an agreeing country or year', () => {
  const alone = weighContext(0.97, {}, { countries: ['PK'], birthYears: [1960] });
  assert.deepEqual(alone, { score: 0.97, country: 'unknown', birthYear: 'unknown' });
  const country = weighContext(0.97, { countries: ['Pakistan'] }, { countries: ['PK'] });
  const year = weighContext(0.97, { birthYears: [1961] }, { birthYears: [1960] });
  assert.ok(country.score > alone.score && year.score > country.score);
  assert.ok(year.score <= 0.999);
});

test('what disagrees makes it less likely, a year more than a country', () => {
  const listed = { countries: ['Syrian Arab Republic'], birthYears: [1960] };
  const country = weighContext(0.9, { countries: ['SY', 'IQ'] }, listed);
  assert.equal(country.country, 'agrees');
  const otherCountry = weighContext(0.9, { countries: ['NO'] }, listed);
  const otherYear = weighContext(0.9, { birthYears: [1990] }, listed);
  assert.ok(otherYear.score < otherCountry.score && otherCountry.score < 0.9);
  assert.ok(otherYear.score < 0.7, 'somebody born thirty years later is not put before a person');
});

test('context keeps the order of names', () => {
  const score = fc.double({ min: 0, max: 0.97, noNaN: true });
  const years = fc.array(fc.integer({ min: 1940, max: 2000 }), { maxLength: 2 });
  fc.assert(
    fc.property(score, score, years, years, (one, other, asked, listed) => {
      const weigh = (name: number) =>
        weighContext(name, { birthYears: asked }, { birthYears: listed }).score;
      assert.equal(Math.sign(weigh(one) - weigh(other)) * Math.sign(one - other) >= 0, true);
      assert.ok(weigh(one) >= 0 && weigh(one) < 1);
    }),
  );
});
