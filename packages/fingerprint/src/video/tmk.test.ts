import assert from 'node:assert/strict';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { frequenciesOfFrame } from '../pdq/hash-pixels.ts';
import { drawPicture } from '../pdq/pictures.test-data.ts';
import { compareTmk, TMK_MATCHING } from './compare-tmk.ts';
import { fingerprintVideo } from './fingerprint-video.ts';
import { readTmk, writeTmk } from './tmk-file.ts';
import { kernelWeights, openTmk, type Tmk } from './tmk.ts';
import { VideoError } from './video-error.ts';
import { openVideoHasher } from './video-hasher.ts';
import { encodings, ffmpegOfTests, makeVideo } from './videos.test-data.ts';

/** A made video: 20 pictures, `every` frames each, beginning with `first`. */
function framesOf(first: number, every: number): Float32Array[] {
  return Array.from({ length: 20 }, (_, at) =>
    frequenciesOfFrame(drawPicture(first + at, 64, 64)),
  ).flatMap((frame) => Array.from({ length: every }, () => frame));
}

function tmkOf(frames: readonly Float32Array[]): Tmk {
  const open = openTmk();
  for (const frame of frames) open.add(frame);
  return open.finish();
}

test('the weights are the published ones', () => {
  const weights = kernelWeights();
  // tmk/README.md and Poullot's paper give them to twelve digits; the ends and one in the middle.
  for (const [at, published] of [
    [0, 0.0708041893112],
    [1, 0.13937789309],
    [16, 0.0026467615764],
    [31, 9.19087006565e-8],
  ] as const)
    assert.equal(weights[at], Math.fround(published));
});

test('the kernel at the best shift is the one that its definition gives in double precision', () => {
  const frames = [framesOf(1, 3), framesOf(4, 3)] as const;
  const { level2, level1 } = compareTmk(tmkOf(frames[0]), tmkOf(frames[1]));
  const weights = [...kernelWeights()];
  const unit = (vector: readonly number[]) => {
    const length = Math.hypot(...vector);
    return length === 0 ? vector : vector.map((value) => value / length);
  };
  const dot = (one: readonly number[], other: readonly number[]) =>
    one.reduce((sum, value, at) => sum + value * other[at]!, 0);
  const average = (video: readonly Float32Array[]) =>
    unit(Array.from({ length: 256 }, (_, at) => video.reduce((sum, frame) => sum + frame[at]!, 0)));
  assert.ok(Math.abs(level1 - dot(average(frames[0]), average(frames[1]))) < 1e-5);
  // By the definition: features of each frequency, normalised; the kernel for every shift.
  const best = [2731, 4391, 9767, 14653].map((period) => {
    const features = (video: readonly Float32Array[], wave: (angle: number) => number) =>
      weights.map((weight, frequency) => {
        const sum = Array.from<number>({ length: 256 }).fill(0);
        for (const [time, frame] of video.entries()) {
          const value = wave((2 * Math.PI * frequency * time) / period);
          for (const [at, part] of unit([...frame]).entries()) sum[at]! += part * value;
        }
        return unit(sum).map((part) => part * Math.sqrt(weight));
      });
    const [cosA, cosB] = frames.map((video) => features(video, Math.cos)) as [
      number[][],
      number[][],
    ];
    const [sinA, sinB] = frames.map((video) => features(video, Math.sin)) as [
      number[][],
      number[][],
    ];
    const even = weights.map((_, at) => dot(cosA[at]!, cosB[at]!) + dot(sinA[at]!, sinB[at]!));
    const odd = weights.map((_, at) => dot(sinA[at]!, cosB[at]!) - dot(cosA[at]!, sinB[at]!));
    return Math.max(
      ...Array.from({ length: period }, (_, shift) => {
        const angle = (2 * Math.PI * shift) / period;
        return weights.reduce(
          (sum, _weight, at) =>
            sum + Math.cos(at * angle) * even[at]! + Math.sin(at * angle) * odd[at]!,
          0,
        );
      }),
    );
  });
  const whole = weights.reduce((sum, weight, at) => sum + (at === 0 ? weight : 2 * weight), 0);
  assert.ok(Math.abs(level2 - Math.max(...best) / whole) < 1e-4, `${level2}`);
});

