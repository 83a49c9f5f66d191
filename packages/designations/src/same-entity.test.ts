import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { COMMONWEALTH } from './commonwealth.ts';
import { gatherEntities, type LinkedListing } from './same-entity.ts';

const listing = (
  id: string,
  authority: string,
  reference: string,
  ...sameAs: [authority: string, reference: string][]
): LinkedListing => ({
  id,
  list: `${authority} list`,
  authority,
  reference,
  sameAs: sameAs.map(([who, what]) => ({ authority: who, reference: what })),
});

test('the Commonwealth has 56 members', () => assert.equal(COMMONWEALTH.size, 56));

test('one reference on one list is one entity, and so is what a publisher refers to, however it writes it', () => {
  const groups = gatherEntities([
    listing('a', 'UN', 'XXe.001'),
    listing('b', 'GB', 'AQD0001', ['UN', 'XXE 001']),
    listing('c', 'UN', 'XXe.001'),
    listing('d', 'AU', '17', ['GB', 'AQD0001']),
    listing('e', 'AU', '18', ['UN', 'XXe.999']),
    listing('f', 'NZ', 'XXe.001'),
  ]);
  assert.deepEqual(groups, [['a', 'b', 'c', 'd'], ['e'], ['f']]);
});

test('people’s word joins two lists, and an unknown reference joins nothing', () => {
  const listings = [listing('a', 'UN', '1'), listing('b', 'NZ', '2'), listing('c', 'NZ', '3')];
  const one = { list: 'UN list', reference: '1' };
  const link = { one, other: { list: 'NZ list', reference: '2' } };
  const nowhere = { one, other: { list: 'NZ list', reference: '9' } };
  assert.deepEqual(gatherEntities(listings, [link, nowhere]), [['a', 'b'], ['c']]);
});

test('every listing is in one entity, whatever refers to whatever, in any order', () => {
  const place = fc.record({
    authority: fc.constantFrom('UN', 'GB', 'AU'),
    reference: fc.constantFrom('1', '2', '3'),
  });
  const some = fc.array(fc.record({ at: place, sameAs: fc.array(place, { maxLength: 2 }) }));
  fc.assert(
    fc.property(some, (rows) => {
      const listings = rows.map(({ at, sameAs }, id) => ({
        ...listing(String(id), at.authority, at.reference),
        sameAs,
      }));
      const sorted = (groups: string[][]) => groups.map((ids) => ids.toSorted().join()).toSorted();
      const groups = gatherEntities(listings);
      assert.equal(new Set(groups.flat()).size, listings.length);
      assert.equal(groups.flat().length, listings.length);
      assert.deepEqual(sorted(groups), sorted(gatherEntities(listings.toReversed())));
    }),
  );
});
