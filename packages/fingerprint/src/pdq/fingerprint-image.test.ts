import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import sharp from 'sharp';
import { hashPixelsDihedral } from './hash-pixels.ts';
import { fingerprintImage, type FrameFingerprint } from './fingerprint-image.ts';
import { ImageError } from './image-error.ts';
import { MATCHING_DISTANCE, hammingDistance, pdqFromHex, pdqToHex } from './pdq-hash.ts';
import { asAnimation, asSharp, drawPicture, withAlpha } from './pictures.test-data.ts';
import { plainHash } from './plain-pdq.ts';

const picture = drawPicture(1, 700, 460);
const expected = {
  fullResolution: plainHash(picture, 'fullResolution'),
  tool: plainHash(picture, 'tool'),
};

async function first(bytes: Uint8Array): Promise<FrameFingerprint> {
  return (await fingerprintImage(bytes)).frames[0];
}

const apart = (frame: FrameFingerprint) =>
  Math.max(
    hammingDistance(frame.fullResolution.hash, expected.fullResolution.hash),
    hammingDistance(frame.tool.hash, expected.tool.hash),
  );

const refused = (code: string, sentence: RegExp) => (error: unknown) => {
  assert.ok(error instanceof ImageError, String(error));
  assert.equal(error.code, code, error.message);
  assert.match(error.message, sentence);
  return true;
};

/** What plain TypeScript, held to the C++ reference, makes of pictures 1 to 4 at 700 x 460. */
const known = [
  [
    '4cdc913ecf7299c027819f8117814f99b8e5f0bdf077703cf037305b8d9a8d26',
    '4cdc913ecf7299c027819f8117814f99b8e5f0bdf077703cf037305b8d9a8d26',
    100,
  ],
  [
    '0e3e043eca4ce7a6ef82d3c0f1816183f3d3923d18611853e33cff787e727861',
    '0e3e043e8a5ce7a6ef92d3c0f1816183f3d3923d18611853e33cf7787e727861',
    75,
  ],
  [
    '7c4481c2c3c5376e3ccc276c81e8036f203f5cff3b62fa85f203be837fc54170',
    '7c4481cac3c5376e3ccc266c81e8036f203f5cff3b62fa85f203be837fc54170',
    82,
  ],
  [
    'a9200f07f87ca8fc0307bb74b8f40207f2d4f2f402965af87af302035adf3eb7',
    'a9200f07f87ca8fc03073b7438f40207f2d4f2f402965af87af302135adf7eb7',
    97,
  ],
];

test('pictures drawn by code have the hashes they always had', () => {
  for (const [at, [full, tool, quality]] of known.entries()) {
    const drawn = drawPicture(at + 1, 700, 460);
    const made = plainHash(drawn, 'fullResolution');
    assert.deepEqual(
      [pdqToHex(made.hash), pdqToHex(plainHash(drawn, 'tool').hash), made.quality],
      [full, tool, quality],
    );
  }
});

test('formats without loss give the very hashes of the pixels', async () => {
  const files = {
    png: asSharp(picture).png(),
    'png of 16 bits': asSharp(picture).toColourspace('rgb16').png(),
    'png with alpha, which is dropped': withAlpha(picture).png(),
    webp: asSharp(picture).webp({ lossless: true }),
    tiff: asSharp(picture).tiff({ compression: 'lzw' }),
  };
  for (const [name, file] of Object.entries(files)) {
    const { fullResolution, tool, intact } = await first(await file.toBuffer());
    assert.deepEqual(fullResolution.hash, expected.fullResolution.hash, name);
    assert.deepEqual(tool.hash, expected.tool.hash, name);
    assert.equal(fullResolution.quality, expected.fullResolution.quality);
    assert.ok(intact);
  }
});

test('formats with loss, fewer colours and other sizes are found again', async () => {
  const files = {
    'jpeg of high quality': asSharp(picture).jpeg({ quality: 92 }),
    'jpeg of low quality': asSharp(picture).jpeg({ quality: 25 }),
    'progressive jpeg': asSharp(picture).jpeg({ progressive: true }),
    'grey jpeg': asSharp(picture).toColourspace('b-w').jpeg(),
    'png with a palette': asSharp(picture).png({ palette: true, colours: 64 }),
    'grey png of 16 bits': asSharp(picture).toColourspace('grey16').png(),
    webp: asSharp(picture).webp({ quality: 40 }),
    avif: asSharp(picture).avif({ effort: 0 }),
    gif: asSharp(picture).gif(),
    smaller: asSharp(picture).resize(350, 230).jpeg(),
    larger: asSharp(picture).resize(1400, 920).jpeg(),
    squeezed: asSharp(picture).resize(400, 460, { fit: 'fill' }).jpeg(),
  };
  for (const [name, file] of Object.entries(files)) {
    const distance = apart(await first(await file.toBuffer()));
    assert.ok(distance <= MATCHING_DISTANCE, `${name}: ${distance}`);
  }
});

