import assert from 'node:assert/strict';
import { test } from 'node:test';
import { awaitsSecond, evaluateGate, takesEffect } from './evaluate-gate.ts';
import { exampleInput } from './example-input.ts';
import type { EmergencyOverride, GateInput } from './gate-types.ts';
import { overrideRules } from './rules/override.ts';

const breaks: Readonly<Record<string, (input: Emergency) => unknown>> = {
  O1: (input) => (input.decision.by = 'rule'),
  O2: (input) => (input.record.harm.severity = 4),
  O3: (input) => (input.override.reason = ''),
  O4: (input) => (input.override.secondBy = 'amina'),
  O5: (input) => (input.override.lawEnforcementTold = ''),
  O6: (input) => (input.override.expiresAt = '2026-03-03T10:00:01Z'),
  O7: (input) => (input.proposal.measure = 'ban'),
  O8: (input) => (input.record.surface = 'private'),
};

test('an override takes effect without passing', () => {
  const result = evaluateGate(emergency());
  assert.equal(result.outcome, 'emergency_override');
  assert.equal(result.passed, false);
  assert.equal(result.needsSecond, false);
  assert.equal(takesEffect(result), true);
});

test('every override rule is listed here', () => {
  assert.deepEqual(
    Object.keys(breaks),
    overrideRules.map((rule) => rule.id),
  );
});

for (const rule of overrideRules) {
  test(`${rule.id} stops an override: ${rule.holds}`, () => {
    const input = emergency();
    breaks[rule.id]?.(input);
    const result = evaluateGate(input);
    const state = result.findings.find(({ id }) => id === rule.id)?.state;
    assert.ok(state === 'missing' || state === 'failed', state);
    assert.equal(takesEffect(result), false);
  });
}

test('an override that lacks only its second person waits for her', () => {
  const input = emergency();
  input.override.secondBy = null;
  const result = evaluateGate(input);
  assert.equal(awaitsSecond(result), true);
  assert.equal(result.needsSecond, true);
  assert.equal(takesEffect(result), false);
});

test('a suspension does what a ban would for a day', () => {
  const input = emergency();
  input.proposal = {
    measure: 'suspend',
    subject: 'actor',
    scope: { target: 'account', territories: 'global', until: '2026-03-03T10:00:00Z' },
  };
  assert.equal(evaluateGate(input).outcome, 'emergency_override');
});

test('where the gates pass, the override is not looked at', () => {
  const input: GateInput = { ...exampleInput(), override: emergency().override };
  const result = evaluateGate(input);
  assert.equal(result.outcome, 'pass');
  assert.ok(result.findings.every((finding) => finding.gate !== 'override'));
});

test('radicalisation alone is not removed, not even in an emergency', () => {
  const input = emergency();
  input.record.harm.categories = ['radicalisation'];
  assert.equal(takesEffect(evaluateGate(input)), false);
});

type Emergency = GateInput & { override: EmergencyOverride };

/** Nothing cited, nothing weighed: a threat to a named school, an hour away. */
function emergency(): Emergency {
  const input = exampleInput();
  return {
    ...input,
    ground: { type: 'policy_clause', clauses: [], order: null },
    record: {
      ...input.record,
      harm: { categories: ['threats'], severity: 5 },
      alternatives: [],
      necessity: '',
    },
    override: {
      reason: 'It says that the school in Northfield is attacked within the hour.',
      imminentThreat: true,
      secondBy: 'bashir',
      expiresAt: '2026-03-03T10:00:00Z',
      lawEnforcementTold: 'Northfield police, by telephone, 09:58.',
    },
  };
}
