import { tmpdir } from 'node:os';
import { findFfmpeg, type Ffmpeg } from './find-ffmpeg.ts';
import { hashFrames, type FrameHashes } from './hash-frames.ts';
import { completeLimits, type VideoLimits } from './limits.ts';
import { openSource, type VideoSource } from './open-source.ts';
import { probeVideo, type VideoFacts } from './probe-video.ts';
import { tmkOfVideo } from './tmk-of-video.ts';
import type { Tmk } from './tmk.ts';
import { VideoError } from './video-error.ts';

/** What may be asked of one video. */
export interface VideoOptions extends Partial<VideoLimits> {
  /** What decodes: what `findFfmpeg` gave. It is looked for unless told. */
  readonly ffmpeg?: Ffmpeg;
  /** A frame is hashed every so many seconds: 1 unless told, 0 for every frame. */
  readonly everySeconds?: number;
  /** Whether TMK+PDQF is computed too, for exchange: decodes a second time. */
  readonly tmk?: boolean;
  /** Folder that the working folder is made in, and gone from afterwards: the system's unless told. As root, one that everybody can pass through. */
  readonly temporary?: string;
}

export interface VideoFingerprint extends VideoFacts, FrameHashes {
  /** Null when it was not asked for. */
  readonly tmk: Tmk | null;
}

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
  await using source = await openSource(video, limits.mostBytes, options.temporary ?? tmpdir());
  const facts = await probeVideo(ffmpeg, source, limits);
  const frames = await hashFrames(ffmpeg, source, facts, everySeconds, limits);
  const tmk = options.tmk === true ? await tmkOfVideo(ffmpeg, source, limits) : null;
  return { ...facts, ...frames, tmk };
}
