import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { locales } from './samples/index.ts';

const folder = fileURLToPath(new URL('./', import.meta.url));
const literal = `'(?:[^'\\\\]|\\\\.)*'|"(?:[^"\\\\]|\\\\.)*"`;

/** Every sentence given to `t` or `msg` in the sources. */
function sentencesOfSources(): Set<string> {
  const call = new RegExp(`\\b(?:t|msg)\\(\\s*(${literal})`, 'g');
  const files = globSync(['{pages,parts,words}/**/*.{ts,tsx}'], { cwd: folder });
  return new Set(
    files
      .flatMap((file) => [...readFileSync(folder + file, 'utf8').matchAll(call)])
      .map((found) => (found[1] ?? '').slice(1, -1).replaceAll(/\\(.)/g, '$1')),
  );
}

function catalogueOf(locale: string): Map<string, string> {
  const po = readFileSync(`${folder}locales/${locale}.po`, 'utf8');
  const entry = /^#\. js-lingui-explicit-id\nmsgid "(.+)"\nmsgstr "(.*)"$/gm;
  return new Map([...po.matchAll(entry)].map((found) => [unquote(found[1]), unquote(found[2])]));
}

function unquote(text = ''): string {
  return text.replaceAll(/\\(.)/g, '$1');
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{([a-z]+)[,}]/g)].map((found) => found[1] ?? '').toSorted();
}

function untranslated(locale: string): string[] {
  return [...catalogueOf(locale)].filter(([from, to]) => from === to).map(([from]) => from);
}

describe('the catalogues', () => {
  const wanted = sentencesOfSources();

  it('are asked for a fair number of sentences', () => {
    assert.ok(wanted.size > 200);
  });

  for (const locale of locales) {
    it(`say everything in ${locale}, and nothing that is not asked for`, () => {
      const catalogue = catalogueOf(locale);
      assert.deepEqual(
        [...wanted].filter((one) => !catalogue.get(one)),
        [],
      );
      assert.deepEqual(
        [...catalogue.keys()].filter((one) => !wanted.has(one)),
        [],
      );
    });

    it(`keep the placeholders in ${locale}`, () => {
      for (const [english, translated] of catalogueOf(locale)) {
        assert.deepEqual(placeholders(translated), placeholders(english), english);
      }
    });
  }

  it('leave next to nothing in English', () => {
    assert.deepEqual(untranslated('hi'), []);
    assert.deepEqual(untranslated('ur'), []);
    const sameInFrench = ['(version {number})', 'Version', 'Version {number}'];
    assert.deepEqual(
      untranslated('fr').filter((one) => !sameInFrench.includes(one)),
      [],
    );
  });
});
