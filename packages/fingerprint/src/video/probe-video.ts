import type { Ffmpeg } from './find-ffmpeg.ts';
import type { VideoLimits } from './limits.ts';
import type { OpenedSource } from './open-source.ts';
import { errorOf, startFfprobe } from './run-ffmpeg.ts';
import { VideoError } from './video-error.ts';

/** What a file says of its first picture stream. */
export interface VideoFacts {
  readonly width: number;
  readonly height: number;
  /** Frames in a second, on average; where the file does not say, the least that fits its times. */
  readonly framesPerSecond: number;
  readonly codec: string;
  readonly pixelFormat: string;
}

const ASKED = 'stream=codec_name,width,height,pix_fmt,avg_frame_rate,r_frame_rate';
const MOST_ANSWER = 100_000;

/**
 * Asks ffprobe for the first picture stream, as the vPDQ tool does of libavformat: the average frame
 * rate, or the base rate where there is none (vpdq, ffmpegwrapper.cpp).
 * Throws a VideoError (`unreadable`, `too-large`, `timed-out`).
 */
export async function probeVideo(
  ffmpeg: Ffmpeg,
  source: OpenedSource,
  limits: VideoLimits,
): Promise<VideoFacts> {
  const questions = ['-select_streams', 'v:0', '-of', 'json=c=1', '-show_entries', ASKED];
  const child = await startFfprobe(ffmpeg, source, questions, limits);
  let answer = '';
  for await (const chunk of child.output) {
    answer += String(chunk);
    if (answer.length > MOST_ANSWER) child.stop();
  }
  const end = await child.end;
  const stream = readAnswer(answer);
  if (stream === null) throw errorOf(end, limits.seconds);
  const { width, height } = stream;
  if (width < 5 || height < 5 || width * height > limits.mostPixels)
    throw new VideoError(
      'too-large',
      `Frames of ${width} x ${height} pixels are not hashed: no side may be shorter than 5, and there may be ${limits.mostPixels} pixels.`,
    );
  return stream;
}

function readAnswer(answer: string): VideoFacts | null {
  let streams: unknown;
  try {
    streams = (JSON.parse(answer) as { streams?: unknown }).streams;
  } catch {
    return null;
  }
  const stream = (Array.isArray(streams) ? streams[0] : undefined) as
    | Readonly<Record<string, unknown>>
    | undefined;
  if (stream === undefined) return null;
  const { width, height, codec_name: codec, pix_fmt: pixelFormat } = stream;
  const framesPerSecond = rate(stream['avg_frame_rate']) || rate(stream['r_frame_rate']);
  if (!Number.isInteger(width) || !Number.isInteger(height) || !(framesPerSecond > 0)) return null;
  return {
    width: Number(width),
    height: Number(height),
    framesPerSecond,
    codec: typeof codec === 'string' ? codec : 'unknown',
    pixelFormat: typeof pixelFormat === 'string' ? pixelFormat : 'unknown',
  };
}

/** `30000/1001`; 0 when it is `0/0` or nothing of the kind. */
function rate(text: unknown): number {
  const [, over, under] = /^(\d+)\/(\d+)$/.exec(String(text)) ?? [];
  return Number(under) > 0 ? Number(over) / Number(under) : 0;
}
