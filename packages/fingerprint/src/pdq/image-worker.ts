/** A thread that fingerprints pictures: one job by message, one reply for each. See image-hasher.ts. */
import { parentPort } from 'node:worker_threads';
import sharp from 'sharp';
import { fingerprintImage, type FingerprintOptions } from './fingerprint-image.ts';
import type { ImageFingerprint } from './fingerprint-image.ts';
import type { PoolReply } from '../worker-pool.ts';
import { ImageError } from './image-error.ts';

/** A picture, and what to ask of it. */
export interface ImageJob {
  /** Bytes, or the path of a file. */
  readonly source: Uint8Array | string;
  readonly options: FingerprintOptions;
}

// Process-wide, both: one thread for each picture, since there are as many pictures as workers; and
// nothing kept, since no picture comes twice.
sharp.concurrency(1);
sharp.cache(false);

const port = parentPort;
port?.on('message', ({ source, options }: ImageJob) => {
  void fingerprintImage(source, options).then(
    (result) => port.postMessage({ result } satisfies PoolReply<ImageFingerprint>),
    (error: unknown) => port.postMessage({ failure: failureOf(error) }),
  );
});

/** What of an error reaches the other side: a class does not survive the way. */
function failureOf(error: unknown): { code: string | null; message: string } {
  if (error instanceof ImageError) return { code: error.code, message: error.message };
  return { code: null, message: error instanceof Error ? error.message : String(error) };
}
