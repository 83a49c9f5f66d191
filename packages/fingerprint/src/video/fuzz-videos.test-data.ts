import { readFileSync, readdirSync } from 'node:fs';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { changes, seeded } from '../pdq/changed-files.test-data.ts';
import type { Ffmpeg } from './find-ffmpeg.ts';
import { openVideoHasher } from './video-hasher.ts';
import { VideoError } from './video-error.ts';
import { encodings, makeVideo } from './videos.test-data.ts';

/** What became of the videos. */
export interface VideoFuzzReport {
  readonly files: number;
  readonly whole: number;
  /** Hashed up to where they broke off, or filled in. */
  readonly broken: number;
  readonly refused: Readonly<Record<string, number>>;
  /** Errors that are no refusal, and whole videos in between that came out otherwise. None is right. */
  readonly wrong: readonly string[];
  /** Folders and processes that were left. None is right. */
  readonly left: readonly string[];
  readonly rssBeforeMb: number;
  readonly rssAfterMb: number;
}

/**
 * Fingerprints `files` small videos of every kind, each changed in one of eight ways that the seed
 * chooses, and in between whole ones, which must come out as ever.
 */
export async function fuzzVideos(
  files: number,
  seed: number,
  ffmpeg: Ffmpeg,
): Promise<VideoFuzzReport> {
  const whole: Buffer[] = [];
  for (const words of Object.values(encodings))
    whole.push(
      await makeVideo(
        [
          [1, 4],
          [2, 4],
        ],
        { width: 96, height: 64, encode: words.split(' ') },
      ),
    );
  const temporary = await mkdtemp(join(tmpdir(), 'fuzz-'));
  await chmod(temporary, 0o711);
  const options = {
    ffmpeg,
    everySeconds: 0.2,
    seconds: 20,
    mostPixels: 1_000_000,
    mostFrames: 50,
    memoryMb: 1024,
    waits: true,
    temporary,
  };
  const hasher = openVideoHasher({ workers: 2 });
  const expected = await Promise.all(whole.map((file) => hasher.fingerprint(file, options)));
  const counts = { whole: 0, broken: 0 };
  const refused: Record<string, number> = {};
  const wrong: string[] = [];
  let rssBefore = process.memoryUsage.rss();

  const tryOne = async (number: number): Promise<void> => {
    const random = seeded(seed * 1_000_003 + number);
    for (let turn = 0; turn < 4; turn += 1) random(2);
    const at = random(whole.length);
    const other = whole[random(whole.length)]!;
    const file = changes[random(changes.length)]!(Buffer.from(whole[at]!), other, random);
    try {
      const found = await hasher.fingerprint(file, { ...options, tmk: number % 4 === 0 });
      counts[found.whole ? 'whole' : 'broken'] += 1;
    } catch (error) {
      const code = error instanceof VideoError ? error.code : 'none';
      refused[code] = (refused[code] ?? 0) + 1;
      if (code === 'none' || code === 'worker-lost') wrong.push(`${number}: ${String(error)}`);
    }
    if (number % 25 !== 0) return;
    const found = await hasher.fingerprint(whole[at]!, options);
    if (JSON.stringify(found) !== JSON.stringify(expected[at]))
      wrong.push(`${number}: a whole video had another fingerprint afterwards`);
  };
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < files) {
      next += 1;
      if (next === Math.ceil(files / 10)) rssBefore = process.memoryUsage.rss();
      await tryOne(next);
    }
  };
  await Promise.all([lane(), lane()]);
  await hasher.close();
  const left = [...(await readdir(temporary)), ...childrenIn(temporary)];
  await rm(temporary, { recursive: true });
  const megabytes = (bytes: number) => Math.round(bytes / 1e6);
  return {
    files,
    ...counts,
    refused,
    wrong,
    left,
    rssBeforeMb: megabytes(rssBefore),
    rssAfterMb: megabytes(process.memoryUsage.rss()),
  };
}

/** Processes that were started within a folder and still run; only Linux tells. */
function childrenIn(folder: string): string[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/environ`, 'latin1').includes(`HOME=${folder}/`);
      } catch {
        return false;
      }
    })
    .map((pid) => `process ${pid}`);
}
