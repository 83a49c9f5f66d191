import { tryChangedFiles } from '../try-changed-files.test-data.ts';
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
  await using hasher = openImageHasher({ workers: 2, timeoutMs: 20_000 });
  const { outcomes, ...report } = await tryChangedFiles({
    whole: await wholeFiles(),
    files,
    seed,
    lanes: 3,
    async attempt(file, number) {
      tell(number);
      const limits = { mostPixels: 4_000_000, mostSeconds: 5, waits: true };
      const { frames } = await hasher.fingerprint(file, limits);
      return frames[0].intact ? 'hashed' : 'filledIn';
    },
    repeat: (file) => hasher.fingerprint(file, { waits: true }),
    codeOf: (error) => (error instanceof ImageError ? error.code : null),
  });
  return {
    files,
    hashed: outcomes['hashed'] ?? 0,
    filledIn: outcomes['filledIn'] ?? 0,
    ...report,
  };
}
