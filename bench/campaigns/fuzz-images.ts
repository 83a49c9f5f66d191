import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import {
  fuzzImages,
  type FuzzReport,
} from '../../packages/fingerprint/src/pdq/fuzz-images.test-data.ts';

/** What all turns came to. */
export interface FuzzCampaign {
  readonly files: number;
  readonly hashed: number;
  readonly filledIn: number;
  readonly refused: Readonly<Record<string, number>>;
  /** Processes that died, each with the file it died at; and what else went wrong. */
  readonly crashes: readonly string[];
  readonly wrong: readonly string[];
  /** Memory of each process after a tenth of its files, and at the end. */
  readonly rssMb: readonly (readonly [number, number])[];
}

/**
 * Fingerprints changed pictures of every format, `files` for each seed, each seed in a process of its
 * own: what crashes the native decoder takes that process down, and is counted.
 */
export async function fuzzInProcesses(
  seeds: readonly number[],
  files: number,
  tell: (line: string) => void,
): Promise<FuzzCampaign> {
  const crashes: string[] = [];
  const reports: FuzzReport[] = [];
  for (const seed of seeds) {
    const { report, lastFile, end } = await oneProcess(seed, files);
    if (report === null) crashes.push(`seed ${seed}, near file ${lastFile}: ${end}`);
    else reports.push(report);
    tell(`seed ${seed}: ${report === null ? `died (${end})` : JSON.stringify(report)}`);
  }
  const refused: Record<string, number> = {};
  for (const report of reports)
    for (const [code, count] of Object.entries(report.refused))
      refused[code] = (refused[code] ?? 0) + count;
  const sum = (of: (report: FuzzReport) => number) =>
    reports.reduce((total, report) => total + of(report), 0);
  return {
    files: sum((report) => report.files),
    hashed: sum(({ hashed }) => hashed),
    filledIn: sum(({ filledIn }) => filledIn),
    refused,
    crashes,
    wrong: reports.flatMap(({ wrong }) => wrong),
    rssMb: reports.map(({ rssBeforeMb, rssAfterMb }) => [rssBeforeMb, rssAfterMb]),
  };
}

function oneProcess(
  seed: number,
  files: number,
): Promise<{ report: FuzzReport | null; lastFile: number; end: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [fileURLToPath(import.meta.url), String(seed), String(files)],
      { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
    );
    let lastFile = 0;
    let report: FuzzReport | null = null;
    child.on('message', (message: number | FuzzReport) => {
      if (typeof message === 'number') lastFile = message;
      else report = message;
    });
    child.on('error', reject);
    child.on('close', (code, signal) =>
      resolve({ report, lastFile, end: signal ?? `exit code ${code}` }),
    );
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [seed, files] = process.argv.slice(2).map(Number);
  const report = await fuzzImages(files ?? 0, seed ?? 0, (number) => process.send?.(number));
  process.send?.(report, () => process.disconnect());
}
