import { findFfmpeg, type Ffmpeg } from './find-ffmpeg.ts';
import { hashFrames, type FrameHashes } from './hash-frames.ts';
import { completeLimits, type VideoLimits } from './limits.ts';
import { openSource, type VideoSource } from './open-source.ts';
import { probeVideo, type VideoFacts } from './probe-video.ts';
import { VideoError } from './video-error.ts';

/** What may be asked of one video. */
export interface VideoOptions extends Partial<VideoLimits> {
  /** What decodes: what `findFfmpeg` gave. It is looked for unless told. */
  readonly ffmpeg?: Ffmpeg;
  /** A frame is hashed every so many seconds: 1 unless told, 0 for every frame. */
  readonly everySeconds?: number;
}

export interface VideoFingerprint extends VideoFacts, FrameHashes {}

/**
 * The vPDQ fingerprint of a video: PDQ hashes of a frame every second, identical to those of the
 * vPDQ tool on the same ffmpeg. Decodes in a child process that is bounded in time, memory, output
 * and rights, and hashes on this thread; `openVideoHasher` keeps that away from it.
 *
 * Throws a VideoError with a code and a sentence. A video that breaks off is hashed up to there.
 *
 *     const video = await fingerprintVideo('upload.mp4');
 *     writeFrameList(video);
 */
export async function fingerprintVideo(
  video: VideoSource,
  options: VideoOptions = {},
): Promise<VideoFingerprint> {
  const { everySeconds = 1 } = options;
  if (!(everySeconds >= 0 && everySeconds <= 3600))
    throw new VideoError('bad-options', `everySeconds is 0 to 3600, not ${everySeconds}.`);
  const limits = completeLimits(options);
  const ffmpeg = options.ffmpeg ?? (await findFfmpeg());
  await using source = await openSource(video, limits.mostBytes);
  const facts = await probeVideo(ffmpeg, source, limits);
  return { ...facts, ...(await hashFrames(ffmpeg, source, facts, everySeconds, limits)) };
}