test('a turned or flipped picture is found by a transformation, and by no other way', async () => {
  const files = {
    rotated90: asSharp(picture).rotate(270),
    rotated180: asSharp(picture).rotate(180),
    rotated270: asSharp(picture).rotate(90),
    flippedVertically: asSharp(picture).flip(),
    flippedHorizontally: asSharp(picture).flop(),
  } as const;
  const { dihedral } = (await first(await asSharp(picture).png().toBuffer())).fullResolution;
  for (const name of Object.keys(files) as (keyof typeof files)[]) {
    const { hash } = (await first(await files[name].jpeg().toBuffer())).fullResolution;
    assert.ok(hammingDistance(hash, dihedral[name]) <= MATCHING_DISTANCE, name);
    assert.ok(hammingDistance(hash, dihedral.original) > MATCHING_DISTANCE, name);
  }
});

test('another picture is not found, however it is turned', async () => {
  for (let number = 2; number < 30; number += 1) {
    const { dihedral } = (
      await first(
        await asSharp(drawPicture(number, 300, 200))
          .jpeg()
          .toBuffer(),
      )
    ).fullResolution;
    for (const [name, hash] of Object.entries(dihedral))
      assert.ok(
        hammingDistance(hash, expected.fullResolution.hash) > MATCHING_DISTANCE,
        `${number} ${name}`,
      );
  }
});

test('inks become colours as in PIL: what white is left under black, and under the ink', async () => {
  const jpeg = await asSharp(picture).toColourspace('cmyk').jpeg().toBuffer();
  const inks = await sharp(jpeg).pipelineColourspace('cmyk').toColourspace('cmyk').raw().toBuffer();
  const rgb = Uint8Array.from({ length: picture.rgb.length }, (_, at) => {
    const pixel = Math.floor(at / 3) * 4;
    const white = 255 - inks[pixel + 3]!;
    return white - Math.round((inks[pixel + (at % 3)]! * white) / 255);
  });
  const { fullResolution } = await first(jpeg);
  assert.deepEqual(fullResolution, hashPixelsDihedral({ ...picture, rgb }).fullResolution);
});

test('orientation and colour profile change nothing', async () => {
  const plain = await first(await asSharp(picture).jpeg().toBuffer());
  const turned = await asSharp(picture).withMetadata({ orientation: 6 }).jpeg().toBuffer();
  assert.deepEqual(await first(turned), plain);
  const encoded = await asSharp(picture).png().withIccProfile('p3').toBuffer();
  const bare = await first(encoded);
  assert.ok(apart(bare) <= MATCHING_DISTANCE);
});

test('an animation is looked at in its first frame and in those that differ', async () => {
  // Each with a speck of its own, because encoders drop a frame that is the same as the one before.
  const frames = [1, 1, 5, 5, 6].map((number, at) => {
    const drawn = drawPicture(number, 200, 140);
    drawn.rgb.fill(250, at * 30, at * 30 + 15);
    return drawn;
  });
  for (const encode of ['gif', 'webp'] as const) {
    const found = await fingerprintImage(await asAnimation(frames)[encode]().toBuffer());
    assert.equal(found.frameCount, 5);
    assert.deepEqual(
      [found.width, found.height, found.frames.map(({ frame }) => frame)],
      [200, 140, [0, 2, 4]],
    );
  }
  const long = asAnimation(Array.from({ length: 40 }, (_, at) => drawPicture(at, 60, 40)));
  const found = await fingerprintImage(await long.gif().toBuffer(), { mostFrames: 4 });
  assert.deepEqual(
    found.frames.map(({ frame }) => frame),
    [0, 13, 26, 39],
  );
});

test('a picture cut short is hashed as browsers show it, and said not to be whole', async () => {
  const jpeg = await asSharp(picture).jpeg().toBuffer();
  const { intact, ...frame } = await first(jpeg.subarray(0, Math.floor(jpeg.length * 0.97)));
  assert.equal(intact, false);
  assert.ok(apart({ ...frame, intact }) <= MATCHING_DISTANCE);
});

