import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { hashPixels } from '../pdq/hash-pixels.ts';
import { MATCHING_DISTANCE, hammingDistance } from '../pdq/pdq-hash.ts';
import { drawPicture } from '../pdq/pictures.test-data.ts';
import { findFfmpeg } from './find-ffmpeg.ts';
import { fingerprintVideo } from './fingerprint-video.ts';
import { listFrames, readFrameList, writeFrameList } from './frame-list.ts';
import { isVideoMatch, matchVideos } from './match-videos.ts';
import { VideoError, type VideoErrorCode } from './video-error.ts';
import { encodings, everyFfmpeg, ffmpegOfTests, makeVideo, runWasm } from './videos.test-data.ts';

const refused = (code: VideoErrorCode, sentence: RegExp) => (error: unknown) => {
  assert.ok(error instanceof VideoError, String(error));
  assert.equal(error.code, code, error.message);
  assert.match(error.message, sentence);
  return true;
};

test('videos of six kinds give the pictures that were drawn, at the seconds they were', async (t) => {
  for (const [name, words] of Object.entries(encodings)) {
    const encode = words.split(' ');
    const video = await makeVideo(
      [
        [1, 20],
        [2, 20],
      ],
      { rate: 25, encode },
    );
    for (const ffmpeg of await everyFfmpeg()) {
      const found = await fingerprintVideo(video, { ffmpeg, everySeconds: 0.2 });
      assert.deepEqual([found.width, found.height], [160, 120], name);
      const frames = listFrames(found);
      assert.ok(frames.length >= 7, `${name}: ${frames.length} frames`);
      for (const [at, number] of [
        [0, 1],
        [1, 1],
        [frames.length - 1, 2],
      ] as const) {
        const drawn = hashPixels(drawPicture(number, 160, 120)).fullResolution;
        const { hash, quality } = frames[at]!;
        assert.ok(hammingDistance(hash, drawn.hash) <= MATCHING_DISTANCE, `${name} ${at}`);
        assert.ok(quality >= 50);
      }
      t.diagnostic(`${ffmpeg.version} ${name}: ${found.codec}, ${found.framesPerSecond} a second`);
    }
  }
});

test('frames are counted as the vPDQ tool does, and equal ones kept once', async () => {
  const video = await makeVideo(
    [
      [3, 31],
      [4, 30],
    ],
    { rate: 10, encode: encodings.avi.split(' ') },
  );
  for (const ffmpeg of await everyFfmpeg()) {
    const found = await fingerprintVideo(video, { ffmpeg });
    assert.equal(found.step, 10);
    assert.deepEqual(
      found.runs.map(({ frame, count, seconds }) => [frame, count, seconds]),
      [
        [0, 4, 0],
        [40, 3, 4],
      ],
    );
    assert.deepEqual(
      listFrames(found).map(({ frame }) => frame),
      [0, 10, 20, 30, 40, 50, 60],
    );
    assert.ok(found.whole);
  }
});

test('a clip of a known video is found in it, with where; another video is not', async () => {
  const ffmpeg = await ffmpegOfTests();
  const known = await makeVideo(
    [
      [1, 30],
      [2, 30],
      [3, 30],
      [4, 30],
    ],
    { width: 320, height: 240 },
  );
  const clip = await makeVideo(
    [
      [2, 30],
      [3, 30],
    ],
    { encode: encodings.webm.split(' ') },
  );
  const [ours, theirs, other] = await Promise.all(
    [
      clip,
      known,
      await makeVideo([
        [7, 30],
        [8, 30],
      ]),
    ].map(async (bytes) => listFrames(await fingerprintVideo(bytes, { ffmpeg }))),
  );
  const match = matchVideos(ours!, theirs!);
  assert.ok(isVideoMatch(match));
  assert.equal(match.queryInCandidate.frames, 100);
  assert.equal(match.candidateInQuery.frames, 50);
  const [overlap] = match.overlaps;
  assert.deepEqual(
    [overlap?.query, overlap?.candidate],
    [
      { from: 0, to: 5 },
      { from: 3, to: 8 },
    ],
  );
  const none = matchVideos(other!, theirs!);
  assert.ok(!isVideoMatch(none));
  assert.deepEqual(none.overlaps, []);
});

test('what a file says of its colours and its orientation changes nothing', async () => {
  const plain = await makeVideo([[5, 10]]);
  const tagged = await makeVideo([[5, 10]], {
    encode:
      `libx264 -preset ultrafast -pix_fmt yuv420p -x264-params colormatrix=bt709:colorprim=bt709:transfer=bt709 -movflags frag_keyframe+empty_moov -f mp4`.split(
        ' ',
      ),
  });
  for (const ffmpeg of await everyFfmpeg()) {
    const [one, other] = [
      await fingerprintVideo(plain, { ffmpeg, everySeconds: 0 }),
      await fingerprintVideo(tagged, { ffmpeg, everySeconds: 0 }),
    ];
    assert.deepEqual(one.runs, other.runs);
  }
});

