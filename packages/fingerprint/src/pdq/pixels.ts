import { ImageError } from './image-error.ts';

/** A picture as it was decoded: no colour profile applied, not turned. */
export interface Pixels {
  /** Red, green, blue, row by row from the top: `width * height * 3` bytes. */
  readonly rgb: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** The reference's MIN_HASHABLE_DIM: below, it answers with zeros, which would match one another. */
const LEAST_SIDE = 5;
/** What a JPEG can say of itself. */
const LONGEST_SIDE = 65_535;
/** 100 megapixels: twice what cameras make today. */
export const MOST_PIXELS = 100_000_000;

/** Refuses sizes that cannot be hashed, with an ImageError that says why. */
export function checkSize(width: number, height: number): void {
  if (!Number.isInteger(width) || !Number.isInteger(height) || width < 1 || height < 1)
    throw new ImageError(
      'bad-pixels',
      `Width and height are whole numbers from 1, not ${width} and ${height}.`,
    );
  if (width < LEAST_SIDE || height < LEAST_SIDE)
    throw new ImageError(
      'too-small',
      `A picture of ${width} x ${height} pixels has no PDQ hash: no side may be shorter than ${LEAST_SIDE}.`,
    );
  if (width > LONGEST_SIDE || height > LONGEST_SIDE || width * height > MOST_PIXELS)
    throw new ImageError(
      'too-large',
      `A picture of ${width} x ${height} pixels is too large: no side may be longer than ${LONGEST_SIDE}, and there may be ${MOST_PIXELS} pixels.`,
    );
}

/** Refuses pixels whose number is not what their size says. */
export function checkPixels({ rgb, width, height }: Pixels): void {
  checkSize(width, height);
  if (rgb.length !== width * height * 3)
    throw new ImageError(
      'bad-pixels',
      `${width} x ${height} pixels are ${width * height * 3} bytes of red, green and blue, not ${rgb.length}.`,
    );
}
