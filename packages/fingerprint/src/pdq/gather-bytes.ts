import { createReadStream } from 'node:fs';
import { ImageError } from './image-error.ts';

/** Bytes in memory, the path of a file, or a stream of bytes. */
export type ImageSource = Uint8Array | string | AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** 64 MB: more than any camera writes of one picture that is accepted. */
export const MOST_BYTES = 64 * 1024 * 1024;

/**
 * All bytes of a picture. Throws an ImageError (`too-large`) as soon as there are more than
 * `mostBytes`, and the file's or stream's own error when it cannot be read.
 */
export async function gatherBytes(source: ImageSource, mostBytes: number): Promise<Uint8Array> {
  if (source instanceof Uint8Array) {
    if (source.length > mostBytes) throw tooLarge(mostBytes);
    return source;
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  // A reader that throws closes the stream it reads from.
  for await (const chunk of typeof source === 'string' ? createReadStream(source) : source) {
    length += (chunk as Uint8Array).length;
    if (length > mostBytes) throw tooLarge(mostBytes);
    chunks.push(chunk as Uint8Array);
  }
  return Buffer.concat(chunks, length);
}

function tooLarge(mostBytes: number): ImageError {
  return new ImageError(
    'too-large',
    `The file has more than ${mostBytes} bytes. Send a smaller one.`,
  );
}
