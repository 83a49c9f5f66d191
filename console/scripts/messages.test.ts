import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseCatalogue, printCatalogue, readCatalogue } from './catalogue.ts';
import { allMessages, locales, messagesIn, scopeOf, screensWithWords } from './messages.ts';

const screens = screensWithWords();
const used = allMessages();

/** Names of the values a sentence takes: `{name}` and `{count, plural, …}`. */
function valuesOf(sentence: string): string[] {
  const names = [...sentence.matchAll(/\{\s*([a-z]\w*)\s*[,}]/gi)].map((match) => match[1] ?? '');
  return [...new Set(names)].sort();
}

test('the scanner finds sentences however they are quoted', () => {
  const source = `_('One') + _("It's two") + msg('Three \\'q\\'') + i18n._(\n'Four', { a }) + x._('no')`;
  const ids = messagesIn(`${source} <Trans id="Five {a}" />`, 'a.tsx').map((one) => one.id);
  assert.deepEqual(ids, ['One', "It's two", "Three 'q'", 'Four', 'Five {a}']);
  assert.throws(() => messagesIn('_(`Hello ${name}`)', 'a.tsx'), /a\.tsx:1/);
});

test('a catalogue is read as it was written', () => {
  const entries = new Map([
    ['Say "{word}"', 'Dites « {word} »'],
    ['Two\nlines', 'Deux\nlignes'],
  ]);
  assert.deepEqual(parseCatalogue(printCatalogue('fr', entries)), entries);
});

test('a missing sentence is noticed', () => {
  const catalogue = parseCatalogue('msgid "Here"\nmsgstr "Ici"\n\nmsgid "Empty"\nmsgstr ""\n');
  assert.equal(catalogue.get('Here'), 'Ici');
  assert.equal(catalogue.get('Empty'), '');
  assert.equal(catalogue.get('Absent'), undefined);
});

for (const locale of locales) {
  test(`every sentence of the console is written in ${locale}`, () => {
    const shared = readCatalogue(null, locale);
    const own = new Map([...screens].map((screen) => [screen, readCatalogue(screen, locale)]));
    const missing = used.filter((one) => {
      const scope = scopeOf(one.file, screens);
      return !shared.get(one.id) && !(scope !== null && own.get(scope)?.get(one.id));
    });
    assert.deepEqual(
      missing.map((one) => `${one.file}:${one.line} ${one.id}`),
      [],
      'run node console/scripts/extract.ts, then translate what is empty',
    );
  });

  test(`the sentences in ${locale} take the same values as the English`, () => {
    for (const scope of [null, ...screens]) {
      for (const [id, text] of readCatalogue(scope, locale)) {
        assert.deepEqual(valuesOf(text), valuesOf(id), `${scope ?? 'shared'}: ${id}`);
      }
    }
  });
}
