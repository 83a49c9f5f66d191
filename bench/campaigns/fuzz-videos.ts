import { findFfmpeg } from '@commonweal/fingerprint';
import { fuzzVideos } from '../../packages/fingerprint/src/video/fuzz-videos.test-data.ts';

/**
 * Fingerprints changed videos with the ffmpeg of this machine, `files` for each seed. Decoders are
 * processes of their own: what crashes one is counted as refused, and must leave nothing behind.
 */
export async function fuzzVideosBySeed(
  seeds: readonly number[],
  files: number,
  tell: (line: string) => void,
): Promise<{ readonly ffmpeg: string; readonly failures: readonly string[] }> {
  const ffmpeg = await findFfmpeg();
  const failures: string[] = [];
  for (const seed of seeds) {
    const report = await fuzzVideos(files, seed, ffmpeg);
    tell(`seed ${seed}: ${JSON.stringify(report)}`);
    failures.push(...[...report.wrong, ...report.left].map((what) => `seed ${seed}, ${what}`));
  }
  return { ffmpeg: ffmpeg.version, failures };
}
