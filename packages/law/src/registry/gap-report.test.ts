import assert from 'node:assert/strict';
import { test } from 'node:test';
import { controlIds, controls } from './controls.ts';
import { evidenceOf } from './evidence.ts';
import { gapReport } from './gap-report.ts';
import { readJurisdictions } from './read-jurisdictions.ts';

const all = readJurisdictions();
const of = (id: string, on = '2026-11-28') => gapReport(all, all.get(id)!, on);

test('every control is there or a gap, once, and both sides are counted whole', () => {
  for (const id of all.keys()) {
    const { there, gaps, counts } = of(id);
    const met = [...there, ...gaps.map(({ control }) => control)];
    assert.deepEqual(met.toSorted(), [...controlIds].toSorted());
    const both = controlIds.filter((control) => controls[control].side === 'both').length;
    const counted = Object.values(counts).flatMap((side) => Object.values(side));
    assert.equal(
      counted.reduce((sum, one) => sum + one, 0),
      controlIds.length + both,
    );
  }
});

test('what is not known stays so: it is never turned into "no"', () => {
  for (const [id, { controls: known }] of all)
    for (const { control, status } of of(id).gaps) assert.equal(status, known[control]);
  const { counts } = of('PG');
  assert.ok(counts.rights.unknown > counts.rights.no);
});

test('clauses to learn from are of others, with where they are and how they stand', () => {
  const power = of('TV').gaps.find(({ control }) => control === 'G08');
  assert.deepEqual(
    power?.models.map(({ jurisdiction, pin }) => [jurisdiction, pin]),
    [
      ['ZA', 's 24A'],
      ['CA', 's 83.223'],
    ],
  );
  for (const { models } of of('CA').gaps)
    assert.ok(models.every(({ jurisdiction }) => jurisdiction !== 'CA'));
  const bangladesh = of('TV')
    .gaps.flatMap(({ models }) => models)
    .filter(({ jurisdiction }) => jurisdiction === 'BD');
  assert.ok(bangladesh.length > 0);
  assert.ok(bangladesh.every(({ standing }) => standing === 'unknown'));
});

test('the steps are those that close something, in order', () => {
  const { steps, gaps } = of('TV');
  assert.deepEqual(steps, [2, 3, 4, 5, 6, 7, 8]);
  assert.ok(gaps.every(({ control }) => controls[control].step !== 1));
  assert.deepEqual(of('EU').steps, [1, 3]);
});

test('a gap says where there is something to look up', () => {
  const definition = of('GH').gaps.find(({ control }) => control === 'G03');
  assert.deepEqual(definition?.evidence, ['ata:ss 2-4']);
});

test('a challenge by whoever posted is told from one by the provider', () => {
  const union = all.get('EU')!;
  assert.ok(evidenceOf(union, 'G13').includes('tco:Art 9(1)'));
  assert.ok(!evidenceOf(union, 'G13').includes('tco:Art 9(2)'));
  assert.ok(evidenceOf(union, 'G14').includes('tco:Art 9(2)'));
});
