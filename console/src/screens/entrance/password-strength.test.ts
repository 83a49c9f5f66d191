import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strengthOf } from './password-strength.ts';

test('a password is judged by its length, and by what others could guess', () => {
  assert.equal(strengthOf(''), 'empty');
  assert.equal(strengthOf('elevenchars'), 'short');
  assert.equal(strengthOf('twelve-chars'), 'fair');
  assert.equal(strengthOf('lamp harbour seven grain'), 'good');
  assert.equal(strengthOf('دریا چراغ سات دانے'), 'good');
});

test('one thing repeated, or a row of the keyboard, is guessable', () => {
  assert.equal(strengthOf('abababababababababab'), 'guessable');
  assert.equal(strengthOf('123456789012345'), 'guessable');
  assert.equal(strengthOf('qwertyuiop1234'), 'guessable');
});

test('what is known of the person counts for nothing', () => {
  const known = ['Amina Saleh', 'amina.saleh@harbour.example', 'Harbour Forum'];
  assert.equal(strengthOf('AminaSaleh2026!', known), 'guessable');
  assert.equal(strengthOf('harbour grain lantern', known), 'good');
});
