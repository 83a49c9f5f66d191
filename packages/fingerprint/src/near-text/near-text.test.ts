import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { comparableText } from './comparable-text.ts';
import { inventedProse, seeded, withTypos, withWordsChanged } from './invented-prose.test-data.ts';
import { estimatedSimilarity, minHash } from './min-hash.ts';
import { createNearTextIndex } from './near-text-index.ts';
import { createQuotationIndex } from './quotation-index.ts';
import { TLSH_MATCHING_DISTANCE, parseTlsh, tlshDistance, tlshOf } from './tlsh.ts';

const random = seeded(7);
const texts = Array.from({ length: 300 }, () => inventedProse(60 + random() * 100, random));

const edits: [name: string, edit: (words: readonly string[]) => string][] = [
  ['5 % of words', (words) => withWordsChanged(words, 0.05, random).join(' ')],
  ['15 % of words', (words) => withWordsChanged(words, 0.15, random).join(' ')],
  ['5 % of letters', (words) => withTypos(words.join(' '), 0.05, random)],
  ['cut to 70 %', (words) => words.slice(0, words.length * 0.7).join(' ')],
  [
    'half as much added',
    (words) => [...words, ...inventedProse(words.length / 2, random)].join(' '),
  ],
  [
    'capitals, and letters set apart',
    (words) => Array.from(words.join('').toUpperCase()).join(' '),
  ],
];

function shareFound(find: (edited: string, at: number) => boolean, edited: string[]): number {
  return edited.filter(find).length / edited.length;
}

function isTlshMatch(one: string, other: string): boolean {
  const [a, b] = [tlshOf(one), tlshOf(other)];
  return (
    a !== null && b !== null && tlshDistance(parseTlsh(a), parseTlsh(b)) <= TLSH_MATCHING_DISTANCE
  );
}

test('edited texts are found again by MinHash and winnowing, and by far fewer by TLSH', (t) => {
  const near = createNearTextIndex<number>({ threshold: 0.3 });
  const quoted = createQuotationIndex<number>();
  texts.forEach((words, at) => {
    near.add(at, words.join(' '));
    quoted.add(at, words.join(' '));
  });
  for (const [name, edit] of edits) {
    const edited = texts.map(edit);
    const byMinHash = shareFound((text, at) => near.search(text)[0]?.id === at, edited);
    const byWinnowing = shareFound((text, at) => quoted.search(text)[0]?.id === at, edited);
    const byTlsh = shareFound((text, at) => isTlshMatch(text, texts[at]!.join(' ')), edited);
    t.diagnostic(`${name}: MinHash ${byMinHash}, winnowing ${byWinnowing}, TLSH ${byTlsh}`);
    assert.ok(byMinHash >= 0.95, name);
    assert.ok(byWinnowing >= 0.95, name);
    assert.ok(byTlsh < byMinHash, name);
  }
  const others = Array.from({ length: 300 }, () => inventedProse(100, random).join(' '));
  assert.deepEqual(
    others.flatMap((text) => near.search(text)),
    [],
  );
  assert.deepEqual(
    others.flatMap((text) => quoted.search(text)),
    [],
  );
});

test('signatures estimate the Jaccard similarity of shingles', () => {
  const shinglesOf = (text: string): Set<string> => {
    const { units } = comparableText(text);
    return new Set(Array.from(units.subarray(4), (_, at) => units.subarray(at, at + 5).join()));
  };
  let sum = 0;
  for (const words of texts) {
    const text = words.join(' ');
    const edited = withWordsChanged(words, random() * 0.4, random).join(' ');
    const [a, b] = [shinglesOf(text), shinglesOf(edited)];
    const shared = [...a].filter((shingle) => b.has(shingle)).length;
    const exact = shared / (a.size + b.size - shared);
    const estimate = estimatedSimilarity(minHash(text)!, minHash(edited)!);
    assert.ok(Math.abs(estimate - exact) < 0.22, `${estimate} for ${exact}`);
    sum += estimate - exact;
  }
  assert.ok(Math.abs(sum / texts.length) < 0.015, `leans by ${sum / texts.length}`);
});

test('as texts come and go, the index holds what it was given and nothing else', () => {
  const known = texts.slice(0, 12).map((words) => words.join(' '));
  const change = fc.record({ id: fc.nat(5), text: fc.option(fc.nat(known.length - 1)) });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
      const near = createNearTextIndex<number>();
      const quoted = createQuotationIndex<number>();
      const held = new Map<number, number>();
      for (const { id, text } of changes) {
        if (text === null) {
          const wasHeld = held.delete(id);
          assert.equal(near.remove(id), wasHeld);
          assert.equal(quoted.remove(id), wasHeld);
        } else {
          held.set(id, text);
          near.add(id, known[text]!);
          quoted.add(id, known[text]!);
        }
      }
      assert.equal(near.size, held.size);
      assert.equal(quoted.size, held.size);
      known.forEach((text, number) => {
        const ids = new Set([...held].filter(([, value]) => value === number).map(([id]) => id));
        const found = near.search(text);
        assert.deepEqual(new Set(found.map(({ id }) => id)), ids);
        assert.ok(found.length === ids.size && found.every(({ similarity }) => similarity === 1));
        assert.deepEqual(new Set(quoted.search(text).map(({ id }) => id)), ids);
      });
    }),
    { numRuns: 60 },
  );
});

test('beyond its first slots the index still finds everything, also what was put in freed slots', () => {
  const near = createNearTextIndex<number>();
  const many = Array.from({ length: 700 }, () => inventedProse(30, random).join(' '));
  many.forEach((text, at) => near.add(at, text));
  for (let at = 0; at < many.length; at += 3) near.remove(at);
  for (let at = 0; at < many.length; at += 6) near.add(at, many[at]!);
  many.forEach((text, at) => {
    assert.equal(near.search(text)[0]?.id, at % 3 === 0 && at % 6 !== 0 ? undefined : at);
  });
});

test('thousands of near-duplicates of one text are all found', () => {
  const near = createNearTextIndex<number>();
  const [words = []] = texts;
  for (let at = 0; at < 2000; at++) near.add(at, [...words, `w${at}`].join(' '));
  assert.equal(near.search(words.join(' ')).length, 2000);
});

test('a text too short, or one too many, is refused and changes nothing', () => {
  const near = createNearTextIndex<number>({ most: 1 });
  const quoted = createQuotationIndex<number>({ mostFingerprints: 40 });
  const [first = '', second = ''] = texts.map((words) => words.slice(0, 20).join(' '));
  near.add(1, first);
  quoted.add(1, first);
  for (const index of [near, quoted]) {
    assert.throws(() => index.add(1, 'too short'), /letters are the least/);
    assert.throws(() => index.add(2, second), /Remove some/);
    assert.deepEqual(
      index.search(first).map(({ id }) => id),
      [1],
    );
    assert.deepEqual(index.search('too short'), []);
    assert.deepEqual(index.search(''), []);
    // In place of itself it needs no more room.
    index.add(1, first);
    assert.equal(index.size, 1);
  }
});