test('what is no video is refused, and nothing is left behind', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'not-video-'));
  const temporary = join(folder, 'temporary');
  await mkdir(temporary);
  await chmod(folder, 0o711);
  await chmod(temporary, 0o711);
  const secret = join(folder, 'secret.mp4');
  await writeFile(secret, await makeVideo([[1, 10]]));
  const lists = [
    `#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile://${secret}\n#EXT-X-ENDLIST\n`,
    `ffconcat version 1.0\nfile '${secret}'\n`,
    'hello, world',
    '',
  ];
  try {
    for (const ffmpeg of await everyFfmpeg()) {
      for (const text of lists)
        await assert.rejects(
          fingerprintVideo(Buffer.from(text), { ffmpeg, temporary }),
          refused('unreadable', /not a video/),
        );
      await assert.rejects(
        fingerprintVideo(secret, { ffmpeg, temporary, mostBytes: 100 }),
        refused('too-large', /100 bytes/),
      );
      await assert.rejects(
        fingerprintVideo([Buffer.alloc(60), Buffer.alloc(60)], {
          ffmpeg,
          temporary,
          mostBytes: 100,
        }),
        refused('too-large', /100 bytes/),
      );
      await assert.rejects(
        fingerprintVideo(secret, { ffmpeg, temporary, mostPixels: 100 }),
        (error) => error instanceof VideoError && ['too-large', 'unreadable'].includes(error.code),
      );
      await assert.rejects(
        fingerprintVideo(secret, { ffmpeg, temporary, seconds: 0.001 }),
        refused('timed-out', /longer than 0\.001 seconds/),
      );
      await assert.rejects(
        fingerprintVideo(secret, { ffmpeg, temporary, everySeconds: -1 }),
        refused('bad-options', /everySeconds/),
      );
      await assert.rejects(
        fingerprintVideo(secret, { ffmpeg, temporary, threads: 0 }),
        refused('bad-options', /threads/),
      );
      const few = await fingerprintVideo(secret, {
        ffmpeg,
        temporary,
        everySeconds: 0,
        mostFrames: 3,
      });
      assert.equal(listFrames(few).length, 3);
      assert.equal(few.whole, false);
    }
    assert.deepEqual(await readdir(temporary), []);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('a video that breaks off is fingerprinted up to there, and says so', async () => {
  const video = await makeVideo(
    [
      [1, 20],
      [2, 20],
      [3, 20],
    ],
    { encode: encodings.matroska.split(' ') },
  );
  for (const ffmpeg of await everyFfmpeg()) {
    const all = await fingerprintVideo(video, { ffmpeg, everySeconds: 0 });
    const half = await fingerprintVideo(video.subarray(0, video.length / 2), {
      ffmpeg,
      everySeconds: 0,
    });
    const count = listFrames(half).length;
    assert.ok(count > 0 && count < listFrames(all).length);
    assert.equal(all.whole, true);
    assert.equal(half.whole, false);
  }
});

test('ffmpeg is the one given, else on PATH, else from npm; and its absence says what to install', async () => {
  await assert.rejects(
    findFfmpeg({ path: '/nowhere/ffmpeg' }),
    refused(
      'no-decoder',
      /\/nowhere\/ffmpeg[^]*apt-get install ffmpeg[^]*brew[^]*winget[^]*npm install/,
    ),
  );
  await assert.rejects(
    findFfmpeg({ path: process.execPath }),
    refused('no-decoder', /ffprobe|not an ffmpeg/),
  );
  assert.equal((await findFfmpeg({ env: { PATH: '/nowhere' } })).kind, 'webassembly');
  assert.equal(
    (await findFfmpeg({ env: { FFMPEG_PATH: 'npm', PATH: process.env['PATH'] } })).kind,
    'webassembly',
  );
});

const vectors = new URL('../../../../../shared/hashing/vectors/vpdq/', import.meta.url);

test('frames are those of the vPDQ tool: to the bit on its ffmpeg, found again by others', async (t) => {
  let compared = 0;
  for (const name of ['doorknob-hd-no-bar', 'test-padded-dimensions']) {
    const list = new URL(`${name}.local-vpdq-ffmpeg5.1.9.txt`, vectors);
    if (!existsSync(list)) continue;
    const expected = readFileSync(list, 'utf8');
    for (const ffmpeg of await everyFfmpeg()) {
      const found = await fingerprintVideo(readFileSync(new URL(`${name}.mp4`, vectors)), {
        ffmpeg,
        everySeconds: 0,
      });
      const frames = listFrames(found);
      const wanted = readFrameList(expected);
      assert.equal(frames.length, wanted.length);
      const apart = frames.map(({ hash }, at) => hammingDistance(hash, wanted[at]!.hash));
      t.diagnostic(`${ffmpeg.version} ${name}: at most ${Math.max(...apart)} bits apart`);
      if (ffmpeg.kind === 'program' && ffmpeg.version.startsWith('5.1.9'))
        assert.equal(writeFrameList(frames), expected);
      // Pictures of next to nothing differ more, also from one version of ffmpeg to the next.
      for (const [at, { quality }] of wanted.entries())
        if (quality >= 50) assert.ok(apart[at]! <= MATCHING_DISTANCE, `${name} ${at}`);
      compared += frames.length;
    }
  }
  t.diagnostic(
    compared > 0
      ? `${compared} frames compared`
      : 'the reference videos are not on this machine; only drawn ones were compared',
  );
  // A line of the reference, so that something is compared everywhere.
  const line = '30,100,d8f8f0cec0f4a84f0637022a278f67f0b36e2ed596621e1d33e6339c4e9c9b22,1.001\n';
  assert.equal(writeFrameList(readFrameList(line)), line);
  assert.equal(
    (await runWasm(await makeVideo([[1, 2]]), [], ['-f', 'rawvideo', '-pix_fmt', 'gray'])).length,
    2 * 160 * 120,
  );
});
