import { findFfmpeg, fingerprintVideo } from '@commonweal/fingerprint';
import { encodings, makeVideo } from '../../../packages/fingerprint/src/video/videos.test-data.ts';
import type { Suite } from '../../suite.ts';

export const videos: Suite = {
  sentence:
    'Every frame of an H.264 video of 1280 x 720 to both PDQ hashes, decoded on one thread.',
  figures: ['frames_per_s', 'video_seconds_per_s'],
  async run({ scale, tell }) {
    const ffmpeg = await findFfmpeg();
    const count = Math.max(2, Math.round(60 * scale));
    // Four scenes of which each is drawn once: what costs is the size, not what is to be seen.
    const scenes = [1, 2, 3, 4].map((picture) => [picture, count] as const);
    const encode = encodings.mp4.split(' ');
    const video = await makeVideo(scenes, { width: 1280, height: 720, rate: 30, encode });
    const rate = async (everySeconds: number) => {
      const began = performance.now();
      await fingerprintVideo(video, { ffmpeg, everySeconds });
      return (count * 4) / ((performance.now() - began) / 1000);
    };
    tell(`ffmpeg ${ffmpeg.version}, ${count * 4} frames, ${video.length} bytes`);
    await rate(1);
    return { frames_per_s: await rate(0), video_seconds_per_s: (await rate(1)) / 30 };
  },
};
