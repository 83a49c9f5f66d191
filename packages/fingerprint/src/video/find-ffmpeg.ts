import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { basename, delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { VideoError } from './video-error.ts';

/** Something that decodes videos. */
export type Ffmpeg =
  | {
      readonly kind: 'program';
      /** Paths of the two programs. */
      readonly ffmpeg: string;
      readonly ffprobe: string;
      /** As it says of itself: `5.1.9-0+deb12u1`. */
      readonly version: string;
    }
  | {
      readonly kind: 'webassembly';
      /** Path of the module's JavaScript; the `.wasm` lies beside it. */
      readonly script: string;
      readonly version: string;
    };

/** The npm package that carries an ffmpeg compiled to WebAssembly; docs/decisions/0008-ffmpeg.md. */
const NPM_PACKAGE = '@ffmpeg/core';

const advice = [
  'No ffmpeg was found, so videos cannot be fingerprinted. Install it:',
  '  Debian, Ubuntu:  apt-get install ffmpeg',
  '  macOS:           brew install ffmpeg',
  '  Windows:         winget install Gyan.FFmpeg',
  `or, slower and on any system:  npm install ${NPM_PACKAGE}@0.12.10`,
  'or say where it is with FFMPEG_PATH=/path/to/ffmpeg (ffprobe is expected beside it).',
].join('\n');

export interface FindOptions {
  /** Path of ffmpeg, or `npm` for the package's. Else FFMPEG_PATH, else what is found. */
  readonly path?: string;
  /** The environment: that of the process unless told. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/**
 * Finds an ffmpeg: the one given (`path`, or FFMPEG_PATH), else on PATH, else the WebAssembly one of
 * the npm package `@ffmpeg/core` where that is installed. One that is given and does not work is an
 * error; nothing else is tried then.
 *
 * Throws a VideoError `no-decoder` that says what to install.
 */
export async function findFfmpeg(options: FindOptions = {}): Promise<Ffmpeg> {
  const env = options.env ?? process.env;
  const given = options.path || env['FFMPEG_PATH'];
  if (given === 'npm') return (await fromNpm()) ?? missing();
  if (given) return programAt(given, dirname(given));
  for (const folder of (env['PATH'] ?? '').split(delimiter).filter(Boolean)) {
    const path = join(folder, executable('ffmpeg'));
    const beside = join(folder, executable('ffprobe'));
    // One that is there and does not start (a broken link, another machine's) is passed over.
    if ((await canRun(path)) && (await canRun(beside))) {
      const found = await programAt(path, folder).catch(() => null);
      if (found !== null) return found;
    }
  }
  return (await fromNpm()) ?? missing();
}

function missing(): never {
  throw new VideoError('no-decoder', advice);
}

async function programAt(ffmpeg: string, folder: string): Promise<Ffmpeg> {
  const ffprobe = join(folder, basename(ffmpeg).replace('ffmpeg', 'ffprobe'));
  for (const path of [ffmpeg, ffprobe])
    if (path === '' || !(await canRun(path)))
      throw new VideoError(
        'no-decoder',
        `There is no program at ${JSON.stringify(path)}. ffmpeg and ffprobe are expected side by side.\n${advice}`,
      );
  const { stdout } = await promisify(execFile)(ffmpeg, ['-version'], { timeout: 20_000 }).catch(
    (error: unknown) => {
      throw new VideoError('no-decoder', `${ffmpeg} does not start.\n${advice}`, { cause: error });
    },
  );
  const version = /^ffmpeg version (\S+)/.exec(stdout)?.[1];
  if (version === undefined)
    throw new VideoError('no-decoder', `${ffmpeg} is not an ffmpeg.\n${advice}`);
  return { kind: 'program', ffmpeg, ffprobe, version };
}

async function fromNpm(): Promise<Ffmpeg | null> {
  try {
    const script = fileURLToPath(import.meta.resolve(NPM_PACKAGE));
    await access(script.replace(/\.js$/, '.wasm'));
    return { kind: 'webassembly', script, version: NPM_PACKAGE };
  } catch {
    return null;
  }
}

function executable(name: string): string {
  return process.platform === 'win32' ? `${name}.exe` : name;
}

function canRun(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
