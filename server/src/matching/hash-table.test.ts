import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { idFromBytes } from '../platform/ids.ts';
import { createHashTable } from './hash-table.ts';
import type { SharedFacts } from './shared-facts.ts';

const labels = ['One', 'Two'] as const;

function factsOf(label: string): SharedFacts {
  return {
    bank: 'Known',
    source: 'Invented Lab',
    label,
    severity: null,
    disputed: false,
    confirmed: false,
    pdqDistance: 31,
  };
}

const idOf = (number: number) => idFromBytes(Buffer.alloc(16, number));

/** Few digests of each length, alike up to their last byte, so that they meet. */
const digest = fc
  .tuple(fc.constantFrom(16, 20, 32), fc.integer({ min: 0, max: 40 }))
  .map(([bytes, number]) =>
    Buffer.alloc(bytes)
      .fill(number, bytes - 1)
      .toString('hex'),
  );
const change = fc.record({
  digest,
  id: fc.integer({ min: 0, max: 3 }).map(idOf),
  label: fc.option(fc.constantFrom(...labels)), // null takes it out
});

test('a table of hashes holds what was put in last, and not what was taken out', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 400 }), (changes) => {
      const table = createHashTable();
      const known = new Map<string, Map<string, string>>();
      for (const { digest: value, id, label } of changes) {
        const entries = known.get(value) ?? new Map<string, string>();
        known.set(value, entries);
        if (label === null) {
          table.remove(value, id);
          entries.delete(id);
        } else {
          table.put(value, id, factsOf(label));
          entries.set(id, label);
        }
      }
      for (const [value, entries] of known) {
        const found = table.find(value).map(({ id, facts }) => [id, facts.label] as const);
        assert.equal(found.length, entries.size);
        assert.deepEqual(new Map(found), entries);
      }
      const held = [...known.values()].filter(({ size }) => size > 0).length;
      assert.equal(table.size, held);
    }),
    { numRuns: 500 },
  );
});

test('a table of hashes grows past its first room, and shrinks again', () => {
  const table = createHashTable();
  const digests = Array.from({ length: 20_000 }, (_, number) =>
    Buffer.from(String(number).padStart(20, '0')).toString('hex'),
  );
  for (const value of digests) table.put(value, idOf(1), factsOf('One'));
  assert.equal(table.size, digests.length);
  const even = digests.filter((_, at) => at % 2 === 0);
  for (const value of even) table.remove(value, idOf(1));
  assert.equal(table.size, digests.length / 2);
  digests.forEach((value, at) => assert.equal(table.find(value).length, at % 2));
  // What was left empty is used again.
  for (const value of even) table.put(value, idOf(2), factsOf('Two'));
  assert.ok(even.every((value) => table.find(value)[0]!.id === idOf(2)));
});

test('a table of hashes knows nothing of what is no digest, and takes none in', () => {
  const table = createHashTable();
  const value = 'ab'.repeat(32);
  table.put(value, idOf(1), factsOf('One'));
  for (const other of ['', 'ab', 'xy'.repeat(32), `${'ab'.repeat(31)}zz`, 'ab'.repeat(64)])
    assert.deepEqual(table.find(other), []);
  assert.throws(() => table.put('xy'.repeat(32), idOf(1), factsOf('One')), /Not a digest/);
  assert.equal(table.find(value.toUpperCase()).length, 1);
  assert.equal(table.size, 1);
});
