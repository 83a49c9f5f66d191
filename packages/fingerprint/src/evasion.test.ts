import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { awkwardText } from './awkward-text.test-data.ts';
import type { Evasion } from './evasion.ts';
import { ordinaryText } from './ordinary-text.test-data.ts';
import { buildScanner } from './phrase-scanner.ts';
import { textSkeleton } from './text-skeleton.ts';

const oath = buildScanner(
  ['grey heron oath', 'ravenmark', 'серая цапля', 'isis'].map((id) => ({ id, text: id })),
);

const hidden: [text: string, id: string, matched: string, undone: Evasion[]][] = [
  ['say the grеy hеron oаth now', 'grey heron oath', 'grеy hеron oаth', ['confusable']],
  ['ꓣꓮꓦꓰꓠꓟꓮꓣꓗ rises', 'ravenmark', 'ꓣꓮꓦꓰꓠꓟꓮꓣꓗ', ['confusable']],
  ['ʀᴀᴠᴇɴᴍᴀʀᴋ', 'ravenmark', 'ʀᴀᴠᴇɴᴍᴀʀᴋ', ['confusable']],
  ['RΑVENМARK', 'ravenmark', 'RΑVENМARK', ['confusable']],
  ['сеpaя цaпля летит', 'серая цапля', 'сеpaя цaпля', ['confusable']],
  ['r\u0334a\u0334venmark', 'ravenmark', 'r\u0334a\u0334venmark', ['decorated']],
  ['r4v3nm4rk', 'ravenmark', 'r4v3nm4rk', ['leet']],
  ['gr3y her0n o4th', 'grey heron oath', 'gr3y her0n o4th', ['leet']],
  ['r@venm@rk!', 'ravenmark', 'r@venm@rk', ['leet']],
  ['is1s and i$is', 'isis', 'is1s', ['leet']],
  ['go r a v e n m a r k go', 'ravenmark', 'r a v e n m a r k', ['separated']],
  ['r.a.v.e.n.m.a.r.k', 'ravenmark', 'r.a.v.e.n.m.a.r.k', ['separated']],
  ['R-A-V-E-N-M-A-R-K', 'ravenmark', 'R-A-V-E-N-M-A-R-K', ['separated']],
  ['i s i s', 'isis', 'i s i s', ['separated']],
  ['g r e y  h e r o n  o a t h', 'grey heron oath', 'g r e y  h e r o n  o a t h', ['separated']],
  ['g r e y h e r o n o a t h', 'grey heron oath', 'g r e y h e r o n o a t h', ['separated']],
  ['rаv3nmark', 'ravenmark', 'rаv3nmark', ['confusable', 'leet']],
  ['r\u200bаvenmark', 'ravenmark', 'r\u200bаvenmark', ['invisible', 'confusable']],
  ['r\u200bavenm\u2060ark', 'ravenmark', 'r\u200bavenm\u2060ark', ['invisible']],
];
for (const [text, id, matched, undone] of hidden) {
  test(`"${id}" is found in "${text}", which says how it was hidden`, () => {
    const [hit] = oath.scan(text);
    const { length } = matched;
    const start = text.indexOf(matched);
    assert.deepEqual(hit, { id, start, end: start + length, matched, undone });
  });
}

const innocent = [
  'crisis, cr1sis, c r i s i s, oasis, xisisx',
  'ravenmarks r a v e n m a r k s ravenmark5',
  'I. S. I. S.',
  'room 1515, 15-15, i5 i5, 1 5 1 5',
  'grey heron: o4k',
  'r a v e n  m a n',
];
for (const text of innocent) {
  test(`nothing is found in "${text}"`, () => assert.deepEqual(oath.scan(text), []));
}

test('what is written plainly is found plainly, once, though the text hides something else', () => {
  assert.deepEqual(
    oath.scan('ravenmark, r4venmark, ravenmark').map(({ start, undone }) => [start, ...undone]),
    [[0], [11, 'leet'], [22]],
  );
});

