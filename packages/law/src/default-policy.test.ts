import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultPolicy } from './default-policy.ts';
import { awaitsSecond, evaluateGate } from './evaluate-gate.ts';
import { exampleInput } from './example-input.ts';
import type { MeasureKind } from './words.ts';
import { harmCategories } from './words.ts';

test('every harm has one clause, and the protective category none', () => {
  for (const category of harmCategories) {
    const clauses = defaultPolicy.clauses.filter((clause) =>
      clause.harmCategories.includes(category),
    );
    assert.equal(clauses.length, category === 'borderline_context' ? 0 : 1, category);
  }
});

test('keys are stable names, and every clause says what it leaves alone', () => {
  const keys = defaultPolicy.clauses.map((clause) => clause.key);
  assert.equal(new Set(keys).size, keys.length);
  for (const clause of defaultPolicy.clauses) {
    assert.match(clause.key, /^[a-z0-9][a-z0-9-]{0,39}$/);
    assert.ok(clause.notCovered.length > 20 && clause.summary.length < 100, clause.key);
  }
});

test('protected speech is named across the rules', () => {
  const leftAlone = defaultPolicy.clauses
    .map((clause) => clause.notCovered.toLowerCase())
    .join(' ');
  for (const word of ['news', 'research', 'art', 'argues against', 'evidence', 'satire', 'legal'])
    assert.ok(leftAlone.includes(word), word);
});

test('each clause carries its measures through the gate, with a second person where one is needed', () => {
  for (const clause of defaultPolicy.clauses)
    for (const measure of clause.measures) {
      const result = evaluateGate(underClause(clause.key, measure));
      assert.ok(result.passed || awaitsSecond(result), `${clause.key} ${measure}`);
    }
});

test('the clause on care removes nothing', () => {
  const result = evaluateGate(underClause('care', 'remove'));
  assert.equal(result.passed || awaitsSecond(result), false);
});

function underClause(key: string, measure: MeasureKind) {
  const clause = defaultPolicy.clauses.find((candidate) => candidate.key === key);
  assert.ok(clause);
  const subject = measure === 'ban' || measure === 'suspend' ? 'actor' : 'item';
  const input = exampleInput(measure, subject);
  const answer = { score: 2, reason: 'Seen in the thread around it.' } as const;
  if (measure === 'suspend' || measure === 'preserve')
    input.proposal.scope.until = '2026-04-01T00:00:00Z';
  input.ground.clauses = input.ground.clauses.map((cited) => ({
    ...cited,
    clauseKey: clause.key,
    harmCategories: clause.harmCategories,
    measures: clause.measures,
  }));
  input.record.harm.categories = clause.harmCategories;
  input.record.rabat = {
    context: answer,
    speaker: answer,
    intent: answer,
    content: answer,
    extent: answer,
    likelihood: answer,
  };
  return input;
}
