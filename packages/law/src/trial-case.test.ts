import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { evaluateGate, takesEffect } from './evaluate-gate.ts';
import type { GateOutcome } from './gate-types.ts';
import { measureFacts } from './measures.ts';
import { firstTrial, trialInput, type TrialAnswers } from './trial-case.ts';
import { contextPurposes, harmCategories, measureKinds, neverSoleGround } from './words.ts';

const outcomeOf = (changes: Partial<TrialAnswers>): GateOutcome =>
  evaluateGate(trialInput({ ...firstTrial, ...changes })).outcome;

test('what is tried first passes, and each answer that should matter does', () => {
  assert.equal(outcomeOf({}), 'pass');
  const expected: readonly (readonly [Partial<TrialAnswers>, GateOutcome])[] = [
    [{ rule: 'none' }, 'no_basis'],
    [{ rule: 'made_later' }, 'no_basis'],
    [{ lighter: false }, 'incomplete'],
    [{ told: false }, 'incomplete'],
    [{ appeal: false }, 'incomplete'],
    [{ purpose: 'journalism' }, 'second_person_needed'],
    [{ purpose: 'journalism', second: true }, 'pass'],
    [{ purpose: 'journalism', by: 'rule' }, 'not_necessary'],
    [{ measure: 'ban', ends: false }, 'second_person_needed'],
    [{ measure: 'ban', ends: false, second: true }, 'pass'],
    [{ measure: 'suspend', severity: 2 }, 'not_necessary'],
    [{ harm: 'incitement', severity: 4, rabat: false }, 'incomplete'],
    [{ harm: 'incitement', severity: 4 }, 'pass'],
    [{ severity: 4, by: 'rule', found: 'match' }, 'pass'],
    [{ severity: 4, by: 'rule', found: 'name_only' }, 'not_necessary'],
    [{ severity: 4, by: 'rule', found: 'disputed' }, 'not_necessary'],
    [{ measure: 'label', severity: 1 }, 'pass'],
  ];
  for (const [changes, outcome] of expected)
    assert.equal(outcomeOf(changes), outcome, JSON.stringify(changes));
});

const answers: fc.Arbitrary<TrialAnswers> = fc.record({
  measure: fc.constantFrom(...measureKinds),
  harm: fc.constantFrom(...harmCategories),
  severity: fc.constantFrom(1, 2, 3, 4, 5),
  purpose: fc.constantFrom(...contextPurposes),
  rule: fc.constantFrom('in_force', 'made_later', 'none'),
  by: fc.constantFrom('person', 'rule'),
  found: fc.constantFrom('match', 'report', 'name_only', 'disputed'),
  lighter: fc.boolean(),
  rabat: fc.boolean(),
  told: fc.boolean(),
  appeal: fc.boolean(),
  ends: fc.boolean(),
  second: fc.boolean(),
});

test('whatever is answered, nothing takes effect that lacks a part', () => {
  fc.assert(
    fc.property(answers, (each) => {
      const result = evaluateGate(trialInput(each));
      if (!takesEffect(result)) return;
      assert.equal(each.rule, 'in_force');
      assert.ok(each.told && each.appeal);
      const { heavy, onLadder } = measureFacts[each.measure];
      if (heavy) assert.ok(!neverSoleGround.includes(each.harm));
      if (heavy && onLadder) assert.ok(each.lighter);
      if (each.by === 'rule' && heavy) {
        assert.equal(each.found, 'match');
        assert.equal(each.purpose, 'none');
      }
    }),
    { numRuns: 2000 },
  );
});
