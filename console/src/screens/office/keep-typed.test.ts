import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepTyped } from './keep-typed.ts';

test('what was typed stays, and nobody else’s change is undone', () => {
  const opened = { name: 'Forum', url: 'https://a.example', state: 'active' };
  const now = { name: 'Quay', url: 'https://b.example', state: 'active' };
  assert.deepEqual(keepTyped({ ...opened, name: 'Harbour' }, opened, now), {
    name: 'Harbour',
    url: 'https://b.example',
    state: 'active',
  });
  assert.deepEqual(keepTyped(opened, opened, now), now);
});
