import assert from 'node:assert/strict';
import { test } from 'node:test';
import { maskPersonal } from './mask-personal.ts';

const known = ['member-20417', 'Otis Marlowe', '@otism', undefined, null, ' ', 'O'];

for (const [name, [written, shown]] of Object.entries({
  'names and ids in any case': ['otis MARLOWE is Member-20417.', '[…] is […].'],
  'addresses of mail': ['Write to o.marlowe@mail.example today', 'Write to […] today'],
  'handles of anybody': ['He is @Otism and knows @ana.b', 'He is […] and knows […]'],
  'web links': ['See https://forum.example/u/otis?x=1 there', 'See […] there'],
  'telephone numbers': ['Call +44 (0)20 7946 0958 now', 'Call […] now'],
  'letters of any script': ['मेल अमित@उदाहरण.भारत पर', 'मेल […] पर'],
} as const)) {
  test(`masks ${name}`, () => assert.equal(maskPersonal(written, known), shown));
}

test('leaves what points at nobody', () => {
  const text = 'On 4 March 2026 (post 93) it quotes § 12(3) (a.b.c) of the Act.* 100 % sure?';
  assert.equal(maskPersonal(text, known), text);
});

test('takes a name with signs of patterns as it is written', () => {
  assert.equal(maskPersonal('a.b*c[ and axbxc[', ['a.b*c[']), '[…] and axbxc[');
});
