import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gateRules, overrideRules } from './index.ts';
import { tablesAsMarkdown } from './tables-as-markdown.ts';

test('the guide to the gate is the text of its tables', () => {
  const guide = readFileSync(new URL('../../../docs/rights-gate.md', import.meta.url), 'utf8');
  assert.equal(
    guide,
    tablesAsMarkdown(),
    'docs/rights-gate.md is out of date: run node packages/law/src/write-docs.ts',
  );
});

test('every rule has its own id, a source, and words for what to do', () => {
  const rules = [...gateRules, ...overrideRules];
  assert.equal(new Set(rules.map((rule) => rule.id)).size, rules.length);
  for (const rule of rules) {
    assert.match(rule.holds, /\.$/, rule.id);
    assert.match(rule.fix, /\.$/, rule.id);
    assert.ok(rule.source.length > 3, rule.id);
  }
});
