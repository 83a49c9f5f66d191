import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { LEAST_TLSH_BYTES, parseTlsh, tlshDistance, tlshOf } from './tlsh.ts';

interface Vectors {
  readonly cases: readonly {
    readonly text: string;
    readonly tlsh: string;
    readonly diffPrev: number;
    readonly diffxlenPrev: number;
  }[];
}

const vectors = new URL(
  '../../../../../shared/hashing/vectors/tlsh/tlsh_vectors.json',
  import.meta.url,
);

test('digests and distances are those of the reference implementation', (t) => {
  if (!existsSync(vectors)) t.diagnostic('reference vectors are not on this machine');
  const { cases } = existsSync(vectors)
    ? (JSON.parse(readFileSync(vectors, 'utf8')) as Vectors)
    : { cases: [] };
  let before: Uint8Array | null = null;
  let compared = 0;
  for (const { text, tlsh, diffPrev, diffxlenPrev } of cases) {
    const digest = tlshOf(text);
    assert.equal(digest ?? '', tlsh);
    const bytes: Uint8Array | null = digest === null ? null : parseTlsh(digest);
    if (bytes !== null && before !== null && diffPrev >= 0) {
      assert.equal(tlshDistance(before, bytes, 'counted'), diffPrev);
      assert.equal(tlshDistance(before, bytes), diffxlenPrev);
      compared += 1;
    }
    before = bytes;
  }
  t.diagnostic(`${cases.length} digests and ${compared} distances`);
  // One of them, so that something is held where they are not on the machine.
  assert.equal(
    tlshOf(
      'winter answer garden attack history garden window light history morning of blue planet state video stone',
    ),
    'T1CEB0921A691104A80C6302069A3C67022BEEE49915035A10288C805730A086EC53D1A6',
  );
});

const digests = fc
  .uint8Array({ minLength: 300, maxLength: 3000 })
  .map((bytes) => tlshOf(bytes) ?? assert.fail('no digest of varied bytes'));

test('distance is none to itself, the same both ways, and never negative', () => {
  fc.assert(
    fc.property(digests, digests, (one, other) => {
      const [a, b] = [parseTlsh(one), parseTlsh(other)];
      assert.equal(tlshDistance(a, a, 'counted'), 0);
      assert.equal(tlshDistance(a, b, 'counted'), tlshDistance(b, a, 'counted'));
      assert.ok(tlshDistance(a, b) >= 0 && tlshDistance(a, b) <= tlshDistance(a, b, 'counted'));
    }),
    { numRuns: 200 },
  );
});

test('a small change in a long text changes the digest a little', () => {
  const words = Array.from({ length: 400 }, (_, at) => `w${(at * 7919) % 1000}`);
  const changed = words.with(200, 'heron');
  const [a, b] = [words, changed].map((list) => parseTlsh(tlshOf(list.join(' ')) ?? ''));
  assert.ok(a !== undefined && b !== undefined && tlshDistance(a, b) < 10);
});

test('what is too short or too uniform has no digest', () => {
  assert.equal(tlshOf('a'.repeat(LEAST_TLSH_BYTES - 1)), null);
  assert.equal(tlshOf('a'.repeat(10_000)), null);
  assert.equal(tlshOf(''), null);
});

test('digests are read with and without T1, in both cases; others are refused', () => {
  const digest = `T1${'0AF'.repeat(23)}0`;
  assert.deepEqual(parseTlsh(digest.slice(2).toLowerCase()), parseTlsh(digest));
  for (const wrong of ['', 'T1', digest + '0', digest.replace('A', 'G'), `T2${digest.slice(2)}`])
    assert.throws(() => parseTlsh(wrong), /give "T1" and 70 hexadecimal digits/);
});
