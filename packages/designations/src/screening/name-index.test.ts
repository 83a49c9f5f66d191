import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { EntityKind } from '../register.ts';
import { compareNames } from './compare-names.ts';
import { formOf, formsIn } from './name-form.ts';
import { buildNameIndex } from './name-index.ts';

function entity(reference: string, kind: EntityKind, ...names: string[]) {
  const listed = names.map((text) => ({
    text,
    kind: 'primary' as const,
    strength: 'strong' as const,
    script: 'Latn',
  }));
  return { reference, kind, names: listed };
}

// All invented.
const index = buildNameIndex([
  entity('P1', 'person', 'Orlandis Ventramont Kasserin'),
  entity('P2', 'person', 'Muhammad Nuruddin Zarqeem'),
  entity('P3', 'person', 'Thurskald Yevgenivo'),
  entity('O1', 'organisation', 'Jaysh al-Masar', 'Grey Heron Front (GHF)'),
  entity('O2', 'organisation', 'Amber Plover Liberation Party'),
]);

const shouldFind: [asked: string, reference: string][] = [
  ['Orlandis Ventramont Kasserin', 'P1'],
  ['KASSERIN, Orlandis Ventramont', 'P1'],
  ['Orlandis Ventramnot Kasserin', 'P1'],
  ['Mohamed Noureddine Zarkim', 'P2'],
  ['محمد نور الدين زرقيم', 'P2'],
  ['Мухаммад Нуруддин Заркеем', 'P2'],
  ['@Jaysh_al-Masar99', 'O1'],
  ['Army of Masar', 'O1'],
  ['Frente Grey Heron', 'O1'],
  ['Hizb Tahrir Amber Plover', 'O2'],
  ['APLP', 'O2'],
];
for (const [asked, reference] of shouldFind) {
  test(`"${asked}" is found`, () => assert.equal(index.search(asked, 3)[0]?.reference, reference));
}

test('every part of a match is explained, and what found none is told', () => {
  const [found] = index.search('Army of Masar Sarlac', 1);
  assert.ok(found);
  const { matched, askedOnly } = found.comparison;
  const army = matched.find(({ asked }) => asked === 'army');
  assert.deepEqual([army?.listed, army?.how], ['jaysh', 'same_meaning']);
  assert.ok(matched.some(({ asked, how }) => asked === 'masar' && how === 'same'));
  assert.deepEqual(askedOnly, ['of', 'sarlac']);
});

test('a name beside itself ranks above it with a slip, that above it with a word more; none is certain', () => {
  const score = (asked: string) =>
    index.search(asked, 1).find(({ reference }) => reference === 'P3')?.comparison.score ?? 0;
  const [same, slip, more] = [
    score('Thurskald Yevgenivo'),
    score('Thurskald Yevgenvio'),
    score('Thurskald Yevgenivo Brandolar'),
  ];
  assert.ok(same < 1 && same > slip && slip > more && more > 0, `${same} ${slip} ${more}`);
});

test('strangers are not found', () => {
  for (const stranger of ['Perrin Oakshott', 'Willemijn de Haas', 'Blue Finch Bakery'])
    assert.ok((index.search(stranger, 1)[0]?.comparison.score ?? 0) < 0.7, stranger);
});

test('what is written as one name is also its parts', () => {
  const texts = formsIn('Grey Heron Front (GHF)').map(({ words }) =>
    words.map(({ text }) => text).join(' '),
  );
  assert.ok(texts.includes('grey heron front') && texts.includes('ghf'), texts.join(', '));
});

test('any text can be asked for and compared; scores stay within bounds and the order of words hardly matters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      for (const { comparison } of index.search(text, 5))
        assert.ok(comparison.score >= 0 && comparison.score < 1);
    }),
    { numRuns: 400 },
  );
  const word = fc.stringMatching(
    /^[b-df-hj-np-tv-z][aeiou][b-df-hj-np-tv-z]{1,2}[aeiou]{1,2}[lmnr]$/,
  );
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 2, maxLength: 4 }), (words) => {
      const one = formOf(words.join(' '));
      const turned = formOf(words.toReversed().join(' '));
      const apart = Math.abs(
        compareNames(one, one, 'person').score - compareNames(turned, one, 'person').score,
      );
      assert.ok(apart < 0.05, String(apart));
    }),
    { numRuns: 300 },
  );
});

test('the more of the words of a listed name somebody asks for, the higher it scores', () => {
  const word = fc.constantFrom(
    'Orlandis',
    'Kasserin',
    'Ventramont',
    'Zarqeem',
    'Bel',
    'Ruk',
    'Tan',
    'Ombrel',
    'Mar',
  );
  fc.assert(
    fc.property(
      fc.uniqueArray(word, { minLength: 3, maxLength: 5 }),
      fc.constantFrom('person' as const, 'organisation' as const),
      (words, kind) => {
        const listed = formOf(words.join(' '));
        const scores = words.map(
          (_, at) => compareNames(formOf(words.slice(0, at + 1).join(' ')), listed, kind).score,
        );
        assert.deepEqual(
          scores,
          scores.toSorted((a, b) => a - b),
        );
      },
    ),
    { numRuns: 300 },
  );
});
