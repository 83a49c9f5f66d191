/**
 * Why there is no fingerprint of a video:
 *
 * - `no-decoder`: no ffmpeg was found; the message says how to install one
 * - `unreadable`: not a video, damaged from the first frame on, or of a kind that is refused
 * - `too-large`: more bytes or pixels than are accepted, or frames too small to hash
 * - `timed-out`: it took longer than is allowed
 * - `bad-options`: what was asked for makes no sense
 * - `bad-list`: a list of frame hashes, or a TMK file, that is none
 * - `worker-lost`, `queue-full`, `closed`: as in ImageError
 */
export type VideoErrorCode =
  | 'no-decoder'
  | 'unreadable'
  | 'too-large'
  | 'timed-out'
  | 'bad-options'
  | 'bad-list'
  | 'worker-lost'
  | 'queue-full'
  | 'closed';

/** There is no fingerprint: `code` for a program, `message` a sentence for a person. */
export class VideoError extends Error {
  readonly code: VideoErrorCode;

  constructor(code: VideoErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'VideoError';
    this.code = code;
  }
}
