import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asSharp, drawPicture } from './pdq/pictures.test-data.ts';
import { sniffMedia } from './sniff-media.ts';
import { encodings, makeVideo } from './video/videos.test-data.ts';

test('pictures are told by how they begin', async () => {
  for (const format of ['jpeg', 'png', 'gif', 'webp', 'avif', 'tiff'] as const) {
    const bytes = await asSharp(drawPicture(1, 64, 48))
      .toFormat(format)
      .toBuffer();
    assert.equal(sniffMedia(bytes), 'picture', format);
  }
});

for (const [name, encode] of Object.entries(encodings)) {
  test(`${name} is told to be a video`, async () => {
    const bytes = await makeVideo([[1, 3]], { encode: encode.split(' ') });
    assert.equal(sniffMedia(bytes), 'video');
  });
}

test('what is neither is neither, however short', () => {
  const heic = '\0\0\0\x18ftypheic\0\0\0\0mif1heic';
  for (const text of ['', 'G', 'words', '<svg xmlns="x"/>', '%PDF-1.7', 'ftyp', heic])
    assert.equal(sniffMedia(Buffer.from(text, 'latin1')), null, text);
});
