import { createHash } from 'node:crypto';

/** What a file is known by in exchanged hash lists. Digests are lower-case hexadecimal. */
export interface FileDigest {
  readonly md5: string;
  readonly sha256: string;
  /** Length in bytes. */
  readonly size: number;
}

/** A digest being computed, for bytes that are also on their way elsewhere (to disk, to a peer). */
export interface OpenDigest {
  readonly update: (chunk: Uint8Array) => void;
  /** Closes the digest. Throws (from node:crypto) when called twice. */
  readonly finish: () => FileDigest;
}

/**
 * Opens a digest that takes chunks as they pass.
 *
 * MD5 (RFC 1321) is there only because most shared hash lists still carry it; it is broken for
 * anything but looking up a list. SHA-256 is FIPS 180-4.
 */
export function openDigest(): OpenDigest {
  const md5 = createHash('md5');
  const sha256 = createHash('sha256');
  let size = 0;
  return {
    update(chunk) {
      md5.update(chunk);
      sha256.update(chunk);
      size += chunk.byteLength;
    },
    finish: () => ({ md5: md5.digest('hex'), sha256: sha256.digest('hex'), size }),
  };
}

/**
 * MD5, SHA-256 and size of a stream, in one pass and without holding it.
 * Rejects with the stream's own error when it breaks off.
 *
 *     await digestStream(createReadStream('upload.bin'))
 */
export async function digestStream(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<FileDigest> {
  const digest = openDigest();
  for await (const chunk of source) digest.update(chunk);
  return digest.finish();
}

/** MD5, SHA-256 and size of bytes already in memory. */
export function digestBytes(bytes: Uint8Array): FileDigest {
  const digest = openDigest();
  digest.update(bytes);
  return digest.finish();
}
