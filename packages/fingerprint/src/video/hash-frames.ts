import { hashPixels } from '../pdq/hash-pixels.ts';
import type { PdqHash } from '../pdq/pdq-hash.ts';
import { decodeFrames } from './decode-frames.ts';
import type { Ffmpeg } from './find-ffmpeg.ts';
import type { VideoLimits } from './limits.ts';
import type { OpenedSource } from './open-source.ts';
import type { VideoFacts } from './probe-video.ts';
import { startFfmpeg } from './run-ffmpeg.ts';

/** A picture of a video, and for how many sampled frames on end it stayed the same. */
export interface FrameRun extends PdqHash {
  /** Number of its first frame in the video, from 0. */
  readonly frame: number;
  /** Sampled frames on end with these very hashes: 1 or more, `step` frames apart. */
  readonly count: number;
  /** When it is first seen, in seconds from the beginning, as the vPDQ tool counts. */
  readonly seconds: number;
  /**
   * The hash as upstream's picture tool makes it, to find frames in lists of pictures; see BothHashes.
   * The same as `hash` up to 512 x 512 pixels.
   */
  readonly tool: Uint8Array;
}

export interface FrameHashes {
  readonly runs: readonly FrameRun[];
  /** Frames of the video from one sampled frame to the next. */
  readonly step: number;
  /** False when the video broke off, was filled in by the decoder, or was longer than is looked at. */
  readonly whole: boolean;
}

/**
 * When frame `frame` is shown: its number by the frame rate, both as float32, as the vPDQ tool
 * computes it (vpdq, hasher.h), whatever the file says of the frame's own time.
 */
export function secondsOf(frame: number, framesPerSecond: number): number {
  return Math.fround(Math.fround(frame) / Math.fround(framesPerSecond));
}

/** Every how many frames one is taken: whole frames, rounded down, at least one (vpdq, filehasher.cpp). */
export function stepOf(everySeconds: number, framesPerSecond: number): number {
  return Math.max(1, Math.trunc(everySeconds * framesPerSecond));
}

/**
 * Decodes as the vPDQ tool does: the first picture stream, at its own size, not turned, frame by frame
 * whatever their times, through swscale's area filter to RGB. That tool converts every video as
 * ITU-R BT.601 whatever it says of its colours, and only the "yuvj" formats as full range.
 */
export async function hashFrames(
  ffmpeg: Ffmpeg,
  source: OpenedSource,
  { width, height, framesPerSecond, pixelFormat }: VideoFacts,
  everySeconds: number,
  limits: VideoLimits,
): Promise<FrameHashes> {
  const step = stepOf(everySeconds, framesPerSecond);
  const range = pixelFormat.startsWith('yuvj') ? 'pc' : 'tv';
  const filters = [
    `select=not(mod(n\\,${step}))`,
    `scale=${width}:${height}:flags=area:in_color_matrix=bt601:in_range=${range}`,
  ];
  const child = await startFfmpeg(
    ffmpeg,
    source,
    {
      input: ['-noautorotate'],
      output: ['-map', '0:v:0', '-vf', filters.join(','), ...everyFrame(ffmpeg)],
    },
    limits,
  );
  const runs: FrameRun[] = [];
  let count = 0;
  const frames = decodeFrames(child, width * height * 3, limits.mostFrames, limits.seconds);
  for (;;) {
    const { value, done } = await frames.next();
    if (done === true) return { runs, step, whole: value.whole };
    const { fullResolution, tool } = hashPixels({ rgb: value, width, height });
    const last = runs.at(-1);
    if (last !== undefined && isSame(last, fullResolution, tool))
      runs[runs.length - 1] = { ...last, count: last.count + 1 };
    else {
      const frame = count * step;
      const seconds = secondsOf(frame, framesPerSecond);
      runs.push({ frame, count: 1, seconds, ...fullResolution, tool: tool.hash });
    }
    count += 1;
  }
}

/** "Do not drop or repeat frames", in the words of before and after ffmpeg 5.1. */
function everyFrame({ kind, version }: Ffmpeg): readonly string[] {
  const [, major, minor] = /^n?(\d+)\.(\d+)/.exec(version) ?? [];
  const old = kind === 'program' && major !== undefined && Number(`${major}.${minor}`) < 5.1;
  return old ? ['-vsync', '0'] : ['-fps_mode', 'passthrough'];
}

function isSame(run: FrameRun, full: PdqHash, tool: PdqHash): boolean {
  return (
    run.quality === full.quality &&
    Buffer.compare(run.hash, full.hash) === 0 &&
    Buffer.compare(run.tool, tool.hash) === 0
  );
}
