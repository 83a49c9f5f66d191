import { open } from 'node:fs/promises';
import type { StoredFile } from '@commonweal/contract';
import { ImageError, isUsable, sniffMedia, type FrameFingerprint } from '@commonweal/fingerprint';
import { problem } from '../platform/http/index.ts';
import type { Likeness } from '../platform/media/likeness.ts';
import type { Media } from '../platform/media/media.ts';

/** What is known of a file once it was looked at. */
export interface FileLook {
  readonly width: number | null;
  readonly height: number | null;
  readonly hashing: StoredFile['hashing'];
  readonly hashingNote: string | null;
  readonly likeness: Likeness | null;
}

const nothingToSee: FileLook = {
  width: null,
  height: null,
  hashing: 'none',
  hashingNote: null,
  likeness: null,
};

/** Said of videos where there is no ffmpeg; the operator's guide says how to bring one. */
const noDecoder =
  'Videos are not compared here: no ffmpeg was found. It is compared by its digests.';

const tooPlain =
  'There is too little in the picture to compare it by. It is compared by its digests.';

/** Seconds: a full queue of pictures is worked off in about so many. */
const tryAgain = 5;

/**
 * Looks at a file by what it is, whatever it is called. A picture is decoded once, away from this
 * thread: for its size, for its fingerprint, and so that what cannot be shown is refused now and not at
 * two in the morning. A video is left for later: it takes as long as half its length.
 * @throws ProblemError for what calls itself a picture and is none that can be shown; `unavailable` with a time when too many wait
 */
export async function lookAtFile(
  media: Media,
  path: string,
  { name, type }: { readonly name: string; readonly type: string },
): Promise<FileLook> {
  const kind = sniffMedia(await readHead(path));
  const isShown = type.startsWith('image/');
  if (kind === 'picture' || isShown) return lookAtPicture(media, path, name, isShown);
  if (kind === null && !type.startsWith('video/')) return nothingToSee;
  return (await media.decoder()) === null
    ? { ...nothingToSee, hashing: 'failed', hashingNote: noDecoder }
    : { ...nothingToSee, hashing: 'pending' };
}

/** Refuses while so many pictures wait that one more would not be taken. @throws ProblemError `unavailable` with a time */
export function refuseWhenBusy(media: Media): void {
  if (media.isBusy) throw tooBusy();
}

function tooBusy(): Error {
  return problem(
    'unavailable',
    `Too many pictures are waiting to be looked at. Nothing was taken in; send this again in ${tryAgain} seconds.`,
    { retryAfter: tryAgain },
  );
}

async function lookAtPicture(
  media: Media,
  path: string,
  name: string,
  isShown: boolean,
): Promise<FileLook> {
  try {
    const { width, height, frames } = await media.picture(path);
    if (isShown && !frames[0].intact)
      throw new ImageError('damaged', 'It is cut short or damaged.');
    const likeness = { kind: 'picture', frames } as const;
    const hashingNote = frames.some(saysEnough) ? null : tooPlain;
    return { width, height, hashing: 'done', hashingNote, likeness };
  } catch (error) {
    if (!(error instanceof ImageError)) throw error;
    if (error.code === 'queue-full') throw tooBusy();
    if (error.code === 'closed')
      throw problem('unavailable', 'The server is stopping. Nothing was taken in; send it again.', {
        retryAfter: tryAgain,
      });
    // A picture of a few dots, as web pages have them to count visits: it is shown, and says nothing.
    if (error.code === 'too-small') return { ...nothingToSee, ...(await sizeOf(path)) };
    if (!isShown) return { ...nothingToSee, hashing: 'failed', hashingNote: error.message };
    throw problem(
      'invalid',
      `The image "${name}" cannot be read: ${error.message} Send it whole, up to 100 megapixels.`,
    );
  }
}

function saysEnough({ fullResolution, tool }: FrameFingerprint): boolean {
  return isUsable(fullResolution) || isUsable(tool);
}

async function readHead(path: string): Promise<Uint8Array> {
  await using file = await open(path);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
  return buffer.subarray(0, bytesRead);
}

async function sizeOf(path: string): Promise<{ width: number; height: number }> {
  const { default: sharp } = await import('sharp');
  const { width, height } = await sharp(path).metadata();
  return { width, height };
}