test('a video is like itself, also shifted, and unlike another', () => {
  const one = tmkOf(framesOf(1, 15));
  const itself = compareTmk(one, one);
  assert.ok(itself.level1 > 0.999 && itself.level2 > 0.9, JSON.stringify(itself));
  const other = compareTmk(one, tmkOf(framesOf(101, 15)));
  assert.ok(other.level2 < TMK_MATCHING.level2, JSON.stringify(other));
  const late = compareTmk(
    one,
    tmkOf([...framesOf(1, 15).slice(30), ...framesOf(1, 15).slice(0, 30)]),
  );
  assert.ok(late.level2 > TMK_MATCHING.level2, JSON.stringify(late));
});

test('files come back as they were, have the published length, and are refused when they are none', () => {
  const tmk = tmkOf(framesOf(1, 1));
  const bytes = writeTmk(tmk);
  assert.equal(bytes.length, 263_344);
  assert.equal(Buffer.from(bytes.subarray(0, 12)).toString(), 'TMK1FVECPDQF');
  assert.deepEqual(readTmk(bytes), tmk);
  const change = (at: number, value: number) => {
    const copy = bytes.slice();
    new DataView(copy.buffer).setUint32(at, value, true);
    return copy;
  };
  const wrong: readonly (readonly [Uint8Array, RegExp])[] = [
    [new Uint8Array(), /begin with TMK1FVECPDQF/],
    [bytes.subarray(0, 20), /within its header/],
    [bytes.subarray(0, 263_340), /263340 bytes instead of 263344/],
    [change(0, 1), /begin with/],
    [change(16, 1e9), /header/],
    [change(20, 0xffffffff), /header/],
    [change(32, 0x7fffffff), /periods/],
    [change(400, 0x7fc00000), /numbers that are none/],
  ];
  for (const [file, sentence] of wrong)
    assert.throws(
      () => readTmk(file),
      (error) =>
        error instanceof VideoError && error.code === 'bad-list' && sentence.test(error.message),
    );
  assert.throws(() => compareTmk(tmk, { ...tmk, periods: [1, 2, 3, 4] }), /other parameters/);
});

test('a video in another size and codec is the same to TMK; computed on a thread', async () => {
  const ffmpeg = await ffmpegOfTests();
  await using hasher = openVideoHasher({ workers: 1 });
  const of = async (bytes: Buffer) => (await hasher.fingerprint(bytes, { ffmpeg, tmk: true })).tmk!;
  const scenes = [1, 2, 3, 4].map((picture) => [picture, 15] as const);
  const small = await of(await makeVideo(scenes, { rate: 15 }));
  const large = await of(
    await makeVideo(scenes, {
      rate: 15,
      width: 320,
      height: 200,
      encode: encodings.webm.split(' '),
    }),
  );
  assert.equal(small.frameCount, 60);
  const { level1, level2 } = compareTmk(small, large);
  assert.ok(level1 > 0.95 && level2 > 0.9, `${level1} ${level2}`);
  await assert.rejects(hasher.fingerprint(Buffer.from('x'), { ffmpeg }), { code: 'unreadable' });
  assert.equal((await fingerprintVideo(await makeVideo([[1, 5]]), { ffmpeg })).tmk, null);
});

test('closed in the middle of a video, the hasher lets go of it and of its files', async () => {
  const temporary = await mkdtemp(join(tmpdir(), 'hasher-'));
  await chmod(temporary, 0o711);
  const ffmpeg = await ffmpegOfTests();
  const hasher = openVideoHasher({ workers: 1 });
  const running = assert.rejects(
    hasher.fingerprint(await makeVideo([[1, 100]]), { ffmpeg, temporary }),
    {
      code: 'closed',
    },
  );
  await new Promise((resolve) => setTimeout(resolve, 300));
  await hasher.close();
  await running;
  assert.deepEqual(await readdir(temporary), []);
  await rm(temporary, { recursive: true });
});
