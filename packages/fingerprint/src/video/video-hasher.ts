import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorkerPool, type PoolRefusal } from '../worker-pool.ts';
import type { VideoFingerprint, VideoOptions } from './fingerprint-video.ts';
import { VideoError, type VideoErrorCode } from './video-error.ts';
import type { VideoJob } from './video-worker.ts';

export interface VideoHasherOptions {
  /** Threads: half as many as there are processors unless told. Each has one decoder beside it. */
  readonly workers?: number;
  /** Videos that may wait: 16 unless told. */
  readonly mostWaiting?: number;
  /** For one video, all in all: ten minutes unless told. Each run of ffmpeg has a limit of its own. */
  readonly timeoutMs?: number;
}

export interface VideoHasher extends AsyncDisposable {
  /**
   * The fingerprint of a video, as `fingerprintVideo` gives it, hashed on another thread. Bytes are
   * copied. Throws a VideoError: those of `fingerprintVideo`; `queue-full` when too many wait, unless
   * `waits` says to wait for room; `timed-out`, `worker-lost` and `closed`. The reason of `signal`, when
   * it was aborted before the video's turn: one that has begun is finished.
   */
  fingerprint(
    video: string | Uint8Array,
    options?: VideoOptions & { readonly waits?: boolean; readonly signal?: AbortSignal },
  ): Promise<VideoFingerprint>;
  /** Videos that wait or are being worked on. */
  readonly pending: number;
  /** Refuses what is pending with `closed`, and ends the threads and with them their decoders. */
  close(): Promise<void>;
}

const sentences: Readonly<Record<PoolRefusal, string>> = {
  'queue-full': 'Too many videos are waiting to be fingerprinted. Try again in a moment.',
  'timed-out': 'The video took too long, and was given up. The next one is not affected.',
  'worker-lost': 'The thread that worked on the video died. The next one is not affected.',
  closed: 'The video hasher is closed. Open another one.',
};

/** Opens a pool of threads that fingerprint videos, each with a decoder in a process of its own. */
export function openVideoHasher(options: VideoHasherOptions = {}): VideoHasher {
  const pool = openWorkerPool<VideoJob, VideoFingerprint>({
    script: new URL('video-worker.ts', import.meta.url),
    workers: options.workers ?? Math.max(1, availableParallelism() >> 1),
    mostWaiting: options.mostWaiting ?? 16,
    timeoutMs: options.timeoutMs ?? 600_000,
    resourceLimits: { maxOldGenerationSizeMb: 512 },
    refuse: (refusal, reason) => new VideoError(refusal, sentences[refusal], { cause: reason }),
    revive(failure) {
      const { code, message } = failure as { code: VideoErrorCode | null; message: string };
      return code === null ? new Error(message) : new VideoError(code, message);
    },
  });
  return {
    async fingerprint(video, { waits = false, signal, ...rest } = {}) {
      // Ours, so that it goes also when the thread is ended in the middle.
      let folder = '';
      const prepare = async () => {
        signal?.throwIfAborted();
        folder = await mkdtemp(join(rest.temporary ?? tmpdir(), 'videos-'));
        // The decoder may run as somebody else.
        await chmod(folder, 0o711);
        return { video, options: { ...rest, temporary: folder } };
      };
      try {
        return await pool.run(prepare, waits);
      } finally {
        if (folder !== '') await rm(folder, { recursive: true, force: true, maxRetries: 5 });
      }
    },
    get pending() {
      return pool.pending;
    },
    close: () => pool.close(),
    [Symbol.asyncDispose]: () => pool.close(),
  };
}
