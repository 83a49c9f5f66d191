import assert from 'node:assert/strict';
import { test } from 'node:test';
import { awaitsSecond, evaluateGate, takesEffect } from './evaluate-gate.ts';
import { exampleInput, exampleOrder } from './example-input.ts';
import type { OrderCited } from './gate-types.ts';

test('a network is blocked by name of an act in which nobody can point to a provision (Papua New Guinea, March 2025)', () => {
  const input = exampleInput();
  input.ground = { type: 'order', clauses: [], order: null };
  const result = evaluateGate(input);
  assert.equal(result.outcome, 'no_basis');
  assert.equal(takesEffect(result), false);
});

test('a factual report that shows a proscribed group is not removed as borderline context (Pakistan, ATA s 11W proviso)', () => {
  const input = exampleInput();
  input.record.harm = { categories: ['borderline_context'], severity: 3 };
  input.record.context = { purpose: 'journalism', note: 'A newspaper report.' };
  assert.equal(evaluateGate(input).outcome, 'no_basis');
});

test('the same report, recorded as propaganda, never falls to a rule, and to no person alone', () => {
  const input = exampleInput();
  input.record.context = { purpose: 'journalism', note: 'A newspaper report.' };
  assert.equal(awaitsSecond(evaluateGate(input)), true);
  input.decision.by = 'rule';
  assert.equal(evaluateGate(input).outcome, 'not_necessary');
});

test('a first cross-border order without prior information is defective (Regulation (EU) 2021/784 Art 3(2))', () => {
  const result = ordered({ complete: false, missing: ['prior information, 12 hours before'] });
  assert.equal(result.outcome, 'defective_order');
  assert.match(result.findings.find(({ id }) => id === 'A10')?.reason ?? '', /12 hours before/);
});

test('a block that lapsed without a tribunal’s approval carries nothing further (Bangladesh, CPO 2025 s 8(4))', () => {
  const result = ordered({ inForceUntil: '2026-03-02T09:59:59Z' });
  assert.equal(result.outcome, 'no_basis');
});

test('an oral request by a security organ is a request (Rwanda)', () => {
  const result = ordered({ authorityVerified: false, complete: false, missing: ['writing'] });
  assert.equal(result.outcome, 'request_not_order');
});

test('an order under a law nobody reviewed passes under that name, and only with two people', () => {
  assert.equal(awaitsSecond(ordered({ registryReviewed: false })), true);
  const approved = ordered({ registryReviewed: false }, 'bashir');
  assert.equal(approved.outcome, 'pass_unreviewed_law');
  assert.equal(approved.passed, true);
});

test('an order of limited territory carries a restriction there and nowhere else', () => {
  const limited = { territories: ['XA', 'XB'] };
  assert.equal(ordered(limited).outcome, 'no_basis');
  const input = exampleInput('geo_restrict');
  input.ground = { type: 'order', clauses: [], order: { ...exampleOrder(), ...limited } };
  input.proposal.scope.territories = ['XA'];
  assert.equal(evaluateGate(input).outcome, 'pass');
  input.proposal.scope.territories = ['XA', 'XC'];
  assert.equal(evaluateGate(input).outcome, 'no_basis');
});

test('a clause replaced since posting is cited from both versions', () => {
  const input = exampleInput();
  const [then] = input.ground.clauses;
  assert.ok(then);
  const replaced = { ...then, inForceUntil: '2026-03-02T00:00:00Z' };
  const now = {
    ...then,
    versionId: 'version-2',
    publishedAt: '2026-03-02T00:00:00Z',
    inForceFrom: '2026-03-02T00:00:00Z',
  };
  const outcome = (...clauses: (typeof then)[]) =>
    evaluateGate({ ...input, ground: { ...input.ground, clauses } }).outcome;
  assert.equal(outcome(replaced), 'no_basis');
  assert.equal(outcome(now), 'no_basis');
  assert.equal(outcome(replaced, now), 'pass');
  assert.equal(outcome(replaced, { ...now, harmCategories: ['financing'] }), 'no_basis');
  assert.equal(outcome(replaced, { ...now, clauseKey: 'another' }), 'no_basis');
});

test('a notice told later keeps the appeal open from that day', () => {
  const input = exampleInput();
  input.protections.notice = {
    when: 'delayed',
    basis: 'Online Order Act of Examplia s 4',
    until: '2026-04-02T00:00:00Z',
  };
  assert.equal(evaluateGate(input).outcome, 'unprotected');
  input.protections.appealUntil = '2026-10-02T00:00:00Z';
  assert.equal(evaluateGate(input).outcome, 'pass');
});

test('what a participant of an encrypted conversation reported can be acted on', () => {
  const input = exampleInput();
  input.record.surface = 'e2ee';
  input.record.participantReport = true;
  assert.equal(evaluateGate(input).outcome, 'pass');
});

function ordered(change: Partial<OrderCited>, secondBy: string | null = null) {
  const input = exampleInput();
  input.ground = { type: 'order', clauses: [], order: { ...exampleOrder(), ...change } };
  input.decision.secondBy = secondBy;
  return evaluateGate(input);
}
