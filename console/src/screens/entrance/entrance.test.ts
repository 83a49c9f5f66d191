import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tokenFromHash } from './link-token.ts';
import { safeNext } from './safe-next.ts';

const origin = 'https://desk.example';

test('after signing in, one goes on to a path of this console', () => {
  assert.equal(safeNext('/queue?state=open#x', origin), '/queue?state=open#x');
  assert.equal(safeNext('/cases/018f', origin), '/cases/018f');
});

test('and to nowhere else', () => {
  for (const next of [
    undefined,
    7,
    '',
    'queue',
    'https://elsewhere.example/',
    '//elsewhere.example/',
    '/\\elsewhere.example/',
    '/\t/elsewhere.example/',
    '/a\\..\\..//elsewhere.example',
    'javascript:alert(1)',
    '/sign-in?next=/sign-in',
    '/api/v1/session',
  ])
    assert.equal(safeNext(next, origin), '/', String(next));
});

test('a token is read from behind the hash sign', () => {
  assert.equal(tokenFromHash(`#cwu_${'a'.repeat(40)}`), `cwu_${'a'.repeat(40)}`);
  assert.equal(tokenFromHash(''), null);
  assert.equal(tokenFromHash('#main'), null);
  assert.equal(tokenFromHash(`#${'a'.repeat(30)}<script>`), null);
});
