import { VideoError } from '@commonweal/fingerprint';
import { later, MINUTE } from '../platform/clock.ts';
import { listDesks } from '../platform/directory.ts';
import type { Likeness } from '../platform/media/likeness.ts';
import { VIDEO_SECONDS } from '../platform/media/media.ts';
import type { Platform } from '../platform/platform.ts';
import { changeOwedFile, dueFiles, insertFingerprint, leaseFile } from './file-store.ts';
import type { Judge, JudgedItem } from './judge.ts';
import { judgedRow } from './judged-row.ts';
import { findItem, putUnderReview } from './store.ts';
import type { ItemFileTable } from './tables.ts';

/** Longer than the work may take, so that a file is never worked on by two at once. */
const leaseTime = 2 * VIDEO_SECONDS * 1000;
/** Beginnings of work on one file, also those that a crash cut off. */
const mostAttempts = 3;
const perDesk = 4; // files of one desk in one sweep, so that none waits for a busy neighbour

/**
 * Does the work that is owed on files, of every desk: hashes videos, and judges their items again by
 * what they look like. What a crash cut off is due again when its lease runs out.
 */
export async function hashOwedFiles<Draft>(platform: Platform, judge: Judge<Draft>): Promise<void> {
  for (const { deskId } of await listDesks(platform.database)) {
    const due = await platform.database.inDesk(deskId, (trx) =>
      dueFiles(trx, deskId, platform.clock.now(), perDesk),
    );
    for (const fileId of due) {
      if (platform.media.isClosed) return;
      await hashOwedFile(platform, judge, deskId, fileId);
    }
  }
}

async function hashOwedFile<Draft>(
  platform: Platform,
  judge: Judge<Draft>,
  deskId: string,
  fileId: string,
): Promise<void> {
  const now = platform.clock.now();
  const file = await platform.database.inDesk(deskId, (trx) =>
    leaseFile(trx, deskId, fileId, now, later(now, leaseTime)),
  );
  if (file === undefined) return;
  try {
    if (file.attempts > mostAttempts) throw new VideoError('worker-lost', 'It was given up.');
    const likeness = await likenessOf(platform, file);
    await settle(platform, judge, file, likeness);
  } catch (error) {
    await putOff(platform, file, error);
  }
}

async function likenessOf(platform: Platform, file: ItemFileTable): Promise<Likeness> {
  const { desk_id: deskId, sha256 } = file;
  if (sha256 === null || !(await platform.blobs.has(deskId, sha256)))
    throw new VideoError('unreadable', 'The file is not here any more.');
  const { runs, step, framesPerSecond } = await platform.media.video(
    platform.blobs.pathOf(deskId, sha256),
  );
  return { kind: 'video', runs, step, framesPerSecond };
}

/** Keeps what the file looks like, and takes the item to whoever judges it. */
async function settle<Draft>(
  { database }: Platform,
  judge: Judge<Draft>,
  { desk_id: deskId, file_id: fileId, item_id: itemId, position }: ItemFileTable,
  likeness: Likeness,
): Promise<void> {
  const row = await database.inDesk(deskId, (trx) => findItem(trx, deskId, itemId));
  if (row === undefined) return;
  const item = judgedRow(row);
  const [drafts = []] = await judge.look(deskId, [onlyFile(item, position, likeness)]);
  await database.inDesk(deskId, async (trx) => {
    const done = { hashing: 'done', hashing_note: null, due_at: null } as const;
    if (!(await changeOwedFile(trx, deskId, fileId, done))) return;
    await insertFingerprint(trx, deskId, fileId, likeness);
    if (drafts.length === 0) return;
    await judge.place(trx, deskId, [{ item, drafts }]);
    await putUnderReview(trx, deskId, itemId);
  });
}

/** The item with nothing in it but what one of its files looks like: all else was compared when it came. */
function onlyFile(item: JudgedItem, position: number, likeness: Likeness): JudgedItem {
  const nothing = { md5: null, sha1: null, sha256: null, likeness: null };
  const files: JudgedItem['files'][number][] = Array.from({ length: position }, () => nothing);
  return {
    ...item,
    text: null,
    title: null,
    url: null,
    links: [],
    actor: null,
    files: files.concat({ md5: null, sha1: null, sha256: null, likeness }),
  };
}

/** What is wrong with the file stays so; what was wrong here is tried again. */
async function putOff(platform: Platform, file: ItemFileTable, error: unknown): Promise<void> {
  const { desk_id: deskId, file_id: fileId, attempts } = file;
  const now = platform.clock.now();
  const known = error instanceof VideoError ? error.code : null;
  const cutOff = known === 'closed' || known === 'queue-full';
  const again = cutOff || known === 'worker-lost' || known === null;
  const change =
    again && attempts < mostAttempts
      ? {
          due_at: cutOff ? now : later(now, attempts * MINUTE),
          attempts: attempts - Number(cutOff),
        }
      : { hashing: 'failed' as const, hashing_note: noteOf(error), due_at: null };
  if (known === null) platform.log.error({ err: error, deskId, fileId }, 'a file was not hashed');
  await platform.database.inDesk(deskId, (trx) => changeOwedFile(trx, deskId, fileId, change));
}

function noteOf(error: unknown): string {
  return error instanceof VideoError ? error.message : 'It could not be hashed. The log says more.';
}
