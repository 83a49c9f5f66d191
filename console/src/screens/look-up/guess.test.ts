import assert from 'node:assert/strict';
import { test } from 'node:test';
import { guessWritten, type Written } from './guess.ts';

const cases: readonly (readonly [string, Written])[] = [
  ['d41d8cd98f00b204e9800998ecf8427e', 'hash'],
  [' DA39A3EE5E6B4B0D3255BFEF95601890AFD80709\n', 'hash'],
  ['f'.repeat(64), 'hash'],
  [`${'0f'.repeat(32)},93`, 'hash'],
  [`T1${'A0'.repeat(35)}`, 'hash'],
  ['f'.repeat(63), 'hash'],
  [`T1${'A0'.repeat(30)}`, 'hash'],
  ['https://salt-gate.example/join?a=1', 'url'],
  ['hxxps://salt-gate[.]example/join', 'url'],
  ['salt-gate.example', 'url'],
  ['salt-gate[.]example/join', 'url'],
  ['नमक.example/पथ', 'url'],
  ['end.of', 'url'],
  ['the salt gate stands open', 'text'],
  ['read https://salt-gate.example now', 'text'],
  ['deadbeef', 'text'],
  ['3.14', 'text'],
  ['', 'text'],
];

for (const [value, written] of cases)
  test(`"${value.trim().slice(0, 40)}" is taken for a ${written}`, () =>
    assert.equal(guessWritten(value), written));
