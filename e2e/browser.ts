import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { unpackNpmBrowser, type UnpackedBrowser } from './npm-browser.ts';

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * Starts a Chromium: CHROMIUM_PATH, else one of the machine's, else the one that the npm package
 * `@sparticuz/chromium` carries. COMMONWEAL_E2E_BROWSER=npm takes the last even where others are.
 * @throws Error telling what to install when none starts; the tests then fail, they never skip
 */
export async function openBrowser(): Promise<Browser> {
  const tried: string[] = [];
  for (const find of candidates()) {
    const found = await find();
    if (found === null) continue;
    try {
      return await chromium.launch({
        executablePath: found.path,
        args: [...flags, ...found.flags],
        env: { ...process.env, ...found.env },
      });
    } catch (error) {
      tried.push(`${found.path}: ${firstLines(error)}`);
    }
  }
  throw new Error(
    `No browser to test in. Install one ("apt-get install chromium"), or give CHROMIUM_PATH.\n${tried.join('\n')}`,
  );
}

type Find = () => Promise<UnpackedBrowser | null>;

function candidates(): readonly Find[] {
  // The package's libraries stand in where the machine has none of its own.
  const npm: Find[] = [() => unpackNpmBrowser(), () => unpackNpmBrowser({ ownLibraries: true })];
  if (process.env['COMMONWEAL_E2E_BROWSER'] === 'npm') return npm;
  const given = process.env['CHROMIUM_PATH'];
  if (given) return [() => Promise.resolve(plain(given))];
  return [findInstalled, ...npm];
}

function plain(path: string): UnpackedBrowser {
  return { path, flags: [], env: {} };
}

async function findInstalled(): Promise<UnpackedBrowser | null> {
  const folders = ['/usr/bin', ...(process.env['PATH'] ?? '').split(delimiter)].filter(Boolean);
  for (const name of names) {
    for (const folder of folders) {
      const path = join(folder, name);
      if (await canRun(path)) return plain(path);
    }
  }
  return null;
}

async function canRun(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

function firstLines(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const telling = text.split('\n').filter((line) => /error|missing|cannot|failed/i.test(line));
  return (telling.length > 0 ? telling : text.split('\n')).slice(0, 4).join(' ');
}
