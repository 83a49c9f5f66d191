import { constants, createWriteStream } from 'node:fs';
import { chmod, chown, copyFile, mkdtemp, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { VideoError } from './video-error.ts';

/** The path of a file, bytes in memory, or a stream of bytes. */
export type VideoSource = string | Uint8Array | AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** A video where a child can read it, and a folder for that child. Both are gone afterwards. */
export interface OpenedSource extends AsyncDisposable {
  readonly path: string;
  readonly folder: string;
  /** Whom the child is to run as; null where we are not root. */
  readonly as: { readonly uid: number; readonly gid: number } | null;
}

/** The user and group "nobody" of Linux; any that own nothing do. */
const NOBODY = { uid: 65_534, gid: 65_534 };

/**
 * Puts a video where the decoder can seek in it. A file is read where it is; as root it is copied
 * (shared, where the file system can), so that the decoder, which then runs as nobody, sees
 * that one file and owns nothing. A stream is written to a folder within
 * `temporary`, up to `mostBytes`.
 *
 * Throws a VideoError (`too-large`, `unreadable`), or the file's or stream's own error.
 */
export async function openSource(
  source: VideoSource,
  mostBytes: number,
  temporary: string,
): Promise<OpenedSource> {
  const as = process.platform !== 'win32' && process.getuid?.() === 0 ? NOBODY : null;
  const folder = await mkdtemp(join(temporary, 'video-'));
  const close = () => rm(folder, { recursive: true, force: true, maxRetries: 3 });
  try {
    let path = join(folder, 'in');
    if (typeof source === 'string') {
      const { size } = await stat(source).then((found) => {
        if (!found.isFile())
          throw new VideoError('unreadable', `${source} is not a file. Give the path of a video.`);
        return found;
      });
      if (size > mostBytes) throw tooLarge(mostBytes);
      if (as === null) path = resolve(source);
      else await copyFile(source, path, constants.COPYFILE_FICLONE);
    } else await write(source, path, mostBytes);
    if (as !== null) {
      await chmod(path, 0o400);
      await chown(path, as.uid, as.gid);
      await chown(folder, as.uid, as.gid);
    }
    return { path, folder, as, [Symbol.asyncDispose]: close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function write(
  source: Exclude<VideoSource, string>,
  path: string,
  mostBytes: number,
): Promise<void> {
  let length = 0;
  const count = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      length += chunk.length;
      done(length > mostBytes ? tooLarge(mostBytes) : null, chunk);
    },
  });
  const chunks = source instanceof Uint8Array ? [source] : source;
  await pipeline(Readable.from(chunks), count, createWriteStream(path, { mode: 0o600 }));
}

function tooLarge(mostBytes: number): VideoError {
  return new VideoError(
    'too-large',
    `The video has more than ${mostBytes} bytes. Send a smaller one, or allow more.`,
  );
}
