import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { canonicalText, urlKey, urlVariants } from '@commonweal/fingerprint';
import * as fc from 'fast-check';
import { idFromBytes } from '../platform/ids.ts';
import { createEntryIndex, type IndexRow } from './entry-index.ts';
import { findSignals } from './find-signals.ts';
import { buildListedNames } from './listed-names.ts';
import type { MatchableItem } from './matchable-item.ts';

const names = buildListedNames([]);
const word = fc.constantFrom('isis', 'crisis', 'heron', 'Grey', 'FRONT', 'front!', 'of', 'ash');
const phrase = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
const host = fc.constantFrom('a.example', 'www.a.example', 'b.example', 'c.b.example');
const path = fc.constantFrom('', '/', '/x', '/x/', '/x/y', '/x/y?q=1', '/z');
const link = fc.tuple(host, path).map(([a, b]) => `https://${a}${b}`);
const digest = fc.constantFrom('a', 'b', 'c').map((digit) => digit.repeat(64));
const status = fc.constantFrom('active', 'disputed', 'withdrawn', 'expired' as const);

const value = fc.oneof(
  phrase.map((text) => ({ type: 'phrase' as const, value: canonicalText(text).text })),
  link.map((address) => ({ type: 'url' as const, value: urlKey(address)! })),
  digest.map((sha256) => ({ type: 'sha256' as const, value: sha256 })),
);
function idOf(name: string): string {
  return idFromBytes(createHash('md5').update(name).digest());
}

const row: fc.Arbitrary<IndexRow> = fc
  .tuple(value, status, fc.integer({ min: 0, max: 5 }), fc.constantFrom('One', 'Two'))
  .map(([known, now, id, label]) => ({
    ...known,
    // An entry never changes its value, so its id follows from it.
    bank_entry_id: idOf(`${known.type} ${known.value} ${id}`),
    status: now,
    label,
    source: 'Invented Lab',
    severity: null,
    bank: 'Known',
    on: true,
    pdq_distance: null,
    confirmed_at: null,
  }));
const item: fc.Arbitrary<MatchableItem> = fc
  .record({
    words: fc.array(fc.oneof(phrase, link), { maxLength: 6 }),
    title: fc.option(phrase),
    url: fc.option(link),
    links: fc.array(link, { maxLength: 2 }),
    sha256: fc.array(digest, { maxLength: 2 }),
  })
  .map(({ words, sha256, ...rest }) => ({
    ...rest,
    itemId: 'i',
    text: words.join(' , '),
    actor: null,
    files: sha256.map((each) => ({ md5: null, sha256: each })),
  }));

/** Which entries an item is of, by looking at every entry and every place one after the other. */
function naive(rows: readonly IndexRow[], { text, title, url, links, files }: MatchableItem) {
  const latest = new Map(rows.map((each) => [each.bank_entry_id, each]));
  const written = [text, title].map((each) => ` ${canonicalText(each ?? '').text} `);
  const inText = (text ?? '').split(' , ').filter((each) => each.startsWith('https:'));
  const addresses = [...links, ...inText, ...(url === null ? [] : [url])];
  const isOf = (each: IndexRow): boolean => {
    if (each.status === 'withdrawn' || each.status === 'expired') return false;
    if (each.type === 'phrase') return written.some((field) => field.includes(` ${each.value} `));
    if (each.type === 'url')
      return addresses.some((address) => urlVariants(address).includes(each.value));
    return files.some(({ sha256 }) => sha256 === each.value);
  };
  return [...latest.values()].filter(isOf);
}

test('matching finds what looking at every entry finds, after any history of changes', () => {
  const histories = fc.array(fc.array(row, { maxLength: 12 }), { maxLength: 4 });
  fc.assert(
    fc.property(histories, fc.array(item, { minLength: 1, maxLength: 4 }), (history, items) => {
      const entries = createEntryIndex();
      for (const rows of history) {
        entries.apply(rows);
        entries.settle();
      }
      for (const one of items) {
        const found = findSignals({ entries, names, silent: new Set() }, one);
        const expected = naive(history.flat(), one);
        assert.deepEqual(
          new Map(found.map((each) => [each.reference_id, [each.label, each.disputed]])),
          new Map(
            expected.map((each) => [each.bank_entry_id, [each.label, each.status === 'disputed']]),
          ),
        );
        assert.equal(found.length, expected.length, 'each entry once');
        for (const { field, start, end, matched } of found) {
          if (start === null || end === null) continue;
          const written = field === 'title' ? one.title : one.text;
          assert.equal(written?.slice(start, end), matched);
        }
      }
    }),
    { numRuns: 400 },
  );
});
