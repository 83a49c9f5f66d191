import { readFileSync, readdirSync } from 'node:fs';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tryChangedFiles } from '../try-changed-files.test-data.ts';
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
  const { outcomes, ...report } = await tryChangedFiles({
    whole,
    files,
    seed,
    lanes: 2,
    async attempt(file, number) {
      const found = await hasher.fingerprint(file, { ...options, tmk: number % 4 === 0 });
      return found.whole ? 'whole' : 'broken';
    },
    repeat: (file) => hasher.fingerprint(file, options),
    codeOf: (error) => (error instanceof VideoError ? error.code : null),
    close: () => hasher.close(),
  });
  const left = [...(await readdir(temporary)), ...childrenIn(temporary)];
  await rm(temporary, { recursive: true });
  return {
    files,
    whole: outcomes['whole'] ?? 0,
    broken: outcomes['broken'] ?? 0,
    left,
    ...report,
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
