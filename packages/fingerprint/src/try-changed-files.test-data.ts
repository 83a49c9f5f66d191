import { setImmediate as pause } from 'node:timers/promises';
import { changes, seeded } from './changed-files.test-data.ts';

/** How changed files are tried. */
interface Trial {
  /** Whole files to be changed, one of every kind. */
  readonly whole: readonly Buffer[];
  readonly files: number;
  readonly seed: number;
  /** Files under way at once. */
  readonly lanes: number;
  /** Fingerprints a changed file and says in a word what came of it. */
  readonly attempt: (file: Buffer, number: number) => Promise<string>;
  /** Fingerprints a whole file: always the same. */
  readonly repeat: (file: Buffer) => Promise<unknown>;
  /** The code of a refusal; null for any other error. */
  readonly codeOf: (error: unknown) => string | null;
  /** Lets go of what is held, before memory is looked at again. */
  readonly close?: () => Promise<void>;
}

/** What became of the files. */
interface TrialReport {
  /** How often each word was said of a file, and each code given. */
  readonly outcomes: Readonly<Record<string, number>>;
  readonly refused: Readonly<Record<string, number>>;
  /** Errors that are no refusal, and whole files in between that came out otherwise. None is right. */
  readonly wrong: readonly string[];
  /** Memory of the process after a tenth of the files, and at the end. */
  readonly rssBeforeMb: number;
  readonly rssAfterMb: number;
}

/**
 * Fingerprints files, each changed in one of eight ways that the seed chooses, and in between whole
 * ones, which must come out as ever.
 */
export async function tryChangedFiles(trial: Trial): Promise<TrialReport> {
  const { whole, files, seed, lanes, attempt, repeat, codeOf, close } = trial;
  const expected = await Promise.all(whole.map(repeat));
  const outcomes: Record<string, number> = {};
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
      const outcome = await attempt(file, number);
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    } catch (error) {
      const code = codeOf(error) ?? 'none';
      refused[code] = (refused[code] ?? 0) + 1;
      if (code === 'none' || code === 'worker-lost') wrong.push(`${number}: ${String(error)}`);
    }
    if (number % 25 !== 0) return;
    if (JSON.stringify(await repeat(whole[at]!)) !== JSON.stringify(expected[at]))
      wrong.push(`${number}: a whole file had another fingerprint afterwards`);
  };
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < files) {
      next += 1;
      if (next === Math.ceil(files / 10)) rssBefore = process.memoryUsage.rss();
      await tryOne(next);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  await close?.();
  await pause();
  const megabytes = (bytes: number) => Math.round(bytes / 1e6);
  return {
    outcomes,
    refused,
    wrong,
    rssBeforeMb: megabytes(rssBefore),
    rssAfterMb: megabytes(process.memoryUsage.rss()),
  };
}
