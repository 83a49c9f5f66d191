import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { digestBytes, digestStream, openDigest } from './digest-stream.ts';

test('the empty file and "abc" have the digests of RFC 1321 and FIPS 180-4', () => {
  assert.deepEqual(digestBytes(new Uint8Array()), {
    md5: 'd41d8cd98f00b204e9800998ecf8427e',
    sha1: 'da39a3ee5e6b4b0d3255bfef95601890afd80709',
    sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    sha512:
      'cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e',
    size: 0,
  });
  assert.deepEqual(digestBytes(Buffer.from('abc')), {
    md5: '900150983cd24fb0d6963f7d28e17f72',
    sha1: 'a9993e364706816aba3e25717850c26c9cd0d89d',
    sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    sha512:
      'ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f',
    size: 3,
  });
});

test('chunk boundaries never change the digest', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.uint8Array({ maxLength: 64 }), { maxLength: 8 }),
      async (chunks) => {
        const whole = Buffer.concat(chunks);
        const digest = await digestStream(chunks);
        assert.deepEqual(digest, digestBytes(whole));
        assert.equal(digest.sha256, createHash('sha256').update(whole).digest('hex'));
      },
    ),
    { numRuns: 50 },
  );
});

test('a stream that breaks off rejects with its own error', async () => {
  const broken = Readable.from(
    (function* () {
      yield Buffer.from('a');
      throw new Error('connection lost');
    })(),
  );
  await assert.rejects(digestStream(broken), /connection lost/);
});

test('a finished digest cannot be finished again', () => {
  const digest = openDigest();
  digest.finish();
  assert.throws(() => digest.finish());
});
