import {
  findFfmpeg,
  openImageHasher,
  openVideoHasher,
  VideoError,
  type Ffmpeg,
  type ImageFingerprint,
  type VideoFingerprint,
} from '@commonweal/fingerprint';
import { threadsFor } from './threads.ts';

/** Of one frame. Larger ones are refused at the door. */
const mostPixels = 100_000_000;
const mostFileBytes = 64 * 1024 * 1024;
/** Of a video, all in all: decoding and hashing a long one takes minutes. */
const videoSeconds = 600;

/**
 * Fingerprints of pictures and videos, made on threads of their own, which start with the first file.
 * There are few, and what waits for them is bounded: the process stays free for its callers.
 */
export interface Media {
  /** True when so much waits that the next picture would be refused. */
  readonly isBusy: boolean;
  /**
   * The fingerprint of a picture file.
   * @throws ImageError `queue-full` when too many wait, `closed` while the process ends, else what is wrong with the file
   */
  picture(path: string): Promise<ImageFingerprint>;
  /**
   * The fingerprint of a video file. Waits for its turn, and gives that up when `signal` is aborted first.
   * Decoding it takes `seconds` at most, five minutes unless told.
   * @throws VideoError `no-decoder` where there is no ffmpeg, `closed` while the process ends, else what is wrong with the file
   */
  video(path: string, bounds?: VideoBounds): Promise<VideoFingerprint>;
  /** What decodes videos here, asked once; null when nothing does. */
  decoder(): Promise<Ffmpeg | null>;
  /** Aborted when the process ends, for all that is on its way to being looked at. */
  readonly closing: AbortSignal;
  /** Ends the threads, and refuses what is under way with `closed`. */
  close(): Promise<void>;
}

interface VideoBounds {
  readonly seconds?: number;
  readonly signal?: AbortSignal;
}

export interface MediaOptions {
  /** May name an ffmpeg in FFMPEG_PATH: the process's unless told. */
  readonly env?: NodeJS.ProcessEnv;
  /** Pictures that wait for a thread, 256 unless told: files on disk, so that what waits holds no memory. */
  readonly mostWaiting?: number;
}

/** Opens the hashers; no thread starts yet. */
export function openMedia({ env = process.env, mostWaiting = 256 }: MediaOptions = {}): Media {
  const threads = threadsFor(env);
  const pictures = openImageHasher({ workers: threads, mostWaiting });
  const videos = openVideoHasher({ workers: 1, timeoutMs: videoSeconds * 1000 });
  let found: Promise<Ffmpeg | null> | null = null;
  const closing = new AbortController();
  const decoder = () =>
    (found ??= findFfmpeg({ env }).catch((error: unknown) => {
      if (error instanceof VideoError && error.code === 'no-decoder') return null;
      found = null;
      throw error;
    }));
  return {
    get isBusy() {
      return pictures.pending >= threads + mostWaiting;
    },
    picture: (path) => pictures.fingerprint(path, { mostPixels, mostBytes: mostFileBytes }),
    async video(path, { seconds = videoSeconds / 2, signal } = {}) {
      const ffmpeg = await decoder();
      if (ffmpeg === null)
        throw new VideoError('no-decoder', 'No ffmpeg was found, so videos are not compared here.');
      return videos.fingerprint(path, { ffmpeg, waits: true, seconds, ...(signal && { signal }) });
    },
    decoder,
    closing: closing.signal,
    async close() {
      closing.abort();
      await Promise.all([pictures.close(), videos.close()]);
    },
  };
}
