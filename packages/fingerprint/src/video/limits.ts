import { VideoError } from './video-error.ts';

/** What a child may use. */
export interface ChildLimits {
  /** Wall-clock time, and the same of processor time: 120 unless told. */
  readonly seconds: number;
  /** Megabytes of memory: 2048 unless told. */
  readonly memoryMb: number;
}

/** How much of a video is looked at, and with what. */
export interface VideoLimits extends ChildLimits {
  /** Bytes of the file: 4 GB unless told. */
  readonly mostBytes: number;
  /** Pixels of a frame: 8192 x 4320 unless told. */
  readonly mostPixels: number;
  /** Frames that are hashed: 20,000 unless told, five hours at one a second. What comes after is left. */
  readonly mostFrames: number;
  /** Threads of the decoder: one unless told. */
  readonly threads: number;
}

const unlessTold: { -readonly [Name in keyof VideoLimits]: number } = {
  seconds: 120,
  memoryMb: 2048,
  mostBytes: 4 * 1024 ** 3,
  mostPixels: 8192 * 4320,
  mostFrames: 20_000,
  threads: 1,
};

/** The limits given, completed. Throws a VideoError `bad-options` when one is no number above 0. */
export function completeLimits(given: Partial<VideoLimits>): VideoLimits {
  const limits = { ...unlessTold };
  for (const name of Object.keys(unlessTold) as (keyof VideoLimits)[]) {
    const value = given[name];
    if (value === undefined) continue;
    if (!(value > 0) || !Number.isFinite(value))
      throw new VideoError('bad-options', `${name} must be a number above 0, not ${value}.`);
    limits[name] = value;
  }
  return limits;
}
