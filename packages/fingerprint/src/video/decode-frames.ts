import type { BoundedChild } from './bounded-child.ts';
import { errorOf } from './run-ffmpeg.ts';

/** Whether all that was asked for came. */
export interface DecodeEnd {
  /** False when the video broke off, the decoder gave up, or there were more frames than wanted. */
  readonly whole: boolean;
}

/**
 * The frames that a decoder writes, each `bytes` long, one after the other in the same buffer: use one
 * up before asking for the next. The decoder waits in between. When the reader leaves, it is killed.
 *
 * Throws a VideoError when it is stopped by time, or gave no frame at all.
 */
export async function* decodeFrames(
  child: BoundedChild,
  bytes: number,
  mostFrames: number,
  seconds: number,
): AsyncGenerator<Uint8Array, DecodeEnd, undefined> {
  const frame = new Uint8Array(bytes);
  let filled = 0;
  let frames = 0;
  try {
    for await (const chunk of child.output as AsyncIterable<Buffer>) {
      for (let at = 0; at < chunk.length;) {
        const part = chunk.subarray(at, at + bytes - filled);
        frame.set(part, filled);
        filled += part.length;
        at += part.length;
        if (filled < bytes) continue;
        if (frames === mostFrames) return { whole: false };
        yield frame;
        frames += 1;
        filled = 0;
      }
    }
    const end = await child.end;
    if (end.timedOut || frames === 0) throw errorOf(end, seconds);
    return { whole: end.code === 0 && filled === 0 && end.said.trim() === '' };
  } finally {
    child.stop();
    child.output.destroy();
    await child.end.catch(() => undefined);
  }
}
