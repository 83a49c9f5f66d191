import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { newId } from '../ids.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { ProblemError } from './problem.ts';
import { unholdableText } from './unholdable-text.ts';

test('a cursor says again what it was made of', () => {
  fc.assert(
    fc.property(fc.string(), fc.maxSafeNat(), (name, time) => {
      const values = [time % 8.64e15, name, newId()];
      assert.deepEqual(readCursor(writeCursor(values), 3, 1), values);
    }),
  );
});

test('no text but one of ours is a cursor, and none breaks the reader', () => {
  const forged = fc.oneof(
    fc.string(),
    fc.base64String(),
    fc.json().map((json) => Buffer.from(json).toString('base64url')),
  );
  fc.assert(
    fc.property(forged, (cursor) => {
      assert.throws(() => readCursor(cursor, 2), ProblemError);
    }),
  );
});

test('a text where a number was is no cursor', () => {
  assert.throws(() => readCursor(writeCursor(['a', 1, newId()]), 3, 2), ProblemError);
  assert.throws(() => readCursor(writeCursor([1, 9e15, newId()]), 3, 2), ProblemError);
});

test('text that can be kept is let through, however its JSON spells it', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), (value) => {
      const plain = JSON.stringify(value);
      const escaped = plain.replaceAll(
        /[^\x20-\x7e]/g,
        (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
      );
      const holdsNul = /\\u0000/.test(plain);
      for (const source of [plain, escaped])
        assert.equal(unholdableText(source, JSON.parse(source)) !== null, holdsNul, source);
    }),
  );
});

test('text that cannot be kept is named by its place', () => {
  for (const bad of ['\\u0000', '\\ud83d', '\\uDE00', 'a\\ud83d\\ud83d\\ude00']) {
    const source = `{"a/b": [{"c": "x"}, {"c": "${bad}"}]}`;
    assert.equal(
      unholdableText(source, JSON.parse(source))?.errors?.[0]?.pointer,
      '/a~1b/1/c',
      bad,
    );
  }
});
