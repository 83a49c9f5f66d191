import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseTlsh, tlshDistance, tlshOf, TLSH_MATCHING_DISTANCE } from '@commonweal/fingerprint';
import * as fc from 'fast-check';
import type { SharedFacts } from './shared-facts.ts';
import { createTlshTable } from './tlsh-table.ts';

const facts: SharedFacts = {
  bank: 'Known texts',
  source: 'Invented Lab',
  label: 'oath',
  severity: null,
  disputed: false,
  confirmed: true,
  pdqDistance: 31,
};

/** A text made of words in an order that the number gives, some of them left out or put in. */
function textOf(number: number): string {
  let state = number >>> 3;
  const words = 'heron tide ash lantern harbour oath river salt bell morning iron veil'.split(' ');
  const text = Array.from({ length: 60 }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return words[(state >>> 8) % words.length];
  });
  for (let change = 0; change < (number & 7); change += 1) text[change * 7] = `changed${change}`;
  return text.join(' ');
}

test('texts are found exactly as by comparing with each', () => {
  const step = fc.tuple(fc.nat(60), fc.nat(3), fc.boolean());
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), fc.nat(60), (steps, asked) => {
      const table = createTlshTable();
      const plain = new Map<string, string>();
      for (const [number, copy, isThere] of steps) {
        const digest = tlshOf(textOf(number))!;
        const id = `${number} ${copy}`;
        if (isThere) {
          table.put(digest, id, facts);
          plain.set(id, digest);
        } else {
          table.remove(digest, id);
          plain.delete(id);
        }
      }
      assert.equal(table.size, plain.size);
      const query = parseTlsh(tlshOf(textOf(asked))!);
      const expected = [...plain].flatMap(([id, digest]) => {
        const distance = tlshDistance(query, parseTlsh(digest));
        return distance <= TLSH_MATCHING_DISTANCE ? [`${id} ${distance}`] : [];
      });
      // The text is in its canonical form already.
      const found = table.find(textOf(asked)).map(({ id, distance }) => `${id} ${distance}`);
      assert.deepEqual(found.toSorted(), expected.toSorted());
    }),
  );
});

test('a text is found when it is written otherwise, and a short one never', () => {
  const table = createTlshTable();
  table.put(tlshOf(textOf(8))!, 'known', facts);
  const shouted = textOf(8).toUpperCase().replaceAll(' ', ' \u200b');
  assert.deepEqual(table.find(shouted), [{ id: 'known', facts, distance: 0 }]);
  assert.deepEqual(table.find('heron tide ash'), []);
  assert.deepEqual(table.find(''), []);
});
