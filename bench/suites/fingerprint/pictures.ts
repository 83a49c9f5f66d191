import { availableParallelism } from 'node:os';
import { hashPixels, openImageHasher } from '@commonweal/fingerprint';
import { openImage } from '../../../packages/fingerprint/src/pdq/decode-image.ts';
import { asSharp } from '../../../packages/fingerprint/src/pdq/pictures.test-data.ts';
import { plainHash } from '../../../packages/fingerprint/src/pdq/plain-pdq.ts';
import { drawScene } from './scene.ts';
import { ratePerSecond, type Suite } from '../../suite.ts';

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
