import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fingerprintImage } from './fingerprint-image.ts';
import { ImageError } from './image-error.ts';
import { openImageHasher } from './image-hasher.ts';
import { asSharp, drawPicture } from './pictures.test-data.ts';

const encode = (number: number) =>
  asSharp(drawPicture(number, 320, 200))
    .jpeg()
    .toBuffer();
const coded = (code: string) => (error: unknown) =>
  error instanceof ImageError && error.code === code;

test('the pool gives what the function gives, errors too', async () => {
  await using hasher = openImageHasher({ workers: 2 });
  const files = await Promise.all(Array.from({ length: 12 }, (_, at) => encode(at)));
  const found = await Promise.all(files.map((file) => hasher.fingerprint(file)));
  for (const [at, file] of files.entries())
    assert.deepEqual(found[at], await fingerprintImage(file));
  await assert.rejects(hasher.fingerprint(Buffer.from('%PDF-1.4')), coded('refused-format'));
  await assert.rejects(hasher.fingerprint(files[0]!, { mostPixels: 100 }), coded('too-large'));
  await assert.rejects(hasher.fingerprint('/nowhere/at/all'), { code: 'ENOENT' });
});

test('a picture that never comes is given up, and the next is fingerprinted', async () => {
  await using hasher = openImageHasher({ workers: 1, timeoutMs: 3000 });
  async function* never() {
    yield new Uint8Array(8);
    await new Promise(() => {});
  }
  const file = await encode(1);
  const gone = assert.rejects(hasher.fingerprint(never()), coded('timed-out'));
  const next = hasher.fingerprint(file);
  await gone;
  assert.deepEqual(await next, await fingerprintImage(file));
});

test('too many pictures are refused, unless they wait', async () => {
  await using hasher = openImageHasher({ workers: 1, mostWaiting: 1 });
  const file = await encode(1);
  const taken = [hasher.fingerprint(file), hasher.fingerprint(file)];
  await assert.rejects(hasher.fingerprint(file), coded('queue-full'));
  const waits = hasher.fingerprint(file, { waits: true });
  const [first] = await Promise.all([...taken, waits]);
  assert.deepEqual(await waits, first);
});

test('closed in the middle of a picture, the hasher lets go of it', async () => {
  const hasher = openImageHasher({ workers: 1 });
  const large = await asSharp(drawPicture(1, 1200, 900))
    .png()
    .toBuffer();
  const running = assert.rejects(hasher.fingerprint(large), coded('closed'));
  await new Promise((resolve) => setTimeout(resolve, 100));
  await hasher.close();
  await running;
  await assert.rejects(hasher.fingerprint(large), coded('closed'));
});
