import assert from 'node:assert/strict';
import { test } from 'node:test';
import { grantable, obstacleTo, sameRoles } from './granting.ts';

test('nobody grants what they do not hold', () => {
  assert.deepEqual(grantable(['auditor', 'administrator']), ['administrator', 'auditor']);
  assert.deepEqual(grantable([]), []);
});

test('somebody with more roles cannot be changed', () => {
  assert.equal(obstacleTo(['administrator', 'senior'], { roles: ['senior'] }), null);
  assert.equal(obstacleTo(['administrator'], { roles: ['senior'] }), 'beyond_you');
  assert.equal(obstacleTo(['administrator'], { roles: [] }), null);
});

test('the order of roles means nothing', () => {
  assert.equal(sameRoles(['senior', 'legal'], ['legal', 'senior']), true);
  assert.equal(sameRoles(['senior'], ['legal']), false);
  assert.equal(sameRoles(['senior'], ['senior', 'legal']), false);
});
