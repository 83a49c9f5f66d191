import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evaluateGate, gateRules, takesEffect } from './evaluate-gate.ts';
import { exampleInput, exampleOrder } from './example-input.ts';
import type { ClauseCited, GateInput, GateOutcome, OrderCited } from './gate-types.ts';

/** What breaks each rule: a complete case, changed in that one respect; and the outcome it leads to. */
type Breaks = readonly [outcome: GateOutcome, input: GateInput];

const breaks: Readonly<Record<string, Breaks>> = {
  A1: ['no_basis', vary((input) => (input.ground.clauses = []))],
  A2: ['incomplete', vary((input) => (input.record.postedAt = null))],
  A3: ['no_basis', clause({ publishedAt: null })],
  A4: ['no_basis', clause({ inForceFrom: '2026-03-01T10:00:00Z' })],
  A5: ['no_basis', clause({ inForceUntil: '2026-03-02T09:00:00Z' })],
  A6: ['no_basis', clause({ harmCategories: ['financing'] })],
  A7: ['no_basis', clause({ measures: ['demote'] })],
  A8: ['request_not_order', order({ powerId: null })],
  A9: ['request_not_order', order({ authorityVerified: false })],
  A10: ['defective_order', order({ complete: false, missing: ['reasons'] })],
  A11: ['no_basis', order({ inForceUntil: '2026-03-02T10:00:00Z' })],
  A12: ['no_basis', order({ territories: ['XA'] })],
  B1: ['not_necessary', vary((input) => (input.proposal.subject = 'actor'))],
  B2: ['not_necessary', vary((input) => (input.proposal.scope.target = 'account'))],
  B3: ['not_necessary', vary((input) => (input.proposal.scope.territories = []))],
  B4: ['not_necessary', exampleInput('geo_restrict')],
  B5: ['incomplete', exampleInput('suspend', 'actor')],
  B6: ['incomplete', order({ inForceUntil: '2026-04-01T00:00:00Z' })],
  B7: ['not_necessary', vary((input) => (input.record.surface = 'e2ee'))],
  B8: ['incomplete', vary((input) => (input.record.necessity = ' '))],
  B9: ['incomplete', vary((input) => (input.record.alternatives = []))],
  B10: ['incomplete', vary((input) => (input.record.harm.categories = []))],
  B11: ['incomplete', vary((input) => (input.record.harm.severity = null))],
  B12: [
    'no_basis',
    clause({ harmCategories: ['radicalisation'] }, (input) => {
      input.record.harm.categories = ['radicalisation'];
    }),
  ],
  B13: ['not_necessary', vary((input) => (input.record.harm.severity = 1))],
  B14: ['not_necessary', suspended((input) => (input.record.harm.severity = 2))],
  B15: [
    'incomplete',
    clause({ harmCategories: ['glorification'] }, (input) => {
      input.record.harm = { categories: ['glorification'], severity: 4 };
    }),
  ],
  B16: ['incomplete', vary((input) => (input.record.context.purpose = null))],
  B17: ['incomplete', vary((input) => (input.record.context.purpose = 'art'))],
  B18: ['incomplete', vary((input) => (input.record.aim.aim = null))],
  B19: ['incomplete', vary((input) => (input.record.aim.threat = ''))],
  B20: ['incomplete', incitement((input) => delete input.record.rabat.extent)],
  B21: ['not_necessary', incitement((input) => (input.record.rabat.intent = scored(0)))],
  B22: ['not_necessary', automatic(() => {}, suspended())],
  B23: ['not_necessary', automatic((input) => (input.record.context.purpose = 'satire'))],
  B24: ['not_necessary', automatic((input) => (input.record.harm.severity = 3))],
  B25: [
    'not_necessary',
    automatic((input) => {
      input.record.signals = [
        { kind: 'name', strength: 'name_only', disputed: false },
        { kind: 'hash', strength: 'match', disputed: true },
      ];
    }),
  ],
  B26: [
    'not_necessary',
    automatic((input) => {
      input.record.signals = [{ kind: 'alert', strength: 'partner', disputed: false }];
    }),
  ],
  C1: ['incomplete', vary((input) => (input.decision.decidedBy = ''))],
  C2: ['incomplete', vary((input) => (input.decision.at = 'yesterday'))],
  C3: ['incomplete', vary((input) => (input.protections.facts = ''))],
  C4: ['incomplete', vary((input) => (input.protections.notice = null))],
  C5: ['unprotected', vary((input) => (input.protections.appealUntil = '2026-08-01T00:00:00Z'))],
  C6: ['incomplete', vary((input) => (input.protections.retentionUntil = null))],
  C7: ['unprotected', vary((input) => (input.decision.secondBy = 'Amina '))],
  C8: ['second_person_needed', exampleInput('ban', 'actor')],
  C9: ['second_person_needed', exampleInput('refer')],
  C10: ['second_person_needed', vary((input) => (input.record.harm.severity = 2))],
  C11: ['second_person_needed', context('unclear')],
  C12: ['second_person_needed', context('journalism')],
  C13: [
    'second_person_needed',
    incitement((input) => (input.record.rabat.likelihood = scored('unknown'))),
  ],
  C14: ['second_person_needed', vary((input) => (input.proposal.scope.target = 'domain'))],
  C15: ['second_person_needed', order({ registryReviewed: false })],
};

