import { createReadStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, unlink } from 'node:fs/promises';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createHash, randomUUID } from 'node:crypto';

export interface StoredBlob {
  readonly sha256: string;
  readonly md5: string;
  readonly sha1: string;
  readonly bytes: number;
}

/** A file that is here and in no desk yet: what it belongs to may still be refused. */
export interface IncomingBlob extends StoredBlob {
  /** Where it lies until it is kept or discarded. */
  readonly path: string;
  /** Gives it to a desk. Twice is harmless. */
  keep(deskId: string): Promise<void>;
  /** Forgets it, unless it was kept. Twice is harmless. */
  discard(): Promise<void>;
}

/** Files of items, kept by desk under their SHA-256. */
export interface Blobs {
  /** Streams in a file and digests it on the way. @throws BlobTooLarge past `limit` bytes, leaving nothing behind */
  receive(source: Readable, limit: number): Promise<IncomingBlob>;
  /** @throws ENOENT when it is not held */
  read(deskId: string, sha256: string): Readable;
  /** Where it lies, when it is held. */
  pathOf(deskId: string, sha256: string): string;
  has(deskId: string, sha256: string): Promise<boolean>;
  remove(deskId: string, sha256: string): Promise<void>;
  /** SHA-256 of the desk's files that were kept before `time`. */
  keptBefore(deskId: string, time: Date): Promise<string[]>;
}

/** A file over the allowed number of bytes. */
export class BlobTooLarge extends Error {
  override readonly name = 'BlobTooLarge';
}

/** Blobs as plain files (mode 0600) under `folder/<desk>/<first two hex>/<sha256>`. */
export function openBlobs(folder: string): Blobs {
  const placeOf = (deskId: string, sha256: string) =>
    join(folder, deskId, sha256.slice(0, 2), sha256);
  return {
    async receive(source, limit) {
      const incoming = join(folder, 'incoming');
      await mkdir(incoming, { recursive: true });
      const temporary = join(incoming, randomUUID());
      const sha256 = createHash('sha256');
      const md5 = createHash('md5');
      const sha1 = createHash('sha1');
      let bytes = 0;
      const meter = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          bytes += chunk.length;
          if (bytes > limit) {
            done(new BlobTooLarge(`The file is larger than ${limit} bytes.`));
            return;
          }
          sha256.update(chunk);
          md5.update(chunk);
          sha1.update(chunk);
          done(null, chunk);
        },
      });
      try {
        await pipeline(
          source,
          meter,
          createWriteStream(temporary, { flags: 'wx', mode: 0o600, flush: true }),
        );
        const stored = {
          sha256: sha256.digest('hex'),
          md5: md5.digest('hex'),
          sha1: sha1.digest('hex'),
          bytes,
        };
        let kept = false;
        return {
          ...stored,
          path: temporary,
          async keep(deskId) {
            if (kept) return;
            const place = placeOf(deskId, stored.sha256);
            await mkdir(join(place, '..'), { recursive: true });
            await rename(temporary, place);
            kept = true;
          },
          discard: () => rm(temporary, { force: true }),
        };
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
    },
    pathOf: placeOf,
    read: (deskId, sha256) => createReadStream(placeOf(deskId, sha256)),
    has: (deskId, sha256) =>
      stat(placeOf(deskId, sha256)).then(
        () => true,
        () => false,
      ),
    remove: (deskId, sha256) =>
      unlink(placeOf(deskId, sha256)).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error;
      }),
    async keptBefore(deskId, time) {
      const entries = await readdir(join(folder, deskId), {
        recursive: true,
        withFileTypes: true,
      }).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return [];
        throw error;
      });
      const old: string[] = [];
      for (const entry of entries) {
        if (!entry.isFile()) continue;
        const { mtime } = await stat(join(entry.parentPath, entry.name));
        if (mtime < time) old.push(entry.name);
      }
      return old;
    },
  };
}
