import { frequenciesOfFrame } from '../pdq/hash-pixels.ts';
import { decodeFrames } from './decode-frames.ts';
import type { Ffmpeg } from './find-ffmpeg.ts';
import type { VideoLimits } from './limits.ts';
import type { OpenedSource } from './open-source.ts';
import { startFfmpeg } from './run-ffmpeg.ts';
import { TMK_RATE, TMK_SIDE, openTmk, type Tmk } from './tmk.ts';

/**
 * The TMK+PDQF fingerprint of a video, decoded with the options of upstream's tmk-hash-video: 64 x 64
 * pixels, bicubic, 15 frames a second by the file's own times, turned as the file says.
 */
export async function tmkOfVideo(
  ffmpeg: Ffmpeg,
  source: OpenedSource,
  limits: VideoLimits,
): Promise<Tmk> {
  const size = `${TMK_SIDE}x${TMK_SIDE}`;
  const output = ['-s', size, '-r', String(TMK_RATE)];
  const child = await startFfmpeg(ffmpeg, source, { input: [], output }, limits);
  const tmk = openTmk();
  const most = limits.mostFrames * TMK_RATE;
  const bytes = TMK_SIDE * TMK_SIDE * 3;
  for await (const rgb of decodeFrames(child, bytes, most, limits.seconds))
    tmk.add(frequenciesOfFrame({ rgb, width: TMK_SIDE, height: TMK_SIDE }));
  return tmk.finish();
}
