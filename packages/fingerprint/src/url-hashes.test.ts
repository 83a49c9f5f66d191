import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { createUrlHashIndex, urlHash, urlHashPrefixes, variantsWithin } from './url-hashes.ts';
import { urlSpellingDigests, urlSpellings } from './url-spellings.ts';
import { urlKey, urlVariants } from './url-variants.ts';

const keyOf = (address: string): string => urlKey(address) ?? assert.fail(address);

test('a platform finds out about its link without naming it', () => {
  const index = createUrlHashIndex();
  index.add(keyOf('https://bad.example/page'));
  index.add(keyOf('https://other.example/'));
  const link = 'http://www.bad.example/page?from=feed';
  const asked = urlHashPrefixes(link);
  assert.ok(asked.every((prefix) => /^[0-9a-f]{8}$/.test(prefix)));
  const answered = asked.flatMap((prefix) => index.find(prefix));
  assert.deepEqual(variantsWithin(link, answered), ['bad.example/page']);
  const good = urlHashPrefixes('https://good.example/').flatMap((prefix) => index.find(prefix));
  assert.deepEqual(good, []);
});

test('a hash is SHA-256 of the key, as Safe Browsing hashes an expression', () => {
  assert.equal(urlHash('a.example/x'), createHash('sha256').update('a.example/x').digest('hex'));
});

test('the index answers what a search through all hashes answers, as entries come and go', () => {
  const host = fc.constantFrom('a.example', 'b.example', 'c.example', 'd.example');
  const change = fc.record({ add: fc.boolean(), key: host.map((name) => `${name}/`) });
  const bytes = fc.integer({ min: 4, max: 32 });
  fc.assert(
    fc.property(fc.array(change), host, bytes, (changes, asked, length) => {
      const index = createUrlHashIndex();
      const held = new Set<string>();
      for (const { add, key } of changes) {
        if (add) held.add(key);
        else held.delete(key);
        if (add) index.add(key);
        else index.remove(key);
      }
      assert.equal(index.size, held.size);
      const hashes = [...held].map(urlHash).sort();
      for (const prefix of urlHashPrefixes(asked, length)) {
        const expected = hashes.filter((hash) => hash.startsWith(prefix));
        assert.deepEqual(index.find(prefix.toUpperCase()), expected);
      }
      assert.equal(variantsWithin(asked, hashes).includes(`${asked}/`), held.has(`${asked}/`));
    }),
  );
});

test('prefixes too short or too long, and what is no prefix, are refused', () => {
  const index = createUrlHashIndex();
  for (const wrong of ['', 'abcdef', 'abcdefg0', 'abcdef012', 'ab'.repeat(33), 'example.org'])
    assert.throws(() => index.find(wrong), /give 4 to 32 bytes in hexadecimal/, wrong);
  for (const wrong of [3, 33, 4.5, Number.NaN])
    assert.throws(() => urlHashPrefixes('a.example', wrong), /4 to 32 bytes/);
  assert.deepEqual(urlHashPrefixes('not a link'), []);
});

test('an address has at most 13 spellings for lists of hashed addresses', () => {
  assert.deepEqual(urlSpellings('HTTP://Example.org/A/'), [
    'HTTP://Example.org/A/',
    'https://example.org/A',
    'https://example.org/A/',
    'https://www.example.org/A',
    'https://www.example.org/A/',
    'http://example.org/A',
    'http://example.org/A/',
    'http://www.example.org/A',
    'http://www.example.org/A/',
    'example.org/A',
    'example.org/A/',
    'www.example.org/A',
    'www.example.org/A/',
  ]);
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true }), (address) => {
      const spellings = urlSpellings(address);
      assert.ok(spellings.length <= 13 && spellings.includes(address));
      // Every spelling leads to a variant of the address that was asked about.
      const variants = urlVariants(address);
      for (const spelling of spellings) assert.ok(variants.includes(keyOf(spelling)), spelling);
    }),
  );
  const md5 = createHash('md5').update('https://example.org').digest('hex');
  assert.ok(urlSpellingDigests('http://www.example.org/').includes(md5));
});
