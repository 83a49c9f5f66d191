import { readDesk } from '../desks/index.ts';
import { BlobTooLarge, type IncomingBlob } from '../platform/blobs/blobs.ts';
import { later, MINUTE } from '../platform/clock.ts';
import { ProblemError } from '../platform/http/index.ts';
import { download, DownloadRefused } from '../platform/outgoing/download.ts';
import type { Platform } from '../platform/platform.ts';
import { changeOwedFile } from './file-store.ts';
import type { Judge } from './judge.ts';
import { lookAtFile, type FileLook } from './look-at-file.ts';
import { doOwedWork, judgeLearnt } from './owed-files.ts';
import type { ItemFileTable } from './tables.ts';

const mostBytes = 256 * 1024 * 1024;
const patience = 120_000; // ms, for everything about one file
/** Beginnings of work on one file, also those that a crash cut off. */
const mostAttempts = 5;

/**
 * Fetches the files that items name by their address, where their desk allows it, and compares them as
 * if they had been handed in. What cannot be fetched says why, and its item stays.
 */
export function fetchOwedFiles<Draft>(
  platform: Platform,
  judge: Judge<Draft>,
  limits: { readonly mostBytes?: number } = {},
): Promise<void> {
  const work = async (file: ItemFileTable): Promise<void> => {
    try {
      await fetchFile(platform, judge, file, limits.mostBytes ?? mostBytes);
    } catch (error) {
      await putOff(platform, file, error);
    }
  };
  return doOwedWork(platform, { held: false, atOnce: 8, work });
}

async function fetchFile<Draft>(
  platform: Platform,
  judge: Judge<Draft>,
  file: ItemFileTable,
  most: number,
): Promise<void> {
  const { desk_id: deskId, url, attempts } = file;
  const desk = await platform.database.inDesk(deskId, (trx) => readDesk(trx, deskId));
  if (!desk.fetch_media || url === null)
    throw lasting(
      'This desk does not fetch files by their address. An administrator can allow it.',
    );
  if (attempts > mostAttempts) throw lasting('It was given up.');
  const options = {
    allowPrivate: desk.allow_private_endpoints,
    mostBytes: most,
    patience,
    signal: platform.media.closing,
  };
  const { blob, type } = await download(url, options, async (body, said) => ({
    blob: await platform.blobs.receive(body, most),
    type: said,
  }));
  try {
    refuseAnother(file, blob);
    const look = await lookAtFile(platform.media, blob.path, { name: file.name ?? '', type });
    await blob.keep(deskId);
    await keepFetched(platform, judge, file, blob, type, look);
  } finally {
    await blob.discard();
  }
}

/** Keeps a file that came. A video is still to be hashed, which is due at once. */
function keepFetched<Draft>(
  platform: Platform,
  judge: Judge<Draft>,
  file: ItemFileTable,
  { md5, sha1, sha256, bytes }: IncomingBlob,
  type: string,
  { width, height, hashing, hashingNote, likeness }: FileLook,
): Promise<void> {
  const known = { held: true, md5, sha1, sha256, bytes, media_type: type, width, height };
  const due = hashing === 'pending' ? platform.clock.now() : null;
  const state = { hashing, hashing_note: hashingNote, due_at: due, attempts: 0 };
  return judgeLearnt(platform, judge, file, {
    change: { ...known, ...state },
    file: {
      // Those that came with the item were compared then.
      md5: file.md5 === null ? md5 : null,
      sha1: file.sha1 === null ? sha1 : null,
      sha256: file.sha256 === null ? sha256 : null,
      likeness,
    },
  });
}

/** The digests that the platform gave say which file is meant. */
function refuseAnother(file: ItemFileTable, blob: IncomingBlob): void {
  const isAnother = (['md5', 'sha1', 'sha256'] as const).some(
    (name) => file[name] !== null && file[name] !== blob[name],
  );
  if (isAnother)
    throw lasting('What lies at this address is not the file whose digest came with the item.');
}

/** What is wrong with the file or its address stays so; what may pass is tried again, less and less often. */
async function putOff(platform: Platform, file: ItemFileTable, thrown: unknown): Promise<void> {
  const { desk_id: deskId, file_id: fileId, attempts } = file;
  const now = platform.clock.now();
  const error = thrown instanceof BlobTooLarge ? lasting(thrown.message) : thrown;
  const cutOff = platform.media.closing.aborted || isBusy(error);
  const again = cutOff || (!isLasting(error) && attempts < mostAttempts);
  const change = again
    ? {
        due_at: cutOff ? now : later(now, 2 ** (attempts - 1) * MINUTE),
        attempts: attempts - Number(cutOff),
      }
    : { hashing: 'failed' as const, hashing_note: noteOf(error), due_at: null };
  if (!(error instanceof DownloadRefused || error instanceof ProblemError))
    platform.log.error({ err: error, deskId, fileId }, 'a file was not fetched');
  await platform.database.inDesk(deskId, (trx) => changeOwedFile(trx, deskId, fileId, change));
}

function isBusy(error: unknown): boolean {
  return error instanceof ProblemError && error.retryAfter !== undefined;
}

function isLasting(error: unknown): boolean {
  return error instanceof ProblemError || (error instanceof DownloadRefused && error.lasting);
}

function noteOf(error: unknown): string {
  return error instanceof DownloadRefused || error instanceof ProblemError
    ? error.message
    : 'It could not be fetched. The log says more.';
}

function lasting(message: string): DownloadRefused {
  return new DownloadRefused(message, { lasting: true });
}
