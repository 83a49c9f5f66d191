import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { LedgerError } from './errors.ts';
import { growTree } from './grow-tree.ts';
import { flipBit } from './log-fixture.ts';
import { EMPTY_ROOT, hashLeaf, rootOf } from './merkle-hash.ts';
import { consistencyProof, inclusionProof, smallTree } from './merkle-proof.ts';
import { verifyConsistency, verifyInclusion } from './merkle-verify.ts';
import { proofReader } from './proof-reader.ts';
import { tilePath, tileWidth } from './tile.ts';
import type { TileId } from './tile.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const leavesOf = (count: number): Uint8Array[] =>
  Array.from({ length: count }, (_, i) => hashLeaf(Buffer.from(`leaf ${i}`)));

/** Every tile of a tree, by the formal definition: hash i at level l is over 256^l leaves. */
function tilesByDefinition(leaves: readonly Uint8Array[]): Map<string, string> {
  const tiles = new Map<string, string>();
  for (let level = 0; 256 ** level <= leaves.length; level += 1) {
    const span = 256 ** level;
    for (let index = 0; tileWidth(leaves.length, level, index) > 0; index += 1) {
      const width = tileWidth(leaves.length, level, index);
      const hashes = Array.from({ length: width }, (_, i) => {
        const start = (index * 256 + i) * span;
        return hex(rootOf(leaves.slice(start, start + span)));
      });
      tiles.set(tilePath({ level, index, width }), hashes.join(''));
    }
  }
  return tiles;
}

const keyOf = ({ level, index }: TileId): string => `${level}/${index}`;

/** A store that keeps only the latest width of each tile, as a table keyed by level and index. */
function latestTiles() {
  const rows = new Map<string, Uint8Array>();
  let reads = 0;
  return {
    write: (tile: TileId & { bytes: Uint8Array }) => rows.set(keyOf(tile), tile.bytes),
    readTile: (tile: TileId) => {
      reads += 1;
      return rows.get(keyOf(tile)) ?? null;
    },
    reads: () => reads,
  };
}

test('growth in any steps gives the naive root and the defined tiles, and reads one per level', async () => {
  const steps = fc.array(fc.integer({ min: 0, max: 700 }), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(steps, async (counts) => {
      const leaves = leavesOf(counts.reduce((sum, count) => sum + count, 0));
      const store = latestTiles();
      const files = new Map<string, string>();
      let size = 0;
      let root = EMPTY_ROOT;
      for (const count of counts) {
        const before = store.reads();
        const newLeafHashes = leaves.slice(size, size + count);
        const grown = await growTree({ size, readTile: store.readTile, newLeafHashes, root });
        assert.ok(store.reads() - before <= 2);
        ({ size, root } = grown);
        assert.equal(hex(root), hex(rootOf(leaves.slice(0, size))));
        for (const tile of grown.tiles) {
          store.write(tile);
          files.set(tilePath(tile), hex(tile.bytes));
        }
        for (const [path, bytes] of tilesByDefinition(leaves.slice(0, size))) {
          assert.equal(files.get(path), bytes, path);
        }
      }
    }),
    { numRuns: 25 },
  );
});

test('a tree past two tile levels grows one leaf at a time over the boundary', async () => {
  const leaves = leavesOf(65_540);
  const store = latestTiles();
  const first = await growTree({
    size: 0,
    readTile: store.readTile,
    newLeafHashes: leaves.slice(0, 65_534),
  });
  first.tiles.forEach(store.write);
  let { size, root } = first;
  for (const leaf of leaves.slice(65_534)) {
    const grown = await growTree({ size, readTile: store.readTile, newLeafHashes: [leaf], root });
    grown.tiles.forEach(store.write);
    ({ size, root } = grown);
    if (size === 65_536) {
      assert.deepEqual(grown.tiles.map(tilePath), ['tile/0/255', 'tile/1/000', 'tile/2/000.p/1']);
    }
  }
  assert.equal(hex(root), hex(rootOf(leaves)));
  const { readNodes } = smallTree(leaves);
  const reader = proofReader(store.readTile, size);
  for (const index of [0, 255, 256, 40_000, 65_535, 65_536, 65_539]) {
    const proof = await inclusionProof(index, size, reader);
    assert.deepEqual(proof.map(hex), (await inclusionProof(index, size, readNodes)).map(hex));
    assert.ok(verifyInclusion({ index, size, leafHash: leaves[index] as Uint8Array, proof, root }));
  }
});

test('proofs from tiles verify for any leaf and any two sizes', async () => {
  const leaves = leavesOf(1500);
  const store = latestTiles();
  const grown = await growTree({ size: 0, readTile: store.readTile, newLeafHashes: leaves });
  grown.tiles.forEach(store.write);
  const pair = fc
    .integer({ min: 1, max: leaves.length })
    .chain((size) => fc.tuple(fc.integer({ min: 1, max: size }), fc.constant(size)));
  await fc.assert(
    fc.asyncProperty(pair, async ([oldSize, size]) => {
      const root = rootOf(leaves.slice(0, size));
      const reader = proofReader(store.readTile, size);
      const index = oldSize - 1;
      const leafHash = leaves[index] as Uint8Array;
      const included = await inclusionProof(index, size, reader);
      assert.ok(verifyInclusion({ index, size, leafHash, proof: included, root }));
      const oldRoot = rootOf(leaves.slice(0, oldSize));
      const proof = await consistencyProof(oldSize, size, reader);
      assert.ok(verifyConsistency({ oldSize, oldRoot, size, root, proof }));
    }),
    { numRuns: 40 },
  );
});

const fails = (code: string, words: RegExp) => (error: unknown) =>
  error instanceof LedgerError && error.code === code && words.test(error.message);

test('growth refuses a store that lost, cut or changed the edge, and says which tile', async () => {
  const { size, root, tiles } = await growTree({
    size: 0,
    readTile: () => null,
    newLeafHashes: leavesOf(300),
  });
  const edge = tiles.find((tile) => tilePath(tile) === 'tile/0/001.p/44');
  assert.ok(edge);
  const grow = async (bytes: Uint8Array | null) =>
    growTree({
      size,
      root,
      newLeafHashes: leavesOf(1),
      readTile: (tile) =>
        tile.level === 0
          ? bytes
          : (tiles.find((t) => tilePath(t) === tilePath(tile))?.bytes ?? null),
    });
  assert.equal((await grow(edge.bytes)).size, 301);
  await assert.rejects(grow(null), fails('missing-tile', /tile\/0\/001\.p\/44/));
  await assert.rejects(grow(edge.bytes.subarray(0, -32)), fails('bad-tile', /1408 were needed/));
  await assert.rejects(grow(flipBit(edge.bytes, 100)), fails('wrong-root', /nothing was added/));
  await assert.rejects(
    growTree({ size: 0, readTile: () => null, newLeafHashes: [new Uint8Array(31)] }),
    fails('bad-hash', /leaf hash 0/),
  );
});

test('adding nothing writes nothing', async () => {
  const grown = await growTree({ size: 0, readTile: () => null, newLeafHashes: [] });
  assert.deepEqual(grown, { size: 0, root: EMPTY_ROOT, tiles: [] });
});
