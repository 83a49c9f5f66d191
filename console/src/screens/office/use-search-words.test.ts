import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeWords, oneOfWords, wordsOf } from './use-search-words.ts';

test('search words are words, whatever the router made of them', () => {
  assert.deepEqual(wordsOf({ q: 'harbour', page: 2, all: true }), {
    q: 'harbour',
    page: '2',
    all: 'true',
  });
});

test('null removes a word, and the others stay', () => {
  assert.deepEqual(changeWords({ q: 'a', status: 'active' }, { q: null }), { status: 'active' });
  assert.deepEqual(changeWords({ q: 'a' }, { q: 'b', tab: 'x' }), { q: 'b', tab: 'x' });
});

test('an unknown word counts as none', () => {
  assert.equal(oneOfWords('active', ['active', 'disputed']), 'active');
  assert.equal(oneOfWords('open', ['active', 'disputed']), null);
  assert.equal(oneOfWords(undefined, ['active']), null);
});
