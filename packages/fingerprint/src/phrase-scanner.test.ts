import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { awkwardText } from './awkward-text.test-data.ts';
import { canonicalText } from './canonical-text.ts';
import { buildScanner } from './phrase-scanner.ts';
import { gapBetween } from './word-gaps.ts';

function found(phrases: string[], text: string): string[] {
  const scanner = buildScanner(phrases.map((phrase) => ({ id: phrase, text: phrase })));
  return scanner.scan(text).map(({ id, matched }) => `${id}=${matched}`);
}

test('a phrase is found as whole words only', () => {
  assert.deepEqual(found(['isis'], 'crisis, oasis, isisn, xisis'), []);
  assert.deepEqual(found(['isis'], 'ISIS; #isis (isis)'), ['isis=ISIS', 'isis=isis', 'isis=isis']);
});

test('case, punctuation, invisible characters and styles do not hide a phrase', () => {
  const text = '𝐆𝐫𝐞𝐲-H\u200beron, FRONT / grey heron front';
  assert.deepEqual(found(['Grey Heron Front'], text), [
    'Grey Heron Front=𝐆𝐫𝐞𝐲-H\u200beron, FRONT',
    'Grey Heron Front=grey heron front',
  ]);
});

test('nested and overlapping phrases are all reported, by start and longest first', () => {
  assert.deepEqual(found(['a b', 'b', 'a b c', 'b c d', 'c'], 'a b c d'), [
    'a b c=a b c',
    'a b=a b',
    'b c d=b c d',
    'b=b',
    'c=c',
  ]);
});

test('scripts without spaces are searched inside their runs', () => {
  assert.deepEqual(found(['灰鹭', 'heron'], '用heron灰鹭船 灰 鹭'), ['heron=heron', '灰鹭=灰鹭']);
  assert.deepEqual(found(['サギ'], 'サギと、ウサギ'), ['サギ=サギ']);
});

test('two phrases that differ only by a needless space stay apart', () => {
  assert.deepEqual(found(['灰鹭', '灰 鹭'], '灰鹭 灰 鹭'), ['灰鹭=灰鹭', '灰 鹭=灰 鹭']);
});

test('ids that share a canonical phrase are all reported; empty phrases are named', () => {
  const scanner = buildScanner([
    { id: 1, text: 'Grey Heron' },
    { id: 2, text: 'grey-heron' },
    { id: 3, text: ' … ' },
  ]);
  assert.deepEqual(scanner.empty, [3]);
  assert.equal(scanner.phraseCount, 1);
  assert.deepEqual(
    scanner.scan('GREY HERON').map(({ id }) => id),
    [1, 2],
  );
  assert.deepEqual(buildScanner([]).scan('grey heron'), []);
});

test('a match never begins or ends inside one character', () => {
  assert.deepEqual(found(['kg'], '5 ㎏'), ['kg=㎏']);
  assert.deepEqual(found(['الله'], 'ﷺ'), []);
  assert.deepEqual(found(['1'], '½ ⑴'), ['1=⑴']);
});

function naive(phrases: readonly string[], text: string): string[] {
  const { text: canonical, offsets } = canonicalText(text);
  const edge = (at: number): boolean =>
    at === 0 ||
    at === canonical.length ||
    canonical[at - 1] === ' ' ||
    canonical[at] === ' ' ||
    gapBetween(canonical.charCodeAt(at - 1), canonical.charCodeAt(at));
  const hits: string[] = [];
  phrases.forEach((phrase, id) => {
    const wanted = canonicalText(phrase).text;
    if (wanted === '') return;
    for (let at = canonical.indexOf(wanted); at >= 0; at = canonical.indexOf(wanted, at + 1)) {
      const end = at + wanted.length;
      if (!edge(at) || !edge(end)) continue;
      let last = end;
      while (last < canonical.length && offsets[last] === offsets[end - 1]) last++;
      const slice = [offsets[at] ?? 0, offsets[last] ?? 0] as const;
      if (canonicalText(text.slice(...slice)).text === wanted)
        hits.push(`${id}@${slice.join('-')}`);
    }
  });
  return hits.sort();
}

const dense = fc.string({ unit: fc.constantFrom(...Array.from('ab  -中文ー')), maxLength: 40 });
const word = fc.string({
  unit: fc.constantFrom(...Array.from('ab  中文ー')),
  minLength: 1,
  maxLength: 6,
});

test('the scanner finds what a naive search finds, and its slices fold to the phrase', () => {
  const phrases = fc.array(fc.oneof(word, awkwardText), { maxLength: 12 });
  fc.assert(
    fc.property(phrases, fc.oneof(dense, awkwardText), (list, filler) => {
      const text = `${filler} ${list.slice(0, 3).join(' ')}${filler}`;
      const scanner = buildScanner(list.map((phrase, id) => ({ id, text: phrase })));
      const all = scanner.scan(text);
      for (const { start, end, matched } of all) assert.equal(text.slice(start, end), matched);
      // What is found only when something is undone does not read as the phrase does.
      const hits = all.filter(({ undone }) => undone.every((what) => what === 'invisible'));
      for (const { id, matched } of hits)
        assert.equal(canonicalText(matched).text, canonicalText(list[id] ?? '').text);
      const seen = hits.map(({ id, start, end }) => `${id}@${start}-${end}`).sort();
      assert.deepEqual(seen, naive(list, text));
    }),
    { numRuns: 2000 },
  );
});

test('a text read as it stands and one that must be folded first give the same', () => {
  const phrases = fc.array(fc.oneof(word, awkwardText), { maxLength: 12 });
  fc.assert(
    fc.property(phrases, fc.oneof(dense, awkwardText), (list, filler) => {
      // The letter first: a mark that begins a text has nothing to belong to.
      const text = `x ${filler} ${list.join(' ')}`;
      const scanner = buildScanner(list.map((phrase, id) => ({ id, text: phrase })));
      // A zero-width space of its own leaves no trace, and cannot be read without folding.
      const later = scanner.scan(text).map((hit) => ({
        ...hit,
        start: hit.start + 1,
        end: hit.end + 1,
      }));
      assert.deepEqual(scanner.scan(`\u200b${text}`), later);
    }),
    { numRuns: 1000 },
  );
});