test('ordinary text in many languages shows no signs of evasion', () => {
  for (const text of ordinaryText) assert.deepEqual([text, textSkeleton(text).undone], [text, []]);
});

const look: Record<string, string> = { a: 'а', e: 'е', o: 'о', p: 'р', c: 'с', x: 'х', i: 'і' };
const digit: Record<string, string> = { a: '4', e: '3', o: '0', s: '5', t: '7', i: '1', b: '8' };
const hide: Record<Evasion, (word: string) => string> = {
  invisible: (word) => `${word[0]}\u200b${word.slice(1)}`,
  confusable: (word) => word.replace(/[aeopcxi]/, (letter) => look[letter]!),
  decorated: (word) => `${word.slice(0, 2)}\u0336${word.slice(2)}`,
  leet: (word) =>
    `${word[0]}${word.slice(1, -1).replace(/[aeostib]/, (letter) => digit[letter]!)}${word.at(-1)}`,
  separated: (word) => Array.from(word).join('-'),
};
/** Five letters that each can be hidden by every means, and that no other word of the test has. */
const hideable = fc
  .tuple(
    ...['q', 'j', 'v', 'z', 'k'].map((first) =>
      fc.constantFrom(...['a', 'e', 'o', 'i'].map((vowel) => first + vowel)),
    ),
  )
  .map((syllables) => syllables.join(''));

test('a phrase hidden in any way is found, at its place, with the way said', () => {
  const means = fc.subarray(
    ['invisible', 'confusable', 'decorated', 'leet', 'separated'] as const,
    {
      minLength: 1,
      maxLength: 1,
    },
  );
  fc.assert(
    fc.property(
      hideable,
      hideable,
      means,
      fc.constantFrom(...ordinaryText),
      (one, two, [way], around) => {
        const scanner = buildScanner([{ id: 1, text: `${one} ${two}` }]);
        const matched = `${hide[way!](one)} ${hide[way!](two)}`;
        const text = `${around} ${matched}. ${around}`;
        const start = around.length + 1;
        assert.deepEqual(scanner.scan(text), [
          { id: 1, start, end: start + matched.length, matched, undone: [way] },
        ]);
      },
    ),
  );
});

test('a text hidden in several ways has the skeleton of the plain one', () => {
  const ways = fc.subarray(['confusable', 'leet', 'decorated', 'invisible', 'separated'] as const);
  fc.assert(
    fc.property(fc.array(hideable, { minLength: 1, maxLength: 4 }), ways, (words, chosen) => {
      const masked = words.map((word) => chosen.reduce((so, way) => hide[way](so), word));
      const { text, undone } = textSkeleton(masked.join(' , '));
      assert.equal(text, textSkeleton(words.join(' ')).text);
      // Between letters set apart, what nobody sees hides nothing more.
      const said = chosen.filter((way) => way !== 'invisible' || !chosen.includes('separated'));
      assert.deepEqual(undone.toSorted(), said.toSorted());
    }),
  );
});

test('the offsets of a skeleton lead back in order', () => {
  fc.assert(
    fc.property(awkwardText, (text) => {
      const { text: skeleton, offsets } = textSkeleton(text);
      assert.equal(offsets.length, skeleton.length + 1);
      for (let at = 1; at < offsets.length; at++) assert.ok(offsets[at]! >= offsets[at - 1]!);
      assert.ok(offsets.at(-1)! <= text.length);
    }),
    { numRuns: 2000 },
  );
});

test('a long hostile text is read like any other', () => {
  const scanner = buildScanner([
    { id: 1, text: 'aaaa' },
    { id: 2, text: 'kill' },
  ]);
  const million = 1_000_000;
  const texts = ['a ', 'k!ll ', 'a\u0336', 'а', '4a', 'a!', '\u0336', 'i s i s  '];
  for (const text of texts) scanner.scan(text.repeat(million / text.length));
  assert.equal(scanner.scan('k!ll '.repeat(100_000)).length, 100_000);
});
