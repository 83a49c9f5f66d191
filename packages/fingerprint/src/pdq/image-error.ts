/**
 * Why there is no fingerprint of a picture:
 *
 * - `bad-pixels`: the pixels, width and height do not fit together
 * - `too-small`: a side of fewer than five pixels, for which PDQ is not defined
 * - `too-large`: more bytes or pixels than are accepted
 * - `unknown-format`: not the beginning of any format that is read
 * - `refused-format`: a format that is recognised and not read (SVG, PDF, and others)
 * - `damaged`: the decoder gave up
 * - `timed-out`: it took longer than is allowed
 * - `worker-lost`: the thread that worked on it died
 * - `queue-full`: too much is waiting already; try later
 * - `closed`: the pool is closed
 */
export type ImageErrorCode =
  | 'bad-pixels'
  | 'too-small'
  | 'too-large'
  | 'unknown-format'
  | 'refused-format'
  | 'damaged'
  | 'timed-out'
  | 'worker-lost'
  | 'queue-full'
  | 'closed';

/** There is no fingerprint: `code` for a program, `message` a sentence for a person. */
export class ImageError extends Error {
  readonly code: ImageErrorCode;

  constructor(code: ImageErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ImageError';
    this.code = code;
  }
}
