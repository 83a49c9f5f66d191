import type { Sharp, SharpOptions } from 'sharp';
import { ImageError } from './image-error.ts';
import { MOST_PIXELS, checkSize, type Pixels } from './pixels.ts';
import { sniffFormat, type ImageFormat } from './sniff-format.ts';

/** How much a file may take. */
export interface DecodeLimits {
  /** Pixels of one frame: 100 million unless told; fewer for a smaller machine. */
  readonly mostPixels?: number;
  /** Frames of an animation, or pages: 8 unless told. */
  readonly mostFrames?: number;
  /** Seconds for each frame: 20 unless told. The decoder stops at the next strip of rows. */
  readonly mostSeconds?: number;
}

/** A file opened: its frames are decoded one at a time, as they are asked for. */
export interface OpenImage {
  readonly format: ImageFormat;
  readonly width: number;
  readonly height: number;
  /** Frames or pages in the file, of which not all need be decoded. */
  readonly frameCount: number;
  /** The frames to look at: the first, the last and evenly between them. */
  readonly chosenFrames: readonly number[];
  /** `intact` is false when part of the frame was missing or wrong, and filled in by the decoder. */
  decode(frame: number): Promise<Pixels & { readonly intact: boolean }>;
}

/**
 * Opens the bytes of a picture, to be decoded as the references do: at full size, without colour
 * profile, without turning it by its EXIF orientation, transparency dropped. (CImg reads the first
 * three channels and PIL's convert("RGB") drops the fourth: what lies under a transparent pixel
 * counts.) 16 bits become 8 by their upper half, as in PIL.
 *
 * Throws an ImageError: `unknown-format`, `refused-format`, `too-large`, `too-small`, `damaged`,
 * `timed-out`.
 */
export async function openImage(bytes: Uint8Array, limits: DecodeLimits = {}): Promise<OpenImage> {
  const format = sniffFormat(bytes);
  const { default: sharp } = await import('sharp');
  const mostPixels = Math.min(limits.mostPixels ?? MOST_PIXELS, MOST_PIXELS);
  const mostFrames = limits.mostFrames ?? 8;
  const options: SharpOptions = {
    ignoreIcc: true,
    limitInputPixels: mostPixels,
    sequentialRead: true,
    unlimited: false,
    autoOrient: false,
  };
  const timeout = { seconds: limits.mostSeconds ?? 20 };
  const metadata = await sharp(bytes, { ...options, failOn: 'none' })
    .metadata()
    .catch((error: unknown) => {
      throw decodeError(error, format, mostPixels);
    });
  const { width, height } = metadata;
  checkSize(width, height);
  if (width * height > mostPixels) throw decodeError(new Error('pixel limit'), format, mostPixels);
  const frameCount = metadata.pages ?? 1;

  const decodeAs = async (frame: number, failOn: 'error' | 'none'): Promise<Pixels> => {
    const image = sharp(bytes, { ...options, failOn, page: frame, pages: 1 }).timeout(timeout);
    const toPixels = metadata.space === 'cmyk' ? fromInks : fromColours;
    return toPixels(image);
  };
  return {
    format,
    width,
    height,
    frameCount,
    chosenFrames: chooseFrames(frameCount, mostFrames),
    async decode(frame) {
      try {
        return { ...(await decodeAs(frame, 'error')), intact: true };
      } catch (error) {
        const reason = decodeError(error, format, mostPixels);
        if (reason.code !== 'damaged') throw reason;
      }
      // Browsers show what is there of a damaged picture, and so it is hashed as well as it can be:
      // a missing last byte must not hide one.
      try {
        return { ...(await decodeAs(frame, 'none')), intact: false };
      } catch (error) {
        throw decodeError(error, format, mostPixels);
      }
    },
  };
}

async function fromColours(image: Sharp): Promise<Pixels> {
  const { data, info } = await image
    .toColourspace('srgb')
    .removeAlpha()
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  if (info.channels === 3) return { rgb: data, width: info.width, height: info.height };
  throw new Error(`decoded to ${info.channels} channels`);
}

/**
 * From the inks of a CMYK picture as PIL does, and with it HMA: what is left of white under ink and
 * under black, without a profile. ImageMagick, by which the tool decodes, has the same formula.
 */
async function fromInks(image: Sharp): Promise<Pixels> {
  const { data, info } = await image
    .pipelineColourspace('cmyk')
    .toColourspace('cmyk')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  if (info.channels < 4) throw new Error(`decoded to ${info.channels} inks`);
  const rgb = new Uint8Array(info.width * info.height * 3);
  let to = 0;
  for (let from = 0; from < data.length; from += info.channels) {
    const white = 255 - data[from + 3]!;
    for (let ink = 0; ink < 3; ink += 1) {
      // PIL's MULDIV255: ink * white / 255, rounded.
      const product = data[from + ink]! * white + 128;
      rgb[to] = Math.max(0, white - ((product + (product >> 8)) >> 8));
      to += 1;
    }
  }
  return { rgb, width: info.width, height: info.height };
}

function chooseFrames(count: number, most: number): readonly number[] {
  if (count <= most) return Array.from({ length: count }, (_, frame) => frame);
  if (most <= 1) return [0];
  return Array.from({ length: most }, (_, at) => Math.round((at * (count - 1)) / (most - 1)));
}

function decodeError(error: unknown, format: ImageFormat, mostPixels: number): ImageError {
  const reason = error instanceof Error ? error.message : String(error);
  if (error instanceof ImageError) return error;
  if (/pixel limit|dimension|too (large|big)/i.test(reason))
    return new ImageError(
      'too-large',
      `This ${format.toUpperCase()} has more than ${mostPixels} pixels. Send a smaller one.`,
      { cause: error },
    );
  if (/timeout/i.test(reason))
    return new ImageError(
      'timed-out',
      `This ${format.toUpperCase()} takes too long to decode, and was given up.`,
      { cause: error },
    );
  return new ImageError(
    'damaged',
    `This ${format.toUpperCase()} cannot be decoded (${reason.trim().split('\n')[0]}). Send it again, whole.`,
    { cause: error },
  );
}
