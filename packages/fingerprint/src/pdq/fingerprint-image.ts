import { openImage, type DecodeLimits } from './decode-image.ts';
import { MOST_BYTES, gatherBytes, type ImageSource } from './gather-bytes.ts';
import { hashPixelsDihedral, type BothHashes } from './hash-pixels.ts';
import { hammingDistance, type DihedralPdqHash } from './pdq-hash.ts';
import type { ImageFormat } from './sniff-format.ts';

/** What may be asked of one picture. */
export interface FingerprintOptions extends DecodeLimits {
  /** Bytes of the file: 64 MB unless told. */
  readonly mostBytes?: number;
}

/** One frame of a picture; most have only frame 0. */
export interface FrameFingerprint extends BothHashes<DihedralPdqHash> {
  /** Which frame or page, from 0. */
  readonly frame: number;
  /** False when the decoder had to fill in what was missing or wrong. */
  readonly intact: boolean;
}

export interface ImageFingerprint {
  readonly format: ImageFormat;
  /** Of the first frame, as stored: not turned by its EXIF orientation. */
  readonly width: number;
  readonly height: number;
  /** Frames or pages in the file. */
  readonly frameCount: number;
  /** The first frame, and those of an animation that look different from the ones before. */
  readonly frames: readonly [FrameFingerprint, ...FrameFingerprint[]];
}

/** Frames of an animation closer than this to one that is kept already say nothing new. */
const SAME_FRAME = 8;

/**
 * The PDQ fingerprint of a picture file: both hashes, with their eight transformations, of its first
 * frame and of up to seven more. JPEG, PNG, GIF, WebP, AVIF and TIFF, recognised by their content.
 * Decodes on libuv's threads and hashes on this one; `openImageHasher` keeps both away from it.
 *
 * Throws an ImageError with a code and a sentence. When a later frame of an animation is damaged,
 * the frames before it are given.
 *
 *     const { frames: [first] } = await fingerprintImage('leaflet.jpg');
 *     pdqToHex(first.fullResolution.hash);
 */
export async function fingerprintImage(
  source: ImageSource,
  options: FingerprintOptions = {},
): Promise<ImageFingerprint> {
  const bytes = await gatherBytes(source, options.mostBytes ?? MOST_BYTES);
  const image = await openImage(bytes, options);
  const fingerprintOf = async (frame: number): Promise<FrameFingerprint> => {
    const { intact, ...pixels } = await image.decode(frame);
    return { frame, intact, ...hashPixelsDihedral(pixels) };
  };
  const frames: [FrameFingerprint, ...FrameFingerprint[]] = [await fingerprintOf(0)];
  try {
    for (const frame of image.chosenFrames.slice(1)) {
      const fingerprint = await fingerprintOf(frame);
      if (!frames.some((kept) => looksLike(kept, fingerprint))) frames.push(fingerprint);
    }
  } catch {
    // The first frame is what everybody sees; a later one that cannot be read takes nothing from it.
  }
  const { format, width, height, frameCount } = image;
  return { format, width, height, frameCount, frames };
}

function looksLike(one: FrameFingerprint, other: FrameFingerprint): boolean {
  return (
    hammingDistance(one.fullResolution.hash, other.fullResolution.hash) <= SAME_FRAME &&
    hammingDistance(one.tool.hash, other.tool.hash) <= SAME_FRAME
  );
}
