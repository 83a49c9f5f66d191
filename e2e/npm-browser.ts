import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** A browser to start, with what it needs beyond the common flags. */
export interface UnpackedBrowser {
  readonly path: string;
  readonly flags: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

const packs = ['chromium.br', 'swiftshader.tar.br', 'fonts.tar.br', 'al2023.tar.br'];

/**
 * Unpacks the Chromium inside `@sparticuz/chromium` once per version; nothing is downloaded.
 * Null where the package does not fit the machine (it is for Linux on x64).
 * `ownLibraries`: with the libraries it brings (NSS and its like), for machines without them.
 */
export async function unpackNpmBrowser(
  options: { ownLibraries?: boolean } = {},
): Promise<UnpackedBrowser | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const folder = await unpacked();
  return {
    path: join(folder, 'chromium'),
    flags: ['--no-zygote', '--font-render-hinting=none'],
    env: {
      ...(existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') }),
      ...(options.ownLibraries ? { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') } : {}),
    },
  };
}

/**
 * Kept beside the packages, where nobody else can put one in its place. It appears whole: two runs
 * at once do no harm.
 */
async function unpacked(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const home = dirname(dirname(entry));
  const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as {
    version: string;
  };
  const cache = join(home, '../../.cache');
  const folder = join(cache, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  await mkdir(cache, { recursive: true });
  const fresh = await mkdtemp(`${folder}-`);
  try {
    await unpackInto(fresh, join(home, 'bin'));
    await rename(fresh, folder);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    // Another run was quicker.
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** The package unpacks into the temporary folder, so it is given one of its own. */
async function unpackInto(folder: string, packed: string): Promise<void> {
  const script = fileURLToPath(new URL('inflate-packs.ts', import.meta.url));
  const paths = packs.map((name) => join(packed, name));
  await promisify(execFile)(process.execPath, [script, ...paths], {
    env: { ...process.env, TMPDIR: folder },
  });
}
