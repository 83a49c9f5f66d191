import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { EMPTY_ROOT, hashLeaf, hashNode, rootOf } from './merkle-hash.ts';
import { consistencyProof, inclusionProof, smallTree } from './merkle-proof.ts';
import { verifyConsistency, verifyInclusion } from './merkle-verify.ts';
import { flipBit } from './log-fixture.ts';
import { LedgerError } from './errors.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** RFC 6962 section 2.1, written down as it stands. */
function naiveRoot(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return EMPTY_ROOT;
  if (leaves.length === 1) return leaves[0] as Uint8Array;
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return hashNode(naiveRoot(leaves.slice(0, k)), naiveRoot(leaves.slice(k)));
}

function naiveInclusion(index: number, leaves: readonly Uint8Array[]): Uint8Array[] {
  if (leaves.length === 1) return [];
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return index < k
    ? [...naiveInclusion(index, leaves.slice(0, k)), naiveRoot(leaves.slice(k))]
    : [...naiveInclusion(index - k, leaves.slice(k)), naiveRoot(leaves.slice(0, k))];
}

function naiveConsistency(m: number, leaves: readonly Uint8Array[], whole = true): Uint8Array[] {
  if (m === leaves.length) return whole ? [] : [naiveRoot(leaves)];
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return m <= k
    ? [...naiveConsistency(m, leaves.slice(0, k), whole), naiveRoot(leaves.slice(k))]
    : [...naiveConsistency(m - k, leaves.slice(k), false), naiveRoot(leaves.slice(0, k))];
}

const leavesOf = (count: number): Uint8Array[] =>
  Array.from({ length: count }, (_, i) => hashLeaf(Buffer.from(`leaf ${i}`)));

