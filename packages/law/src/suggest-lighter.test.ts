import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exampleInput } from './example-input.ts';
import { lighterRungs } from './measures.ts';
import { rejectRungs, suggestLighter } from './suggest-lighter.ts';

test('the lightest rung nobody has rejected is offered', () => {
  const input = exampleInput();
  input.record.alternatives = rejectRungs(['label', 'age_gate'], 'It would still be read.');
  assert.equal(suggestLighter(input), 'stop_recommending');
});

test('with every lighter rung rejected the proposal itself is the lightest', () => {
  assert.equal(suggestLighter(exampleInput()), 'remove');
});

test('a removal that its severity does not carry is answered with what does pass', () => {
  const input = exampleInput();
  input.record.harm.severity = 1;
  input.record.alternatives = rejectRungs(['label', 'age_gate', 'stop_recommending'], 'Too weak.');
  assert.equal(suggestLighter(input), 'demote');
});

test('nothing is offered while something is missing, or beside the ladder', () => {
  const input = exampleInput();
  input.record.context.purpose = null;
  assert.equal(suggestLighter(input), null);
  assert.equal(suggestLighter(exampleInput('refer')), null);
});

test('an account’s ladder is its own', () => {
  assert.deepEqual(lighterRungs('ban', 'actor'), [
    'stop_recommending',
    'limit',
    'geo_restrict',
    'suspend',
  ]);
  assert.deepEqual(lighterRungs('preserve', 'item'), []);
});
