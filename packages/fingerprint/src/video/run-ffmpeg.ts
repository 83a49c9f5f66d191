import { fileURLToPath } from 'node:url';
import { dirname } from 'node:path';
import { startBounded, type BoundedChild, type ChildEnd, type Command } from './bounded-child.ts';
import type { Ffmpeg } from './find-ffmpeg.ts';
import type { VideoLimits } from './limits.ts';
import type { OpenedSource } from './open-source.ts';
import { VideoError } from './video-error.ts';

/**
 * Containers that are opened. Not among them: everything that names other files or addresses to be
 * opened in its place (playlists, concatenations), and devices.
 */
const formats =
  'mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpegts,mpeg,mpegvideo,m4v,flv,asf,ogg,ivf,h264,hevc,mxf,gif';

/**
 * Decoders that are opened: what is found on the web. ffmpeg has some hundreds more, seldom looked at
 * by anybody but attackers. Sound is not decoded, but opened to find where the pictures begin.
 */
const decoders = [
  'h264,hevc,vp8,vp9,av1,libdav1d,libaom-av1,libvpx,libvpx-vp9,mpeg4,mpeg1video,mpeg2video,mpegvideo',
  'msmpeg4v1,msmpeg4v2,msmpeg4,h263,flv,vp6,vp6f,vp6a,wmv1,wmv2,wmv3,vc1,theora,mjpeg,gif,prores,dvvideo',
  'aac,aac_fixed,aac_latm,mp3,mp3float,mp2,mp2float,ac3,eac3,opus,libopus,vorbis,libvorbis,flac,alac,wmav1,wmav2,amrnb,amrwb',
  'pcm_s16le,pcm_s16be,pcm_u8,pcm_s24le,pcm_mulaw,pcm_alaw',
].join(',');

/** What is decoded into: the arguments after the input, up to the output. */
export interface Conversion {
  readonly input: readonly string[];
  readonly output: readonly string[];
}

/** Starts ffmpeg on a video; its output is what `conversion` makes of it. */
export function startFfmpeg(
  ffmpeg: Ffmpeg,
  source: OpenedSource,
  { input, output }: Conversion,
  limits: VideoLimits,
): Promise<BoundedChild> {
  const args = [
    ['-hide_banner', '-nostdin', '-v', 'error', '-filter_threads', '1', '-max_alloc', '1000000000'],
    inputArguments(ffmpeg, limits),
    ['-threads', String(limits.threads), ...input, '-i', address(ffmpeg, source)],
    ['-an', '-sn', '-dn', ...output, '-pix_fmt', 'rgb24', '-c:v', 'rawvideo', '-f', 'rawvideo'],
    [ffmpeg.kind === 'program' ? 'pipe:1' : 'file:/dev/out'],
  ].flat();
  return startBounded(commandOf(ffmpeg, 'ffmpeg', source, args, limits), limits);
}

/** Starts ffprobe on a video. */
export function startFfprobe(
  ffmpeg: Ffmpeg,
  source: OpenedSource,
  questions: readonly string[],
  limits: VideoLimits,
): Promise<BoundedChild> {
  const quiet = ['-hide_banner', '-v', 'error'];
  const named = ['-i', address(ffmpeg, source)];
  const args = [quiet, inputArguments(ffmpeg, limits), questions, named].flat();
  return startBounded(commandOf(ffmpeg, 'ffprobe', source, args, limits), limits);
}

function inputArguments({ kind }: Ffmpeg, { mostPixels }: VideoLimits): string[] {
  return [
    ['-protocol_whitelist', kind === 'program' ? 'file,pipe' : 'file'],
    ['-format_whitelist', formats, '-codec_whitelist', decoders],
    ['-max_pixels', String(Math.floor(mostPixels))],
  ].flat();
}

function address(ffmpeg: Ffmpeg, { path }: OpenedSource): string {
  return `file:${ffmpeg.kind === 'program' ? path : '/in'}`;
}

function commandOf(
  ffmpeg: Ffmpeg,
  program: 'ffmpeg' | 'ffprobe',
  { path, folder, as }: OpenedSource,
  args: readonly string[],
  limits: VideoLimits,
): Command {
  if (ffmpeg.kind === 'program')
    return { file: ffmpeg[program], args, folder, as, boundAddresses: true };
  const child = fileURLToPath(new URL('wasm-child.ts', import.meta.url));
  const readable = [child, dirname(ffmpeg.script), path];
  return {
    file: process.execPath,
    args: [
      ['--permission', ...readable.map((allowed) => `--allow-fs-read=${allowed}`)],
      ['--no-warnings', '--max-old-space-size=256', child],
      [ffmpeg.script, program, path, String(limits.memoryMb * 1024 ** 2), ...args],
    ].flat(),
    folder,
    // Our own files need not be readable by nobody; the module is shut in anyway.
    as: null,
    boundAddresses: false,
  };
}

/** The error of a child that gave nothing usable. */
export function errorOf(end: ChildEnd, seconds: number): VideoError {
  if (end.timedOut)
    return new VideoError(
      'timed-out',
      `The video took longer than ${seconds} seconds, and was given up. Allow more with "seconds".`,
    );
  const reason =
    end.said
      .replaceAll(/[^\x20-\x7e\n]/g, '?')
      .trim()
      .split('\n')
      .at(-1)
      // Where it lay for the decoder is nobody's business.
      ?.replace(/^file:\S*: /, '') ?? '';
  return new VideoError(
    'unreadable',
    `The file is not a video that can be read${reason === '' ? '' : `: ffmpeg says "${reason.slice(0, 200)}"`}.`,
  );
}
