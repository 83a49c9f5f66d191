import assert from 'node:assert/strict';
import { test } from 'node:test';
import { array, assert as holds, integer, property, record, string } from 'fast-check';
import { segmentsOf } from './spans.ts';

const text = 'The Grey Tide calls';

test('a text without signals is one plain piece', () => {
  assert.deepEqual(segmentsOf(text, []), [{ start: 0, text, signals: [], ends: [] }]);
  assert.deepEqual(segmentsOf('', [{ start: 0, end: 3, signal: 1 }]), []);
});

test('overlapping signals are both shown, each numbered where it ends', () => {
  const segments = segmentsOf(text, [
    { start: 4, end: 13, signal: 1 },
    { start: 9, end: 19, signal: 2 },
  ]);
  assert.deepEqual(
    segments.map(({ text: piece, signals, ends }) => [piece, signals, ends]),
    [
      ['The ', [], []],
      ['Grey ', [1], []],
      ['Tide', [1, 2], [1]],
      [' calls', [2], [2]],
    ],
  );
});

test('two signals on the same words share one mark; a span beyond the text is cut', () => {
  const segments = segmentsOf(text, [
    { start: 14, end: 99, signal: 3 },
    { start: 14, end: 19, signal: 1 },
    { start: 30, end: 40, signal: 2 },
    { start: 5, end: 5, signal: 4 },
  ]);
  assert.deepEqual(segments.at(-1), { start: 14, text: 'calls', signals: [1, 3], ends: [1, 3] });
  assert.equal(segments.length, 2);
});

test('nothing of a text is lost or doubled, whatever the spans', () => {
  const span = record({
    start: integer({ min: -5, max: 40 }),
    end: integer({ min: -5, max: 40 }),
    signal: integer({ min: 1, max: 9 }),
  });
  holds(
    property(string({ unit: 'binary', maxLength: 30 }), array(span), (whole, spans) => {
      const segments = segmentsOf(whole, spans);
      assert.equal(segments.map((segment) => segment.text).join(''), whole);
      for (const { start, text: piece, signals } of segments)
        for (let at = start; at < start + piece.length; at += 1)
          assert.deepEqual(
            signals,
            [
              ...new Set(
                spans.filter((one) => one.start <= at && at < one.end).map((one) => one.signal),
              ),
            ].toSorted((a, b) => a - b),
          );
    }),
  );
});
