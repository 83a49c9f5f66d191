import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { awkwardText } from './awkward-text.test-data.ts';
import { canonicalText } from './canonical-text.ts';
import { attaches, isDropped, isInWord } from './fold-table.ts';

const cases: [name: string, text: string, canonical: string][] = [
  ['case and punctuation', 'The  “Grey‑Heron” Front!', 'the grey heron front'],
  ['full width', 'ＧＲＥＹ　ｈｅｒｏｎ', 'grey heron'],
  ['mathematical letters', '𝐆𝐫𝐞𝐲 𝕳𝖊𝖗𝖔𝖓', 'grey heron'],
  ['circled letters', 'Ⓖⓡⓔⓨ', 'grey'],
  ['zero-width and soft hyphen', 'gr\u200be\u00ady\u2060 he\ufeffron', 'grey heron'],
  ['bidi controls', '\u202egrey\u202c \u2066heron\u2069', 'grey heron'],
  ['composed and decomposed', 'Cafe\u0301', 'café'],
  ['a mark after a zero-width joiner', 'e\u200d\u0301', 'é'],
  ['eszett', 'Straße STRASSE ẞ', 'strasse strasse ss'],
  ['final sigma', 'ΟΔΟΣ', 'οδοσ'],
  ['dotted capital I', 'İSTANBUL', 'istanbul'],
  ['harakat and tatweel', 'مُحَمَّـــد', 'محمد'],
  ['hamza on alef, composed or not', 'أحمد ا\u0654حمد احمد', 'احمد احمد احمد'],
  ['Persian and Arabic yeh and kaf', 'علی کتاب', canonicalText('علي كتاب').text],
  ['Hangul from jamo', '\u1112\u1161\u11ab', '한'],
  ['Bangla vowel sign in two parts', 'ক\u09c7\u09be', 'কো'],
  ['emoji part words', 'grey🔥heron', 'grey heron'],
  ['enclosed keycaps', 'g\u20e3r\u20e3', 'gr'],
  ['apostrophes of all kinds', "qa'ida qa’ida qaʼida qaʿida", 'qa ida qa ida qa ida qa ida'],
  ['a lone surrogate', 'a\ud800b', 'a b'],
  ['nothing in it', ' \t…\u200b ', ''],
];
for (const [name, text, canonical] of cases) {
  test(`canonical text: ${name}`, () => assert.equal(canonicalText(text).text, canonical));
}

test('offsets lead back to the original', () => {
  const text = 'x\u200b ½ Grey';
  const { text: canonical, offsets } = canonicalText(text);
  assert.equal(canonical, 'x 1 2 grey');
  assert.deepEqual([...offsets], [0, 2, 3, 3, 3, 4, 5, 6, 7, 8, 9]);
});

test('canonical text is idempotent, and its offsets never decrease', () => {
  fc.assert(
    fc.property(awkwardText, (text) => {
      const once = canonicalText(text);
      assert.equal(canonicalText(once.text).text, once.text);
      assert.equal(once.offsets.length, once.text.length + 1);
      once.offsets.forEach((offset, at) => {
        assert.ok(offset <= text.length);
        if (at > 0) assert.ok(offset >= (once.offsets[at - 1] ?? 0));
      });
      assert.equal(canonicalText(text.slice(0, once.offsets.at(-1))).text, once.text);
    }),
    { numRuns: 3000 },
  );
});

test('every single code point folds to something that folds to itself', () => {
  for (let codePoint = 0; codePoint < 0x110000; codePoint += codePoint < 0x3000 ? 1 : 31) {
    const { text } = canonicalText(String.fromCodePoint(codePoint));
    assert.equal(canonicalText(text).text, text, codePoint.toString(16));
  }
});

test('canonically equivalent text has one canonical form', () => {
  fc.assert(
    fc.property(awkwardText, (text) => {
      const canonical = canonicalText(text).text;
      assert.equal(
        canonicalText(text.normalize('NFD')).text,
        canonicalText(text.normalize('NFC')).text,
      );
      assert.equal(canonical.normalize('NFC'), canonical);
    }),
    { numRuns: 1000 },
  );
});

test('every character that composes with the one before is known to attach', () => {
  for (let codePoint = 0xa0; codePoint < 0x20000; codePoint++) {
    const character = String.fromCodePoint(codePoint);
    if (character.normalize('NFC') !== character) continue;
    const [, ...followers] = Array.from(character.normalize('NFD'));
    for (const follower of followers) {
      assert.ok(attaches(follower) || isDropped(follower), follower.codePointAt(0)?.toString(16));
    }
  }
});

test('a hostile stack of marks costs no more than its length', () => {
  const stack = `a${'\u0301\u0327'.repeat(500_000)} heron`;
  const { text } = canonicalText(stack);
  assert.ok(text.length < 60);
  assert.ok(text.endsWith(' heron'));
});

test('letters and digits of every script are in words; punctuation and symbols are not', () => {
  for (const letter of 'aж中गم7٣') assert.ok(isInWord(letter), letter);
  for (const other of ['.', '_', '@', '€', '🔥', ' ', '’', 'ʼ']) assert.ok(!isInWord(other), other);
});
