import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { drawPicture } from '../pdq/pictures.test-data.ts';
import { findFfmpeg, type Ffmpeg } from './find-ffmpeg.ts';

/** The ffmpeg that comes with the project's own packages, so that tests make the same videos anywhere. */
export async function ffmpegOfTests(): Promise<Extract<Ffmpeg, { kind: 'webassembly' }>> {
  const found = await findFfmpeg({ path: 'npm' });
  if (found.kind !== 'webassembly') throw new Error('npm gave a program');
  return found;
}

/** That one, and the machine's where there is one. */
export async function everyFfmpeg(): Promise<readonly Ffmpeg[]> {
  const found = await findFfmpeg();
  const ours = await ffmpegOfTests();
  return found.kind === 'program' ? [ours, found] : [ours];
}

/** Scenes one after the other: which picture is drawn, and for how many frames. */
export type Scenes = readonly (readonly [picture: number, frames: number])[];

export interface VideoShape {
  readonly width?: number;
  readonly height?: number;
  readonly rate?: number;
  /** ffmpeg's words for codec and container, the container last. */
  readonly encode?: readonly string[];
}

/** What a few kinds of video are made with; of each a container that can be written as a stream. */
export const encodings = {
  mp4: 'libx264 -preset ultrafast -pix_fmt yuv420p -movflags frag_keyframe+empty_moov -f mp4',
  webm: 'libvpx -b:v 400k -deadline realtime -cpu-used 8 -f webm',
  matroska: 'mpeg4 -q:v 3 -f matroska',
  mpegts: 'mpeg2video -q:v 3 -f mpegts',
  avi: 'mjpeg -q:v 3 -f avi',
  flv: 'flv -q:v 3 -f flv',
} as const;

/** A video of drawn scenes, encoded by ffmpeg. */
export async function makeVideo(
  scenes: Scenes,
  { width = 160, height = 120, rate = 10, encode = encodings.mp4.split(' ') }: VideoShape = {},
): Promise<Buffer> {
  const frames = scenes.flatMap(([number, count]) => {
    const { rgb } = drawPicture(number, width, height);
    return Array.from({ length: count }, () => rgb);
  });
  const input = ['-f', 'rawvideo', '-pix_fmt', 'rgb24', '-s', `${width}x${height}`];
  return runWasm(Buffer.concat(frames), [...input, '-r', String(rate)], ['-c:v', ...encode]);
}

/** Runs the ffmpeg of the tests on bytes: for making videos, not for reading strange ones. */
export async function runWasm(
  bytes: Uint8Array,
  input: readonly string[],
  output: readonly string[],
): Promise<Buffer> {
  const { script } = await ffmpegOfTests();
  const child = fileURLToPath(new URL('wasm-child.ts', import.meta.url));
  const folder = await mkdtemp(join(tmpdir(), 'make-video-'));
  try {
    const file = join(folder, 'in');
    await writeFile(file, bytes);
    const args = [script, 'ffmpeg', file, String(2 ** 31), '-v', 'error', ...input, '-i', '/in'];
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--no-warnings', child, ...args, ...output, 'file:/dev/out'],
      { encoding: 'buffer', maxBuffer: 2 ** 28 },
    );
    return stdout;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
