import { createHash } from 'node:crypto';

/** What a file is known by in exchanged hash lists. Digests are lower-case hexadecimal. */
export interface FileDigest {
  readonly md5: string;
  readonly sha1: string;
  readonly sha256: string;
  readonly sha512: string;
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
 * MD5 (RFC 1321) and SHA-1 are there only because shared hash lists still carry them; they are broken
 * for anything but looking up a list. The SHA family is FIPS 180-4. Tech Against Terrorism's hash
 * verification asks for MD5, SHA-256 and SHA-512.
 */
export function openDigest(): OpenDigest {
  const md5 = createHash('md5');
  const sha1 = createHash('sha1');
  const sha256 = createHash('sha256');
  const sha512 = createHash('sha512');
  let size = 0;
  return {
    update(chunk) {
      for (const hash of [md5, sha1, sha256, sha512]) hash.update(chunk);
      size += chunk.byteLength;
    },
    finish: () => ({
      md5: md5.digest('hex'),
      sha1: sha1.digest('hex'),
      sha256: sha256.digest('hex'),
      sha512: sha512.digest('hex'),
      size,
    }),
  };
}

/**
 * All digests and the size of a stream, in one pass and without holding it.
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

/** All digests and the size of bytes already in memory. */
export function digestBytes(bytes: Uint8Array): FileDigest {
  const digest = openDigest();
  digest.update(bytes);
  return digest.finish();
}
