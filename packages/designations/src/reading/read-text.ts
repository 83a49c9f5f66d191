import { createHash } from 'node:crypto';
import { ListRefused } from '../list-refused.ts';
import { FETCH_AGAIN, type ImportLimits } from './limits.ts';

/** A file as it comes in. */
export type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** The text of a file in pieces, and its checksum once all were read. */
export interface TextRead {
  readonly pieces: AsyncGenerator<string>;
  /** SHA-256 of the bytes read so far, lower-case hexadecimal. Ask once, at the end. */
  readonly sha256: () => string;
}

/**
 * Reads UTF-8 text in pieces. A byte order mark is left out. The pieces throw `ListRefused` for what is
 * not UTF-8 or larger than the limit, with the place `where` tells.
 */
export function readText(
  chunks: Bytes,
  limits: Pick<ImportLimits, 'bytes'>,
  where: () => { line: number; column: number } | undefined = () => undefined,
): TextRead {
  const digest = createHash('sha256');
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (chunk?: Uint8Array): string => {
    try {
      return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
    } catch {
      throw new ListRefused('not_utf8', 'The file is not UTF-8 text', FETCH_AGAIN, where());
    }
  };
  async function* pieces() {
    for await (const chunk of metered(chunks, limits, where)) {
      digest.update(chunk);
      yield decode(chunk);
    }
    yield decode();
  }
  return { pieces: pieces(), sha256: () => digest.digest('hex') };
}

/** Reads a whole file of bytes. @throws ListRefused when it is larger than the limit */
export async function readBytes(
  chunks: Bytes,
  limits: Pick<ImportLimits, 'bytes'>,
): Promise<{ readonly bytes: Uint8Array; readonly sha256: string }> {
  const parts: Uint8Array[] = [];
  for await (const chunk of metered(chunks, limits)) parts.push(chunk);
  const bytes = Buffer.concat(parts);
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** The first bytes of a file, and the file still whole. */
export async function peek(
  chunks: Bytes,
  length = 512,
): Promise<{ readonly head: Buffer; readonly chunks: AsyncGenerator<Uint8Array> }> {
  const iterator =
    Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]();
  const first: Uint8Array[] = [];
  let read = 0;
  let next = await iterator.next();
  for (; next.done !== true && read < length; next = await iterator.next()) {
    first.push(next.value);
    read += next.value.byteLength;
  }
  async function* whole() {
    yield* first;
    for (; next.done !== true; next = await iterator.next()) yield next.value;
  }
  return { head: Buffer.concat(first).subarray(0, length), chunks: whole() };
}

async function* metered(
  chunks: Bytes,
  limits: Pick<ImportLimits, 'bytes'>,
  where: () => { line: number; column: number } | undefined = () => undefined,
) {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.byteLength;
    if (bytes > limits.bytes) {
      const wrong = `The file is over ${limits.bytes} bytes`;
      throw new ListRefused('too_large', wrong, FETCH_AGAIN, where());
    }
    yield chunk;
  }
}
