import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scopes } from '@commonweal/contract';
import { givableScopes, scopeWords } from './scope-words.ts';

test('a key gets only what its maker may do', () => {
  assert.deepEqual(givableScopes(['administrator']), [...scopes]);
  assert.deepEqual(givableScopes(['analyst']), [
    'items:read',
    'banks:read',
    'banks:write',
    'cases:read',
    'transparency:read',
  ]);
  assert.deepEqual(givableScopes(['trainer']), []);
});

test('every scope is explained', () => {
  assert.deepEqual(Object.keys(scopeWords), [...scopes]);
});
