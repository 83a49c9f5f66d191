import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { formatEntries, parseEntries } from './entries.ts';
import { LedgerError } from './errors.ts';
import { entriesPath, parseTilePath, partialTiles, tilePath, tileWidth } from './tile.ts';

test('paths are spelled as tlog-tiles spells them', () => {
  assert.equal(tilePath({ level: 0, index: 0, width: 256 }), 'tile/0/000');
  assert.equal(tilePath({ level: 2, index: 1234067, width: 256 }), 'tile/2/x001/x234/067');
  assert.equal(tilePath({ level: 1, index: 999, width: 17 }), 'tile/1/999.p/17');
  assert.equal(entriesPath({ index: 1000, width: 1 }), 'tile/entries/x001/000.p/1');
});

test('there is no path for a tile that cannot be', () => {
  for (const tile of [
    { level: 64, index: 0, width: 256 },
    { level: -1, index: 0, width: 256 },
    { level: 0, index: -1, width: 256 },
    { level: 0, index: 0, width: 0 },
    { level: 0, index: 0, width: 257 },
  ]) {
    assert.throws(() => tilePath(tile), LedgerError);
  }
});

test('every path reads back, and only in its one spelling', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 63 }),
      fc.maxSafeNat(),
      fc.integer({ min: 1, max: 256 }),
      (level, index, width) => {
        const tile = { level, index, width };
        assert.deepEqual(parseTilePath(tilePath(tile)), { ...tile, entries: false });
        assert.deepEqual(parseTilePath(entriesPath(tile)), { ...tile, level: 0, entries: true });
      },
    ),
  );
  for (const path of [
    'tile/0/0',
    'tile/00/000',
    'tile/64/000',
    'tile/0/x000/001',
    'tile/0/000.p/0',
    'tile/0/000.p/256',
    'tile/0/000.p/01',
    'tile/0/000/',
    '/tile/0/000',
    'tile/0/x999/x999/x999/x999/x999/x999/999',
    'tile/0/../000',
  ]) {
    assert.equal(parseTilePath(path), null, path);
  }
});

test('the tree of 70,000 has the tiles that the specification lists', () => {
  assert.equal(tileWidth(70_000, 0, 272), 256);
  assert.equal(tileWidth(70_000, 0, 273), 112);
  assert.equal(tileWidth(70_000, 0, 274), 0);
  assert.deepEqual(partialTiles(70_000), [
    { level: 0, index: 273, width: 112 },
    { level: 1, index: 1, width: 17 },
    { level: 2, index: 0, width: 1 },
  ]);
  assert.deepEqual(partialTiles(256), [{ level: 1, index: 0, width: 1 }]);
  assert.deepEqual(partialTiles(0), []);
});

test('entries read back, and a bundle cut anywhere is refused or shorter', () => {
  const bundle = fc.array(fc.uint8Array({ maxLength: 40 }), { minLength: 1, maxLength: 256 });
  fc.assert(
    fc.property(bundle, fc.nat(), (entries, at) => {
      const bytes = formatEntries(entries);
      const parsed = parseEntries(bytes);
      assert.deepEqual(
        parsed.map((entry) => Uint8Array.from(entry)),
        entries,
      );
      const cut = bytes.subarray(0, at % bytes.length);
      let read = 0;
      try {
        read = parseEntries(cut).length;
      } catch (error) {
        assert.ok(error instanceof LedgerError && error.code === 'bad-entries');
      }
      assert.ok(read < entries.length);
    }),
  );
});

test('a bundle keeps the length of each entry as two bytes before it', () => {
  const bytes = formatEntries([Uint8Array.of(7, 8), new Uint8Array(258)]);
  assert.deepEqual([...bytes.subarray(0, 6)], [0, 2, 7, 8, 1, 2]);
});

test('bundles that hold nothing or too much are refused', () => {
  assert.throws(() => formatEntries([]), LedgerError);
  assert.throws(
    () => formatEntries(Array.from({ length: 257 }, () => new Uint8Array(1))),
    LedgerError,
  );
  assert.throws(() => formatEntries([new Uint8Array(65_536)]), LedgerError);
  assert.throws(() => parseEntries(new Uint8Array(0)), LedgerError);
  assert.throws(() => parseEntries(new Uint8Array(2 * 257)), LedgerError);
});
