import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gateRules, overrideRules, severities } from '@commonweal/law';
import { severityMeanings } from './assessment.ts';
import { gateFixes } from './gate.ts';

test('the words of the gate are the law’s own', () => {
  const fixes = new Map([...gateRules, ...overrideRules].map((rule) => [rule.id, rule.fix]));
  for (const [id, words] of Object.entries(gateFixes)) assert.equal(words, fixes.get(id), id);
});

test('every rule that a person deciding under a policy can fail has words', () => {
  // Orders (A8-A12, B6, C15) do not reach this form; the server names the decider and the time
  // (C1, C2, O1).
  const elsewhere = /^(A8|A9|A1\d|B6|C1|C2|C15|O1)$/;
  const without = [...gateRules, ...overrideRules]
    .map((rule) => rule.id)
    .filter((id) => !elsewhere.test(id) && gateFixes[id] === undefined);
  assert.deepEqual(without, []);
});

test('the severities mean what the law says', () => {
  assert.deepEqual(severityMeanings, severities);
});
