/** A thread that fingerprints videos: one job by message, one reply for each. See video-hasher.ts. */
import { parentPort } from 'node:worker_threads';
import type { PoolReply } from '../worker-pool.ts';
import { fingerprintVideo, type VideoFingerprint, type VideoOptions } from './fingerprint-video.ts';
import { VideoError } from './video-error.ts';

/** A video, and what to ask of it. */
export interface VideoJob {
  readonly video: string | Uint8Array;
  readonly options: VideoOptions;
}

const port = parentPort;
port?.on('message', ({ video, options }: VideoJob) => {
  void fingerprintVideo(video, options).then(
    (result) => port.postMessage({ result } satisfies PoolReply<VideoFingerprint>),
    (error: unknown) => port.postMessage({ failure: failureOf(error) }),
  );
});

function failureOf(error: unknown): { code: string | null; message: string } {
  if (error instanceof VideoError) return { code: error.code, message: error.message };
  return { code: null, message: error instanceof Error ? error.message : String(error) };
}