test('the root of nothing and the hash of an empty leaf are the published ones', () => {
  assert.equal(hex(EMPTY_ROOT), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  assert.equal(
    hex(hashLeaf(new Uint8Array(0))),
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  );
});

test('the eight-leaf tree used across transparency logs has the published root', () => {
  const data = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657'];
  const leaves = [...data, '606162636465666768696a6b6c6d6e6f'].map((text) =>
    hashLeaf(Buffer.from(text, 'hex')),
  );
  assert.equal(
    hex(rootOf(leaves)),
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  );
});

test('roots and proofs of every tree up to 40 leaves follow the recursive definition', async () => {
  for (let n = 1; n <= 40; n += 1) {
    const leaves = leavesOf(n);
    const tree = smallTree(leaves);
    assert.equal(hex(rootOf(leaves)), hex(naiveRoot(leaves)));
    assert.equal(hex(tree.root), hex(naiveRoot(leaves)));
    for (let m = 1; m <= n; m += 1) {
      const included = await inclusionProof(m - 1, n, tree.readNodes);
      assert.deepEqual(included.map(hex), naiveInclusion(m - 1, leaves).map(hex));
      assert.deepEqual(tree.inclusionProof(m - 1).map(hex), included.map(hex));
      const consistent = await consistencyProof(m, n, tree.readNodes);
      assert.deepEqual(consistent.map(hex), naiveConsistency(m, leaves).map(hex));
    }
  }
});

const sizeAndIndex = fc
  .integer({ min: 1, max: 700 })
  .chain((size) => fc.tuple(fc.constant(size), fc.integer({ min: 0, max: size - 1 })));

test('inclusion verifies, and fails when any part is changed', () => {
  fc.assert(
    fc.property(sizeAndIndex, fc.nat(), ([size, index], at) => {
      const leaves = leavesOf(size);
      const { root, inclusionProof: prove } = smallTree(leaves);
      const proof = prove(index);
      const leafHash = leaves[index] as Uint8Array;
      const claim = { index, size, leafHash, proof, root };
      assert.ok(verifyInclusion(claim));
      assert.ok(!verifyInclusion({ ...claim, leafHash: flipBit(leafHash, at) }));
      assert.ok(!verifyInclusion({ ...claim, root: flipBit(root, at) }));
      assert.ok(!verifyInclusion({ ...claim, proof: [...proof, root] }));
      if (size > 1) assert.ok(!verifyInclusion({ ...claim, index: (index + 1) % size }));
      assert.ok(!verifyInclusion({ ...claim, index: size }));
      if (proof.length === 0) return;
      const broken = proof.with(
        at % proof.length,
        flipBit(proof[at % proof.length] as Uint8Array, at),
      );
      assert.ok(!verifyInclusion({ ...claim, proof: broken }));
      assert.ok(!verifyInclusion({ ...claim, proof: proof.slice(1) }));
      assert.ok(!verifyInclusion({ ...claim, proof: proof.slice(0, -1) }));
    }),
    { numRuns: 60 },
  );
});

const twoSizes = fc
  .integer({ min: 1, max: 700 })
  .chain((size) => fc.tuple(fc.integer({ min: 0, max: size }), fc.constant(size)));

test('consistency verifies between any two sizes, and fails when any part is changed', async () => {
  await fc.assert(
    fc.asyncProperty(twoSizes, fc.nat(), async ([oldSize, size], at) => {
      const leaves = leavesOf(size);
      const { root, readNodes } = smallTree(leaves);
      const oldRoot = rootOf(leaves.slice(0, oldSize));
      const proof = await consistencyProof(oldSize, size, readNodes);
      const claim = { oldSize, oldRoot, size, root, proof };
      assert.ok(verifyConsistency(claim));
      assert.ok(!verifyConsistency({ ...claim, oldRoot: flipBit(oldRoot, at) }));
      assert.ok(!verifyConsistency({ ...claim, proof: [...proof, root] }));
      assert.ok(!verifyConsistency({ ...claim, oldSize: size + 1 }));
      if (oldSize > 0) assert.ok(!verifyConsistency({ ...claim, root: flipBit(root, at) }));
      if (proof.length === 0) return;
      const broken = proof.with(
        at % proof.length,
        flipBit(proof[at % proof.length] as Uint8Array, at),
      );
      assert.ok(!verifyConsistency({ ...claim, proof: broken }));
      assert.ok(!verifyConsistency({ ...claim, proof: proof.slice(1) }));
    }),
    { numRuns: 60 },
  );
});

test('a rewritten leaf makes consistency impossible to show', async () => {
  const leaves = leavesOf(300);
  const oldRoot = rootOf(leaves.slice(0, 200));
  const { root, readNodes } = smallTree(leaves.with(7, hashLeaf(Buffer.from('another'))));
  const proof = await consistencyProof(200, 300, readNodes);
  assert.ok(!verifyConsistency({ oldSize: 200, oldRoot, size: 300, root, proof }));
});

test('a proof for a tree of one size is none for a taller tree with the same root', async () => {
  const leaves = leavesOf(2);
  const { root, readNodes } = smallTree(leaves);
  const [oldRoot] = leaves as [Uint8Array];
  const proof = await consistencyProof(1, 2, readNodes);
  assert.ok(verifyConsistency({ oldSize: 1, oldRoot, size: 2, root, proof }));
  assert.ok(!verifyConsistency({ oldSize: 1, oldRoot, size: 4, root, proof }));
  assert.ok(!verifyInclusion({ index: 0, size: 4, leafHash: oldRoot, proof, root }));
});

test('an old tree that was empty is only consistent with its own root and no proof', () => {
  const [root] = leavesOf(1) as [Uint8Array];
  const claim = { oldSize: 0, oldRoot: EMPTY_ROOT, size: 1, root, proof: [] };
  assert.ok(verifyConsistency(claim));
  assert.ok(!verifyConsistency({ ...claim, oldRoot: root }));
  assert.ok(!verifyConsistency({ ...claim, proof: [root] }));
  assert.ok(!verifyConsistency({ ...claim, size: 0 }));
});

const bad = (error: unknown): boolean => error instanceof LedgerError && error.code === 'bad-range';

test('what cannot be proven is refused with its numbers', async () => {
  const { readNodes } = smallTree(leavesOf(5));
  await assert.rejects(inclusionProof(5, 5, readNodes), bad);
  await assert.rejects(inclusionProof(-1, 5, readNodes), bad);
  await assert.rejects(inclusionProof(0.5, 5, readNodes), bad);
  await assert.rejects(consistencyProof(6, 5, readNodes), bad);
  assert.throws(() => smallTree([]), bad);
  assert.throws(() => hashNode(new Uint8Array(31), EMPTY_ROOT), /left side is 31 bytes/);
});
