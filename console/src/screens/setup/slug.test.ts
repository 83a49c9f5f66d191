import assert from 'node:assert/strict';
import { test } from 'node:test';
import { slugFrom } from './slug.ts';

test('a name suggests an address that the contract takes', () => {
  assert.equal(slugFrom('Harbour Forum'), 'harbour-forum');
  assert.equal(slugFrom('  Île d’Été — Modération '), 'ile-d-ete-moderation');
  assert.equal(slugFrom('A'.repeat(60)), 'a'.repeat(40));
  assert.equal(slugFrom(`${'a'.repeat(39)} b`), 'a'.repeat(39));
});

test('a name without Latin letters suggests nothing', () => {
  assert.equal(slugFrom('بندرگاہ'), '');
  assert.equal(slugFrom('X'), '');
});