test('what is no picture, or one that is not read, is refused before the decoder sees it', async () => {
  const text = (words: string) => Buffer.from(words, 'latin1');
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>';
  for (const [bytes, code, sentence] of [
    [text(''), 'unknown-format', /empty/],
    [text('hello'), 'unknown-format', /does not begin like a picture/],
    [text(svg), 'refused-format', /SVG/],
    [
      text(`\xef\xbb\xbf  <?xml version="1.0"?>\n<!-- ${'-'.repeat(300)} -->${svg}`),
      'refused-format',
      /SVG/,
    ],
    [Buffer.from(svg, 'utf16le'), 'refused-format', /SVG/],
    [text('%PDF-1.7 ...'), 'refused-format', /PDF/],
    [text('%!PS-Adobe-3.0'), 'refused-format', /PostScript/],
    [text('\0\0\0\x18ftypheic\0\0\0\0mif1heic'), 'refused-format', /HEIC/],
    [text('\0\0\0\x18ftypisom\0\0\0\0isommp42'), 'refused-format', /video/],
    [text('BM123456'), 'refused-format', /BMP/],
    [text('\x1f\x8b\x08'), 'refused-format', /compressed/],
    [text('\x89PNG\r\n\x1a\nand then nothing'), 'damaged', /PNG cannot be decoded/],
    [text('\xff\xd8\xff'), 'damaged', /JPEG cannot be decoded/],
  ] as const)
    await assert.rejects(fingerprintImage(bytes), refused(code, sentence));
});

test('pictures beyond the limits are refused', async () => {
  const small = await asSharp(drawPicture(1, 4, 40))
    .png()
    .toBuffer();
  await assert.rejects(fingerprintImage(small), refused('too-small', /4 x 40/));
  const png = await asSharp(picture).png().toBuffer();
  await assert.rejects(
    fingerprintImage(png, { mostPixels: 700 * 460 - 1 }),
    refused('too-large', /321999 pixels/),
  );
  await assert.rejects(
    fingerprintImage(png, { mostBytes: 1000 }),
    refused('too-large', /1000 bytes/),
  );
  // A header that promises 50,000 x 50,000 pixels: refused by what it says, before any is unfolded.
  const bomb = Buffer.from(png);
  bomb.writeUInt32BE(50_000, 16);
  bomb.writeUInt32BE(50_000, 20);
  await assert.rejects(fingerprintImage(bomb), (error) => error instanceof ImageError);
});

test('bytes, a path and a stream give the same; a stream is closed when it is too long', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'commonweal-picture-'));
  try {
    const bytes = await asSharp(picture).jpeg().toBuffer();
    writeFileSync(join(folder, 'a'), bytes);
    const whole = await fingerprintImage(bytes);
    assert.deepEqual(await fingerprintImage(join(folder, 'a')), whole);
    let closed = false;
    async function* chunks() {
      try {
        for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000);
      } finally {
        closed = true;
      }
    }
    assert.deepEqual(await fingerprintImage(chunks()), whole);
    closed = false;
    await assert.rejects(
      fingerprintImage(chunks(), { mostBytes: 2500 }),
      refused('too-large', /2500/),
    );
    assert.ok(closed);
    await assert.rejects(fingerprintImage(join(folder, 'b')), { code: 'ENOENT' });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

const vectors = new URL('../../../../../shared/hashing/vectors/', import.meta.url);

test('photographs have the hashes of both references, eight of them of the tool', async (t) => {
  const rows = (name: string) => {
    const file = new URL(name, vectors);
    if (!existsSync(file)) return [];
    return readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split(','));
  };
  const read = async (path: string) => first(readFileSync(new URL(`pdq-images/${path}`, vectors)));
  let compared = 0;
  for (const [file, variant] of [
    ['pdq_expected_cpp_cli.csv', 'tool'],
    ['pdq_expected_fullres.csv', 'fullResolution'],
  ] as const)
    for (const [hex, quality, path] of rows(file)) {
      const found = (await read(path!))[variant];
      assert.equal(pdqToHex(found.hash), hex, `${file} ${path}`);
      assert.equal(found.quality, Number(quality));
      compared += 1;
    }
  for (const row of rows('pdq_expected_cpp_cli_dihedral.csv')) {
    const { dihedral } = (await read(row[9]!)).tool;
    assert.deepEqual(Object.values(dihedral).map(pdqToHex), row.slice(0, 8), row[9]);
    compared += 1;
  }
  t.diagnostic(
    compared > 0
      ? `${compared} photographs compared`
      : 'the reference photographs are not on this machine; only drawn pictures were compared',
  );
  // Upstream's own example, so that something is compared everywhere.
  const bridge = 'd8f8f0cec0f4a84f0637022a278f67f0b36e2ed596621e1d33e6339c4e9c9b22';
  assert.equal(pdqToHex(pdqFromHex(bridge)), bridge);
});
