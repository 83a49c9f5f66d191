import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseLocale } from './language.ts';

const choose = (lang: unknown, accepted: string | undefined, fallbacks: (string | null)[] = []) =>
  chooseLocale({ query: { lang }, headers: { 'accept-language': accepted } }, fallbacks);

for (const [name, [lang, accepted, fallbacks, locale]] of Object.entries({
  'what a link asks for': ['ur', 'fr', ['hi'], 'ur'],
  'the most wanted that we have': [undefined, 'de, fr;q=0.4, hi-IN;q=0.9, en;q=0.3', [], 'hi'],
  'not what is refused': [undefined, 'fr;q=0, ur;q=0.1', [], 'ur'],
  'not a language we do not have': ['de', 'de', [null, 'fr-CA', 'en'], 'fr'],
  'English at last': [undefined, undefined, [null, 'de'], 'en'],
  'nothing from nonsense': [['fr'], ';;q=x,,fr;q=abc,*', ['ur'], 'ur'],
} as const)) {
  test(`takes ${name}`, () => {
    assert.equal(choose(lang, accepted, [...fallbacks]).locale, locale);
  });
}

test('keeps in mind whether a link asked', () => {
  assert.equal(choose('fr', undefined).asked, true);
  assert.equal(choose('xx', 'fr').asked, false);
});
