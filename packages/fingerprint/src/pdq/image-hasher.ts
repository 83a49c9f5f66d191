import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { openWorkerPool, type PoolRefusal } from '../worker-pool.ts';
import type { FingerprintOptions, ImageFingerprint } from './fingerprint-image.ts';
import { MOST_BYTES, gatherBytes, type ImageSource } from './gather-bytes.ts';
import { ImageError, type ImageErrorCode } from './image-error.ts';
import type { ImageJob } from './image-worker.ts';

export interface ImageHasherOptions {
  /** Threads: as many as there are processors unless told. Each decodes one picture at a time. */
  readonly workers?: number;
  /** Pictures that may wait: 64 unless told. */
  readonly mostWaiting?: number;
  /** For one picture, from its start, reading included: 30 s unless told. */
  readonly timeoutMs?: number;
}

export interface ImageHasher extends AsyncDisposable {
  /**
   * The fingerprint of a picture, as `fingerprintImage` gives it, computed on another thread.
   * A source that is a path or a stream is read only when its turn comes; bytes are copied.
   *
   * Throws an ImageError: those of `fingerprintImage`; `queue-full` when too many wait already, unless
   * `waits` says to wait for room; `timed-out`, `worker-lost` and `closed`.
   */
  fingerprint(
    source: ImageSource,
    options?: FingerprintOptions & { readonly waits?: boolean },
  ): Promise<ImageFingerprint>;
  /** Pictures that wait or are being worked on. */
  readonly pending: number;
  /** Refuses what is pending with `closed`, and ends the threads. */
  close(): Promise<void>;
}

const sentences: Readonly<Record<PoolRefusal, string>> = {
  'queue-full': 'Too many pictures are waiting to be fingerprinted. Try again in a moment.',
  'timed-out': 'The picture took too long, and was given up. The next one is not affected.',
  'worker-lost': 'The thread that worked on the picture died. The next one is not affected.',
  closed: 'The image hasher is closed. Open another one.',
};

/**
 * Opens a pool of threads that fingerprint pictures.
 *
 *     await using hasher = openImageHasher({ workers: 2 });
 *     const { frames: [first] } = await hasher.fingerprint('leaflet.jpg');
 *
 * A picture that takes too long fails alone, and its thread is replaced. A thread cannot be stopped
 * within the native decoder; that has a time limit of its own (`mostSeconds`) after which it is gone.
 */
export function openImageHasher(options: ImageHasherOptions = {}): ImageHasher {
  const pool = openWorkerPool<ImageJob, ImageFingerprint>({
    script: new URL('image-worker.ts', import.meta.url),
    workers: options.workers ?? availableParallelism(),
    mostWaiting: options.mostWaiting ?? 64,
    timeoutMs: options.timeoutMs ?? 30_000,
    // Pixels are outside of the heap; what is in it is small.
    resourceLimits: { maxOldGenerationSizeMb: 256 },
    refuse: (refusal, reason) => new ImageError(refusal, sentences[refusal], { cause: reason }),
    revive(failure) {
      const { code, message } = failure as { code: ImageErrorCode | null; message: string };
      return code === null ? new Error(message) : new ImageError(code, message);
    },
  });
  return {
    fingerprint: (source, { waits = false, ...limits } = {}) =>
      pool.run(async () => {
        // A file is read where it is decoded: its bytes never pass through this thread.
        if (typeof source === 'string') {
          await access(source, constants.R_OK);
          return { source, options: limits };
        }
        const bytes = await gatherBytes(source, limits.mostBytes ?? MOST_BYTES);
        return { source: bytes, options: limits };
      }, waits),
    get pending() {
      return pool.pending;
    },
    close: () => pool.close(),
    [Symbol.asyncDispose]: () => pool.close(),
  };
}
