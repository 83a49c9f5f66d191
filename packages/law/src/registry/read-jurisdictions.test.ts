import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { controlIds, controls, minimumPackage } from './controls.ts';
import type { Jurisdiction } from './jurisdiction.ts';
import { readJurisdiction, readJurisdictions } from './read-jurisdictions.ts';

const all = readJurisdictions();
const tuvalu = JSON.stringify(all.get('TV'));

/** The file of Tuvalu, changed. */
function changed(change: (data: Jurisdiction) => void): string {
  const data = JSON.parse(tuvalu) as Jurisdiction;
  change(data);
  return JSON.stringify(data);
}

test('every file of the registry is as it should be, and nobody has reviewed any yet', () => {
  assert.equal(all.size, 29);
  for (const { review } of all.values()) {
    assert.equal(review.legal_advice, false);
    assert.equal(review.last_reviewed, null);
  }
  assert.equal(all.get('EU')?.territories.length, 27);
});

for (const [what, change, says] of [
  ['an unknown field', (data) => Object.assign(data, { lawful: true }), /additional/],
  ['a status that is no status', (data) => Object.assign(data.controls, { G01: 'maybe' }), /G01/],
  ['a control left out', (data) => Reflect.deleteProperty(data.controls, 'G24'), /G24/],
  [
    'a citation of nothing',
    (data) => data.terrorism_definition.cites.push('cta:s 1'),
    /"cta:s 1" cites an instrument/,
  ],
  [
    'a day that does not exist',
    (data) => Object.assign(data.instruments[0]!, { valid_from: '2009-06-31' }),
    /2009-06-31 is not in the calendar/,
  ],
  [
    'an end before the beginning',
    (data) => Object.assign(data.instruments[0]!, { valid_from: '2012', valid_to: '2010' }),
    /end before it begins/,
  ],
  ['two of the same', (data) => data.instruments.push(data.instruments[0]!), /same id/],
  [
    'a review by nobody',
    (data) => Object.assign(data.review, { last_reviewed: '2026-11-20' }),
    /name and a day/,
  ],
  [
    'a promise of advice',
    (data) => Object.assign(data.review, { legal_advice: true }),
    /legal_advice/,
  ],
] as const satisfies readonly (readonly [string, (data: Jurisdiction) => unknown, RegExp])[])
  test(`${what} is refused, with the file and the place`, () => {
    assert.throws(
      () => readJurisdiction(changed(change), 'TV.json'),
      (error: Error) => {
        assert.match(error.message, /^TV\.json/);
        assert.match(error.message, says);
        return true;
      },
    );
  });

test('what is no JSON is refused by name', () => {
  assert.throws(() => readJurisdiction('{"id":', 'TV.json'), /TV\.json is no JSON/);
});

test('two versions of a power that are in force at once are refused', () => {
  const india = JSON.parse(JSON.stringify(all.get('IN'))) as Jurisdiction;
  const power = india.order_powers.find(({ id }) => id === 'IN-IR-3-1-d')!;
  Object.assign(power, { valid_to: '2026-03-01' });
  assert.throws(() => readJurisdiction(JSON.stringify(india), 'IN.json'), /in force at once/);
});

test('the clauses that a gap report points to are in the registry', () => {
  for (const id of controlIds)
    for (const model of controls[id].models) {
      const [jurisdiction = '', instrument] = model.split(':');
      const known = all.get(jurisdiction)?.instruments.map((one) => one.id);
      assert.ok(known?.includes(instrument ?? ''), `${id} points to ${model}`);
    }
});

test('both sides are asked about, and every step of the minimum package closes something', () => {
  const sides = controlIds.map((id) => controls[id].side);
  assert.ok(sides.includes('security') && sides.includes('rights'));
  const steps = new Set<number | null>(controlIds.map((id) => controls[id].step));
  for (const [at] of minimumPackage.entries()) assert.ok(steps.has(at + 1), `step ${at + 1}`);
});

const research = new URL('../../../../../shared/law/jurisdictions.json', import.meta.url);

test('what was researched is here as it was found', (t) => {
  if (!existsSync(research)) {
    t.diagnostic('the research is not on this machine; nothing was compared');
    return;
  }
  const { jurisdictions } = JSON.parse(readFileSync(research, 'utf8')) as {
    jurisdictions: { id: string; gapAnalysis: { control: string; status: string }[] }[];
  };
  assert.deepEqual(
    jurisdictions.map(({ id }) => id),
    [...all.keys()],
  );
  for (const { id, gapAnalysis } of jurisdictions)
    for (const { control, status } of gapAnalysis)
      assert.equal(Reflect.get(all.get(id)!.controls, control), status, `${id} ${control}`);
});
