import { availableParallelism } from 'node:os';
import { hashPixels, openImageHasher, type Pixels } from '@commonweal/fingerprint';
import { openImage } from '../../../packages/fingerprint/src/pdq/decode-image.ts';
import { asSharp } from '../../../packages/fingerprint/src/pdq/pictures.test-data.ts';
import { plainHash } from '../../../packages/fingerprint/src/pdq/plain-pdq.ts';
import { ratePerSecond, type Suite } from '../../suite.ts';

const WIDTH = 1600;
const HEIGHT = 1004;

/**
 * A picture of 1.6 megapixels with edges, slopes and a little noise, so that it costs a JPEG decoder
 * about what a photograph does: near 360 kB at quality 85.
 */
function drawScene(): Pixels {
  const rgb = new Uint8Array(WIDTH * HEIGHT * 3);
  let state = 7;
  for (let y = 0; y < HEIGHT; y += 1)
    for (let x = 0; x < WIDTH; x += 1) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      const noise = (state >>> 28) - 8;
      const wave = 60 * Math.sin(x / 37 + y / 90) + 40 * Math.sin((x * y) / 9000);
      const block = ((x >> 6) * 53 + (y >> 5) * 29) % 90;
      for (let channel = 0; channel < 3; channel += 1)
        rgb[(y * WIDTH + x) * 3 + channel] = Math.max(
          0,
          Math.min(255, 90 + wave + block + noise + channel * 12),
        );
    }
  return { rgb, width: WIDTH, height: HEIGHT };
}

/** Milliseconds of processor time that one call takes, over all threads of the process. */
async function cpuMs(times: number, work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / times;
}

export const pictures: Suite = {
  sentence:
    'Both PDQ hashes of a picture of 1.6 megapixels, beside plain TypeScript on one thread.',
  figures: [
    'jpeg_to_pdq_per_s',
    'jpeg_to_pdq_cpu_ms',
    'jpeg_decode_cpu_ms',
    'pdq_only_per_s',
    'pdq_only_vs_plain',
  ],
  async run({ scale, tell }) {
    const scene = drawScene();
    const jpeg = await asSharp(scene).jpeg({ quality: 85 }).toBuffer();
    const pdqOnly = ratePerSecond(2 * scale, 1, () => hashPixels(scene));
    const plain = ratePerSecond(2 * scale, 1, () => [
      plainHash(scene, 'fullResolution'),
      plainHash(scene, 'tool'),
    ]);

    const workers = availableParallelism();
    await using hasher = openImageHasher({ workers });
    const count = Math.max(workers, Math.round(300 * scale));
    const hashAll = (most: number) =>
      Promise.all(Array.from({ length: most }, () => hasher.fingerprint(jpeg, { waits: true })));
    await hashAll(workers * 2);
    const began = performance.now();
    const perPicture = await cpuMs(count, () => hashAll(count));
    const seconds = (performance.now() - began) / 1000;
    const decodes = Math.max(1, Math.round(60 * scale));
    const decode = await cpuMs(decodes, async () => {
      for (let turn = 0; turn < decodes; turn += 1) await (await openImage(jpeg)).decode(0);
    });
    tell(`${jpeg.length} bytes of JPEG, ${workers} threads`);
    return {
      jpeg_to_pdq_per_s: count / seconds,
      jpeg_to_pdq_cpu_ms: perPicture,
      jpeg_decode_cpu_ms: decode,
      pdq_only_per_s: pdqOnly,
      pdq_only_vs_plain: pdqOnly / plain,
    };
  },
};