test('the case that the others are varied from passes', () => {
  assert.equal(evaluateGate(exampleInput()).outcome, 'pass');
  assert.equal(evaluateGate(suspended()).outcome, 'pass');
  assert.equal(evaluateGate(incitement()).outcome, 'pass');
  assert.equal(evaluateGate(automatic()).outcome, 'pass');
  assert.equal(evaluateGate(order({})).outcome, 'pass');
});

test('every rule is listed here', () => {
  assert.deepEqual(Object.keys(breaks).sort(), gateRules.map((rule) => rule.id).sort());
});

for (const rule of gateRules) {
  test(`${rule.id} stops a case: ${rule.holds}`, () => {
    const [outcome, input] = breaks[rule.id] ?? assert.fail();
    const result = evaluateGate(input);
    const finding = result.findings.find(({ id }) => id === rule.id);
    assert.ok(finding?.state === 'missing' || finding?.state === 'failed', finding?.state);
    assert.equal(finding.fix, rule.fix);
    assert.notEqual(finding.reason, rule.holds);
    assert.match(finding.pointer, /^(\/[A-Za-z0-9]+)+$/);
    assert.equal(result.outcome, outcome);
    assert.equal(takesEffect(result), false);
  });
}

test('a second person turns each of those that only lack her into a pass', () => {
  for (const [outcome, input] of Object.values(breaks)) {
    if (outcome !== 'second_person_needed') continue;
    const approved = evaluateGate({
      ...input,
      decision: { ...input.decision, secondBy: 'bashir' },
    });
    assert.equal(approved.passed, true);
    assert.equal(approved.needsSecond, false);
  }
});

function vary(change: (input: GateInput) => unknown, input = exampleInput()): GateInput {
  change(input);
  return input;
}

function clause(change: Partial<ClauseCited>, more: (input: GateInput) => unknown = () => {}) {
  return vary((input) => {
    input.ground.clauses = input.ground.clauses.map((cited) => ({ ...cited, ...change }));
    more(input);
  });
}

function order(change: Partial<OrderCited>) {
  return vary((input) => {
    input.ground = { type: 'order', clauses: [], order: { ...exampleOrder(), ...change } };
  });
}

function suspended(change: (input: GateInput) => unknown = () => {}) {
  const input = exampleInput('suspend', 'actor');
  input.proposal.scope.until = '2026-04-01T00:00:00Z';
  return vary(change, input);
}

function context(purpose: 'unclear' | 'journalism') {
  return vary((input) => {
    input.record.context = {
      purpose,
      note: 'A caption was added that appeals to readers to join.',
    };
  });
}

function incitement(change: (input: GateInput) => unknown = () => {}) {
  return clause({ harmCategories: ['incitement'] }, (input) => {
    input.record.harm = { categories: ['incitement'], severity: 4 };
    input.record.rabat = {
      context: scored(2),
      speaker: scored(1),
      intent: scored(3),
      content: scored(3),
      extent: scored(1),
      likelihood: scored(2),
    };
    change(input);
  });
}

function scored(score: 0 | 1 | 2 | 3 | 'unknown') {
  return { score, reason: 'Seen in the thread around it.' };
}

function automatic(change: (input: GateInput) => unknown = () => {}, input = exampleInput()) {
  input.decision.by = 'rule';
  input.decision.decidedBy = 'rule-7';
  input.record.harm.severity = 4;
  input.record.signals = [{ kind: 'hash', strength: 'match', disputed: false }];
  return vary(change, input);
}
