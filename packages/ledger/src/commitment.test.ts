import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { canonicalJson } from './canonical-json.ts';
import { commit, commitBatch } from './commitment.ts';
import { LedgerError } from './errors.ts';
import { flipBit, sampleCommitments } from './log-fixture.ts';
import { hashLeaf, rootOf } from './merkle-hash.ts';
import { verifyInclusion } from './merkle-verify.ts';

const salt = new Uint8Array(32).fill(3);

/** The same value with the keys of every object put in another order. */
function reordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reordered);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([key, member]) => [key, reordered(member)] as const);
  return Object.fromEntries(members.toReversed());
}

const json = fc.jsonValue({ maxDepth: 4 });

test('canonical JSON is one text per value, whatever the order of keys, and parses back', () => {
  fc.assert(
    fc.property(json, (value) => {
      const text = canonicalJson(value);
      assert.equal(canonicalJson(reordered(value)), text);
      assert.equal(canonicalJson(JSON.parse(text)), text);
      assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(value)));
    }),
  );
});

test('keys sort by UTF-16 code unit, as RFC 8785 section 3.2.3 has it', () => {
  // A surrogate pair sorts before U+FB33, although its code point is higher.
  const value = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, ö: 7 };
  assert.equal(
    canonicalJson(value),
    '{"\\r":2,"1":4,"\u0080":6,"ö":7,"\u20ac":1,"\ud83d\ude00":5,"\ufb33":3}',
  );
});

test('numbers and strings are written as ECMAScript writes them', () => {
  const numbers = [0, -0, 1e21, 1e20, 1e-6, 1e-7, 333333333.3333333, 4.5, 5e-324, 2 ** 53];
  assert.equal(
    canonicalJson(numbers),
    '[0,0,1e+21,100000000000000000000,0.000001,1e-7,333333333.3333333,4.5,5e-324,9007199254740992]',
  );
  assert.equal(canonicalJson('\u0000\b\t\n"\\/\u007f€'), '"\\u0000\\b\\t\\n\\"\\\\/\u007f€"');
});

test('what JSON cannot say is refused, with its place', () => {
  const holed: unknown[] = [1];
  holed.length = 2;
  const round: Record<string, unknown> = {};
  round['self'] = round;
  const refused: [unknown, RegExp][] = [
    [{ a: Number.NaN }, /^\$\.a is NaN/],
    [{ a: [1, Infinity] }, /^\$\.a\[1\] is Infinity/],
    [{ a: undefined }, /^\$\.a is a undefined/],
    [holed, /^\$\[1\] is a undefined/],
    [{ a: () => 1 }, /^\$\.a is a function/],
    [1n, /bigint/],
    [Symbol('s'), /symbol/],
    [{ [Symbol('s')]: 1 }, /symbol as a key/],
    ['\ud800', /surrogate/],
    [{ '\udc00': 1 }, /a key of \$ holds half a surrogate/],
    [new Date(0), /plain object/],
    [new Map(), /plain object/],
    [new Uint8Array(1), /plain object/],
    [round, /nested more than 500 deep/],
  ];
  for (const [value, message] of refused) {
    assert.throws(
      () => canonicalJson(value),
      (error: unknown) =>
        error instanceof LedgerError && error.code === 'bad-json' && message.test(error.message),
      String(message),
    );
  }
});

test('a commitment is SHA-256 over salt and canonical text', () => {
  const expected = createHash('sha256')
    .update(salt)
    .update('{"a":1,"b":[true,null]}')
    .digest('hex');
  assert.equal(Buffer.from(commit(salt, { b: [true, null], a: 1 })).toString('hex'), expected);
});

test('another salt or another event is another commitment', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.nat()), fc.nat(), (event, at) => {
      const hash = Buffer.from(commit(salt, event));
      assert.notDeepEqual(Buffer.from(commit(flipBit(salt, at), event)), hash);
      assert.notDeepEqual(Buffer.from(commit(salt, { ...event, added: 'yes' })), hash);
    }),
  );
});

test('a salt that is not 32 bytes and an event that is not an object are refused', () => {
  assert.throws(() => commit(new Uint8Array(31), {}), /32 bytes/);
  assert.throws(() => commit(salt, []), /an event is an object/);
});

test('every item of a batch proves it is in, and nothing else does', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 80 }), fc.nat(), (size, at) => {
      const commitments = sampleCommitments(size);
      const batch = commitBatch(commitments);
      assert.deepEqual(Buffer.from(batch.root), Buffer.from(rootOf(commitments.map(hashLeaf))));
      const index = at % size;
      const proof = batch.inclusionProof(index);
      const commitment = commitments[index] as Uint8Array;
      const claim = { index, size, proof, root: batch.root };
      assert.ok(verifyInclusion({ ...claim, leafHash: hashLeaf(commitment) }));
      assert.ok(!verifyInclusion({ ...claim, leafHash: hashLeaf(flipBit(commitment, at)) }));
    }),
  );
  assert.throws(() => commitBatch([]), LedgerError);
  assert.throws(() => commitBatch([new Uint8Array(31)]), /commitment 0 is 31 bytes/);
});
