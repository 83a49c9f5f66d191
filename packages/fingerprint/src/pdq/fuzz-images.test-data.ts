import { setImmediate as pause } from 'node:timers/promises';
import { changes, seeded } from './changed-files.test-data.ts';
import { ImageError } from './image-error.ts';
import { openImageHasher } from './image-hasher.ts';
import { asAnimation, asSharp, drawPicture, withAlpha } from './pictures.test-data.ts';

/** What became of the files. */
export interface FuzzReport {
  readonly files: number;
  /** Whole to the decoder, though something was changed; and filled in by it. */
  readonly hashed: number;
  readonly filledIn: number;
  /** How often each code of ImageError was given. */
  readonly refused: Readonly<Record<string, number>>;
  /** Errors that are no ImageError, and pictures in between that had other hashes. None is right. */
  readonly wrong: readonly string[];
  /** Memory of the process after a tenth of the files, and at the end. */
  readonly rssBeforeMb: number;
  readonly rssAfterMb: number;
}

/** One small whole file of every way of storing a picture that is accepted. */
async function wholeFiles(): Promise<readonly Buffer[]> {
  const picture = drawPicture(3, 96, 64);
  const frames = [1, 2, 3].map((number) => drawPicture(number, 60, 40));
  const files = [
    asSharp(picture).jpeg(),
    asSharp(picture).jpeg({ progressive: true, chromaSubsampling: '4:4:4' }),
    asSharp(picture).toColourspace('cmyk').jpeg(),
    asSharp(picture).withMetadata({ orientation: 6 }).jpeg(),
    asSharp(picture).png(),
    asSharp(picture).png({ progressive: true }),
    asSharp(picture).png({ palette: true }),
    asSharp(picture).toColourspace('rgb16').png(),
    withAlpha(picture).png(),
    asAnimation(frames).gif(),
    asSharp(picture).webp(),
    withAlpha(picture).webp({ lossless: true }),
    asAnimation(frames).webp(),
    asSharp(picture).avif({ effort: 0 }),
    asSharp(picture).tiff({ compression: 'lzw' }),
    asSharp(picture).tiff({ compression: 'deflate', predictor: 'horizontal' }),
    asSharp(picture).tiff({ compression: 'jpeg' }),
    asSharp(picture).tiff({ tile: true, tileWidth: 32, tileHeight: 32, pyramid: true }),
  ];
  return Promise.all(files.map((file) => file.toBuffer()));
}

/**
 * Fingerprints `files` pictures of every accepted format, each changed in one of eight ways chosen by
 * the seed, and in between whole ones, which must come out as ever. `tell` hears the number of every
 * file before it is tried, so that a crash of the process can be traced to it.
 */
export async function fuzzImages(
  files: number,
  seed: number,
  tell: (number: number) => void = () => {},
): Promise<FuzzReport> {
  const whole = await wholeFiles();
  await using hasher = openImageHasher({ workers: 2, timeoutMs: 20_000 });
  const expected = await Promise.all(whole.map((file) => hasher.fingerprint(file)));
  const counts = { hashed: 0, filledIn: 0 };
  const refused: Record<string, number> = {};
  const wrong: string[] = [];
  let rssBefore = process.memoryUsage.rss();

  const tryOne = async (number: number): Promise<void> => {
    tell(number);
    const random = seeded(seed * 1_000_003 + number);
    for (let turn = 0; turn < 4; turn += 1) random(2);
    const at = random(whole.length);
    const other = whole[random(whole.length)]!;
    const file = changes[random(changes.length)]!(Buffer.from(whole[at]!), other, random);
    try {
      const { frames } = await hasher.fingerprint(file, {
        mostPixels: 4_000_000,
        mostSeconds: 5,
        waits: true,
      });
      if (frames[0].intact) counts.hashed += 1;
      else counts.filledIn += 1;
    } catch (error) {
      const code = error instanceof ImageError ? error.code : 'none';
      refused[code] = (refused[code] ?? 0) + 1;
      if (code === 'none' || code === 'worker-lost') wrong.push(`${number}: ${String(error)}`);
    }
    if (number % 25 !== 0) return;
    const found = await hasher.fingerprint(whole[at]!, { waits: true });
    if (JSON.stringify(found) !== JSON.stringify(expected[at]))
      wrong.push(`${number}: a whole picture had another fingerprint afterwards`);
  };
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < files) {
      next += 1;
      if (next === Math.ceil(files / 10)) rssBefore = process.memoryUsage.rss();
      await tryOne(next);
    }
  };
  await Promise.all([lane(), lane(), lane()]);
  await pause();
  const megabytes = (bytes: number) => Math.round(bytes / 1e6);
  return {
    files,
    ...counts,
    refused,
    wrong,
    rssBeforeMb: megabytes(rssBefore),
    rssAfterMb: megabytes(process.memoryUsage.rss()),
  };
}
